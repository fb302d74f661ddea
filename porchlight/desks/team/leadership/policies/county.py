"""What every page of this part asks of a visit: whose agency, under which name, who may keep what."""

from __future__ import annotations

from datetime import date
from uuid import UUID

from django.http import HttpRequest
from django.utils.translation import gettext as _

from porchlight.desks.forms import Form
from porchlight.desks.team.leadership import people_found
from porchlight.kernel import clock
from porchlight.kernel.errors import Refused
from porchlight.policy.api import Office, Visit
from porchlight.teams import api as teams

KEEPING = frozenset({Office.LEAD, Office.MANAGER})


def agency_names(visit: Visit) -> dict[UUID, str]:
    """The agencies of the county by name; for a seat whose agency has left it, its own."""
    if visit.county is None:
        return {visit.own_agency: visit.agency_name}
    return {agency.id: agency.name for agency in teams.agencies_of_county(by=visit)}


def name_of(agency: UUID, names: dict[UUID, str]) -> str:
    """That agency's name. Raises `Refused` for one that is not of this county."""
    if agency not in names:
        raise Refused
    return names[agency]


def keeps(visit: Visit, agency: UUID) -> bool:
    """Whether this seat keeps that agency's register."""
    return visit.county is not None and visit.own_agency == agency and not KEEPING.isdisjoint(visit.offices)


def leads(visit: Visit, agency: UUID) -> bool:
    """Whether this seat leads that agency."""
    return visit.county is not None and visit.own_agency == agency and Office.LEAD in visit.offices


def owner_of(form: Form, visit: Visit) -> teams.Colleague | None:
    """The colleague whom a form names as the one who looks after it."""
    return people_found.the_one(visit, form, "owner", need=_("Please pick who looks after it."))


def today() -> date:
    """The county's day."""
    return clock.county_time(clock.now()).date()


def past_day(form: Form, name: str) -> date | None:
    """A day that has come; the sentence stands beside the field otherwise."""
    found = form.day(name, need=_("Please give the day."))
    if found and found > today():
        form.wrong(name, _("That day has not come yet."))
    return found


def asked_for(request: HttpRequest, name: str) -> UUID | None:
    """An identifier that the address carries, if it is one."""
    try:
        return UUID(request.GET.get(name, ""))
    except ValueError:
        return None
