"""From day status and times away to the numbers of a week. A day that nobody confirmed gives nothing."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from functools import lru_cache
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
    id: str = ""


@dataclass(frozen=True)
class Leaving:
    """One time that they left, told when or about when."""

    at: datetime
    id: str = ""


@dataclass(frozen=True)
class Away:
    """One time away. `back_at` None: still away. `own_return`, `contact`: None where nobody knows."""

    left_at: datetime
    back_at: datetime | None
    own_return: bool | None = None
    contact: bool | None = None
    id: str = ""


class DayTable:
    """The county days from `since` to `until`: status, leavings told of, and the part of each that was away.

    A confirmed day is away for as long as the times away say; a day marked away that none of them covers
    counts as away whole. What remains of confirmed days was in care. Elapsed time, also on clock changes.
    """

    def __init__(
        self,
        days: Iterable[Day],
        *,
        leavings: Iterable[Leaving],
        away: Iterable[Away],
        since: date,
        until: date,
        zone: ZoneInfo,
    ) -> None:
        self.since = since
        self.wanted = max(0, (until - since).days + 1)
        self._edges = [_midnight(since + n * ONE_DAY, zone) for n in range(self.wanted + 1)]
        self.status = [""] * self.wanted
        for day in days:
            if since <= day.on <= until and day.status in {HOME, AWAY}:
                self.status[(day.on - since).days] = day.status
        self.told = [0] * self.wanted
        for leaving in leavings:
            place = self.place(leaving.at.timestamp())
            if place is not None:
                self.told[place] += 1
        self._by_times = self._parts(merged(away, until=self._edges[-1]))

    def place(self, moment: float) -> int | None:
        """The place of the day that holds the moment, in seconds since 1970, if it is one of these."""
        found = bisect_right(self._edges, moment) - 1
        return found if 0 <= found < self.wanted else None

    def moment(self, place: int) -> float:
        """When the day at this place begins, in seconds since 1970; the place past the last day is its end."""
        return self._edges[place]

    def away(self, place: int) -> float:
        """The part of a confirmed day that was away; 0 on any other."""
        return (self._by_times[place] or float(self.status[place] == AWAY)) if self.status[place] else 0.0

    def broken(self) -> frozenset[date]:
        """The days on which they left, or were away for a part: no stay goes through them."""
        gone = (place for place in range(self.wanted) if self.told[place] or self._by_times[place] > 0)
        return frozenset(self.since + place * ONE_DAY for place in gone)

    def week(self, ends: date) -> WeekWithTimeAway:
        """The seven days that end on `ends`: leavings on confirmed days, days in care, days away, share confirmed.

        Time away that is known counts on every day: that nobody confirmed a day never makes it shorter.
        """
        past = (ends - self.since).days + 1
        week = range(past - DAYS_A_WEEK, past)
        seen = [place for place in week if self.status[place]]
        gone = sum(map(self.away, seen))
        unseen = sum(self._by_times[place] for place in week if not self.status[place])
        return {
            "count": sum(self.told[place] for place in seen),
            "days": max(0.0, len(seen) - gone),  # parts of days may add up to a hair more than a day
            "known": len(seen) / DAYS_A_WEEK,
            "away_days": gone + unseen,
        }

    def _parts(self, spans: Sequence[tuple[float, float]]) -> list[float]:
        parts, edges = [0.0] * self.wanted, self._edges
        for left, back in spans:
            place = max(0, bisect_right(edges, left) - 1)
            while place < self.wanted and edges[place] < back:
                inside = min(back, edges[place + 1]) - max(left, edges[place])
                parts[place] += max(0.0, inside) / (edges[place + 1] - edges[place])
                place += 1
        return parts


def merged(away: Iterable[Away], *, until: float) -> list[tuple[float, float]]:
    """Times away up to a moment, in seconds, oldest first; two records of the same night become one."""
    found: list[tuple[float, float]] = []
    ends = ((one.left_at.timestamp(), one.back_at.timestamp() if one.back_at else until) for one in away)
    for left, back in sorted((left, min(back, until)) for left, back in ends if left < until):
        if found and left <= found[-1][1]:
            found[-1] = (found[-1][0], max(found[-1][1], back))
        else:
            found.append((left, back))
    return found


def days_of(since: date, until: date) -> tuple[date, ...]:
    """Every day from `since` to `until`, both included."""
    return tuple(since + n * ONE_DAY for n in range((until - since).days + 1))


def known_share(days: Iterable[Day], wanted: Sequence[date]) -> float:
    """The share of the wanted days that somebody confirmed, at home or away; 0 when none is wanted."""
    confirmed = {day.on for day in days if day.status in {HOME, AWAY}}
    return sum(on in confirmed for on in wanted) / len(wanted) if wanted else 0.0


def longest_runs(days: Iterable[Day], *, broken: Collection[date] = (), ends: date) -> list[float]:
    """For each whole week up to `ends`, oldest first: the longest unbroken stay at home, in days, seen in it.

    A stay may have begun in an earlier week; a `broken` day ends it and is not of it. Weeks begin with the first day
    on record.
    """
    told = {day.on: day.status for day in days if day.on <= ends}
    weeks = ((ends - min(told)).days + 1) // DAYS_A_WEEK if told else 0
    start = ends - (weeks * DAYS_A_WEEK - 1) * ONE_DAY
    runs, run = [0.0] * weeks, 0
    for place, on in enumerate(days_of(start, ends) if weeks else ()):
        run = run + 1 if told.get(on) == HOME and on not in broken else 0
        runs[place // DAYS_A_WEEK] = max(runs[place // DAYS_A_WEEK], float(run))
    return runs


@lru_cache(maxsize=8192)  # because everybody's days begin at the same moments, and a zone is slow to ask
def _midnight(on: date, zone: ZoneInfo) -> float:
    """When this day begins, in seconds since 1970."""
    return datetime.combine(on, time(), tzinfo=zone).timestamp()
