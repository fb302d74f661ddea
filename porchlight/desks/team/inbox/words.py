"""What messages are called on staff pages, and what stands beside them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.utils.translation import gettext as _

from porchlight.messaging import api as messaging
from porchlight.people import api as people
from porchlight.policy.api import Visit
from porchlight.teams import api as teams


def topic(thread: messaging.ThreadSheet) -> str:
    """What a thread is about."""
    return {
        "come_back": _("Wants to come back"),
        "change": _("Wants something to change"),
        "code": _("Their code word: not safe"),
        "talk": _("Wrote to the people on call"),
        "backup": _("Backup tonight"),
    }.get(thread.topic, _("Messages"))


def note(kind: str) -> str:
    """What stands under a message that is more than words."""
    return {
        "ok": _("A check-in. No place was sent."),
        "code": _("Their code word. It means: I am not safe. No place was sent. Call or write to them now if you can."),
    }.get(kind, "")


def names(youths: set[UUID], visit: Visit) -> dict[UUID, str]:
    """What to call these young people here; one whose name is not open to this hat is called that way too."""
    return {sheet.youth: sheet.name for sheet in people.names_of(youths, by=visit)} if youths else {}


def unnamed() -> str:
    """For a young person who wrote to somebody who may not see their record."""
    return _("A young person who writes with you")


def pass_on(role: str) -> str:
    """One line on each thread: what this hat must pass on, as the young person reads it too."""
    if messaging.must_pass_on(role):
        return _(
            "What you must pass on: where they are, if you learn it. And that they or someone else could get hurt."
        )
    return _(
        "What you must pass on: only that they or someone else could get hurt now, and what the law makes you report. "
        "Where they are stays with you."
    )


@dataclass(frozen=True)
class Receipt:
    """What became of a caregiver's question to those on call. The page puts `name` and the moments in."""

    sent_at: datetime
    read: str
    next: str
    name: str = ""
    read_at: datetime | None = None
    moves_on: datetime | None = None


def caller(ask: teams.AskSheet, known: dict[UUID, teams.KnownSeat]) -> str:
    """Who reached the asker by phone; empty while nobody has."""
    if ask.called_by is None:
        return ""
    return known[ask.called_by].name if ask.called_by in known else _("Somebody")


def receipt(ask: teams.AskSheet, known: dict[UUID, teams.KnownSeat]) -> Receipt:
    """Never more than is so."""
    if ask.called_by is not None:
        read, after = _("%(name)s called, %(when)s."), _("Nothing waits here any more.")
        return Receipt(ask.asked_at, read, after, name=caller(ask, known), read_at=ask.answered_at)
    if ask.heard_at is not None:
        name = known[ask.heard_by].name if ask.heard_by in known else _("Somebody")
        read, after = _("%(name)s read it, %(when)s."), _("When they write back, it is here.")
        return Receipt(ask.asked_at, read, after, name=name, read_at=ask.heard_at)
    standing = ask.standing
    after = {
        "first": _("If it is still not read, it moves on at %(when)s."),
        "second": _("If it is still not read, it goes on the list of calls to make at %(when)s."),
        "call": _("It is on the list of calls to make."),
        "nobody": _("Nobody is on call now to read it. Please call the number."),
        "over": _("Nobody read this for a whole day. Please call, or send it again."),
    }[standing.with_whom]
    return Receipt(ask.asked_at, _("Nobody has read this yet. If you can, call."), after, moves_on=standing.moves_on)


def number(now: messaging.NowSheet) -> tuple[str, str, str]:
    """The number that a person answers now, whose it is, and a hint, as the phone link takes them."""
    who, hint = {
        "on_call": (now.name, _("on call now")),
        "desk": (_("the desk"), _("a person, day and night")),
        "hotline": (_("the county line"), _("Your county has not checked this number with us yet.")),
        "line": (_("the 988 line"), _("a person, day and night")),
    }[now.number.whose]
    return now.number.number, who, hint
