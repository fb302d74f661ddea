"""Circles: colleagues think together about our own work. No young person is named, and nobody's case is told."""

from __future__ import annotations

from collections.abc import Collection
from uuid import UUID

from django.http import HttpRequest
from django.utils.translation import gettext as _

from porchlight.adoption.training import api as training
from porchlight.desks import going_back
from porchlight.desks.forms import SHORT, Form
from porchlight.desks.team.leadership import people_found
from porchlight.desks.team.leadership.pages_practice import PRACTICE
from porchlight.desks.team.leadership.plain import plain
from porchlight.desks.team.leadership.training import words
from porchlight.desks.team.leadership.training.pages_mine import past_day
from porchlight.desks.team.shell.frame import page
from porchlight.policy.api import Answer, Go, OfCounty, Visit, door
from porchlight.teams import api as teams

MOST_OTHERS = 40


@door("circles", needs=OfCounty(), house="team")
def circles(request: HttpRequest, visit: Visit) -> Answer:
    """The circles of the own agency."""
    found = training.circles(by=visit)
    holds = training.HOLDERS.answered(visit, None)
    return page(visit, "adoption/circles.html", here=PRACTICE, circles=found, holds=holds, asked=_asked(visit))


@door("circles/new", needs=training.HOLDERS, house="team")
def new(request: HttpRequest, visit: Visit) -> Answer:
    """Write down a circle that was."""
    return _new(visit, going_back.typed_before(request, visit))


@door("circles/new", needs=training.HOLDERS, house="team", method="POST")
def keep(request: HttpRequest, visit: Visit) -> Answer:
    """Keep it, when nothing in it points at a young person."""
    form = Form(request.POST)
    if people_found.is_search(form):
        return _new(visit, form)
    day, asked = past_day(form), form.choices("question", _asked(visit))
    own = plain(form, "own_question", by=visit, most=SHORT)
    notes = plain(form, "notes", by=visit)
    seats = [one.seat for one in people_found.picked(visit, form, "seat")]
    others = int(form.choice("others", [str(number) for number in range(MOST_OTHERS + 1)]) or "0")
    if not asked and not own and not form.error("own_question"):
        form.wrong("own_question", _("Please tick a question, or write one of your own."))
    if form.errors:
        return _new(visit, form)
    row = training.keep_circle(
        day, questions=asked, own_question=own, notes=notes, seats=seats, others=others, by=visit
    )
    return Go(f"{words.CIRCLES}/{row}")


@door("circles/<uuid:row>", needs=OfCounty(), house="team")
def circle(request: HttpRequest, visit: Visit, row: UUID) -> Answer:
    """One circle of the own agency."""
    found = training.circle(row, by=visit)
    return page(visit, "adoption/circle.html", here=PRACTICE, one=found, asked=_asked(visit))


def _asked(visit: Visit) -> dict[str, str]:
    return {one.key: one.said("question", visit.language) for one in training.questions()}


def _said(one: training.Question, visit: Visit) -> tuple[str, str, str]:
    return one.key, one.said("question", visit.language), one.said("why", visit.language)


def _others(
    *, by: Visit, named: str = "", among: Collection[UUID] | None = None, most: int | None = None
) -> tuple[teams.Colleague, ...]:
    """Colleagues beside oneself: whoever writes a circle down sat there too."""
    more = None if most is None else most + 1
    found = [one for one in teams.colleagues(named=named, among=among, most=more, by=by) if one.seat != by.seat]
    return tuple(found[:most])


def _new(visit: Visit, form: Form) -> Answer:
    tensions = words.tension_words().items()
    bank = [(name, [_said(one, visit) for one in training.questions_about(tension)]) for tension, name in tensions]
    return page(
        visit,
        "adoption/circle_new.html",
        here=PRACTICE,
        status=422 if form.errors else 200,
        form=form,
        today=words.today(),
        bank=bank,
        ticked=form.values("question"),
        people=people_found.offered(visit, form, "seat", find=_others),
        seats=form.values("seat"),
        others=[(str(number), str(number)) for number in range(MOST_OTHERS + 1)],
        nobody_reviewed=training.unreviewed_questions() > 0,
    )
