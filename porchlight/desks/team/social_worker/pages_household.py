"""Where a young person lives."""

from __future__ import annotations

from uuid import UUID

from django.http import HttpRequest

from porchlight.desks.forms import Form
from porchlight.desks.team.shell.frame import page
from porchlight.people import api as people
from porchlight.policy.api import Answer, Category, Change, Go, Visit, door
from porchlight.teams import api as teams

PLACES = Change(Category.CONTACT)


@door("y/<uuid:youth>/home", needs=PLACES, house="team")
def home_page(request: HttpRequest, visit: Visit, youth: UUID) -> Answer:
    """The home now, and the homes of the county to choose from."""
    return _home(visit, youth, Form())


@door("y/<uuid:youth>/home", needs=PLACES, house="team", method="POST")
def choose_home(request: HttpRequest, visit: Visit, youth: UUID) -> Answer:
    """From now on the home's caregivers say how the days go."""
    form = Form(request.POST)
    home = form.uuid("home", [agency.id for agency in _homes(visit)], need="Please choose the home.")
    if home is None:
        return _home(visit, youth, form)
    teams.lives_with(youth, agency=home, by=visit)
    return Go(f"/y/{youth}/")


def _home(visit: Visit, youth: UUID, form: Form) -> Answer:
    homes = _homes(visit)
    return page(
        visit,
        "home_of.html",
        status=422 if form.errors else 200,
        youth=youth,
        form=form,
        called=people.called(youth, by=visit),
        now_at=teams.home_of(youth, by=visit),
        homes=[(str(home.id), home.name, teams.KINDS[home.kind]) for home in homes],
        warning=teams.OUT_OF_STATE_WARNING if any(home.kind == "out_of_state_home" for home in homes) else "",
    )


def _homes(visit: Visit) -> list[teams.AgencySheet]:
    return [agency for agency in teams.agencies(by=visit) if agency.kind in teams.HOMES]
