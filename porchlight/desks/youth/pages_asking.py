"""I want to come back; I want something to change: a number first, then those on call if there are any."""

from __future__ import annotations

from django.http import HttpRequest

from porchlight.absences import api as absences
from porchlight.desks import going_back
from porchlight.desks.forms import SHORT, Form
from porchlight.desks.youth import talking
from porchlight.desks.youth.frame import HERE
from porchlight.messaging import api as messaging
from porchlight.policy.api import Answer, Go, Page, Visit, door

COME_BACK, CHANGE = ("come_back", "/n/8"), ("change", "/n/9")


@door("n/8", needs=HERE, house="youth")
def come_back(request: HttpRequest, visit: Visit) -> Answer:
    """At any hour: the number that a person answers now stands first."""
    return _page(visit, COME_BACK, going_back.typed_before(request, visit))


@door("n/8", needs=HERE, house="youth", method="POST")
def send_come_back(request: HttpRequest, visit: Visit) -> Answer:
    """Ask those on call; with nobody on call nothing is sent and the words stay."""
    return _send(request, visit, COME_BACK)


@door("n/9", needs=HERE, house="youth")
def change(request: HttpRequest, visit: Visit) -> Answer:
    """Something should be different: first who can be called, then a way to say it."""
    return _page(visit, CHANGE, going_back.typed_before(request, visit))


@door("n/9", needs=HERE, house="youth", method="POST")
def send_change(request: HttpRequest, visit: Visit) -> Answer:
    """The same for a change."""
    return _send(request, visit, CHANGE)


def _send(request: HttpRequest, visit: Visit, about: tuple[str, str]) -> Answer:
    form = Form(request.POST)
    words, reach = form.text("words"), form.text("reach", most=SHORT)
    if form.errors or not messaging.this_hour(visit.actor, by=visit).can_ask:
        return _page(visit, about, form, status=422)
    thread = messaging.ask_those_on_call(visit.actor, topic=about[0], words=words, reach=reach, by=visit)
    return Go(f"/n/6/{thread}")


def _page(visit: Visit, about: tuple[str, str], form: Form, *, status: int = 200) -> Answer:
    topic, address = about
    now = messaging.this_hour(visit.actor, by=visit)
    values = {
        "title": talking.topic_title(topic),
        "topic": topic,
        "address": address,
        "can_ask": now.can_ask,
        "number": talking.number_words(now),
        "bed": _bed(visit) if about == COME_BACK else "",
        "seen_by": talking.on_call_readers(),
        "pass_on": talking.pass_on_on_call(),
        "form": form,
    }
    return Page("asking.html", values, status=status)


def _bed(visit: Visit) -> str:
    """What the record says about tonight's bed; where it says nothing, neither do we: the number stands above."""
    line = absences.welcome_for(visit.actor, by=visit).line
    return absences.say_bed(line, language=visit.language, to_youth=True) if line.is_known else ""
