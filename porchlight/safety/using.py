"""That the young person used a part of their plan: they say so, and whoever may read the part may see it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, time
from uuid import UUID

from porchlight.kernel import clock
from porchlight.kernel.errors import Refused, Trouble
from porchlight.policy.api import Category, Change, See, Visit, guarded
from porchlight.safety.models import Used, Writing


class NotInYourWords(Trouble):
    """Only a part in the young person's own words is theirs to have used."""

    code = "PL-SAF-003"
    sentence = "That part is not in your own words. Change it the way you want it first."
    repair = "Staff wrote the part anew, or it was never written; the young person's next writing makes it theirs."


@dataclass(frozen=True)
class StepUsed:
    """One part of the plan on one county day. Nothing says when on that day, nor where."""

    youth: UUID
    id: UUID
    section: UUID
    on: date


@guarded(Change(Category.PLAN))
def say_used(youth: UUID, *, section: UUID, by: Visit) -> None:
    """Keep that they used this part today. Saying it twice on one county day changes nothing.

    The young person alone says it, of what is in their words. Raises `NotInYourWords`.
    """
    _theirs_alone(by)
    newest = Writing.objects.filter(youth_id=youth, section_id=section).order_by("made_at", "id").last()
    if newest is None or not (newest.together or newest.made_by == youth):
        raise NotInYourWords
    today = _today()
    row = Used(**by.fact_about(youth), made_at=_day_alone(today), section_id=section, day=today)
    Used.objects.bulk_create([row], ignore_conflicts=True)  # two taps may come at once


@guarded(Change(Category.PLAN))
def take_used_back(youth: UUID, *, section: UUID, by: Visit) -> None:
    """Take back what they said today about this part. What they said on an earlier day stays."""
    _theirs_alone(by)
    today = _today()
    rows = Used.objects.filter(youth_id=youth, section_id=section, day=today, ended_at=None)
    rows.update(ended_at=_day_alone(today))


@guarded(See(Category.PLAN))
def steps_used(youth: UUID, *, since: date, by: Visit) -> tuple[StepUsed, ...]:
    """The parts that they used from the county day `since` on, of those that are open to this visit, oldest first."""
    rows = Used.objects.filter(youth_id=youth, day__gte=since, ended_at=None).order_by("day", "id")
    return tuple(StepUsed(youth, row.id, row.section_id, row.day) for row in rows)


def _theirs_alone(by: Visit) -> None:
    if not by.is_youth:
        raise Refused


def _today() -> date:
    return clock.county_time(clock.now()).date()


def _day_alone(day: date) -> datetime:
    return datetime.combine(day, time(), tzinfo=clock.COUNTY_ZONE)
