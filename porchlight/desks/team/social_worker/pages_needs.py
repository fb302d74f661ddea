"""The needs map: what matters to a young person and who meets it; unmet first."""

from __future__ import annotations

from uuid import UUID

from django.http import HttpRequest

from porchlight.desks.forms import SHORT, Form
from porchlight.desks.team.shell.frame import page
from porchlight.desks.team.social_worker.needs_page import beside, may_write, name_of, need_words, read_answer
from porchlight.desks.team.social_worker.needs_picture import needs_picture
from porchlight.desks.team.social_worker.whole import SeeWhole
from porchlight.kernel.coded import coded
from porchlight.needs import api as needs
from porchlight.policy.api import Answer, Category, Change, Go, See, Visit, door

MAY_SEE = See(Category.NEEDS)
MAY_WRITE = Change(Category.NEEDS)
NOTE_READERS = ("SW", "SUP")  # as the page promises on which the note is written


@door("y/<uuid:youth>/needs", needs=MAY_SEE, house="team")
def needs_map(request: HttpRequest, visit: Visit, youth: UUID) -> Answer:
    """The whole map, or the rows that the young person opened to this seat."""
    notes = visit.role in NOTE_READERS and SeeWhole(Category.NEEDS).answered(visit, youth)
    found, words = needs.needs_map(youth, noted=notes, by=visit), need_words(visit)
    names = {one.seat: one.name for one in beside(visit, youth)}
    return page(
        visit,
        "needs.html",
        youth=youth,
        name=name_of(visit, youth),
        needs=found,
        names=names,
        picture=needs_picture(found, names=names, label=words["label"]) if notes and found else None,
        writes=may_write(visit, youth),
        kind=Change(Category.RECOGNITION).answered(visit, youth),
        **words,
    )


@door("y/<uuid:youth>/needs/new", needs=MAY_WRITE, house="team")
def new_need(request: HttpRequest, visit: Visit, youth: UUID) -> Answer:
    """Name a need beside the young person, in their words."""
    return _new(visit, youth, Form())


@door("y/<uuid:youth>/needs/new", needs=MAY_WRITE, house="team", method="POST")
def name_need(request: HttpRequest, visit: Visit, youth: UUID) -> Answer:
    """Put it on the map."""
    form = Form(request.POST)
    code = form.choice("code", _codes(), need="Please pick what it is about.")
    words = form.text("words", most=SHORT, need="Please write what they call it." if code == "other" else "")
    said = read_answer(form)
    if form.errors:
        return _new(visit, youth, form)
    need = needs.name_need(
        youth,
        code=code,
        words=words,
        matters=said.matters,
        gets_now=said.gets_now,
        verdict=said.verdict,
        by=visit,
    )
    return Go(f"/y/{youth}/needs/{need}")


def _codes() -> list[str]:
    return [entry.code for entry in coded("needs") if entry.code not in needs.NOT_NEEDS]


def _new(visit: Visit, youth: UUID, form: Form) -> Answer:
    values = need_words(visit) | {"codes": _codes(), "form": form, "name": name_of(visit, youth), "youth": youth}
    return page(visit, "need_new.html", status=422 if form.errors else 200, **values)
