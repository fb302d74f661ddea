"""A young person of their own for each test, in a home with a caregiver; and a rota that a test can set."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from uuid import UUID

import pytest

from tests.support.connections import as_owner

RUN = """
CREATE OR REPLACE FUNCTION pl.on_call(p_agency uuid) RETURNS TABLE (seat uuid, "order" text)
LANGUAGE sql STABLE AS $$
  SELECT t.seat, 'first' FROM pl_secret.test_rota AS t WHERE t.agency = p_agency $$
"""


@dataclass(frozen=True)
class Youngster:
    """A young person, and who is beside them: a worker, a supervisor, the home's caregiver."""

    youth: UUID
    cast: object

    def seat(self, role: str) -> UUID:
        return self.cast[role].seat


def welcome(cast, *, born: date = date(2010, 5, 4), name: str = "Ari") -> UUID:
    from porchlight.people import api as people
    from porchlight.project.stage import acting, in_house
    from porchlight.teams import api as teams

    with in_house("team"), acting(cast["SW"].seat) as sw:
        names = people.names_by_audience(legal=name, used=name, pronoun="they", ticked=frozenset({"team", "home"}))
        youth = people.welcome(names=names, legal_name=name, birth_date=born, language="en", by=sw)
        teams.lives_with(youth, agency=cast["CG"].agency, by=sw)
    return youth


@pytest.fixture
def ari(cast) -> Youngster:
    return Youngster(welcome(cast), cast)


@pytest.fixture
def home_in_the_end(ari) -> Iterator[None]:
    """Afterwards Ari is home and nobody on call stands beside them: lists of the night hold few."""
    yield
    from porchlight.absences import api as absences
    from porchlight.kernel import clock
    from porchlight.project.stage import acting, in_house

    with in_house("team"), acting(ari.seat("SW")) as sw:
        came = absences.record_return(ari.youth, back_at=clock.now(), by=sw)
        absences.no_longer_waiting(ari.youth, back_at=came.back_at, ended=came.ended_now, by=sw)


@pytest.fixture
def grown(cast) -> Youngster:
    """An eighteen-year-old."""
    return Youngster(welcome(cast, born=date(2008, 1, 2), name="Noor"), cast)


@pytest.fixture
def alone(cast) -> Youngster:
    """A young person whose agency answers for nobody else: its worker's lists hold only them."""
    from porchlight.project.stage import acting, in_house
    from porchlight.teams import api as teams
    from tests.support.cast import Member

    with in_house("team"), acting(cast.administrator) as adm:
        agency = teams.add_agency(name="A small agency", kind="child_welfare", phone="", by=adm)
        members = dict(cast.members)
        for role in ("SW", "SUP"):
            email = f"{role.lower()}.{agency.hex[:6]}@county.example"
            person = teams.add_person(name=f"{role} Small", email=email, language="en", by=adm)
            seat = teams.give_seat(person, agency=agency, role=role, name=f"{role} Small", phone="", by=adm)
            members[role] = Member(f"{role} Small", email, role, person, seat, agency)
    return Youngster(welcome(members), members)


@pytest.fixture
def county_says(monkeypatch, tmp_path):
    """Set values of the county for one test, in a county file of its own."""
    from porchlight.policy import county

    def say(**values: object) -> None:
        rows = "".join(
            f'[[value]]\nkey = "{key.replace("__", ".")}"\nvalue = {_toml(value)}\nkind = "local"\n'
            f'source = "test"\nchecked_by = "test"\nchecked_on = 2025-01-01\n\n'
            for key, value in values.items()
        )
        head = '[county]\nfips = ""\nname = "Test"\nseat = "Test City"\nhotline = "555-0110; 555-0111"\n'
        head += 'hotline_source = "test"\n[unless_said]\nsince = 2025-01-01\nuntil = ""\n\n'
        file = tmp_path / "test.toml"
        file.write_text(head + rows, encoding="utf-8")
        monkeypatch.setattr(county, "county_key", lambda: file)

    return say


def _toml(value: object) -> str:
    return str(value).lower() if isinstance(value, bool) else f'"{value}"'


@pytest.fixture
def rota(town):
    """Put seats on call at agencies, or take them off. Afterwards the rota is as it was."""
    with as_owner() as owner:
        before = owner.execute("SELECT pg_get_functiondef('pl.on_call(uuid)'::regprocedure)").fetchone()[0]
        owner.execute("CREATE TABLE pl_secret.test_rota (seat uuid, agency uuid)")
        owner.execute(RUN)

        class Rota:
            def starts(self, member) -> None:
                owner.execute("INSERT INTO pl_secret.test_rota VALUES (%s, %s)", [member.seat, member.agency])

            def ends(self, member) -> None:
                owner.execute("DELETE FROM pl_secret.test_rota WHERE seat = %s", [member.seat])

        yield Rota()
        owner.execute(before)
        owner.execute("DROP TABLE pl_secret.test_rota")


@pytest.fixture(scope="session")
def night_worker(cast):
    """A second social worker of the responsible agency, beside nobody."""
    from porchlight.project.stage import acting, in_house
    from porchlight.teams import api as teams
    from tests.support.cast import Member

    with in_house("team"), acting(cast.administrator) as adm:
        person = teams.add_person(name="Nell Night", email="nell@county.example", language="en", by=adm)
        agency = cast["SW"].agency
        seat = teams.give_seat(person, agency=agency, role="SW", name="Nell Night", phone="555-0177", by=adm)
    return Member("Nell Night", "nell@county.example", "SW", person, seat, agency)
