"""Records of fourteen days, and something to say without a record: for tests of sending and of pages."""

from __future__ import annotations

from datetime import datetime, time, timedelta

from porchlight.kernel import clock
from tests.absences.conftest import welcome
from tests.needs.making import as_seat

BEFORE, NOW = (13, 12, 10, 9, 8), (6, 4, 2)  # days ago on which somebody left
FIVE_THEN_THREE = (*BEFORE, *NOW)


def said(fact, slots=None):
    """As the engine would offer it today, about the last two weeks."""
    from porchlight.progress.api import Candidate

    today = clock.county_time(clock.now()).date()
    return Candidate(fact, today - timedelta(days=14), today - timedelta(days=1), slots or {})


def ago(days: int, hour: int = 20) -> datetime:
    day = clock.county_time(clock.now()).date() - timedelta(days=days)
    return datetime.combine(day, time(hour), tzinfo=clock.COUNTY_ZONE)


def written_down(crew, *, left=(), dark=(), away=()):
    """A young person whose home said where they were on the last 14 days, but for the dark ones."""
    from porchlight.absences import api as absences

    youth = welcome(crew)
    with as_seat(crew["CG"]) as caregiver:
        said = {ago(n).date(): "away" if n in away else "home" for n in range(1, 15) if n not in dark}
        absences.record_days(youth, said=said, by=caregiver)
        for n in left:
            absences.record_leaving(youth, left_at=ago(n), by=caregiver)
    return youth
