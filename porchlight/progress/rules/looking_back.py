"""Times left, week by week, with how much of each week is confirmed: to look at, never to judge by."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from zoneinfo import ZoneInfo

from porchlight.progress.rules.charts import run_chart
from porchlight.progress.rules.facts import LEAST_KNOWN
from porchlight.progress.rules.history import WEEK
from porchlight.progress.rules.spans import DAYS_A_WEEK, ONE_DAY, Day, DayTable, Leaving
from porchlight.progress.rules.weeks import monday_of

WEEKS_BACK = 26  # source: the progress reference, section 3, the horizon of its figures
FEWEST_FOR_A_MIDDLE = 12  # weeks; source: the progress reference, section 2, run chart


@dataclass(frozen=True)
class WeekSeen:
    """One week from Monday to Sunday.

    `count`: leavings that somebody told of, on whatever day; None where nobody said a thing about the week.
    `confirmed`: its days, 0 to 7, that somebody confirmed at home or away. Days elsewhere are none of them:
    nobody could leave then, so a quiet week in hospital is a gap and not a quiet week.
    """

    monday: date
    count: int | None
    confirmed: int

    @property
    def is_seen(self) -> bool:
        """Whether enough days are confirmed for the count to stand by itself, by the gate of the facts."""
        return self.confirmed / DAYS_A_WEEK >= LEAST_KNOWN


def weeks_seen(
    days: Iterable[Day], *, leavings: Iterable[Leaving], as_of: date, zone: ZoneInfo
) -> tuple[WeekSeen, ...]:
    """The last 26 weeks that were over before `as_of`, oldest first, from the first of which anything is on record.

    The week that is not over yet is not among them.
    """
    past = monday_of(as_of)
    since = past - WEEKS_BACK * WEEK
    table = DayTable(days, leavings=leavings, away=(), since=since, until=past - ONE_DAY, zone=zone)
    found = [_week(table, place=place) for place in range(WEEKS_BACK)]
    first = next((place for place, week in enumerate(found) if week.count is not None), WEEKS_BACK)
    return tuple(found[first:])


def middle_of(weeks: Sequence[WeekSeen]) -> float | None:
    """The median of the weeks that were seen; None below twelve of them."""
    counts = [week.count for week in weeks if week.is_seen and week.count is not None]
    return run_chart(counts)["median"] if len(counts) >= FEWEST_FOR_A_MIDDLE else None


def _week(table: DayTable, *, place: int) -> WeekSeen:
    days = slice(place * DAYS_A_WEEK, (place + 1) * DAYS_A_WEEK)
    confirmed, told = sum(map(bool, table.status[days])), sum(table.told[days])
    return WeekSeen(table.since + place * WEEK, told if confirmed or told else None, confirmed)
