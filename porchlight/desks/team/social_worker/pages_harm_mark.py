"""A plain mark that a harm is being looked into: until it ends, nothing that lasts is said."""

from __future__ import annotations

from datetime import timedelta
from typing import Any
from uuid import UUID

from django.http import HttpRequest
from django.utils.translation import gettext as _

from porchlight.desks.forms import Form
from porchlight.desks.team.shell.frame import page
from porchlight.kernel import clock
from porchlight.policy.api import Answer, Category, Change, Go, Visit, door
from porchlight.progress import api as progress

MARKS = Change(Category.EXPLOITATION)
USUAL = timedelta(days=28)


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
    until = form.day("until", need=_("Pick the day on which it ends."))
    if until:
        try:
            progress.mark_harm(youth, until=until, by=visit)
        except progress.NoSuchDay as trouble:
            form.wrong("until", _(trouble.said))
    return _page(visit, youth, form) if form.errors else Go(f"/y/{youth}/harm-mark")


def _page(visit: Visit, youth: UUID, form: Form) -> Answer:
    today = clock.county_time(clock.now()).date()
    marks = progress.harm_marks(youth, since=today, by=visit)
    values: dict[str, Any] = {"youth": youth, "marks": marks, "suggested": today + USUAL, "form": form}
    return page(visit, "harm_mark.html", status=422 if form.errors else 200, **values)
