"""Recognising the smallest change: what this visit may read becomes what may be said, and a person sends it.

What could be said is worked out in the visit of the person who looks and is kept nowhere.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from importlib import import_module
from importlib.util import find_spec
from typing import Any, Protocol
from uuid import UUID

from porchlight.kernel import clock
from porchlight.policy.api import Action, Category, Grain, Visit
from porchlight.progress import api as progress

ABSENCES = "porchlight.absences.api"
NEEDED = ("days", "leavings", "contacts")
LOOK_BACK = timedelta(weeks=26)
LATELY = timedelta(weeks=3)
ANSWERED = frozenset({"C3", "C4", "C5", "C6"})  # of the coded list `contact_status`: the young person was in touch


class SaidDay(Protocol):
    """A day as the room of absences gives it."""

    @property
    def day(self) -> date: ...

    @property
    def status(self) -> str: ...


class KeptContact(Protocol):
    """A contact as the room of absences gives it."""

    @property
    def at(self) -> datetime: ...

    @property
    def result(self) -> str: ...


@dataclass(frozen=True)
class Sayable:
    """What may be said now about one young person, or why nothing can be worked out in this visit."""

    youth: UUID
    found: progress.Candidates


def sayable(youth: UUID, *, by: Visit) -> Sayable:
    """At most two true facts from what this very visit may read, and why there are no others.

    A seat that reads only some rows of the record would count too little, so nothing is counted for it.
    """
    if not by.may(youth, Category.DAY_STATUS, Grain.FULL, Action.READ).every:
        return _nothing(youth, "not_for_this_seat")
    absences = import_module(ABSENCES) if find_spec(ABSENCES) else None
    if not all(hasattr(absences, name) for name in NEEDED):
        return _nothing(youth, "no_record")
    today = clock.county_time(clock.now()).date()
    history = _history(youth, absences, today=today, by=by)
    if not history.days:
        return _nothing(youth, "no_record")
    return Sayable(youth, progress.candidates(history, as_of=today, zone=clock.COUNTY_ZONE))


def send_what_is_true(youth: UUID, *, fact: str, words: str, by: Visit) -> UUID:
    """Send a fact that is still true now, worked out anew. Raises `NotSayable` when the record changed."""
    candidate = next((one for one in sayable(youth, by=by).found.facts if one.fact == fact), None)
    if candidate is None:
        raise progress.NotSayable
    return progress.send_fact(youth, fact=fact, slots=candidate.slots, words=words, by=by)


def contact_deeds(contacts: Iterable[KeptContact], *, away_on: frozenset[date]) -> tuple[progress.Deed, ...]:
    """Days on which the young person was in touch while away. What was said is not here, nor from where."""
    days = {clock.county_time(one.at).date() for one in contacts if one.result in ANSWERED}
    return tuple(progress.Deed("kept_contact", on) for on in sorted(days & away_on))


def _history(youth: UUID, absences: Any, *, today: date, by: Visit) -> progress.WeekFacts:
    since = today - LOOK_BACK
    said: tuple[SaidDay, ...] = absences.days(youth, since=since, until=today, by=by)
    days = tuple(progress.Day(one.day, one.status) for one in said)
    away_on = frozenset(one.on for one in days if one.status == "away")
    contacts: tuple[KeptContact, ...] = ()
    if by.may(youth, Category.ABSENCE, Grain.FULL, Action.READ).every:
        contacts = absences.contacts(youth, since=clock.now() - LATELY, by=by)
    return progress.WeekFacts(
        days=days,
        leavings=tuple(absences.leavings(youth, since=clock.now() - LATELY, by=by)),
        deeds=contact_deeds(contacts, away_on=away_on),
        said=progress.said_lately(youth, since=clock.now() - LATELY, by=by),
    )


def _nothing(youth: UUID, reason: str) -> Sayable:
    return Sayable(youth, progress.Candidates((), (progress.Withheld("everything", (reason,)),)))
