"""An absence: what waits, who reached out, what is owed, and that everything stays open."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.http import HttpRequest
from django.utils.translation import gettext as _

from porchlight.absences import api as absences
from porchlight.desks.forms import Form
from porchlight.desks.team.caregiver.words import channel_words, heard_words
from porchlight.desks.team.leadership.guidance.moment import at_the_moment
from porchlight.desks.team.shell.frame import page
from porchlight.desks.team.social_worker import absence_words as words
from porchlight.desks.team.social_worker.whole import ChangeWhole, SeeWhole
from porchlight.flows import leaving
from porchlight.kernel import clock
from porchlight.kernel.coded import coded
from porchlight.people import api as people
from porchlight.policy.api import Action, Answer, Category, Change, Go, Grain, Visit, door
from porchlight.teams import api as teams

CHANGES = ChangeWhole(Category.ABSENCE)
REACHES_OUT = Change(Category.ABSENCE)


@door("y/<uuid:youth>/absence", needs=SeeWhole(Category.ABSENCE), house="team")
def absence_page(request: HttpRequest, visit: Visit, youth: UUID) -> Answer:
    """One picture of an absence."""
    return _absence(visit, youth, Form())


@door("y/<uuid:youth>/absence", needs=CHANGES, house="team", method="POST")
def begin_absence(request: HttpRequest, visit: Visit, youth: UUID) -> Answer:
    """Open an absence: from a tap, or from what somebody told."""
    form = Form(request.POST)
    state = form.choice("state", absences.WHILE_AWAY, need="Please say which it is.")
    left, about = form.moment("left_at", otherwise=clock.now()), bool(form.choice("about", ("yes",)))
    tap = form.uuid("tap", [one.id for one in _taps(absences.waiting_for(youth, by=visit))])
    if form.errors:
        return _absence(visit, youth, form)
    age = form.choice("age", leaving.AGES) or "unknown"
    leaving.begin_absence(youth, state=state, tap=tap, left_at=left, about=about, said_age=age, by=visit)
    return Go(f"/y/{youth}/absence")


@door("y/<uuid:youth>/absence/state", needs=CHANGES, house="team", method="POST")
def turn(request: HttpRequest, visit: Visit, youth: UUID) -> Answer:
    """Another state, with a word about why where one is asked."""
    form = Form(request.POST)
    state = form.choice("state", absences.WHILE_AWAY, need="Please say which it is.")
    age = form.choice("age", leaving.AGES) or "unknown"
    if form.errors:
        return _absence(visit, youth, form)
    leaving.turn_absence(youth, state=state, why=form.text("why"), said_age=age, by=visit)
    return Go(f"/y/{youth}/absence")


@door("y/<uuid:youth>/absence/tap/<uuid:tap>", needs=CHANGES, house="team", method="POST")
def take_tap(request: HttpRequest, visit: Visit, youth: UUID, tap: UUID) -> Answer:
    """I have it; or: they are here after all."""
    if Form(request.POST).value("do") == "here":
        absences.set_leaving_aside(youth, tap=tap, by=visit)
    else:
        absences.acknowledge_leaving(youth, tap=tap, by=visit)
    return Go(f"/y/{youth}/absence" if CHANGES.answered(visit, youth) else "/")


@door("y/<uuid:youth>/contact", needs=REACHES_OUT, house="team")
def contact_page(request: HttpRequest, visit: Visit, youth: UUID) -> Answer:
    """Three taps: how, whom, how it went."""
    return _contact(visit, youth, Form())


@door("y/<uuid:youth>/contact", needs=REACHES_OUT, house="team", method="POST")
def reached_out(request: HttpRequest, visit: Visit, youth: UUID) -> Answer:
    """Keep the contact. Nothing on this page asks where."""
    form = Form(request.POST)
    result = form.choice("result", absences.results(), need=_("Please say how it went."))
    channel = form.choice("channel", absences.CHANNELS, need=_("Please say how."))
    effort = (
        absences.TO_THE_YOUTH  # a home reaches out to the young person, and to nobody behind them
        if visit.role == "CG"
        else form.choice("effort", absences.efforts(), need=_("Please say whom you reached out to."))
    )
    at = form.moment("at", otherwise=clock.now())
    if form.errors:
        return _contact(visit, youth, form)
    absences.record_contact(youth, channel=channel, effort=effort, result=result, at=at, by=visit)
    return Go(f"/y/{youth}/absence" if CHANGES.answered(visit, youth) else f"/y/{youth}/")


def _absence(visit: Visit, youth: UUID, form: Form) -> Answer:
    waiting = absences.waiting_for(youth, by=visit)
    episode = next((one for one in waiting if isinstance(one, absences.OpenAbsence)), None)
    duties = absences.duties(youth, episode=episode.id, by=visit) if episode else ()
    county, now = absences.the_county(), clock.now()
    values: dict[str, Any] = {
        "youth": youth,
        "form": form,
        "called": people.called(youth, by=visit),
        "taps": _taps(waiting),
        "episode": episode,
        "duties": duties,
        "notices": absences.count_notices((duty.key, duty.kinds) for duty in duties),
        "if_missing_by": episode.received_at + county.duration("missing.le_report") if episode else None,
        "contacts": absences.contacts(youth, since=episode.left_at, by=visit) if episode else (),
        "on_call": absences.on_call_for(youth, by=visit),
        "who": {beside.seat: beside.name for beside in teams.team_of(youth, by=visit)},
        "changes": CHANGES.answered(visit, youth),
        "asks_age": not visit.may(youth, Category.IDENTITY, Grain.FULL, Action.READ),
        "states": [(code, words.STATES[code], words.STATE_HINTS[code]) for code in absences.WHILE_AWAY],
        "words": words,
        "channels": channel_words(),
        "heard": heard_words(),
        "codes": {entry.code: entry.en for name in ("locating_efforts", "contact_status") for entry in coded(name)},
        "at": now,
        "guidance": at_the_moment(visit, "someone_left") if waiting else None,
    }
    return page(visit, "absence.html", status=422 if form.errors else 200, **values)


def _contact(visit: Visit, youth: UUID, form: Form) -> Answer:
    efforts, status = coded("locating_efforts"), coded("contact_status")
    return page(
        visit,
        "contact.html",
        status=422 if form.errors else 200,
        youth=youth,
        form=form,
        called=people.called(youth, by=visit),
        channels=list(channel_words().items()),
        efforts=[(code, efforts.label(code, visit.language)) for code in absences.efforts() if visit.role != "CG"],
        results=[(code, status.label(code, visit.language)) for code in absences.results()],
    )


def _taps(
    waiting: tuple[absences.Waiting, ...],
) -> list[absences.WaitingTap]:
    return [one for one in waiting if isinstance(one, absences.WaitingTap)]
