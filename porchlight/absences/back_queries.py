"""Looking back over weeks: when the young person left, and from when until when they were away."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from porchlight.absences.day_models import Tap, TapStep
from porchlight.absences.models import Status
from porchlight.absences.rules import SET_ASIDE
from porchlight.policy.api import Category, Grain, See, Visit, guarded


@dataclass(frozen=True)
class TimeAwaySheet:
    """One absence from leaving until coming back. `back_at` None: still away."""

    youth: UUID
    left_at: datetime
    back_at: datetime | None


@guarded(See(Category.DAY_STATUS))
def leavings(youth: UUID, *, since: datetime, by: Visit) -> tuple[datetime, ...]:
    """When they left, by the taps that nobody set aside, oldest first. An absence opened without a tap is none."""
    aside = TapStep.objects.filter(youth_id=youth, step=SET_ASIDE).values("tap_id")
    taps = Tap.objects.filter(youth_id=youth, left_at__gte=since).exclude(id__in=aside)
    return tuple(sorted(set(taps.values_list("left_at", flat=True))))


@guarded(See(Category.ABSENCE, Grain.SLICE))
def times_away(youth: UUID, *, since: datetime, by: Visit) -> tuple[TimeAwaySheet, ...]:
    """The absences that were still open or ended since then, oldest first: the newest word on each."""
    rows = Status.objects.filter(youth_id=youth).order_by("episode_id", "-made_at", "is_open").distinct("episode_id")
    found = (TimeAwaySheet(youth, row.left_at, None if row.is_open else row.back_at) for row in rows)
    return tuple(sorted((one for one in found if _reaches(one, since)), key=lambda one: one.left_at))


def _reaches(one: TimeAwaySheet, since: datetime) -> bool:
    return one.back_at is None or one.back_at >= since
