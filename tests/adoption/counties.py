"""Counties made by the product's own commands: who works there, and who holds which office."""

from __future__ import annotations

from contextlib import contextmanager
from dataclasses import dataclass, field
from itertools import count
from uuid import UUID

from porchlight.policy.api import Office
from porchlight.project.stage import acting, in_house
from porchlight.teams import api as teams
from tests.support.cast import Member

_numbers = count(1)
AGENCIES = {"services": "child_welfare", "probation": "probation", "advocates": "advocacy"}
ROLE = {"child_welfare": "SW", "probation": "PO", "advocacy": "ADV", "steering": "SC"}


@dataclass
class MadeCounty:
    """A county by its key. `people` by name: chair, and `services.lead`, `services.manager`, … for each agency."""

    key: str
    agencies: dict[str, UUID] = field(default_factory=dict)
    people: dict[str, Member] = field(default_factory=dict)

    def __getitem__(self, name: str) -> Member:
        return self.people[name]

    @contextmanager
    def by(self, name: str, *, language: str = "en"):
        """A visit of that person."""
        with in_house("team"), acting(self.people[name].seat, language=language) as visit:
            yield visit


def make_county(cast, *, key: str = "") -> MadeCounty:
    """A fresh county. Its key is its own, unless one is given (empty for the county that the deployment serves)."""
    number = next(_numbers)
    made = MadeCounty(key or f"made-{number}")
    with in_house("team"), acting(cast.administrator) as adm:
        committee = teams.add_agency(name=f"Committee {number}", kind="steering", phone="", county=made.key, by=adm)
        made.agencies["committee"] = committee
        made.people["chair"] = _person(f"Chair {number}", committee, "SC", adm, Office.CHAIR)
        made.people["member"] = _person(f"Member {number}", committee, "SC", adm, Office.MEMBER)
        for name, kind in AGENCIES.items():
            agency = teams.add_agency(name=f"{name.title()} {number}", kind=kind, phone="", county=made.key, by=adm)
            made.agencies[name] = agency
            for office in (Office.LEAD, Office.MANAGER, Office.TRAINER, Office.SIGNATORY, None):
                job = str(office) if office else "worker"
                who = f"{job.title()} {name} {number}"
                made.people[f"{name}.{job}"] = _person(who, agency, ROLE[kind], adm, office)
    return made


def add_person(cast, county: MadeCounty, name: str, *, agency: str, role: str = "SW", office: Office | None = None):
    """One more person in that county."""
    with in_house("team"), acting(cast.administrator) as adm:
        county.people[name] = _person(f"{name} {next(_numbers)}", county.agencies[agency], role, adm, office)
    return county.people[name]


def beside(cast, youth: UUID, seat: UUID) -> None:
    """Put a seat beside a young person of the cast's worker, so that their name is one of its own."""
    with in_house("team"), acting(cast["SW"].seat) as sw:
        teams.join_team(youth, seat=seat, footing="CFT_832", by=sw)


def _person(name: str, agency: UUID, role: str, adm, office: Office | None) -> Member:
    email = f"{name.lower().replace(' ', '.')}@made.example"
    person = teams.add_person(name=name, email=email, language="en", by=adm)
    seat = teams.give_seat(person, agency=agency, role=role, name=name, phone="555-0101", by=adm)
    if office:
        teams.give_office(seat, office=office, by=adm)
    return Member(name, email, role, person, seat, agency)
