"""Whether what was said once still stands on the record. Asked whenever it is read; the answer is kept nowhere."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from zoneinfo import ZoneInfo

from porchlight.progress.rules.config import Config
from porchlight.progress.rules.history import DEEDS, History
from porchlight.progress.rules.offers import PATTERN, SUSTAINED, offers
from porchlight.progress.rules.recognise import recognise
from porchlight.progress.rules.resting import resting_on
from porchlight.progress.rules.weekly import Candidate, every_fact
from porchlight.progress.rules.weeks import day_table


def as_it_was(history: History, *, at: datetime, zone: ZoneInfo) -> History:
    """What is known now of what had happened by that moment. Nothing that came later is in it."""
    on = at.astimezone(zone).date()
    away = (one for one in history.away if one.left_at <= at)
    return replace(
        history,
        days=tuple(day for day in history.days if day.on <= on),
        leavings=tuple(one for one in history.leavings if one.at <= at),
        away=tuple(one if one.back_at is None or one.back_at <= at else replace(one, back_at=None) for one in away),
        deeds=tuple(one for one in history.deeds if one.on <= on),
        changes=tuple(one for one in history.changes if one.on <= on),
        said=(),
        hidden=frozenset(),
    )


def still_said(said: Candidate, *, at: datetime, history: History, config: Config, zone: ZoneInfo) -> Candidate | None:
    """What `said`, sent at that moment, says by the record as it is now; None when it does not hold any more.

    Where the facts that it rests on are the same ones, it stands as it was said. Where one was corrected or came
    late, it is worked out anew, for the day on which it was sent.
    """
    then = as_it_was(history, at=at, zone=zone)
    if said.fact in DEEDS:
        kept = [one for one in then.deeds if one.fact == said.fact and said.since <= one.on <= said.until]
        return said if kept else None
    if said.rests_on == resting_on(then, since=said.since, until=said.until, zone=zone):
        return said
    found = _worked_out(said.fact, then=then, at=at, config=config, zone=zone)
    return next((one for one in found if one.fact == said.fact), None)


def _worked_out(fact: str, *, then: History, at: datetime, config: Config, zone: ZoneInfo) -> tuple[Candidate, ...]:
    as_of = at.astimezone(zone).date()
    if fact in (PATTERN, SUSTAINED):
        wanted = replace(config, pattern=True, sustained=True)  # because it was on when it was said
        return offers(recognise(then, config=wanted, as_of=as_of, zone=zone))
    return every_fact(then, table=day_table(then, as_of=as_of, zone=zone), as_of=as_of, zone=zone).facts
