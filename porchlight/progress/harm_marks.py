"""A worker's plain mark that a harm is being looked into. Until it ends, nothing that lasts is said."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from uuid import UUID

from porchlight.kernel import clock
from porchlight.kernel.errors import Refused
from porchlight.policy.api import Category, Change, See, Visit, guarded
from porchlight.progress.errors import NoSuchDay
from porchlight.progress.models import HarmMark

LONGEST = timedelta(days=90)  # then somebody looks anew; our own number


@dataclass(frozen=True)
class HarmMarkSheet:
    """One mark. `until` is the first day on which it is over."""

    youth: UUID
    id: UUID
    since: date
    until: date


@guarded(Change(Category.EXPLOITATION))
def mark_harm(youth: UUID, *, until: date, by: Visit) -> UUID:
    """Say that a harm is being looked into, from today until a day within 90 days; what it is stands elsewhere.

    A social worker alone says it. Raises `NoSuchDay` for a day that is not ahead, or too far.
    """
    must_be_worker(by)
    today = _today()
    if not today < until <= today + LONGEST:
        raise NoSuchDay
    return HarmMark.objects.create(**by.fact_about(youth), since=today, until=until).id


@guarded(Change(Category.EXPLOITATION))
def end_harm(youth: UUID, *, by: Visit) -> None:
    """It is over: every open mark ends today. Ending twice changes nothing."""
    must_be_worker(by)
    today = _today()
    HarmMark.objects.filter(youth_id=youth, until__gt=today).update(until=today)


@guarded(See(Category.EXPLOITATION))
def harm_marks(youth: UUID, *, since: date, by: Visit) -> tuple[HarmMarkSheet, ...]:
    """The marks that were open on some day since then, the oldest first."""
    rows = HarmMark.objects.filter(youth_id=youth, until__gt=since).order_by("since", "id")
    return tuple(HarmMarkSheet(row.youth_id, row.id, row.since, row.until) for row in rows)


def must_be_worker(by: Visit) -> None:
    """Others write of exploitation too; this mark is the worker's. Raises `Refused`."""
    if by.role != "SW":
        raise Refused


def _today() -> date:
    return clock.county_time(clock.now()).date()
