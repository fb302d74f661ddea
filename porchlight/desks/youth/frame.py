"""What pages of this house share: who may be chosen to see something, and how they are named."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from django.utils.translation import gettext as _

from porchlight.policy.api import SignedIn, Visit
from porchlight.safety.api import ON_CALL
from porchlight.teams import api as teams

HERE = SignedIn()
ON_CALL_FOOTING = "ONCALL"  # beside for one night, by the rota


def role_word(role: str) -> str:
    """What the young person calls this role."""
    return {
        "SW": _("my worker"),
        "SUP": _("my worker's lead"),
        "CG": _("at home"),
        "PH": _("my nurse"),
        "BH": _("my therapist"),
        "PO": _("probation"),
        "ED": _("at school"),
        "CRT": _("at court"),
        "ADV": _("my advocate"),
        "ATT": _("my lawyer"),
        "CASA": _("my CASA"),
        "PAR": _("family"),
        "TRB": _("my tribe"),
    }.get(role, _("on my team"))


@dataclass(frozen=True)
class Choosable:
    """Somebody who may be picked to see something."""

    seat: UUID
    name: str
    role: str
    phone: str


def people_beside(visit: Visit) -> list[Choosable]:
    """Everybody beside this young person, for picking; somebody on two footings once."""
    return [Choosable(person.seat, person.name, person.role, person.phone) for person in team_once(visit)]


def team_once(visit: Visit) -> list[teams.Beside]:
    """The team with each seat once: whoever stands beside on two footings is one person, and not only on call."""
    found: dict[UUID, teams.Beside] = {}
    for person in teams.team_of(visit.actor, by=visit):
        if person.seat not in found or found[person.seat].footing == ON_CALL_FOOTING:
            found[person.seat] = person
    return list(found.values())


def my_lawyers(visit: Visit) -> list[Choosable]:
    """The young person's own attorney on their team, if there is one; somebody who speaks for the court is not."""
    return [person for person in people_beside(visit) if person.role == "ATT"]


def options(people: list[Choosable], *, on_call: bool = True) -> list[tuple[str, str]]:
    """They as check boxes: value and text."""
    found = [(str(person.seat), f"{person.name}, {role_word(person.role)}") for person in people]
    return [*found, (str(ON_CALL), _("whoever is on call at night"))] if on_call else found


def names_of(seats: frozenset[UUID], people: list[Choosable]) -> str:
    """Who sees it, in words; never nobody left unsaid."""
    names = [person.name for person in people if person.seat in seats]
    if ON_CALL in seats:
        names.append(_("whoever is on call at night"))
    return ", ".join([_("you"), *names])
