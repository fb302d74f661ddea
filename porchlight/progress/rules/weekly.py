"""Tier 1: what truly happened in the last seven days, and what may be compared with the seven before.

A week here is seven county days. The one that counts ends on the day before `as_of`, because today is not over.
The comparison is fixed (the week before; own record for the longest stay) and never chosen by its result.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from porchlight.progress.rules.facts import (
    LEAST_KNOWN,
    fewer_fact_with_time_away,
    longest_stay,
)
from porchlight.progress.rules.history import DEEDS, TOPIC_OF_FACT, WEEK, History
from porchlight.progress.rules.resting import resting_on
from porchlight.progress.rules.spans import (
    DAYS_A_WEEK,
    HOME,
    ONE_DAY,
    Away,
    DayTable,
    days_of,
    known_share,
    longest_runs,
)

MISSING = ("too_few_days", "not_enough_known", "time_away_not_known")
AT_MOST = 2  # facts offered at a time
WARM_UP = 4  # weeks before a stay may be called the longest
HOUR = timedelta(hours=1)


@dataclass(frozen=True)
class Candidate:
    """One true fact: a key of `TOPIC_OF_FACT`, its numbers, the first and last day that it is about, its ground."""

    fact: str
    since: date
    until: date
    slots: Mapping[str, int] = field(default_factory=dict)
    rests_on: tuple[str, ...] = ()


@dataclass(frozen=True)
class Withheld:
    """What may not be said, and codes that say why. For the person who looks, never for the young person."""

    fact: str
    reasons: tuple[str, ...]


@dataclass(frozen=True)
class Candidates:
    """At most two facts to choose from, and why the others are not offered."""

    facts: tuple[Candidate, ...]
    withheld: tuple[Withheld, ...]


def weekly_facts(history: History, *, table: DayTable, as_of: date, zone: ZoneInfo) -> Candidates:
    """At most two facts that may be said on `as_of`, and why the others may not.

    A fact that was sent in both of the last two weeks stands back when there is another one.
    """
    every = every_fact(history, table=table, as_of=as_of, zone=zone)
    tired = _said_twice(history.said, as_of=as_of)
    facts = sorted(every.facts, key=lambda one: one.fact in tired)
    return Candidates(tuple(facts[:AT_MOST]), every.withheld)


def every_fact(history: History, *, table: DayTable, as_of: date, zone: ZoneInfo) -> Candidates:
    """All that is true on `as_of`: own deeds of the last seven days first, then counts that pass their gate.

    A hidden topic is treated as if it had never been recorded.
    """
    found = [*_deeds(history, as_of=as_of)]
    withheld: list[Withheld] = [] if found else [Withheld("deeds", ("nothing_seen",))]
    for one in _comparisons(history, table=table, as_of=as_of, zone=zone):
        if isinstance(one, Candidate):
            found.append(one)
        else:
            withheld.append(one)
    found.sort(key=lambda one: tuple(TOPIC_OF_FACT).index(one.fact))
    return Candidates(tuple(found), tuple(withheld))


def _deeds(history: History, *, as_of: date) -> Iterator[Candidate]:
    """One candidate for each kind of deed of the last seven days, today included. No gate: it happened."""
    first = as_of - WEEK + ONE_DAY
    for fact in DEEDS:
        done = sorted(
            (deed.on, deed.id or f"{fact} {deed.on}")
            for deed in history.deeds
            if deed.fact == fact and first <= deed.on <= as_of and not deed.is_over(as_of)
            if history.shows(TOPIC_OF_FACT[fact])
        )
        if done:
            yield Candidate(fact, done[0][0], done[-1][0], rests_on=tuple(dict.fromkeys(name for _, name in done)))


def _comparisons(history: History, *, table: DayTable, as_of: date, zone: ZoneInfo) -> Iterator[Candidate | Withheld]:
    if history.shows("times"):
        yield _fewer(history, table=table, as_of=as_of, zone=zone)
        yield _sooner(history, as_of=as_of, zone=zone)
        yield _longest(history, table=table, as_of=as_of)


def _fewer(history: History, *, table: DayTable, as_of: date, zone: ZoneInfo) -> Candidate | Withheld:
    ends = as_of - ONE_DAY
    earlier = ends - WEEK
    now, before = table.week(ends), table.week(earlier)
    fact = fewer_fact_with_time_away(now, before=before)
    if not fact["say_fewer"]:
        return Withheld("fewer_leavings", _telling(fact["reasons"]))
    if (
        sum(table.told[-DAYS_A_WEEK:]) >= before["count"]
    ):  # true of confirmed days only: somebody told of more on a day nobody confirmed
        return Withheld("fewer_leavings", ("not_enough_known",))
    since = earlier - WEEK + ONE_DAY
    counts = {"now": int(now["count"]), "before": int(before["count"])}
    ground = resting_on(history, since=since, until=ends, zone=zone)
    return Candidate("fewer_leavings", since, ends, counts, ground)


def _telling(reasons: Sequence[str]) -> tuple[str, ...]:
    """The reasons worth reading: what is missing first; time away only where the count is lower."""
    missing = tuple(reason for reason in reasons if reason in MISSING)
    moot = ("more_time_away",) if "not_fewer" in reasons else ()
    return missing or tuple(reason for reason in reasons if reason not in moot)


def _sooner(history: History, *, as_of: date, zone: ZoneInfo) -> Candidate | Withheld:
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
    return Candidate("back_sooner", since, until, hours, resting_on(history, since=since, until=until, zone=zone))


def _longest(history: History, *, table: DayTable, as_of: date) -> Candidate | Withheld:
    ends = as_of - ONE_DAY
    runs = longest_runs(history.days, broken=table.broken(), ends=ends)
    if len(runs) <= WARM_UP:
        return Withheld("longest_stay", ("too_early",))
    days = int(runs[-1])
    home = {day.on: day.id or f"day {day.on}" for day in history.days if day.status == HOME}
    stay = days_of(ends - days * ONE_DAY, ends)[1:]
    if not (set(home) >= set(stay) and longest_stay(runs, warmup_weeks=WARM_UP)["best_yet"][-1]):
        return Withheld("longest_stay", ("not_longest",))
    ground = tuple(home[on] for on in stay)
    return Candidate("longest_stay", stay[0], ends, {"days": days, "weeks": len(runs)}, ground)


def _said_twice(said: Sequence[tuple[str, date]], *, as_of: date) -> set[str]:
    last = {fact for fact, on in said if as_of - WEEK < on <= as_of}
    one_before = {fact for fact, on in said if as_of - 2 * WEEK < on <= as_of - WEEK}
    return last & one_before


def _on(moment: datetime, zone: ZoneInfo) -> date:
    return moment.astimezone(zone).date()


def _hours(away: Away) -> int:
    return round(((away.back_at or away.left_at) - away.left_at) / HOUR)
