"""Where somebody is today, in one tap; or the week, in one form; and how each day is known."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any
from uuid import UUID

from django.http import HttpRequest

from porchlight.absences import api as absences
from porchlight.desks.forms import Form
from porchlight.desks.team.caregiver.words import STATUS_KIND, afresh_words, day_options, day_words, source_words
from porchlight.desks.team.shell.frame import page
from porchlight.flows.history import reads_all
from porchlight.kernel import clock
from porchlight.people import api as people
from porchlight.policy.api import Answer, Category, Change, Go, Visit, door

SAYS = Change(Category.DAY_STATUS)
WEEK = 7  # days, today included
YEAR = timedelta(days=365)


@door("y/<uuid:youth>/days", needs=SAYS, house="team")
def days_page(request: HttpRequest, visit: Visit, youth: UUID) -> Answer:
    """Today's four buttons, the last seven days as they are known, and how many of the last 28 are."""
    return draw_days(visit, youth, Form())


@door("y/<uuid:youth>/days", needs=SAYS, house="team", method="POST")
def say_today(request: HttpRequest, visit: Visit, youth: UUID) -> Answer:
    """One tap: where they are today. Another tap on the same day corrects it by a new fact."""
    form = Form(request.POST)
    status = form.choice("status", absences.DAYS)
    if status:
        absences.record_days(youth, said={this_week()[0]: status}, by=visit)
    return Go("/" if form.value("back") == "first" else f"/y/{youth}/days")


@door("y/<uuid:youth>/week", needs=SAYS, house="team")
def week_page(request: HttpRequest, visit: Visit, youth: UUID) -> Answer:
    """The last seven days in one form, as they hold now."""
    week = this_week()
    said = {day.day: day.status for day in absences.days(youth, since=week[-1], until=week[0], by=visit)}
    called = people.called(youth, by=visit)
    return page(visit, "week.html", youth=youth, called=called, week=week, said=said, options=day_options())


@door("y/<uuid:youth>/week", needs=SAYS, house="team", method="POST")
def say_week(request: HttpRequest, visit: Visit, youth: UUID) -> Answer:
    """Keep every day that was answered; days left open stay open."""
    form = Form(request.POST)
    said = {day: status for day in this_week() if (status := form.choice(f"day-{day}", absences.DAYS))}
    absences.record_days(youth, said=said, by=visit)
    return Go(f"/y/{youth}/days")


def draw_days(visit: Visit, youth: UUID, form: Form) -> Answer:
    """The days page; a worker also finds there how to confirm a day by having seen them."""
    week, lately = this_week(), last_days(absences.LOOK_BACK)
    said = {day.day: day for day in absences.days(youth, since=lately[-1], until=week[0], by=visit)}
    values: dict[str, Any] = {
        "youth": youth,
        "form": form,
        "called": people.called(youth, by=visit),
        "week": [(day, said.get(day)) for day in week],
        "words": day_words(),
        "kinds": STATUS_KIND,
        "options": day_options(),
        "sources": source_words(),
        "confirmed": absences.how_many_confirmed([(day, one.status) for day, one in said.items()], among=lately),
        "lately": len(lately),
        "afresh": absences.afresh(youth, since=week[0] - YEAR, by=visit),
        "why_afresh": afresh_words(),
        "looks_back": reads_all(youth, by=visit),
    }
    if visit.role != "CG":
        still_open = [day for day in week if day not in said or absences.may_confirm(said[day].status)]
        values["still_open"] = absences.would_keep(youth, among=still_open, by=visit)
    return page(visit, "days.html", status=422 if form.errors else 200, **values)


def this_week() -> tuple[date, ...]:
    """Today and the six days before it on the county's calendar, the newest first."""
    return last_days(WEEK)


def last_days(count: int) -> tuple[date, ...]:
    """So many days of the county's calendar, from today back."""
    today = clock.county_time(clock.now()).date()
    return tuple(today - timedelta(days=n) for n in range(count))
