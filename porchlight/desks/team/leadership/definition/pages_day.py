"""The day until which agencies are asked for their answers: named or moved while they are."""

from __future__ import annotations

from uuid import UUID

from django.http import HttpRequest
from django.utils.translation import gettext as _

from porchlight.adoption.definition import api as definition
from porchlight.desks.forms import Form
from porchlight.desks.team.leadership.definition import showing, words
from porchlight.desks.team.leadership.definition.pages_definition import CHAIR, PRACTICE
from porchlight.desks.team.shell.frame import page
from porchlight.policy.api import Answer, Go, Visit, door


@door("definition/<uuid:version>/day", needs=CHAIR, house="team")
def day_page(request: HttpRequest, visit: Visit, version: UUID) -> Answer:
    """Which day is named, which ones were before, and another."""
    return _day(visit, version, Form())


@door("definition/<uuid:version>/day", needs=CHAIR, house="team", method="POST")
def name_day(request: HttpRequest, visit: Visit, version: UUID) -> Answer:
    """Ask for answers by that day."""
    form = Form(request.POST)
    day = form.day("day", need=_("Please pick a day."))
    if form.errors or day is None:
        return _day(visit, version, form)
    try:
        definition.name_day(version, day=day, by=visit)
    except definition.DayIsOver as over:
        form.wrong("day", _(over.said))
        return _day(visit, version, form)
    return Go(f"/definition/{version}")


def _day(visit: Visit, version: UUID, form: Form) -> Answer:
    one = showing.version_of(version, by=visit)
    if one.state != definition.ANSWERING:
        return Go(f"/definition/{version}", keep=False)
    values = {"one": one, "over": words.standing_of(one), "days": words.days_line(one.days), "form": form}
    status = 422 if form.errors else 200
    return page(visit, "adoption/answers_day.html", here=PRACTICE, status=status, **values)
