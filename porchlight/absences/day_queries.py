"""Days as they were said, for those who may know how, and for those who may only know whether."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from porchlight.absences.back_queries import spans_away
from porchlight.absences.day_confirming import by_times
from porchlight.absences.day_models import Day, DayKnown
from porchlight.absences.rules import current_by_day
from porchlight.policy.api import Category, Grain, See, SeeMany, Visit, ask, guarded

MINE_TODAY = """
  SELECT beside.youth, (
    SELECT d.status FROM absences_day AS d
    WHERE d.youth_id = beside.youth AND d.day = %s
      AND NOT EXISTS (SELECT 1 FROM absences_day AS newer WHERE newer.corrects = d.id)
    ORDER BY d.made_at DESC LIMIT 1)
  FROM (SELECT DISTINCT unnest(pl.may('K29', 'full', 'write'))) AS beside(youth) LIMIT 40
"""


@dataclass(frozen=True)
class DaySheet:
    """One day as it holds now, and how somebody knows. `corrected` when something else was said of it before."""

    youth: UUID
    id: UUID
    day: date
    status: str
    source: str
    said_at: datetime
    corrected: bool


@dataclass(frozen=True)
class DayKnownSheet:
    """Whether a day is confirmed."""

    youth: UUID
    day: date
    confirmed: bool


@dataclass(frozen=True)
class TodaySheet:
    """Today of one young person for somebody who may say it; empty while nobody has."""

    youth: UUID
    status: str


@guarded(See(Category.DAY_STATUS))
def days(youth: UUID, *, since: date, until: date, by: Visit) -> tuple[DaySheet, ...]:
    """The days that somebody said something about, from `since` to `until`, both included, the newest first."""
    rows = current_by_day(Day.objects.filter(youth_id=youth, day__gte=since, day__lte=until))
    return tuple(
        DaySheet(youth, row.id, day, row.status, row.source, row.made_at, row.corrects is not None)
        for day, row in sorted(rows.items(), reverse=True)
    )


@guarded(See(Category.DAY_STATUS))
def would_keep(youth: UUID, *, among: Iterable[date], by: Visit) -> dict[date, str]:
    """For each of these days: home or away, as a confirmation would keep it by the times away on record."""
    spans = spans_away(youth)
    return {day: by_times(spans, day) for day in among}


@guarded(See(Category.DAY_STATUS, Grain.SLICE))
def days_known(youth: UUID, *, since: date, until: date, by: Visit) -> tuple[DayKnownSheet, ...]:
    """Confirmed or not, day by day, both ends included, the newest first; never how."""
    rows = current_by_day(DayKnown.objects.filter(youth_id=youth, day__gte=since, day__lte=until))
    return tuple(DayKnownSheet(youth, day, row.confirmed) for day, row in sorted(rows.items(), reverse=True))


@guarded(SeeMany(Category.DAY_STATUS))
def my_today(*, on: date, by: Visit) -> tuple[TodaySheet, ...]:
    """Today of the young people whose days this seat says (40 at most): a home, not a caseload."""
    return tuple(TodaySheet(youth, status or "") for youth, status in ask(MINE_TODAY, [on]))
