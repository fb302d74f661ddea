"""Looking back over weeks: what this very visit may read becomes something to look at. Nothing of it is kept."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from porchlight.absences import api as absences
from porchlight.kernel import clock
from porchlight.kernel.errors import Refused
from porchlight.policy.api import Action, Category, Grain, Visit
from porchlight.progress import api as progress

LOOK_BACK = (progress.WEEKS_BACK + 1) * progress.WEEK
TIMES = "times"  # the topic by which a young person hides how often they left


@dataclass(frozen=True)
class Weeks:
    """The weeks that are over, oldest first, and the middle of those that were seen, from twelve of them on."""

    weeks: tuple[progress.WeekSeen, ...]
    middle: float | None


def may_look_back(youth: UUID, *, by: Visit) -> bool:
    """Whether this visit reads all days and all times away: who reads some of them would count too little.

    It is the gate of `recognising.sayable`.
    """
    days_open = by.may(youth, Category.DAY_STATUS, Grain.FULL, Action.READ).every
    return days_open and by.may(youth, Category.ABSENCE, Grain.SLICE, Action.READ).every


def weeks_back(youth: UUID, *, by: Visit) -> Weeks:
    """The last 26 weeks that are over; none without a record. Raises `Refused` for any other visit."""
    if not may_look_back(youth, by=by):
        raise Refused
    now = clock.now()
    today = clock.county_time(now).date()
    days = absences.days(youth, since=today - LOOK_BACK, until=today, by=by)
    away = absences.times_away(youth, since=now - LOOK_BACK, by=by)
    left = {*absences.leavings(youth, since=now - LOOK_BACK, by=by), *(one.left_at for one in away)}
    weeks = progress.weeks_seen(
        [progress.Day(one.day, one.status) for one in days],
        leavings=map(progress.Leaving, sorted(left)),
        as_of=today,
        zone=clock.COUNTY_ZONE,
    )
    return Weeks(weeks, progress.middle_of(weeks))


def my_weeks(youth: UUID, *, by: Visit) -> Weeks | None:
    """The same for the young person themselves; None when they don't want to hear of times."""
    hidden = progress.wishes(youth, by=by).hidden
    return None if TIMES in hidden else weeks_back(youth, by=by)
