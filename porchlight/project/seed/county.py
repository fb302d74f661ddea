"""Agencies, people and young people of the demo."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import date, timedelta
from pathlib import Path
from typing import Any
from uuid import UUID

from django.db import connections

from porchlight.desks.team.shell.demo import PASSWORD
from porchlight.kernel import clock
from porchlight.ownspace import api as ownspace
from porchlight.people import api as people
from porchlight.policy.api import Visit
from porchlight.policy.models import Grant
from porchlight.project import first
from porchlight.project.houses import this_house
from porchlight.project.seed import adoption, story
from porchlight.project.stage import acting, in_house
from porchlight.safety import api as safety
from porchlight.teams import api as teams

DATA = Path(__file__).with_name("cast.toml")
ADMINISTRATOR = "Ada Brooke"
YEAR = timedelta(days=365.25)


@dataclass
class County:
    """What was made so far, by name."""

    administrator: UUID
    agencies: dict[str, UUID] = field(default_factory=dict)
    seats: dict[str, UUID] = field(default_factory=dict)
    hats: dict[str, str] = field(default_factory=dict)
    young: dict[str, UUID] = field(default_factory=dict)
    words: dict[str, str] = field(default_factory=dict)


def make_county() -> dict[str, Any]:
    """Make everything; returns who can come in, for the demo's sign-in page."""
    data = tomllib.loads(DATA.read_text(encoding="utf-8"))
    with in_house("team"):
        county = County(_administrator())
        _staff(county, data["agencies"])
    for young in data["young"]:
        _young_person(county, young)
    story.tell(county, data)
    adoption.tell(county, data)
    team = [{"name": name, "email": email(name), "hat": county.hats[name]} for name in county.hats]
    return {"team": team, "young": county.words}


def email(name: str) -> str:
    """Everybody's invented e-mail."""
    return f"{name.lower().replace('. ', '.').replace(' ', '.')}@sample.example"


def _administrator() -> UUID:
    with as_owner():
        first.first_administrator(name=ADMINISTRATOR, email=email(ADMINISTRATOR))
        seat = Grant.objects.get(kind="seat", role="ADM").seat
    assert seat is not None  # noqa: S101 - because it was made on the line above
    return seat


@contextmanager
def as_owner() -> Iterator[None]:
    """The owner's login, for the one thing that nobody in a browser can do."""
    before = connections["default"]
    connections["default"] = connections["owner"]
    try:
        yield
    finally:
        connections["default"] = before


def _staff(county: County, agencies: list[dict[str, Any]]) -> None:
    with acting(county.administrator) as adm:
        ada = next(person for person in teams.staff(by=adm) if person.name == ADMINISTRATOR)
        _set_password(ada.person, adm)
        county.hats[ADMINISTRATOR] = "Administrator, County administration"
    for entry in agencies:
        with acting(county.administrator) as adm:
            agency = teams.add_agency(
                name=entry["name"], kind=entry["kind"], phone=entry["phone"], county=entry.get("county", ""), by=adm
            )
            county.agencies[entry["name"]] = agency
            for person in entry["people"]:
                _person(county, person, agency, entry["name"], adm)


def _person(county: County, entry: dict[str, str], agency: UUID, agency_name: str, adm: Visit) -> None:
    name, role = entry["name"], entry["role"]
    person = teams.add_person(name=name, email=email(name), language=entry.get("language", "en"), by=adm)
    county.seats[name] = teams.give_seat(person, agency=agency, role=role, name=name, phone=entry["phone"], by=adm)
    county.hats[name] = f"{teams.role_names()[role].capitalize()}, {agency_name}"
    _set_password(person, adm)


def _set_password(person: UUID, adm: Visit) -> None:
    token = teams.invite(person, by=adm)
    teams.accept_invitation(token, password=PASSWORD, key=this_house().process_key, by=adm)


def _young_person(county: County, entry: dict[str, Any]) -> None:
    with in_house("team"), acting(county.seats[entry["worker"]]) as worker:
        born = clock.county_time(clock.now()).date() - entry["age"] * YEAR - timedelta(days=40)
        ticked = frozenset({"team", "home"})
        names = people.names_by_audience(
            legal=entry["legal"], used=entry["name"], pronoun=entry["pronoun"], ticked=ticked
        )
        youth = people.welcome(
            names=names, legal_name=entry["legal"], birth_date=date(born.year, born.month, born.day),
            language=entry["language"], by=worker,
        )  # fmt: skip
        county.young[entry["name"]] = youth
        for name in entry["beside"]:
            teams.join_team(youth, seat=county.seats[name], footing="CFT_832", by=worker)
        code = ownspace.give_start_code(youth, by=worker)
    with in_house("youth"):
        _first_visit(county, entry, youth, code)
    with in_house("team"), acting(county.seats[entry["worker"]]) as worker:
        if "plan" in entry:
            safety.say_yes(youth, by=worker)


def _first_visit(county: County, entry: dict[str, Any], youth: UUID, code: str) -> None:
    """The young person uses the code, takes five words, and writes the plan that the worker then agrees to."""
    with acting(youth, youth=True, language=entry["language"]) as visit:
        ownspace.come_in(code, network=b"seed", language=entry["language"], key=this_house().process_key, by=visit)
        county.words[entry["name"]] = " ".join(ownspace.new_words(entry["language"], by=visit))
        seats = [county.seats[entry["worker"]], *(county.seats[name] for name in entry["beside"][:2])]
        for key, words in entry.get("plan", {}).items():
            open_to = [*seats, safety.ON_CALL] if key in ("call", "safer", "back") else seats
            safety.write_section(youth, key=key, words=words, together=False, seats=open_to, by=visit)
        if "plan" in entry:
            safety.say_yes(youth, confidence=3, by=visit)
