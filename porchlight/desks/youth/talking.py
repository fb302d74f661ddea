"""The words around writing to people: whom it is to, what they must pass on, who has read it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.utils.translation import gettext as _

from porchlight.desks.youth.frame import role_word
from porchlight.messaging import api as messaging
from porchlight.teams import api as teams

Known = dict[UUID, teams.KnownSeat]


@dataclass(frozen=True)
class Said:
    """A sentence with its name and moment still to be put in, which the page does in its own language."""

    text: str
    name: str = ""
    at: datetime | None = None


@dataclass(frozen=True)
class Receipt:
    """What became of a question to those on call: sent, read or not, and what comes next. Never more than is so.

    `state` is waiting, read or called; `called` is what somebody on call wrote down, so it says that they said it.
    """

    sent_at: datetime
    read: Said
    next: Said
    state: str


def title(thread: messaging.ThreadSheet, known: Known) -> str:
    """What a thread is called in a list and above its words."""
    if not thread.is_rota:
        return name_of(thread.seat, known)
    return topic_title(thread.topic)


def topic_title(topic: str) -> str:
    """What those on call are asked about."""
    return {
        "come_back": _("I want to come back"),
        "change": _("I want something to change"),
        "code": _("My code word"),
    }.get(topic, _("To the people on call"))


def name_of(seat: UUID | None, known: Known) -> str:
    """Somebody's name; no name is kept back, so a seat without one is somebody who left long ago."""
    return known[seat].name if seat in known else _("someone on my team")


def pass_on(role: str) -> str:
    """One line on each thread, before the first word is typed: what this person must pass on."""
    if messaging.must_pass_on(role):
        return _("What I must pass on: where you are, if you tell me. And if you or someone else could get hurt.")
    return _("What I must pass on: only if you or someone else could get hurt now. Not where you are.")


def passes_on_where(role: str) -> str:
    """The same beside a name, for picking from many."""
    if messaging.must_pass_on(role):
        return _("must pass on where you are, if you say it")
    return _("keeps to themselves where you are")


def pass_on_on_call() -> str:
    """The same line for those on call: they work for the county."""
    return pass_on("SW")


def seen_by(thread: messaging.ThreadSheet, known: Known) -> str:
    """Who reads what is written here."""
    if thread.is_rota:
        return on_call_readers()
    return _("you and %(name)s, no one else") % {"name": name_of(thread.seat, known)}


def on_call_readers() -> str:
    """Who reads what is sent to those on call."""
    return _("you, the people on call at your agency, and their lead")


def options(people: tuple[teams.KnownSeat, ...]) -> list[tuple[str, str, str]]:
    """People to pick from: value, name and role, and whether they pass on a place."""
    return [(str(p.seat), f"{p.name}, {role_word(p.role)}", passes_on_where(p.role)) for p in people]


def number_words(now: messaging.NowSheet) -> tuple[str, str, str]:
    """The number that a person answers now, whose it is, and a hint, as the phone link takes them."""
    who, hint = {
        "on_call": (now.name, _("on call now")),
        "desk": (_("the desk"), _("a person, day and night")),
        "hotline": (_("the county line"), _("Your county has not checked this number with us yet.")),
        "line": (_("the 988 line"), _("a person, day and night")),
    }[now.number.whose]
    return now.number.number, who, hint


def said_read(read_by: UUID | None, read_at: datetime | None, known: Known) -> Said:
    """Beside one's own words: whether a person has read them."""
    if read_at is None:
        return Said(_("Nobody has read this yet."))
    return Said(_("%(name)s read it, %(when)s."), name_of(read_by, known), read_at)


def receipt(ask: teams.AskSheet, known: Known) -> Receipt:
    """The truthful receipt of a question to those on call."""
    if ask.called_by is not None:
        wrote = Said(_("%(name)s wrote that you two talked by phone, %(when)s."), _caller(ask, known), ask.answered_at)
        return Receipt(ask.asked_at, wrote, Said(_("If that is not so, call, or write here.")), "called")
    if ask.heard_at is not None:
        read = said_read(ask.heard_by, ask.heard_at, known)
        return Receipt(ask.asked_at, read, Said(_("When they write back, it is here.")), "read")
    read = Said(_("Nobody has read this yet. If you can, call."))
    return Receipt(ask.asked_at, read, _next(ask.standing), "waiting")


def _caller(ask: teams.AskSheet, known: Known) -> str:
    return known[ask.called_by].name if ask.called_by in known else _("Somebody on call")


def _next(standing: teams.Standing) -> Said:
    text = {
        "first": _("If it is still not read, it moves on at %(when)s."),
        "second": _("If it is still not read, it goes on the list of calls to make at %(when)s."),
        "call": _("It is on the list of calls to make."),
        "nobody": _("Nobody is on call now to read it. Please call the number."),
        "over": _("Nobody read this for a whole day. Please call, or send it again."),
    }[standing.with_whom]
    return Said(text, at=standing.moves_on)
