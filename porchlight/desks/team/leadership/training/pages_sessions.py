"""Sessions of the own agency: planned, with a code for the wall, with who was there, and with what came of it."""

from __future__ import annotations

from uuid import UUID

from django.http import HttpRequest
from django.utils.translation import gettext as _

from porchlight.adoption.training import api as training
from porchlight.desks.forms import SHORT, Form
from porchlight.desks.team.leadership.pages_practice import PRACTICE
from porchlight.desks.team.leadership.plain import plain
from porchlight.desks.team.leadership.training import words
from porchlight.desks.team.shell.frame import page
from porchlight.policy.api import Answer, Go, Visit, door
from porchlight.teams import api as teams


@door("training/sessions", needs=training.KEEPERS, house="team")
def sessions(request: HttpRequest, visit: Visit) -> Answer:
    """Sessions of the last months and those to come; and planning one."""
    return _sessions(visit, Form(), course=request.GET.get("course", ""))


@door("training/sessions", needs=training.KEEPERS, house="team", method="POST")
def plan(request: HttpRequest, visit: Visit) -> Answer:
    """Plan a session, or write down one that was."""
    form = Form(request.POST)
    course = form.uuid("course", [one.id for one in training.curricula(by=visit)], need=_("Please pick a course."))
    day = form.day("day", need=_("Please pick the day."))
    room = plain(form, "room", by=visit, most=SHORT)
    led_by = plain(form, "led_by", by=visit, need=_("Please write who trains."), most=SHORT)
    survivor = form.choice("survivor", training.SURVIVORS, need=_("Please pick one."))
    if form.errors or course is None or day is None:
        return _sessions(visit, form)
    row = training.plan_session(course, held_on=day, room=room, led_by=led_by, survivor_trainer=survivor, by=visit)
    return Go(f"{words.SESSIONS}/{row}")


@door("training/sessions/<uuid:row>", needs=training.KEEPERS, house="team")
def session(request: HttpRequest, visit: Visit, row: UUID) -> Answer:
    """One session: the code on its day, who was there, how sure people are, what came of it."""
    return _session(visit, row, Form(), search=request.GET.get("q", "")[:100])


@door("training/sessions/<uuid:row>/code", needs=training.KEEPERS, house="team")
def code(request: HttpRequest, visit: Visit, row: UUID) -> Answer:
    """The code alone, for the wall: no name stands beside it."""
    found = training.session(row, by=visit)
    shown = training.code_today(found, by=visit)
    return page(visit, "adoption/training_code.html", here=PRACTICE, one=found, code=shown)


@door("training/sessions/<uuid:row>/people", needs=training.KEEPERS, house="team", method="POST")
def mark(request: HttpRequest, visit: Visit, row: UUID) -> Answer:
    """Write down by name who was there."""
    form = Form(request.POST)
    search = form.text("q", most=SHORT)
    offered = {str(one.seat) for one in teams.colleagues_named(search, by=visit)}
    ticked = [UUID(seat) for seat in form.choices("seat", offered)]
    if not ticked:
        form.wrong("seat", _("Please tick somebody."))
    try:
        training.mark_attended(row, seats=ticked, by=visit)
    except (training.DayNotCome, training.CalledOff) as not_now:
        form.wrong("seat", _(not_now.said))
    return _session(visit, row, form, search=search) if form.errors else Go(f"{words.SESSIONS}/{row}")


@door("training/sessions/<uuid:row>/off", needs=training.KEEPERS, house="team", method="POST")
def call_off(request: HttpRequest, visit: Visit, row: UUID) -> Answer:
    """The session is not held."""
    training.call_off(row, by=visit)
    return Go(f"{words.SESSIONS}/{row}")


def _sessions(visit: Visit, form: Form, *, course: str = "") -> Answer:
    courses = training.curricula(by=visit)
    return page(
        visit,
        "adoption/training_sessions.html",
        here=PRACTICE,
        status=422 if form.errors else 200,
        form=form,
        course=course,
        sessions=training.sessions(by=visit),
        courses=[
            (str(one.id), f"{one.title}, {_('version %(number)s') % {'number': one.version}}, {one.agency_name}")
            for one in courses
        ],
        survivors=list(words.survivor_words().items()),
        today=words.today(),
    )


def _session(visit: Visit, row: UUID, form: Form, *, search: str) -> Answer:
    found, there = training.session(row, by=visit), training.attended(row, by=visit)
    here = {one.seat for one in there}
    people = [one for one in teams.colleagues_named(search, by=visit) if one.seat not in here]
    sure = training.how_sure(row, by=visit)
    return page(
        visit,
        "adoption/training_session.html",
        here=PRACTICE,
        status=422 if form.errors else 200,
        form=form,
        one=found,
        there=there,
        search=search,
        people=[(str(one.seat), one.name, one.agency_name) for one in people],
        code=training.code_today(found, by=visit),
        is_ahead=found.held_on > words.today(),
        sure=[(item, *_averages(sure, at)) for at, item in enumerate(words.sure_items())],
        sure_people=[(moment, sure[moment].people) for moment in training.MOMENTS if moment in sure],
        came=training.what_came(row, by=visit),
        survivors=words.survivor_words(),
        hows=words.how_words(),
    )


def _averages(sure: dict[str, training.SureSheet], at: int) -> tuple[str, ...]:
    return tuple(str(sure[moment].averages[at]) if moment in sure else "" for moment in training.MOMENTS)
