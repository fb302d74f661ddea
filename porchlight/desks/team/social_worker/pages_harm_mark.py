"""A plain mark that a harm is being looked into: until it ends, nothing that lasts is said."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any
from uuid import UUID

from django.http import HttpRequest

from porchlight.desks.forms import Form
from porchlight.desks.team.shell.frame import page
from porchlight.kernel import clock
from porchlight.policy.api import Answer, Category, Change, Go, Visit, door
from porchlight.progress import api as progress

MARKS = Change(Category.EXPLOITATION)
WEEKS = ("2", "4", "8", "12")


@door("y/<uuid:youth>/harm-mark", needs=MARKS, house="team")
def harm_mark(request: HttpRequest, visit: Visit, youth: UUID) -> Answer:
    """Whether a mark is open, until when, and the two things that can be done."""
    progress.must_be_worker(visit)
    return _page(visit, youth, Form())


@door("y/<uuid:youth>/harm-mark", needs=MARKS, house="team", method="POST")
def set_mark(request: HttpRequest, visit: Visit, youth: UUID) -> Answer:
    """Open it until a day, or end it today."""
    form = Form(request.POST)
    if form.choice("do", ("send", "discard")) == "discard":
        progress.end_harm(youth, by=visit)
        return Go(f"/y/{youth}/harm-mark")
    weeks = form.choice("weeks", WEEKS, need="Pick how long it holds.")
    if form.errors:
        return _page(visit, youth, form)
    progress.mark_harm(youth, until=_today() + timedelta(weeks=int(weeks)), by=visit)
    return Go(f"/y/{youth}/harm-mark")


def _page(visit: Visit, youth: UUID, form: Form) -> Answer:
    marks = progress.harm_marks(youth, since=_today(), by=visit)
    values: dict[str, Any] = {
        "youth": youth,
        "marks": marks,
        "weeks": [(one, f"{one} weeks") for one in WEEKS],
        "form": form,
    }
    return page(visit, "harm_mark.html", status=422 if form.errors else 200, **values)


def _today() -> date:
    return clock.county_time(clock.now()).date()
