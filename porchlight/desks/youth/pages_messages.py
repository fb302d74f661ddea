"""My messages: who I write with, one thread at a time, and whether a person has read it."""

from __future__ import annotations

from uuid import UUID

from django.http import HttpRequest
from django.utils.translation import gettext as _

from porchlight.desks import going_back
from porchlight.desks.forms import Form
from porchlight.desks.youth import talking
from porchlight.desks.youth.frame import HERE
from porchlight.kernel.errors import Refused
from porchlight.messaging import api as messaging
from porchlight.policy.api import Answer, Go, Page, Visit, door
from porchlight.teams import api as teams


@door("n/6", needs=HERE, house="youth")
def my_messages(request: HttpRequest, visit: Visit) -> Answer:
    """My threads, and the people I can write to; with `?to=` the page to write to one of them."""
    to = Form(request.GET)
    people = messaging.to_write_to(visit.actor, by=visit)
    seat = to.uuid("to", [person.seat for person in people])
    found = messaging.threads(visit.actor, by=visit)
    known = teams.ever_beside(visit.actor, by=visit)
    with_them = next((one for one in found if one.seat == seat and not one.is_rota), None) if seat else None
    if with_them:
        return Go(f"/n/6/{with_them.id}")
    if seat:
        return _write(known[seat], going_back.typed_before(request, visit))
    threads = [(one, talking.title(one, known), _newest(one, known, visit)) for one in found if one.last_at]
    return Page("messages.html", {"threads": threads, "people": people, "options": talking.options(people)})


@door("n/6", needs=HERE, house="youth", method="POST")
def write(request: HttpRequest, visit: Visit) -> Answer:
    """My first words to somebody beside me."""
    form = Form(request.POST)
    people = {person.seat: person for person in messaging.to_write_to(visit.actor, by=visit)}
    seat = form.uuid("to", list(people))
    if seat is None:
        return Go("/n/6")
    words = form.text("words", need=_("Write a line, or go back without saving."))
    if form.errors:
        return _write(people[seat], form)
    return Go(f"/n/6/{messaging.write_to(visit.actor, seat=seat, words=words, by=visit)}")


@door("n/6/<uuid:thread>", needs=HERE, house="youth")
def one_thread(request: HttpRequest, visit: Visit, thread: UUID) -> Answer:
    """One thread: the words, whether they were read, the number that a person answers now."""
    return _thread(visit, _mine(thread, visit), going_back.typed_before(request, visit))


@door("n/6/<uuid:thread>", needs=HERE, house="youth", method="POST")
def reply(request: HttpRequest, visit: Visit, thread: UUID) -> Answer:
    """Write on, if somebody would open it; else the words stay on the page, not sent."""
    found, form = _mine(thread, visit), Form(request.POST)
    words = form.text("words", need=_("Write a line, or go back without saving."))
    if form.errors or not _can_send(visit, found):
        return _thread(visit, found, form, status=422)
    messaging.reply(visit.actor, thread=found, words=words, by=visit)
    return Go(f"/n/6/{thread}")


def _mine(thread: UUID, visit: Visit) -> messaging.ThreadSheet:
    found = messaging.thread_named(thread, by=visit)
    if not found:
        raise Refused
    return found[0]


def _can_send(visit: Visit, thread: messaging.ThreadSheet) -> bool:
    if thread.is_rota:
        return messaging.this_hour(visit.actor, by=visit).can_ask
    return thread.seat in {person.seat for person in messaging.to_write_to(visit.actor, by=visit)}


def _thread(visit: Visit, thread: messaging.ThreadSheet, form: Form, *, status: int = 200) -> Answer:
    known = teams.ever_beside(visit.actor, by=visit)
    now = messaging.this_hour(visit.actor, by=visit)
    ask = teams.asked(visit.actor, thread=thread.id, by=visit) if thread.is_rota else None
    person = known.get(thread.seat) if thread.seat else None
    said = messaging.messages(visit.actor, thread=thread.id, by=visit)
    lines = [(one, talking.name_of(one.by, known), talking.said_read(one.read_by, one.read_at, known)) for one in said]
    values = {
        "thread": thread,
        "title": talking.title(thread, known),
        "lines": lines,
        "me": visit.actor,
        "receipt": talking.receipt(ask, known) if ask else None,
        "seen_by": talking.seen_by(thread, known),
        "pass_on": talking.pass_on(person.role) if person else talking.pass_on_on_call(),
        "can_send": now.can_ask if thread.is_rota else bool(person and person.is_beside),
        "number": talking.number_words(now),
        "form": form,
    }
    return Page("thread.html", values, status=status)


def _write(person: teams.KnownSeat, form: Form) -> Answer:
    values = {"person": person, "pass_on": talking.pass_on(person.role), "form": form}
    return Page("write.html", values, status=422 if form.errors else 200)


def _newest(thread: messaging.ThreadSheet, known: talking.Known, visit: Visit) -> str:
    if thread.last_by != visit.actor:
        return _("%(name)s wrote last") % {"name": talking.name_of(thread.last_by, known)}
    return _("Read") if thread.last_is_read else _("Not read yet")
