"""Saying where somebody was, one day or a week at a time, and confirming a day by having seen them."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from uuid import UUID

from porchlight.absences.back_queries import spans_away
from porchlight.absences.day_confirming import by_times, confirm, keep
from porchlight.absences.day_rules import SEEN_BY_STAFF
from porchlight.absences.rules import AWAY, CHECK_IN, DAYS, HOME, SAID
from porchlight.kernel import clock
from porchlight.kernel.errors import Refused
from porchlight.policy.api import Category, Change, Visit, guarded


@guarded(Change(Category.DAY_STATUS))
def record_days(youth: UUID, *, said: Mapping[date, str], by: Visit) -> int:
    """Keep what was said about these days; a day said before is corrected by a new fact that names the old.

    `said` maps county-local days to one of `rules.DAYS`; a day that says the same again is left alone.
    Returns how many days were kept.
    """
    if not all(status in DAYS for status in said.values()):
        raise ValueError(f"a day is one of {DAYS}")
    return keep(youth, said, source=SAID, by=by)


@guarded(Change(Category.DAY_STATUS))
def confirm_day(youth: UUID, *, day: date, source: str, by: Visit, status: str = "") -> bool:
    """Staff saw them that day, know it from school, or talked to them: the day is confirmed by itself.

    Kept is `status`, or else what the times away on record say. What somebody said of that day stays as it is.
    Returns whether the day was still open. Nothing of what was said is asked, and no place.
    """
    if by.is_youth or by.role == "CG":  # the home says a day itself
        raise Refused
    if source not in SEEN_BY_STAFF or status not in ("", *DAYS) or day > clock.county_time(clock.now()).date():
        raise ValueError(f"a day that has come, one of {SEEN_BY_STAFF}, and one of {DAYS} or nothing")
    return confirm(youth, day=day, status=status or by_times(spans_away(youth), day), source=source, by=by)


@guarded(Change(Category.DAY_STATUS))
def count_today(youth: UUID, *, status: str, by: Visit) -> None:
    """The young person lets today count: at home or away, by their own word. Nobody else says it for them."""
    if not by.is_youth:
        raise Refused
    if status not in (HOME, AWAY):
        raise ValueError("home or away")
    keep(youth, {clock.county_time(clock.now()).date(): status}, source=CHECK_IN, by=by)
