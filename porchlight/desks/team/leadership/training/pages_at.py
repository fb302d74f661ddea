"""One session that somebody had: how sure they were before and after, and what they will do differently."""

from __future__ import annotations

from uuid import UUID

from django.http import HttpRequest
from django.utils.translation import gettext as _

from porchlight.adoption.training import api as training
from porchlight.desks import going_back
from porchlight.desks.forms import Form
from porchlight.desks.team.leadership.pages_practice import PRACTICE
from porchlight.desks.team.leadership.plain import plain
from porchlight.desks.team.leadership.training import words
from porchlight.desks.team.shell.frame import page
from porchlight.policy.api import Answer, Go, OfCounty, Visit, door


@door("training/at/<uuid:session>", needs=OfCounty(), house="team")
def at(request: HttpRequest, visit: Visit, session: UUID) -> Answer:
    """What is asked about that session, for who was there."""
    return _at(visit, session, going_back.typed_before(request, visit))


@door("training/at/<uuid:session>/<str:moment>", needs=OfCounty(), house="team", method="POST")
def say_how_sure(request: HttpRequest, visit: Visit, session: UUID, moment: str) -> Answer:
    """Keep the five answers of before or after."""
    form = Form(request.POST)
    items = words.five(form, moment)
    if form.errors:
        return _at(visit, session, form)
    training.say_how_sure(session, moment=moment, items=items, by=visit)
    return Go(f"/training/at/{session}")


@door("training/at/<uuid:session>", needs=OfCounty(), house="team", method="POST")
def will_do(request: HttpRequest, visit: Visit, session: UUID) -> Answer:
    """Keep what they will do differently."""
    form = Form(request.POST)
    said = plain(form, "will", by=visit, need=_("Please write one thing."))
    if form.errors:
        return _at(visit, session, form)
    training.will_do_differently(session, words=said, by=visit)
    return Go(f"/training/at/{session}")


@door("training/courses/<uuid:row>", needs=OfCounty(), house="team")
def course(request: HttpRequest, visit: Visit, row: UUID) -> Answer:
    """One version of a course: what it is about, and the versions beside it."""
    found = training.curriculum(row, by=visit)
    return page(
        visit,
        "adoption/training_course.html",
        here=PRACTICE,
        one=found,
        hours=words.hours_words(found.sheet.hours),
        sets=words.set_names(visit.language),
        writes=training.KEEPERS.answered(visit, None) and found.sheet.agency == visit.agency,
        keeps=training.KEEPERS.answered(visit, None),
    )


def _at(visit: Visit, session: UUID, form: Form) -> Answer:
    one = training.my_session(session, by=visit)
    values = {"items": words.sure_items(), "scale": words.scale(), "one": one, "today": words.today()}
    status = 422 if form.errors else 200
    return page(visit, "adoption/training_at.html", here=PRACTICE, status=status, form=form, **values)
