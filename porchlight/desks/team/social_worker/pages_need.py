"""One need of the map: give it to somebody, write what the young person says, their yes, the staff's own field."""

from __future__ import annotations

from datetime import date
from uuid import UUID

from django.http import HttpRequest

from porchlight.desks.forms import Form
from porchlight.desks.team.shell.frame import page
from porchlight.desks.team.social_worker.needs_page import (
    beside,
    can_be_given,
    name_of,
    need_words,
    read_answer,
    read_giving,
    sees_anyway,
)
from porchlight.kernel import clock
from porchlight.kernel.coded import coded
from porchlight.needs import api as needs
from porchlight.policy.api import Answer, Category, Change, Go, Page, Visit, door

MAY_WRITE = Change(Category.NEEDS)


@door("y/<uuid:youth>/needs/<uuid:need>", needs=MAY_WRITE, house="team")
def one_need(request: HttpRequest, visit: Visit, youth: UUID, need: UUID) -> Answer:
    """The need as the young person sees it, who meets it, and everything that can be done about it."""
    return _one(visit, youth, need, Form())


@door("y/<uuid:youth>/needs/<uuid:need>/give", needs=MAY_WRITE, house="team", method="POST")
def give(request: HttpRequest, visit: Visit, youth: UUID, need: UUID) -> Answer:
    """Say who meets it from now on; the row opens to them when the young person says yes."""
    form = Form(request.POST)
    given = read_giving(form, offered=can_be_given(beside(visit, youth)), today=_today())
    if form.errors:
        return _one(visit, youth, need, form)
    needs.give_need(
        youth,
        need=need,
        seat=given.seat,
        who=given.who,
        starts_on=given.starts_on,
        due_on=given.due_on,
        often=given.often,
        next_step=given.next_step,
        barrier=given.barrier,
        by=visit,
    )
    return Go(f"/y/{youth}/needs")


@door("y/<uuid:youth>/needs/<uuid:need>/answer", needs=MAY_WRITE, house="team", method="POST")
def answer(request: HttpRequest, visit: Visit, youth: UUID, need: UUID) -> Answer:
    """What the young person says about it now, written down beside them."""
    form = Form(request.POST)
    said = read_answer(form)
    if form.errors:
        return _one(visit, youth, need, form)
    needs.answer_need(youth, need=need, matters=said.matters, gets_now=said.gets_now, verdict=said.verdict, by=visit)
    return Go(f"/y/{youth}/needs/{need}")


@door("y/<uuid:youth>/needs/<uuid:need>/yes", needs=MAY_WRITE, house="team", method="POST")
def their_yes(request: HttpRequest, visit: Visit, youth: UUID, need: UUID) -> Answer:
    """Their yes or no, said beside the worker."""
    said = Form(request.POST).choice("may_see", ("yes", "no"))
    if said:
        needs.answer_helper(youth, need=need, may_see=said == "yes", by=visit)
    return Go(f"/y/{youth}/needs/{need}")


@door("y/<uuid:youth>/needs/<uuid:need>/note", needs=MAY_WRITE, house="team")
def note_page(request: HttpRequest, visit: Visit, youth: UUID, need: UUID) -> Answer:
    """The staff's own field, on a page of its own."""
    return _note(visit, youth, need, Form())


@door("y/<uuid:youth>/needs/<uuid:need>/note", needs=MAY_WRITE, house="team", method="POST")
def note(request: HttpRequest, visit: Visit, youth: UUID, need: UUID) -> Answer:
    """Keep it; the one before stays in the record."""
    form = Form(request.POST)
    words, before = form.text("words"), form.choice("before", needs.BEFORE)
    if form.errors:
        return _note(visit, youth, need, form)
    needs.note_on_need(youth, need=need, before=before, words=words, by=visit)
    return Go(f"/y/{youth}/needs/{need}")


@door("y/<uuid:youth>/needs/<uuid:need>/off", needs=MAY_WRITE, house="team", method="POST")
def take_off(request: HttpRequest, visit: Visit, youth: UUID, need: UUID) -> Answer:
    """Take it off the map, when the young person says it is not a need any more."""
    needs.take_off(youth, need=need, by=visit)
    return Go(f"/y/{youth}/needs")


def _one(visit: Visit, youth: UUID, need: UUID, form: Form) -> Answer:
    found = needs.one_need(youth, need=need, by=visit)
    if found is None:
        return Page("not_found.html", status=404)
    around = beside(visit, youth)
    values = need_words(visit) | {
        "youth": youth,
        "name": name_of(visit, youth),
        "need": found,
        "names": {one.seat: one.name for one in around},
        "asked": bool(found.helper and found.helper.seat and not sees_anyway(around, found.helper.seat)),
        "seats": can_be_given(around),
        "barriers": [(entry.code, entry.en) for entry in coded("barriers")],
        "today": _today().isoformat(),
        "form": form,
        "keeps": found.agency == visit.own_agency,
    }
    return page(visit, "need.html", status=422 if form.errors else 200, **values)


def _note(visit: Visit, youth: UUID, need: UUID, form: Form) -> Answer:
    found = needs.one_need(youth, need=need, by=visit)
    if found is None:
        return Page("not_found.html", status=404)
    written = needs.staff_note(youth, need=need, by=visit)
    values = need_words(visit) | {"youth": youth, "name": name_of(visit, youth), "need": found, "note": written}
    return page(visit, "need_note.html", status=422 if form.errors else 200, form=form, **values)


def _today() -> date:
    return clock.county_time(clock.now()).date()
