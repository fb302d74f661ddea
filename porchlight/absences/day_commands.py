"""Saying where somebody was, one day or a week at a time."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from uuid import UUID

from porchlight.absences.day_models import Day, DayKnown
from porchlight.absences.rules import DAYS, current_by_day, is_confirmed
from porchlight.kernel.ids import new_id
from porchlight.policy.api import Category, Change, Visit, guarded


@guarded(Change(Category.DAY_STATUS))
def record_days(youth: UUID, *, said: Mapping[date, str], by: Visit) -> int:
    """Keep what was said about these days; a day said before is corrected by a new fact that names the old.

    `said` maps county-local days to one of `rules.DAYS`; a day that says the same again is left alone.
    Returns how many days were kept.
    """
    if not all(status in DAYS for status in said.values()):
        raise ValueError(f"a day is one of {DAYS}")
    before = current_by_day(Day.objects.filter(youth_id=youth, day__in=list(said)))
    new = [
        Day(
            id=new_id(),
            agency_id=by.own_agency,
            youth_id=youth,
            made_by=by.actor,
            day=day,
            status=status,
            corrects=before[day].id if day in before else None,
        )
        for day, status in sorted(said.items())
        if day not in before or before[day].status != status
    ]
    Day.objects.bulk_create(new)
    DayKnown.objects.bulk_create(_slice_of(day) for day in new)
    return len(new)


def _slice_of(day: Day) -> DayKnown:
    return DayKnown(
        id=day.id,
        agency_id=day.agency_id,
        youth_id=day.youth_id,
        made_by=day.made_by,
        made_at=day.made_at,
        day=day.day,
        confirmed=is_confirmed(day.status),
        corrects=day.corrects,
    )
