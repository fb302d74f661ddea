"""From day status and times away to the numbers of a week. A day that nobody confirmed gives nothing."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from porchlight.progress.rules.facts import WeekWithTimeAway

HOME = "home"
AWAY = "away"
ONE_DAY = timedelta(days=1)
DAYS_A_WEEK = 7


@dataclass(frozen=True)
class Day:
    """One county day's status: `home`, `away`, or any other code, which gives no day in care and none away."""

    on: date
    status: str


@dataclass(frozen=True)
class Away:
    """One time away. `back_at` None: still away."""

    left_at: datetime
    back_at: datetime | None


def days_of(since: date, until: date) -> tuple[date, ...]:
    """Every day from `since` to `until`, both included."""
    return tuple(since + n * ONE_DAY for n in range((until - since).days + 1))


def known_share(days: Iterable[Day], wanted: Sequence[date]) -> float:
    """The share of the wanted days that somebody confirmed, at home or away; 0 when none is wanted."""
    confirmed = {day.on for day in days if day.status in (HOME, AWAY)}
    return sum(on in confirmed for on in wanted) / len(wanted) if wanted else 0.0


def week_with_time_away(
    days: Sequence[Day], *, leavings: Sequence[datetime], away: Sequence[Away], ends: date, zone: ZoneInfo
) -> WeekWithTimeAway:
    """The seven days that end on `ends`: leavings on confirmed days, days in care, days away, share confirmed.

    A confirmed day is away for as long as the times away say; a day marked away that none of them covers
    counts as away whole. What remains of confirmed days was in care.
    """
    week = days_of(ends - (DAYS_A_WEEK - 1) * ONE_DAY, ends)
    status = {day.on: day.status for day in days if day.on in week and day.status in (HOME, AWAY)}
    parts = {on: _part_away(on, away, zone=zone) for on in status}
    gone = sum(part or float(status[on] == AWAY) for on, part in parts.items())
    return {
        "count": sum(left.astimezone(zone).date() in status for left in leavings),
        "days": len(status) - gone,
        "known": len(status) / DAYS_A_WEEK,
        "away_days": gone,
    }


def longest_runs(days: Sequence[Day], *, ends: date) -> list[float]:
    """For each whole week up to `ends`, oldest first: the longest unbroken stay at home, in days, seen in it.

    A stay may have begun in an earlier week. Weeks begin with the first day on record.
    """
    home = {day.on for day in days if day.status == HOME}
    first = min((day.on for day in days if day.on <= ends), default=None)
    weeks = ((ends - first).days + 1) // DAYS_A_WEEK if first else 0
    start = ends - (weeks * DAYS_A_WEEK - 1) * ONE_DAY
    runs, run = [0.0] * weeks, 0
    for place, on in enumerate(days_of(start, ends) if weeks else ()):
        run = run + 1 if on in home else 0
        runs[place // DAYS_A_WEEK] = max(runs[place // DAYS_A_WEEK], float(run))
    return runs


def _part_away(on: date, away: Sequence[Away], *, zone: ZoneInfo) -> float:
    """The part of one county day that lies within times away, 0 to 1; in elapsed time, also on clock changes."""
    opens, closes = _midnight(on, zone), _midnight(on + ONE_DAY, zone)
    spans = sorted((max(one.left_at, opens), min(one.back_at or closes, closes)) for one in away)
    seconds, reached = 0.0, opens
    for left, back in spans:
        seconds += max(0.0, (back - max(left, reached)).total_seconds())
        reached = max(reached, back)
    return seconds / (closes - opens).total_seconds()


def _midnight(on: date, zone: ZoneInfo) -> datetime:
    return datetime.combine(on, time(), tzinfo=zone).astimezone(UTC)
