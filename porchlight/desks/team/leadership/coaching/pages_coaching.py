"""Coaching: what a coach and the coached keep between the two of them."""

from __future__ import annotations

from uuid import UUID

from django.http import HttpRequest
from django.utils.translation import gettext as _

from porchlight.adoption.coaching import api as coaching
from porchlight.desks.forms import Form
from porchlight.desks.team.leadership import people_found
from porchlight.desks.team.leadership.coaching.words import support_words
from porchlight.desks.team.leadership.pages_practice import PRACTICE
from porchlight.desks.team.leadership.plain import plain
from porchlight.desks.team.shell.frame import page
from porchlight.kernel import clock
from porchlight.policy.api import Answer, Go, InOffice, OfCounty, Office, Visit, door

COACHES = InOffice((Office.CHAIR, Office.LEAD, Office.MANAGER))
COUNTS = InOffice((Office.CHAIR, Office.LEAD))


@door("coaching", needs=OfCounty(), house="team")
def talks(request: HttpRequest, visit: Visit) -> Answer:
    """The talks of this seat, as coach or as coached."""
    return _talks(visit, Form(), about=None)


@door("coaching/new", needs=COACHES, house="team")
def new(request: HttpRequest, visit: Visit) -> Answer:
    """Write down a talk."""
    return _new(visit, Form())


@door("coaching/new", needs=COACHES, house="team", method="POST")
def write(request: HttpRequest, visit: Visit) -> Answer:
    """Keep a talk for the two."""
    form = Form(request.POST)
    if people_found.is_search(form):
        return _new(visit, form)
    need = _("Please pick with whom you talked.")
    coached = people_found.the_one(visit, form, "coached", need=need, find=coaching.whom_i_coach)
    on_day = form.day("on_day", need=_("Please give the day of the talk."))
    strategy = plain(form, "strategy", by=visit, need=_("Please say what you practised."))
    words = {name: plain(form, name, by=visit) for name in ("barrier", "support")}
    by_day = form.day("support_by")
    if form.errors or coached is None or on_day is None:
        return _new(visit, form)
    try:
        coaching.write_coaching(coached.seat, on_day=on_day, strategy=strategy, support_by=by_day, **words, by=visit)
    except (coaching.NotYet, coaching.NoDay) as wrong:
        form.wrong("on_day" if isinstance(wrong, coaching.NotYet) else "support_by", _(wrong.said))
        return _new(visit, form)
    return Go("/coaching")


@door("coaching/<uuid:row>/support", needs=OfCounty(), house="team", method="POST")
def say_support(request: HttpRequest, visit: Visit, row: UUID) -> Answer:
    """Say whether what was promised came."""
    form = Form(request.POST)
    kept = form.choice("kept", ("yes", "no"), need=_("Please say whether it came."))
    why = plain(form, "why", by=visit)
    if form.errors:
        return _talks(visit, form, about=row)
    coaching.say_support(row, kept=kept == "yes", why=why, by=visit)
    return Go("/coaching")


@door("coaching/counts", needs=COUNTS, house="team")
def counts(request: HttpRequest, visit: Visit) -> Answer:
    """How many were coached, how many promises were kept. No word of a talk, nobody's name."""
    return page(visit, "adoption/coaching_counts.html", here=PRACTICE, counted=coaching.coaching_counts(by=visit))


def _talks(visit: Visit, form: Form, *, about: UUID | None) -> Answer:
    return page(
        visit,
        "adoption/coaching.html",
        here=PRACTICE,
        status=422 if form.errors else 200,
        form=form,
        about=about,
        found=coaching.my_coaching(by=visit),
        coaches=COACHES.answered(visit, None),
        counts=COUNTS.answered(visit, None),
        support=support_words(),
    )


def _new(visit: Visit, form: Form) -> Answer:
    return page(
        visit,
        "adoption/coaching_new.html",
        here=PRACTICE,
        status=422 if form.errors else 200,
        form=form,
        people=people_found.offered(visit, form, "coached", find=coaching.whom_i_coach),
        today=clock.county_time(clock.now()).date().isoformat(),
    )
