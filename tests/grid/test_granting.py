"""Who may add which line to the ledger, and end it: settled in the database, whatever a page or a room asks."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from uuid import UUID, uuid4

import psycopg
import pytest

from tests.grid.world import line, write
from tests.support.connections import as_owner, as_visitor

GRANT = "SELECT pl.grant(%s, %s, %s, NULL, '', %s, '', %s, %s, NULL, NULL)"
REFUSED = "PL002"
SHARED = {"standing", "household", "ward", "consent", "row", "treating"}
OWN = {"consent", "row", "treating", "block", "thread"}
KINDS = sorted(SHARED | OWN | {"seat", "responsible", "night", "proof"})
PAST = datetime.now(UTC) - timedelta(days=3)


@dataclass
class Place:
    """A young person, the agency that answers for them, another one, and a seat of each role in both."""

    youth: UUID = field(default_factory=uuid4)
    other: UUID = field(default_factory=uuid4)
    home: UUID = field(default_factory=uuid4)
    elsewhere: UUID = field(default_factory=uuid4)
    seats: dict[str, UUID] = field(default_factory=dict)

    def who(self, name: str):
        """A connection as somebody here, rolled back in the end."""
        if name == "themselves":
            return as_visitor("pl_youth", "youth", self.youth)
        if name == "another young person":
            return as_visitor("pl_youth", "youth", self.other)
        return as_visitor("pl_team", "seat", self.seats[name])


@pytest.fixture
def place(town) -> Place:
    """Everybody of the home agency stands beside the young person; nobody of the other does."""
    found = Place()
    lines = [
        line("responsible", youth=found.youth, agency=found.elsewhere, starts_at=PAST, ended_at=PAST),
        line("responsible", youth=found.youth, agency=found.home, starts_at=PAST),
    ]
    for role in ("SW", "SUP", "CG", "ADM"):
        for where, agency in (("", found.home), (" elsewhere", found.elsewhere)):
            seat = found.seats[f"{role}{where}"] = uuid4()
            lines.append(line("seat", seat=seat, person=uuid4(), role=role, agency=agency))
        if role != "ADM":
            lines.append(line("standing", youth=found.youth, seat=found.seats[role]))
    with as_owner() as owner:
        write(owner, lines)
    return found


def grants(connection: psycopg.Connection, kind: str, youth: UUID | None, **more: object) -> UUID | None:
    """The new line, or None where the database refused it."""
    values = [kind, youth, more.get("seat"), more.get("agency"), more.get("row"), more.get("footing", "")]
    try:
        with connection.transaction():
            return connection.execute(GRANT, values).fetchone()[0]
    except psycopg.Error as wrong:
        if wrong.sqlstate != REFUSED:
            raise
        return None


def ends(connection: psycopg.Connection, one: UUID) -> bool | None:
    """Whether it ended now, or None where the database refused to end it."""
    try:
        with connection.transaction():
            return connection.execute("SELECT pl.end_grant(%s)", [one]).fetchone()[0]
    except psycopg.Error as wrong:
        if wrong.sqlstate != REFUSED:
            raise
        return None


@pytest.mark.parametrize(
    ("who", "may"),
    [
        ("themselves", OWN),
        ("another young person", set()),
        ("SW", SHARED | {"thread"}),
        ("SUP", SHARED | {"thread"}),
        ("CG", {"thread"}),
        ("SW elsewhere", set()),
        ("SUP elsewhere", set()),
        ("CG elsewhere", set()),
        ("ADM", {"seat"}),
        ("ADM elsewhere", {"seat"}),
    ],
)
def test_everybody_may_add_the_kinds_that_are_theirs_to_give_and_no_other(place, who, may):
    with place.who(who) as connection:
        given = {kind for kind in KINDS if grants(connection, kind, place.youth, row=uuid4(), agency=place.home)}
    assert given == may


def test_nobody_without_a_context_gives_anything(place):
    from tests.support.connections import connect

    with connect("pl_team", autocommit=False) as connection:
        assert {kind for kind in KINDS if grants(connection, kind, place.youth, row=uuid4())} == set()


def test_a_young_person_without_an_agency_is_taken_on_by_ones_own_and_only_once(place):
    with place.who("SW elsewhere") as connection:
        new = uuid4()
        assert grants(connection, "responsible", new, agency=place.home) is None, "for another agency"
        assert grants(connection, "responsible", new, agency=None) is None
        assert grants(connection, "responsible", new, agency=place.elsewhere)
        assert grants(connection, "responsible", new, agency=place.elsewhere) is None
        assert grants(connection, "standing", new)
        assert grants(connection, "standing", place.youth) is None
    with place.who("CG") as connection:
        assert grants(connection, "responsible", uuid4(), agency=place.home) is None


@pytest.mark.parametrize("footing", ["ONCALL", "EMERGENCY"])
def test_nobody_gives_a_standing_that_is_computed_or_comes_of_breaking_the_glass(place, footing):
    with place.who("SUP") as connection:
        assert grants(connection, "standing", place.youth, footing=footing) is None
        assert grants(connection, "standing", place.youth, footing="CFT_832")


def test_a_line_is_for_a_seat_that_somebody_holds(place):
    left = uuid4()
    with as_owner() as owner:
        write(owner, [line("seat", seat=left, person=uuid4(), role="CG", agency=place.home, ended_at=PAST)])
    with place.who("SW") as connection:
        assert grants(connection, "standing", place.youth, seat=place.seats["CG elsewhere"])
        assert grants(connection, "standing", place.youth, seat=left) is None
        assert grants(connection, "standing", place.youth, seat=uuid4()) is None


def test_an_office_is_never_about_a_young_person_and_is_held_in_a_seat(place):
    left = uuid4()
    with as_owner() as owner:
        write(owner, [line("seat", seat=left, person=uuid4(), role="SW", agency=place.home, ended_at=PAST)])
    with place.who("ADM") as connection:
        assert grants(connection, "office", None, seat=left, footing="chair") is None
        assert grants(connection, "office", None, seat=None, footing="chair") is None
        assert grants(connection, "office", place.youth, seat=place.seats["SW"], footing="chair") is None
        assert grants(connection, "office", None, seat=place.seats["SW"], footing="captain") is None
        assert grants(connection, "office", None, seat=place.seats["SW"], footing="chair")


def test_a_thread_is_opened_by_who_stands_beside_and_widened_by_who_is_in_it(place):
    thread = uuid4()
    with as_owner() as owner:
        write(owner, [line("thread", youth=place.youth, row_id=thread, seat=place.seats["SUP"])])
    with place.who("SUP") as connection:
        assert grants(connection, "thread", place.youth, row=thread, seat=place.seats["SW"])
    with place.who("SW") as connection:
        assert grants(connection, "thread", place.youth, row=thread, seat=place.seats["SW"]) is None
        own = uuid4()
        assert grants(connection, "thread", place.youth, row=own, seat=place.seats["CG"])
        assert grants(connection, "thread", place.youth, row=own, seat=place.seats["SUP"]), "who began it may add"
        assert grants(connection, "thread", place.youth, row=own, seat=place.seats["SW"])
        assert grants(connection, "thread", place.youth, row=thread, seat=place.seats["SW"]) is None, "not of theirs"
    with place.who("SW elsewhere") as connection:
        assert grants(connection, "thread", place.youth, row=uuid4()) is None


def test_a_line_ends_once_and_by_those_who_may_give_it(place):
    standing, block = (
        line("standing", youth=place.youth, seat=place.seats["CG"]),
        line("block", youth=place.youth, person=uuid4()),
    )
    with as_owner() as owner:
        write(owner, [standing, block])
    for who in ("CG", "SW elsewhere", "ADM", "another young person", "themselves"):
        with place.who(who) as connection:
            assert ends(connection, standing[0]) is None, who
    for who in ("SW", "SUP", "another young person"):
        with place.who(who) as connection:
            assert ends(connection, block[0]) is None, who
    with place.who("themselves") as connection:
        assert ends(connection, block[0]) is True
    with place.who("SW") as connection:
        assert [ends(connection, standing[0]) for _ in range(2)] == [True, False]
        assert ends(connection, uuid4()) is False


def test_an_agency_is_let_go_by_its_own_supervisor_alone(place):
    with as_owner() as owner:
        (answering,) = owner.execute(
            "SELECT id FROM policy_grant WHERE kind = 'responsible' AND youth = %s AND ended_at IS NULL", [place.youth]
        ).fetchone()
    for who in ("SW", "CG", "SUP elsewhere", "themselves"):
        with place.who(who) as connection:
            assert ends(connection, answering) is None, who
    with place.who("SUP") as connection:
        assert ends(connection, answering) is True


def test_who_may_know_of_the_lines_about_a_young_person_and_of_which(place):
    over, ended, block, open_ = (
        line("consent", youth=place.youth, ends_at=PAST),
        line("consent", youth=place.youth, ended_at=PAST),
        line("block", youth=place.youth, person=uuid4()),
        line("consent", youth=place.youth),
    )
    with as_owner() as owner:
        write(owner, [over, ended, block, open_])

    def known(who: str) -> set[UUID]:
        with place.who(who) as connection:
            return {row[0] for row in connection.execute("SELECT id FROM pl.lines(%s)", [place.youth])}

    assert known("themselves") >= {block[0], open_[0]}
    assert not known("themselves") & {over[0], ended[0]}
    assert open_[0] in known("CG")
    assert not known("SW") & {over[0], ended[0], block[0]}
    assert known("SW elsewhere") == known("another young person") == known("ADM") == set()
