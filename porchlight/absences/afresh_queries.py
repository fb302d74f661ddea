"""The days from which nothing is compared with what was before."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from porchlight.absences.afresh_models import Afresh
from porchlight.policy.api import Category, See, Visit, guarded


@dataclass(frozen=True)
class AfreshSheet:
    """Counting began afresh on this day. `why` is one of `rules.WHY_AFRESH`."""

    youth: UUID
    id: UUID
    why: str
    on: date


@guarded(See(Category.DAY_STATUS))
def afresh(youth: UUID, *, since: date, by: Visit) -> tuple[AfreshSheet, ...]:
    """Every new beginning since that day, the newest first."""
    rows = Afresh.objects.filter(youth_id=youth, day__gte=since).order_by("-day", "-made_at")
    return tuple(AfreshSheet(youth, row.id, row.why, row.day) for row in rows)
