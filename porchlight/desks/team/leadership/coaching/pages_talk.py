"""Care for the people who do this: a talk after a hard night, asked for by one tap, kept nowhere once it happened."""

from __future__ import annotations

from uuid import UUID

from django.http import HttpRequest
from django.utils.translation import gettext as _

from porchlight.adoption.coaching import api as coaching
from porchlight.desks.forms import SHORT, Form
from porchlight.desks.team.leadership.pages_practice import PRACTICE
from porchlight.desks.team.leadership.people_found import MOST
from porchlight.desks.team.shell.frame import page
from porchlight.policy.api import Answer, Go, OfCounty, Visit, door
from porchlight.teams import api as teams

HERE = "/hard-night"  # never kept as the answer to a form: that too would tell that somebody asked


@door("hard-night", needs=OfCounty(), house="team")
def hard_night(request: HttpRequest, visit: Visit) -> Answer:
    """Who would listen; nothing has to be said."""
    return _hard_night(visit, Form(), search=request.GET.get("q", "").strip()[:SHORT])


@door("hard-night", needs=OfCounty(), house="team", method="POST")
def ask(request: HttpRequest, visit: Visit) -> Answer:
    """Ask one of them for a talk."""
    form = Form(request.POST)
    listeners = [one.seat for one in coaching.who_listens(by=visit)]
    coach = form.uuid("who", listeners, need=_("Please pick who should call you."))
    if coach is None:
        return _hard_night(visit, form)
    coaching.ask_for_a_talk(coach, by=visit)
    return Go(HERE, keep=False)


@door("hard-night/<uuid:row>/done", needs=OfCounty(), house="team", method="POST")
def done(request: HttpRequest, visit: Visit, row: UUID) -> Answer:
    """They talked, or it is not needed: nothing of it stays."""
    coaching.no_talk_open(row, by=visit)
    return Go(HERE, keep=False)


def _hard_night(visit: Visit, form: Form, *, search: str = "") -> Answer:
    found = [one for one in coaching.who_listens(by=visit) if search.casefold() in one.name.casefold()]
    phones = {seat.id: seat.phone for seat in teams.seats_of_county([one.seat for one in found[:MOST]], by=visit)}
    return page(
        visit,
        "adoption/hard_night.html",
        here=PRACTICE,
        status=422 if form.errors else 200,
        form=form,
        search=search,
        is_cut=len(found) > MOST,
        listeners=[(one.seat, one.name, phones.get(one.seat, "")) for one in found[:MOST]],
        asked=coaching.talks(by=visit),
    )
