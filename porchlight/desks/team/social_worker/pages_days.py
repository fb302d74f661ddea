"""A day confirmed by having seen them, in one tap; and the day from which comparisons begin anew."""

from __future__ import annotations

from uuid import UUID

from django.http import HttpRequest

from porchlight.absences import api as absences
from porchlight.desks.forms import Form
from porchlight.desks.team.caregiver.pages_days import SAYS, draw_days, this_week
from porchlight.policy.api import Answer, Go, Visit, door

WHYS = [why for why in absences.WHY_AFRESH if why != absences.YOUTHS_WISH]
KEPT_AS = [status for status in absences.DAYS if absences.is_confirmed(status)]


@door("y/<uuid:youth>/days/seen", needs=SAYS, house="team", method="POST")
def seen(request: HttpRequest, visit: Visit, youth: UUID) -> Answer:
    """I saw them, a school day, we talked: each confirms the day. What was said, and where, is not asked."""
    form = Form(request.POST)
    week = {str(day): day for day in this_week()}
    day, how = week.get(form.choice("day", week)), form.choice("how", absences.SEEN_BY_STAFF)
    if day and how:
        absences.confirm_day(youth, day=day, source=how, status=form.choice("status", KEPT_AS), by=visit)
    return Go(f"/y/{youth}/days")


@door("y/<uuid:youth>/days/afresh", needs=SAYS, house="team", method="POST")
def begin_afresh(request: HttpRequest, visit: Visit, youth: UUID) -> Answer:
    """They moved, or days are recorded in another way: nothing is compared with what was before."""
    form = Form(request.POST)
    why = form.choice("why", WHYS, need="Please say which it is.")
    on = form.day("on", need="Please say since which day.")
    if on and on > this_week()[0]:
        form.wrong("on", "That day has not come yet. Pick today or earlier.")
    if form.errors or on is None:
        return draw_days(visit, youth, form)
    absences.begin_afresh(youth, why=why, on=on, by=visit)
    return Go(f"/y/{youth}/days")
