"""The cast: an agency of each kind that the story needs, one person in each role, two young people, and Quinn.

Everything is made by the product's own commands, as the people who would do it. Quinn holds the same role as
the social worker, in another county, and must see nothing.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from porchlight.people import api as people
from porchlight.project import first
from porchlight.project.stage import acting, in_house
from porchlight.teams import api as teams

ROLES = {
    "SW": "child_welfare",
    "SUP": "child_welfare",
    "CG": "resource_family",
    "PH": "public_health",
    "BH": "mental_health",
    "LE": "law_enforcement",
    "PO": "probation",
    "ED": "education",
    "CRT": "court",
    "ADV": "advocacy",
    "ATT": "legal",
    "CASA": "casa",
    "PAR": "administration",
    "TRB": "tribe",
    "AUD": "administration",
    "SC": "steering",
    "ST": "state",
}
PASSWORD = "a lamp on every porch"


@dataclass(frozen=True)
class Member:
    """Somebody of the cast: one person in one seat."""

    name: str
    email: str
    role: str
    person: UUID
    seat: UUID
    agency: UUID


@dataclass(frozen=True)
class Cast:
    """Everybody. `members` by role; `quinn` is the outsider; `maya` and `dee` are young people."""

    administrator: UUID
    members: dict[str, Member]
    quinn: Member
    maya: UUID
    dee: UUID

    def __getitem__(self, role: str) -> Member:
        return self.members[role]


def make_cast() -> Cast:
    """Build the cast in the worker's database. Call once."""
    administrator = _administrator()
    with in_house("team"):
        with acting(administrator) as adm:
            agencies = {
                kind: teams.add_agency(name=f"Sample {kind}", kind=kind, phone="555-0100", by=adm)
                for kind in sorted(set(ROLES.values()) - {"administration"})
            }
            agencies["administration"] = next(a.id for a in teams.agencies(by=adm) if a.kind == "administration")
            members = {role: _member(role, agencies[kind], adm) for role, kind in ROLES.items()}
            far = teams.add_agency(name="Next County", kind="child_welfare", phone="555-0199", county="next", by=adm)
            quinn = _member("SW", far, adm, name="Quinn")
        maya = _young_person("Maya", members["SW"])
        dee = _young_person("Dee", members["SW"])
        with acting(members["SW"].seat) as sw:
            for role, member in members.items():
                if role not in ("SW", "SUP", "AUD", "SC", "ST", "LE"):
                    teams.join_team(maya, seat=member.seat, footing="CFT_832", by=sw)
    return Cast(administrator, members, quinn, maya, dee)


def _administrator() -> UUID:
    from django.db import connections

    from porchlight.policy.models import Grant

    owner = connections["owner"]
    before = connections["default"]
    connections["default"] = owner
    try:
        first.first_administrator(name="Ada Admin", email="ada@county.example")
        return Grant.objects.filter(kind="seat", role="ADM").latest("starts_at").seat
    finally:
        connections["default"] = before


def _member(role: str, agency: UUID, adm, name: str = "") -> Member:
    name = name or f"{role.title()} Person"
    email = f"{name.lower().replace(' ', '.')}@county.example"
    person = teams.add_person(name=name, email=email, language="en", by=adm)
    seat = teams.give_seat(person, agency=agency, role=role, name=name, phone="555-0101", by=adm)
    return Member(name, email, role, person, seat, agency)


def _young_person(name: str, worker: Member) -> UUID:
    with acting(worker.seat) as sw:
        names = people.names_by_audience(
            legal=f"{name} Legal", used=name, pronoun="she/her", ticked=frozenset({"team", "home"})
        )
        return people.welcome(
            names=names, legal_name=f"{name} Legal", birth_date=date(2010, 5, 4), language="en", by=sw
        )
