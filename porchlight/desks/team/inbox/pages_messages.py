"""Messages of one young person with this seat, and one thread. Opening a thread marks its words read."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.http import HttpRequest
from django.utils.translation import gettext as _

from porchlight.desks import going_back
from porchlight.desks.forms import Form
from porchlight.desks.team.inbox import words
from porchlight.desks.team.shell.frame import page
from porchlight.kernel.errors import Refused
from porchlight.messaging import api as messaging
from porchlight.policy.api import Action, Answer, Category, Go, SignedIn, StandBeside, Visit, door
from porchlight.teams import api as teams

BESIDE = StandBeside(Category.MESSAGES)
WRITING = StandBeside(Category.MESSAGES, action=Action.WRITE)


@door("y/<uuid:youth>/messages", needs=BESIDE, house="team")
def with_youth(request: HttpRequest, visit: Visit, youth: UUID) -> Answer:
    """The threads of this young person that this seat is in, and a first line to them."""
    return _with(visit, youth, going_back.typed_before(request, visit))


@door("y/<uuid:youth>/messages", needs=WRITING, house="team", method="POST")
def write(request: HttpRequest, visit: Visit, youth: UUID) -> Answer:
    """Write to the young person from this seat."""
    form = Form(request.POST)
    said = form.text("words", need=_("Please write a line first."))
    if form.errors:
        return _with(visit, youth, form)
    return Go(f"/m/{messaging.write_to(youth, seat=visit.seat, words=said, by=visit)}")


@door("m/<uuid:thread>", needs=SignedIn(), house="team")
def one_thread(request: HttpRequest, visit: Visit, thread: UUID) -> Answer:
    """One thread, its newest words on this screen and so read."""
    return _thread(visit, _mine(thread, visit), going_back.typed_before(request, visit))


@door("m/<uuid:thread>", needs=SignedIn(), house="team", method="POST")
def reply(request: HttpRequest, visit: Visit, thread: UUID) -> Answer:
    """Write back."""
    found, form = _mine(thread, visit), Form(request.POST)
    said = form.text("words", need=_("Please write a line first."))
    if form.errors:
        return _thread(visit, found, form)
    messaging.reply(found.youth, thread=found, words=said, by=visit)
    return Go(f"/m/{thread}")


@door("m/<uuid:thread>/called", needs=SignedIn(), house="team", method="POST")
def called(request: HttpRequest, visit: Visit, thread: UUID) -> Answer:
    """Whoever asked was reached by phone: it comes off the list of calls to make."""
    found = _mine(thread, visit)
    messaging.settled_by_phone(found.youth, thread=found, by=visit)
    return Go(f"/m/{thread}")


def _mine(thread: UUID, visit: Visit) -> messaging.ThreadSheet:
    found = messaging.thread_named(thread, by=visit)
    if not found:
        raise Refused
    return found[0]


def _with(visit: Visit, youth: UUID, form: Form) -> Answer:
    threads = [(one, words.topic(one)) for one in messaging.threads(youth, by=visit)]
    beside = any(fact.role != "OC" for fact in visit.facts(youth))
    values: dict[str, Any] = {
        "youth": youth,
        "name": words.names({youth}, visit).get(youth, words.unnamed()),
        "within": words.within(youth, visit),
        "threads": threads,
        "can_write": beside and not any(one.kind == "person" for one, _topic in threads),
        "pass_on": words.pass_on(visit.role),
        "form": form,
    }
    return page(visit, "messages.html", status=422 if form.errors else 200, **values)


def _thread(visit: Visit, thread: messaging.ThreadSheet, form: Form) -> Answer:
    said = messaging.messages(thread.youth, thread=thread.id, by=visit)
    messaging.mark_read(thread.youth, thread=thread, messages=[one.id for one in said if one.is_new], by=visit)
    known = teams.ever_beside(thread.youth, by=visit)
    values = _asking(thread, known, visit) | {
        "thread": thread,
        "youth": thread.youth,
        "name": words.names({thread.youth}, visit).get(thread.youth, words.unnamed()),
        "within": words.within(thread.youth, visit),
        "topic": words.topic(thread),
        "said": said,
        "me": visit.actor,
        "known": known,
        "pass_on": words.pass_on(visit.role),
        "note": words.note,
        "code_words": () if thread.is_rota else messaging.code_word(thread.youth, by=visit),
        "reach": next((one.reach for one in reversed(said) if one.reach), ""),
        "form": form,
    }
    return page(visit, "thread.html", status=422 if form.errors else 200, **values)


def _asking(thread: messaging.ThreadSheet, known: dict[UUID, teams.KnownSeat], visit: Visit) -> dict[str, Any]:
    """For whoever asked those on call: the receipt, a number, and whether writing on would reach somebody.

    For those on call: whether it still waits for them, and who reached the asker by phone.
    """
    plain = {"receipt": None, "number": None, "can_send": True, "waits": False, "caller_name": "", "called_at": None}
    ask = teams.asked(thread.youth, thread=thread.id, by=visit) if thread.is_rota else None
    if ask is None:
        return plain
    if thread.seat != visit.actor:
        waits = ask.answered_at is None
        return plain | {"waits": waits, "caller_name": words.caller(ask, known), "called_at": ask.answered_at}
    now = messaging.this_hour(thread.youth, by=visit)
    return plain | {"receipt": words.receipt(ask, known), "number": words.number(now), "can_send": now.can_ask}
