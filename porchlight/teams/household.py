"""Where a young person lives: the home's caregivers stand beside them and say how their days go."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from porchlight.kernel.errors import Refused
from porchlight.policy.api import Category, Change, See, Visit, end_grant, grant, guarded, lines
from porchlight.teams.models import Agency

HOMES = ("resource_family", "group_home", "foster_family_agency", "out_of_state_home")  # kinds that are a home
HOME_ROLE = "CG"


@dataclass(frozen=True)
class Home:
    """The home where a young person lives now."""

    youth: UUID
    agency: UUID
    name: str


@guarded(Change(Category.CONTACT))
def lives_with(youth: UUID, *, agency: UUID, by: Visit) -> None:
    """From now on the young person lives in this home, and no longer in the one before.

    Its caregivers stand beside them with the condition "household"; the former home's lines end.
    Raises `Refused` for an agency that is not a home.
    """
    if not Agency.objects.filter(id=agency, kind__in=HOMES).exists():
        raise Refused
    for line in lines(youth, by=by):
        if line.kind == "household" or (line.kind == "standing" and line.role == HOME_ROLE and line.seat is None):
            end_grant(line.id, by=by, youth=youth)
    grant("standing", by=by, youth=youth, role=HOME_ROLE, agency=agency, footing="CASE_RESP")
    grant("household", by=by, youth=youth, role=HOME_ROLE, agency=agency, footing="CASE_RESP")


@guarded(See(Category.CONTACT))
def home_of(youth: UUID, *, by: Visit) -> Home | None:
    """The home where they live now; None while nobody has said."""
    found = next((line.agency for line in lines(youth, by=by, kind="household")), None)
    home = Agency.objects.filter(id=found).first() if found else None
    return Home(youth, home.id, home.name) if home else None
