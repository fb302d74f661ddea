"""What may truly be said about the last week: pure, from plain values, computed anew each time and never kept.

A week is seven county days. The week that counts ends on the day before `as_of`, because today is not over.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from porchlight.progress.rules.facts import LEAST_KNOWN, fewer_fact_with_time_away, longest_stay
from porchlight.progress.spans import (
    AWAY,
    HOME,
    ONE_DAY,
    Away,
    Day,
    days_of,
    known_share,
    longest_runs,
    week_with_time_away,
)
from porchlight.progress.words import FACTS

DEEDS = ("own_return", "helped_return", "kept_contact", "plan_step", "goal_step", "trusted_person")
MISSING = ("too_few_days", "not_enough_known", "time_away_not_known")
AT_MOST = 2  # facts offered at a time
WARM_UP = 4  # weeks before a stay may be called the longest
WEEK = timedelta(days=7)
HOUR = timedelta(hours=1)


@dataclass(frozen=True)
class Deed:
    """Something that the young person did: a key of `DEEDS`, and the county day."""

    fact: str
    on: date


@dataclass(frozen=True)
class WeekFacts:
    """Everything that the visit of the person who looks may read; nothing else exists here.

    `said` are facts that this person already sent: key and county day.
    """

    days: tuple[Day, ...] = ()
    leavings: tuple[datetime, ...] = ()
    away: tuple[Away, ...] = ()
    deeds: tuple[Deed, ...] = ()
    said: tuple[tuple[str, date], ...] = ()


@dataclass(frozen=True)
class Candidate:
    """One true sentence: a key of `words.FACTS`, its numbers, and the first and last day that it is about."""

    fact: str
    since: date
    until: date
    slots: Mapping[str, int] = field(default_factory=dict)


@dataclass(frozen=True)
class Withheld:
    """A fact that may not be said, and the codes of `words.WITHHELD` that say why."""

    fact: str
    reasons: tuple[str, ...]


@dataclass(frozen=True)
class Candidates:
    """At most two facts to choose from, and why the others are not offered."""

    facts: tuple[Candidate, ...]
    withheld: tuple[Withheld, ...]


def candidates(history: WeekFacts, *, as_of: date, zone: ZoneInfo) -> Candidates:
    """What may be said on `as_of`: own deeds of the last seven days first, then counts that pass their gate.

    A fact that was sent in both of the last two weeks stands back when there is another one.
    """
    found = [*_deeds(history, as_of=as_of)]
    withheld: list[Withheld] = [] if found else [Withheld("deeds", ("nothing_seen",))]
    for one in (
        _fewer(history, as_of=as_of, zone=zone),
        _sooner(history, as_of=as_of, zone=zone),
        _longest(history, as_of=as_of),
    ):
        if isinstance(one, Candidate):
            found.append(one)
        else:
            withheld.append(one)
    tired = _said_twice(history.said, as_of=as_of)
    found.sort(key=lambda one: (one.fact in tired, tuple(FACTS).index(one.fact)))
    return Candidates(tuple(found[:AT_MOST]), tuple(withheld))


def _deeds(history: WeekFacts, *, as_of: date) -> Iterator[Candidate]:
    """One candidate for each kind of deed of the last seven days, today included. No gate: it happened."""
    first = as_of - WEEK + ONE_DAY
    for fact in DEEDS:
        on = [deed.on for deed in history.deeds if deed.fact == fact and first <= deed.on <= as_of]
        if on:
            yield Candidate(fact, min(on), max(on))


def _fewer(history: WeekFacts, *, as_of: date, zone: ZoneInfo) -> Candidate | Withheld:
    ends = as_of - ONE_DAY
    now = week_with_time_away(history.days, leavings=history.leavings, away=history.away, ends=ends, zone=zone)
    earlier = ends - WEEK
    before = week_with_time_away(history.days, leavings=history.leavings, away=history.away, ends=earlier, zone=zone)
    fact = fewer_fact_with_time_away(now, before=before)
    if not fact["say_fewer"]:
        return Withheld("fewer_leavings", _telling(fact["reasons"]))
    counts = {"now": int(now["count"]), "before": int(before["count"])}
    return Candidate("fewer_leavings", earlier - WEEK + ONE_DAY, ends, counts)


def _telling(reasons: Sequence[str]) -> tuple[str, ...]:
    """The reasons worth reading: what is missing first; time away only where the count is lower."""
    missing = tuple(reason for reason in reasons if reason in MISSING)
    moot = ("more_time_away",) if "not_fewer" in reasons else ()
    return missing or tuple(reason for reason in reasons if reason not in moot)


def _sooner(history: WeekFacts, *, as_of: date, zone: ZoneInfo) -> Candidate | Withheld:
    """The last time away against the one before: both finished, the last within seven days, in whole hours."""
    ended = sorted((one for one in history.away if one.back_at is not None), key=lambda one: one.left_at)[-2:]
    if len(ended) < 2 or len(history.away) != len([one for one in history.away if one.back_at]):
        return Withheld("back_sooner", ("no_two_times",))
    before, last = ended
    since, until = _on(before.left_at, zone), _on(last.back_at or last.left_at, zone)
    if until <= as_of - WEEK:
        return Withheld("back_sooner", ("no_two_times",))
    if known_share(history.days, days_of(since, until)) < LEAST_KNOWN:
        return Withheld("back_sooner", ("not_enough_known",))
    hours = {"now": _hours(last), "before": _hours(before)}
    if hours["now"] >= hours["before"]:
        return Withheld("back_sooner", ("not_sooner",))
    return Candidate("back_sooner", since, until, hours)


def _longest(history: WeekFacts, *, as_of: date) -> Candidate | Withheld:
    ends = as_of - ONE_DAY
    runs = longest_runs(history.days, ends=ends)
    if len(runs) <= WARM_UP:
        return Withheld("longest_stay", ("too_early",))
    days = int(runs[-1])
    still_home = {day.on for day in history.days if day.status == HOME} >= set(days_of(ends - days * ONE_DAY, ends)[1:])
    if not (still_home and longest_stay(runs, warmup_weeks=WARM_UP)["best_yet"][-1]):
        return Withheld("longest_stay", ("not_longest",))
    return Candidate("longest_stay", ends - (days - 1) * ONE_DAY, ends, {"days": days, "weeks": len(runs)})


def _said_twice(said: Sequence[tuple[str, date]], *, as_of: date) -> set[str]:
    last = {fact for fact, on in said if as_of - WEEK < on <= as_of}
    one_before = {fact for fact, on in said if as_of - 2 * WEEK < on <= as_of - WEEK}
    return last & one_before


def _on(moment: datetime, zone: ZoneInfo) -> date:
    return moment.astimezone(zone).date()


def _hours(away: Away) -> int:
    assert away.back_at is not None  # noqa: S101 - because only finished times away are compared
    return round((away.back_at - away.left_at) / HOUR)


__all__ = [
    "AWAY",
    "DEEDS",
    "HOME",
    "Away",
    "Candidate",
    "Candidates",
    "Day",
    "Deed",
    "WeekFacts",
    "Withheld",
    "candidates",
]
