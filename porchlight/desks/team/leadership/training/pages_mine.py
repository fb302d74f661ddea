"""My training: what is due until when, what I had, what I learned, and what became of what I wanted to do."""

from __future__ import annotations

from datetime import date
from uuid import UUID

from django.http import HttpRequest
from django.utils.translation import gettext as _

from porchlight.adoption.training import api as training
from porchlight.desks import going_back
from porchlight.desks.forms import SHORT, Form
from porchlight.desks.team.leadership.pages_practice import PRACTICE
from porchlight.desks.team.leadership.plain import plain
from porchlight.desks.team.leadership.training import words
from porchlight.desks.team.shell.frame import page
from porchlight.policy.api import Answer, Go, OfCounty, Visit, door


@door("training", needs=OfCounty(), house="team")
def mine(request: HttpRequest, visit: Visit) -> Answer:
    """Everything about one's own training, what needs them first."""
    return page(
        visit,
        "adoption/training.html",
        here=PRACTICE,
        mine=training.my_training(by=visit),
        coming=training.coming_sessions(by=visit),
        learned=training.my_learning(by=visit),
        circles=training.my_circles(by=visit),
        kinds=words.KINDS,
        learnings=words.learning_words(),
        hours=words.hours_words,
        keeps=training.KEEPERS.answered(visit, None),
        closes=training.CLOSERS.answered(visit, None),
        imports=training.IMPORTERS.answered(visit, None),
        counts="chair" in visit.offices,
    )


@door("training/learned", needs=OfCounty(), house="team")
def learning(request: HttpRequest, visit: Visit) -> Answer:
    """Write down what one learned by oneself."""
    return _learning(visit, going_back.typed_before(request, visit))


@door("training/learned", needs=OfCounty(), house="team", method="POST")
def keep_learning(request: HttpRequest, visit: Visit) -> Answer:
    """Keep it; nobody else reads it."""
    form = Form(request.POST)
    kind = form.choice("kind", training.LEARNINGS, need=_("Please pick how you learned it."))
    what = plain(form, "what", by=visit, need=_("Please write what it was."), most=SHORT)
    day = past_day(form)
    hours = words.read_hours(form)
    if form.errors:
        return _learning(visit, form)
    training.learned(kind, what=what, done_on=day, hours=hours, by=visit)
    return Go(words.MINE)


@door("training/here", needs=OfCounty(), house="team")
def here(request: HttpRequest, visit: Visit) -> Answer:
    """Type the code that is on the wall."""
    return _here(visit, Form())


@door("training/here", needs=OfCounty(), house="team", method="POST")
def attend(request: HttpRequest, visit: Visit) -> Answer:
    """Be on the list; then the questions of that session."""
    form = Form(request.POST)
    typed = form.text("code", need=_("Please type the code."), most=SHORT)
    if form.errors:
        return _here(visit, form)
    try:
        session = training.attend_by_code(typed, by=visit)
    except training.ManyTries as wait:
        form.wrong("code", _(wait.said))
        return _here(visit, form)
    if session is None:
        form.wrong("code", _("No session of today has that code. Look at the wall and type it as it is there."))
        return _here(visit, form)
    return Go(f"/training/at/{session}")


@door("training/later/<uuid:intention>", needs=OfCounty(), house="team")
def later(request: HttpRequest, visit: Visit, intention: UUID) -> Answer:
    """Sixty days later: did it happen?"""
    return _later(visit, intention, going_back.typed_before(request, visit))


@door("training/later/<uuid:intention>", needs=OfCounty(), house="team", method="POST")
def say_what_came(request: HttpRequest, visit: Visit, intention: UUID) -> Answer:
    """Keep the answer for that person."""
    form = Form(request.POST)
    came = form.choice("came", training.OUTCOMES, need=_("Please pick one."))
    in_the_way = plain(form, "in_the_way", by=visit)
    if form.errors:
        return _later(visit, intention, form)
    training.say_what_came(intention, came=came, in_the_way=in_the_way, by=visit)
    return Go(words.MINE)


def past_day(form: Form) -> date:
    """A day until today; today when nothing was typed."""
    day = form.day("day") or words.today()
    if day > words.today():
        form.wrong("day", _("That day has not come yet. Pick today or an earlier one."))
    return day


def _learning(visit: Visit, form: Form) -> Answer:
    values = {"kinds": list(words.learning_words().items()), "hours": words.hours_options(), "today": words.today()}
    status = 422 if form.errors else 200
    return page(visit, "adoption/training_learned.html", here=PRACTICE, status=status, form=form, **values)


def _here(visit: Visit, form: Form) -> Answer:
    return page(visit, "adoption/training_here.html", here=PRACTICE, status=422 if form.errors else 200, form=form)


def _later(visit: Visit, intention: UUID, form: Form) -> Answer:
    asked = training.asked_one(intention, by=visit)
    values = {"asked": asked, "outcomes": list(words.outcome_words().items())}
    status = 422 if form.errors else 200
    return page(visit, "adoption/training_later.html", here=PRACTICE, status=status, form=form, **values)
