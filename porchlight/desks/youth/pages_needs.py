"""What I need: what matters to me, where I get it now, whether that is OK, and who may know."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.http import HttpRequest
from django.utils.translation import gettext as _

from porchlight.desks import going_back
from porchlight.desks.forms import SHORT, Form
from porchlight.desks.youth.frame import HERE, people_beside
from porchlight.kernel.coded import coded
from porchlight.needs import api as needs
from porchlight.policy.api import Answer, Category, Go, Page, Visit, door
from porchlight.policy.grid import the_grid


@door("n/10", needs=HERE, house="youth")
def my_needs(request: HttpRequest, visit: Visit) -> Answer:
    """My list, with who is there for what."""
    people = people_beside(visit)
    values = {
        "needs": needs.needs_map(visit.actor, by=visit),
        "names": {one.seat: one.name for one in people},
        "asks": {one.seat for one in people if _opening(one.role) not in (needs.OPEN_ANYWAY, needs.CLOSED)},
    }
    return Page("needs.html", values | _words(visit))


@door("n/10/a", needs=HERE, house="youth")
def new(request: HttpRequest, visit: Visit) -> Answer:
    """Something that matters to me."""
    return _one(visit, None, going_back.typed_before(request, visit))


@door("n/10/a", needs=HERE, house="youth", method="POST")
def add(request: HttpRequest, visit: Visit) -> Answer:
    """Put it on my list. All but the first question can be skipped."""
    form = Form(request.POST)
    code = form.choice("code", _codes(), need=_("Pick one, or go back without saving."))
    words = form.text("words", most=SHORT, need=_("Write what you call it.") if code == "other" else "")
    matters, gets_now, verdict = _read(form)
    if form.errors:
        return _one(visit, None, form)
    needs.name_need(visit.actor, code=code, words=words, matters=matters, gets_now=gets_now, verdict=verdict, by=visit)
    return Go("/n/10")


@door("n/10/<uuid:need>", needs=HERE, house="youth")
def one(request: HttpRequest, visit: Visit, need: UUID) -> Answer:
    """One of them, to read again or change."""
    found = needs.one_need(visit.actor, need=need, by=visit)
    return _one(visit, found, going_back.typed_before(request, visit)) if found else Page("not_found.html", status=404)


@door("n/10/<uuid:need>", needs=HERE, house="youth", method="POST")
def change(request: HttpRequest, visit: Visit, need: UUID) -> Answer:
    """Say it anew, or take it off my list."""
    form = Form(request.POST)
    if form.choice("do", ("send", "discard")) == "discard":
        needs.take_off(visit.actor, need=need, by=visit)
        return Go("/n/10")
    matters, gets_now, verdict = _read(form)
    if form.errors:
        found = needs.one_need(visit.actor, need=need, by=visit)
        return _one(visit, found, form)
    needs.answer_need(visit.actor, need=need, matters=matters, gets_now=gets_now, verdict=verdict, by=visit)
    return Go("/n/10")


@door("n/10/<uuid:need>/y", needs=HERE, house="youth", method="POST")
def may_see(request: HttpRequest, visit: Visit, need: UUID) -> Answer:
    """My yes or no to somebody seeing this line; I can take either back."""
    said = Form(request.POST).choice("see", ("yes", "no"))
    if said:
        needs.answer_helper(visit.actor, need=need, may_see=said == "yes", by=visit)
    return Go("/n/10")


def _one(visit: Visit, found: needs.NeedSheet | None, form: Form) -> Answer:
    values = _words(visit) | {"need": found, "form": form, "codes": _codes()}
    return Page("need.html", values, status=422 if form.errors else 200)


def _read(form: Form) -> tuple[int | None, str, str]:
    matters = form.choice("matters", [str(number) for number in needs.MATTERS])
    return (int(matters) if matters else None, form.text("gets_now"), form.choice("verdict", needs.VERDICTS))


def _codes() -> list[str]:
    return [entry.code for entry in coded("needs") if entry.code not in needs.NOT_NEEDS]


def _opening(role: str) -> str:
    return needs.opening(the_grid().cell(role, Category.NEEDS))


def _words(visit: Visit) -> dict[str, Any]:
    return {
        "label": lambda code: coded("needs").label(code, visit.language),
        "matters": {"3": _("It matters most to me"), "2": _("It matters a lot"), "1": _("A little"), "0": _("Not now")},
        "verdicts": {"works": _("Yes, it works for me"), "sort_of": _("Sort of"), "doesnt": _("No, it doesn't")},
    }
