"""What is true about the bed: set by the home or the worker, and so said to the young person."""

from __future__ import annotations

from datetime import timedelta
from uuid import UUID

from django.http import HttpRequest
from django.utils.translation import gettext as _

from porchlight.absences import api as absences
from porchlight.desks.forms import SHORT, Form
from porchlight.desks.team.caregiver import words_home as words
from porchlight.desks.team.shell.frame import page
from porchlight.kernel import clock
from porchlight.people import api as people
from porchlight.policy.api import Answer, Category, Change, Go, Grain, Visit, door

NEEDS = Change(Category.ABSENCE, Grain.SLICE)


@door("y/<uuid:youth>/bed", needs=NEEDS, house="team")
def bed_page(request: HttpRequest, visit: Visit, youth: UUID) -> Answer:
    """The line as it is said now, and a form to change it."""
    return _bed(visit, youth, Form())


@door("y/<uuid:youth>/bed", needs=NEEDS, house="team", method="POST")
def record_bed(request: HttpRequest, visit: Visit, youth: UUID) -> Answer:
    """Keep what is true from now on."""
    form = Form(request.POST)
    state = form.choice("state", list(absences.BedState), need=_("Please pick what is true now."))
    last_night, place, call = form.day("last_night"), form.text("place", most=SHORT), form.text("call", most=SHORT)
    if state and state != absences.BedState.UNKNOWN and last_night is None and not form.error("last_night"):
        form.wrong("last_night", _("Please pick the last night that this holds."))
    if last_night and last_night < clock.county_time(clock.now()).date() - timedelta(days=1):
        form.wrong("last_night", _("That night is over. Please pick tonight or later."))
    if state == absences.BedState.ELSEWHERE and not place:
        form.wrong("place", _("Please write where they can sleep tonight. Or pick that we don't know yet."))
    if form.errors:
        return _bed(visit, youth, form)
    absences.record_bed(youth, state=absences.BedState(state), last_night=last_night, place=place, call=call, by=visit)
    return Go(f"/y/{youth}/bed")


def _bed(visit: Visit, youth: UUID, form: Form) -> Answer:
    now = absences.home_now(youth, by=visit)
    return page(
        visit,
        "home_bed.html",
        status=422 if form.errors else 200,
        youth=youth,
        called=people.called(youth, by=visit),
        line=now.line,
        they_read=absences.say_bed(now.line, language=visit.language, to_youth=True),
        states=words.bed_states(),
        county_number=absences.number_to_call(),
        form=form,
    )
