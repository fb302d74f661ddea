"""Looking back over weeks: what this very visit may read becomes something to look at. Nothing of it is kept."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from porchlight.flows.history import days_on_record, reads_all
from porchlight.kernel import clock
from porchlight.kernel.errors import Refused
from porchlight.policy.api import Visit
from porchlight.progress import api as progress

TIMES = "times"  # the topic by which a young person hides how often they left


@dataclass(frozen=True)
class Weeks:
    """The weeks that are over, oldest first, and the middle of those that were seen, from twelve of them on."""

    weeks: tuple[progress.WeekSeen, ...]
    middle: float | None


def weeks_back(youth: UUID, *, by: Visit) -> Weeks:
    """The last 26 weeks that are over; none without a record. Raises `Refused` for who reads a part of it alone."""
    if not reads_all(youth, by=by):
        raise Refused
    record = days_on_record(youth, by=by)
    today = clock.county_time(clock.now()).date()
    weeks = progress.weeks_seen(record.days, leavings=record.leavings, as_of=today, zone=clock.COUNTY_ZONE)
    return Weeks(weeks, progress.middle_of(weeks))


def my_weeks(youth: UUID, *, by: Visit) -> Weeks | None:
    """The same for the young person themselves; None when they don't want to hear of times."""
    hidden = progress.wishes(youth, by=by).hidden
    return None if TIMES in hidden else weeks_back(youth, by=by)
