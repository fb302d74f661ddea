"""What we promised a young person: who, until when, and what came of it. Their own word stands beside ours."""

from __future__ import annotations

from datetime import date
from functools import partial
from typing import Any
from uuid import UUID

from django.http import HttpRequest

from porchlight.desks import going_back
from porchlight.desks.forms import SHORT, Form
from porchlight.desks.team.shell.frame import page
from porchlight.desks.team.social_worker.goals_pictures import draw_promises
from porchlight.desks.team.social_worker.goals_words import goal_words
from porchlight.desks.team.social_worker.needs_page import beside, name_of
from porchlight.kernel import clock
from porchlight.policy.api import Answer, Category, Change, Go, Page, See, Visit, door
from porchlight.progress import api as progress

MAY_WRITE = Change(Category.NEEDS)


@door("y/<uuid:youth>/promises", needs=See(Category.NEEDS), house="team")
def promises(request: HttpRequest, visit: Visit, youth: UUID) -> Answer:
    """What is owed first; then what was kept and what was not."""
    found = progress.promises(youth, by=visit)
    names = {one.seat: one.name for one in beside(visit, youth)}
    writes = MAY_WRITE.answered(visit, youth)
    values: dict[str, Any] = {
        "name": name_of(visit, youth),
        "names": names,
        "today": _today(),
        "drawn": partial(draw_promises, found),
    }
    return page(visit, "promises.html", youth=youth, promises=found, writes=writes, **values, **goal_words())


@door("y/<uuid:youth>/promises/new", needs=MAY_WRITE, house="team")
def new(request: HttpRequest, visit: Visit, youth: UUID) -> Answer:
    """Write down a promise that somebody of the team made."""
    return _new(visit, youth, going_back.typed_before(request, visit))


@door("y/<uuid:youth>/promises/new", needs=MAY_WRITE, house="team", method="POST")
def promise(request: HttpRequest, visit: Visit, youth: UUID) -> Answer:
    """Keep it; the young person reads it from now on."""
    form = Form(request.POST)
    people = [one.seat for one in beside(visit, youth)]
    seat = form.uuid("seat", people, need="Please pick who promised it.")
    words = form.text("words", need="Please write what was promised.", most=SHORT)
    due_on = form.day("due_on", need="Please pick the day by which it will be done.")
    if seat is None or due_on is None or form.errors:
        return _new(visit, youth, form)
    progress.promise(youth, seat=seat, words=words, due_on=due_on, by=visit)
    return Go(f"/y/{youth}/promises")


@door("y/<uuid:youth>/promises/<uuid:promise>", needs=MAY_WRITE, house="team")
def one(request: HttpRequest, visit: Visit, youth: UUID, promise: UUID) -> Answer:
    """One promise with all that was said of it, and what came of it now."""
    return _one(visit, youth, promise, going_back.typed_before(request, visit))


@door("y/<uuid:youth>/promises/<uuid:promise>", needs=MAY_WRITE, house="team", method="POST")
def say_outcome(request: HttpRequest, visit: Visit, youth: UUID, promise: UUID) -> Answer:
    """Kept, not kept, or another date; what was said before stays on record."""
    form = Form(request.POST)
    what = form.choice("what", progress.OUTCOMES, need="Please pick what came of it.")
    on = _read_day(form, what, today=_today())
    why = form.text("why", need="Please write why. The young person reads it." if what in progress.NEED_A_WHY else "")
    if form.errors:
        return _one(visit, youth, promise, form)
    progress.say_outcome(youth, promise=promise, what=what, on=on, why=why, by=visit)
    return Go(f"/y/{youth}/promises")


def _read_day(form: Form, what: str, *, today: date) -> date | None:
    """The day that goes with what came of it; none for a promise that was not kept."""
    day = form.day("on", need="Please pick the new date." if what == "moved" else "")
    if what == "kept" and day and day > today:
        form.wrong("on", "That day has not come yet. Pick today or an earlier one.")
    if what == "moved" and day and day < today:
        form.wrong("on", "The new date lies in the past. Pick today or a later one.")
    return day or (today if what == "kept" else None)


def _new(visit: Visit, youth: UUID, form: Form) -> Answer:
    people = [(str(one.seat), f"{one.name}, {one.role_name}") for one in beside(visit, youth)]
    values: dict[str, Any] = {"name": name_of(visit, youth), "people": people, "me": str(visit.actor), "form": form}
    return page(visit, "promise_new.html", youth=youth, status=422 if form.errors else 200, **values)


def _one(visit: Visit, youth: UUID, promise: UUID, form: Form) -> Answer:
    found = next((one for one in progress.promises(youth, by=visit) if one.id == promise), None)
    if found is None:
        return Page("not_found.html", status=404)
    names = {one.seat: one.name for one in beside(visit, youth)}
    values: dict[str, Any] = {"name": name_of(visit, youth), "names": names, "keeps": found.agency == visit.own_agency}
    status = 422 if form.errors else 200
    return page(visit, "promise.html", youth=youth, one=found, form=form, status=status, **values, **goal_words())


def _today() -> date:
    return clock.county_time(clock.now()).date()
