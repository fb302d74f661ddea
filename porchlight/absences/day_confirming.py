"""Keeping days inside the room: what the commands share, and the days that leaving and contacts confirm."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date, datetime, time, timedelta
from uuid import UUID

from porchlight.absences.back_queries import spans_away
from porchlight.absences.day_models import Day, DayKnown
from porchlight.absences.day_rules import Span, by_record, may_confirm
from porchlight.absences.rules import AWAY, BACK, CONTACT, HOME, LEFT, current_by_day, is_confirmed
from porchlight.kernel import clock
from porchlight.kernel.ids import new_id
from porchlight.policy.api import Category, Change, Visit

SAYS_DAYS = Change(Category.DAY_STATUS)
ONE_DAY = timedelta(days=1)


def keep(youth: UUID, said: Mapping[date, str], *, source: str, by: Visit) -> int:
    """Keep these days as new facts that name what they correct; what says the same again is left alone."""
    before = current_by_day(Day.objects.filter(youth_id=youth, day__in=list(said)))
    new = [
        Day(
            id=new_id(),
            agency_id=by.own_agency,
            youth_id=youth,
            made_by=by.actor,
            day=day,
            status=status,
            source=source,
            corrects=before[day].id if day in before else None,
        )
        for day, status in sorted(said.items())
        if day not in before or before[day].status != status
    ]
    Day.objects.bulk_create(new)
    DayKnown.objects.bulk_create(_slice_of(day) for day in new)
    return len(new)


def confirm(youth: UUID, *, day: date, status: str, source: str, by: Visit) -> bool:
    """Keep the day where it was open or not known; a word that somebody said is never overwritten."""
    row = _held(youth, day)
    return may_confirm(row.status if row else "") and bool(keep(youth, {day: status}, source=source, by=by))


def by_times(away: Iterable[Span], day: date) -> str:
    """Home, or away while a known absence lasts: what a confirmation of that county day keeps."""
    begins, ends = (datetime.combine(on, time(), tzinfo=clock.COUNTY_ZONE) for on in (day, day + ONE_DAY))
    return by_record(away, begins=begins, ends=ends, now=clock.now())


def they_left(youth: UUID, *, at: datetime, by: Visit) -> None:
    """Somebody recorded that they left: that day is known by it, where this seat may say days."""
    if SAYS_DAYS.answered(by, youth):
        confirm(youth, day=clock.county_time(at).date(), status=AWAY, source=LEFT, by=by)


def they_never_left(youth: UUID, *, at: datetime, by: Visit) -> None:
    """The leaving was a mistake: what followed from it is put right, unless the record knows of another absence."""
    day = clock.county_time(at).date()
    row = _held(youth, day)
    if row is not None and row.source == LEFT and by_times(spans_away(youth), day) == HOME:
        keep(youth, {day: HOME}, source=BACK, by=by)


def they_came_home(youth: UUID, *, at: datetime, by: Visit) -> None:
    """Somebody saw them come home: that day ended at home, where this seat may say days."""
    if SAYS_DAYS.answered(by, youth):
        keep(youth, {clock.county_time(at).date(): HOME}, source=BACK, by=by)


def they_were_in_touch(youth: UUID, *, at: datetime, by: Visit) -> None:
    """A word came from the young person: if they were away then, that day is known by it."""
    if SAYS_DAYS.answered(by, youth) and any(span.covers(at, at) for span in spans_away(youth)):
        confirm(youth, day=clock.county_time(at).date(), status=AWAY, source=CONTACT, by=by)


def _held(youth: UUID, day: date) -> Day | None:
    return current_by_day(Day.objects.filter(youth_id=youth, day=day)).get(day)


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
