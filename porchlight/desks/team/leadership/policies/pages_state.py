"""What the county sends to the State: what, how often, what nobody has checked yet, and when it was sent."""

from __future__ import annotations

from django.http import HttpRequest
from django.utils.translation import gettext as _

from porchlight.adoption.policies import api as policies
from porchlight.desks.forms import Form
from porchlight.desks.team.leadership.pages_practice import PRACTICE
from porchlight.desks.team.leadership.plain import plain
from porchlight.desks.team.leadership.policies.county import past_day
from porchlight.desks.team.leadership.policies.pages_protocols import SENT_READERS
from porchlight.desks.team.leadership.policies.words import sending_words
from porchlight.desks.team.shell.frame import page
from porchlight.policy.api import Answer, Go, InOffice, Office, Visit, door

ADDRESS = "/protocols/state"


@door("protocols/state", needs=InOffice(tuple(sorted(SENT_READERS))), house="team")
def state(request: HttpRequest, visit: Visit) -> Answer:
    """What goes to the State, and when it last went."""
    return _state(visit, Form())


@door("protocols/state", needs=InOffice((Office.CHAIR,)), house="team", method="POST")
def sent(request: HttpRequest, visit: Visit) -> Answer:
    """Keep that something was sent."""
    form = Form(request.POST)
    sending = form.choice("sending", {one.key for one in _sendings()}, need=_("Please pick what was sent."))
    on = past_day(form, "sent_on")
    what = plain(form, "what", by=visit, most=400, dated=True)
    if form.errors or on is None:
        return _state(visit, form)
    policies.record_sent(sending, on=on, what=what, by=visit)
    return Go(ADDRESS)


def _sendings() -> tuple[policies.StateSending, ...]:
    return policies.shipped().sendings


def _state(visit: Visit, form: Form) -> Answer:
    return page(
        visit,
        "adoption/state_sent.html",
        here=PRACTICE,
        status=422 if form.errors else 200,
        form=form,
        sendings=_sendings(),
        said=sending_words(visit),
        sent=policies.sent_to_the_state(by=visit),
        chairs=Office.CHAIR in visit.offices,
    )
