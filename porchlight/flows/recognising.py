"""Recognising the smallest change: what this visit may read becomes what may be said, and a person sends it.

What could be said is worked out in the visit of the person who looks and is kept nowhere. Whether what was sent
still holds is worked out whenever it is read.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta
from uuid import UUID

from porchlight.flows.history import LOOK_BACK, history, reads_all, reads_all_of
from porchlight.kernel import clock
from porchlight.policy.api import Action, Category, Event, Grain, Visit
from porchlight.progress import api as progress

LATELY = timedelta(weeks=3)
READ_AGAIN = timedelta(weeks=13)  # so long after it was sent a fact is asked whether it still holds


@dataclass(frozen=True)
class Sayable:
    """What may be said now about one young person, and why there is no more.

    `found` is the whole answer of the engine from the `record`; None where this visit may not work anything out.
    `sent` is what this seat sent before, the newest first.
    """

    youth: UUID
    offers: tuple[progress.Candidate, ...]
    withheld: tuple[progress.Withheld, ...]
    found: progress.Recognition | None = None
    record: progress.History | None = None
    sent: tuple[progress.WordSheet, ...] = ()


def sayable(youth: UUID, *, by: Visit) -> Sayable:
    """At most two true facts, a pattern and what lasts, from what this very visit may read.

    A seat that reads some rows of the record alone would count too little, so nothing is counted for it.
    """
    sent = _sent(youth, by=by)
    if not reads_all(youth, by=by):
        return _nothing(youth, "not_for_this_seat", sent)
    record = history(youth, by=by)
    if not record.days:
        return _nothing(youth, "no_record", sent, record)
    now = clock.now()
    reading = progress.how_to_read(youth, since=clock.county_time(now - LOOK_BACK).date(), by=by)
    record = replace(record, said=_said_lately(sent), harms=reading.harms)
    today = clock.county_time(now).date()
    found = progress.recognise(record, config=reading.config, as_of=today, zone=clock.COUNTY_ZONE)
    return Sayable(youth, progress.offers(found), found.withheld, found, record, sent)


def send_what_is_true(youth: UUID, *, fact: str, words: str, by: Visit) -> UUID:
    """Send something that is still true now, worked out anew. Raises `NotSayable` when the record changed."""
    candidate = next((one for one in sayable(youth, by=by).offers if one.fact == fact), None)
    if candidate is None:
        raise progress.NotSayable
    return progress.send_fact(youth, said=candidate, words=words, by=by)


def as_it_holds(
    youth: UUID, words: Iterable[progress.WordSheet], *, seen: Sayable | None = None, by: Visit
) -> Mapping[UUID, progress.Candidate | None]:
    """What each sent fact says by the record as it is now, by the word's id; None: it does not hold any more.

    Facts sent more than 13 weeks ago, or read by a seat that does not read all that they rest on, are left as they
    were said. That one does not hold any more is kept in the log. `seen` where this visit has worked it out already.
    """
    now = clock.now()
    recent = [
        (one, one.said)
        for one in words
        if one.said is not None and one.sent_at > now - READ_AGAIN and reads_all_of(one.fact, youth, by=by)
    ]
    if not recent or not reads_all(youth, by=by):
        return {}
    record = seen.record if seen and seen.record else history(youth, by=by)
    config = seen.found.config if seen and seen.found else progress.agency_config(youth, by=by)
    found = {
        one.id: progress.still_said(said, at=one.sent_at, history=record, config=config, zone=clock.COUNTY_ZONE)
        for one, said in recent
    }
    if None in found.values():
        by.note(Event("lapse", "progress.word", Category.RECOGNITION, Grain.FULL, (youth,)))
    return found


def _sent(youth: UUID, *, by: Visit) -> tuple[progress.WordSheet, ...]:
    if not by.may(youth, Category.RECOGNITION, Grain.FULL, Action.READ):
        return ()
    words = progress.received(youth, wanted=progress.Wishes(youth), by=by)
    return tuple(word for word in words if word.is_mine)


def _said_lately(sent: Iterable[progress.WordSheet]) -> tuple[tuple[str, date], ...]:
    """The facts that this very seat sent lately: key and county day."""
    since = clock.now() - LATELY
    facts = (one for one in sent if one.fact and one.sent_at >= since)
    return tuple((one.fact, clock.county_time(one.sent_at).date()) for one in facts)


def _nothing(
    youth: UUID, reason: str, sent: tuple[progress.WordSheet, ...], record: progress.History | None = None
) -> Sayable:
    return Sayable(youth, (), (progress.Withheld("everything", (reason,)),), None, record, sent)
