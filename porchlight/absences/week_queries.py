"""Weeks whose days are no longer kept."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from uuid import UUID

from porchlight.absences.day_models import Week
from porchlight.policy.api import Category, See, Visit, guarded

SIX_DAYS = timedelta(days=6)


@dataclass(frozen=True)
class WeekSheet:
    """One week from `monday` to Sunday, summed: `leavings` on confirmed days, `days` in care, `confirmed` days.

    The rest of the confirmed days was away. How they came back and stayed in touch is not here (K06).
    """

    youth: UUID
    id: UUID
    monday: date
    leavings: int
    days: float
    confirmed: int


@guarded(See(Category.DAY_STATUS))
def weeks_before(youth: UUID, *, before: date, by: Visit) -> tuple[WeekSheet, ...]:
    """The summed weeks that were over before this day, the oldest first."""
    rows = Week.objects.filter(youth_id=youth, monday__lt=before - SIX_DAYS).order_by("monday")
    return tuple(WeekSheet(youth, row.id, row.monday, row.leavings, row.days, row.confirmed) for row in rows)
