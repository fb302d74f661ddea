"""When a duty is due: pure arithmetic on a start, a rule and a county's calendar."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from itertools import takewhile

from porchlight.kernel.county.court_days import court_days_after
from porchlight.kernel.county.dues import (
    AtLeast,
    BeforeMonthEnd,
    BusinessDays,
    Cadence,
    Days,
    SameDay,
    Within,
    cadence_days,
    months_later,
)
from porchlight.kernel.county.duties import DutyRule
from porchlight.kernel.county.sheet import County
from porchlight.kernel.county.troubles import NoTimeZone

LAST_MINUTE = time(23, 59)


def due_at(start: datetime, rule: DutyRule, county: County) -> datetime:
    """The moment, in UTC, at which a duty that started at `start` is (first) due.

    Hours are elapsed time: no night, weekend or clock change stops them. Days keep the hour of the
    county's clock. Business days, cadences and same-day duties end with the last minute (23:59) of
    their day. For a notice period it is the earliest moment at which the notice has run.

    A moment before `start` is returned as it is: the duty is late from the beginning and is shown so.

    Raises `NoTimeZone` for a start that names no zone.
    """
    local = _local(start, county)
    today = local.date()
    match rule.due:
        case Within(hours=hours):
            return start.astimezone(UTC) + timedelta(hours=hours)
        case Days(count=count):
            later = datetime.combine(today + timedelta(days=count), local.time(), county.zone)
            return later.astimezone(UTC)
        case BusinessDays(count=count):
            last = court_days_after(today, count=count, holidays=county.calendar.holidays)
        case SameDay():
            last = today
        case BeforeMonthEnd(days=days):
            last = months_later(today.replace(day=1), 1) - timedelta(days=days + 1)
        case AtLeast(days=days):
            last = today + timedelta(days=days)
        case Cadence() as cadence:
            last = next(cadence_days(today, cadence))
    return _end_of(last, county)


def dues(start: datetime, rule: DutyRule, county: County, *, until: datetime) -> tuple[datetime, ...]:
    """Every moment, in UTC, at which the duty is due up to and including `until`, the earliest first.

    Raises `NoTimeZone` for a start or an end that names no zone.
    """
    last = _local(until, county).date()
    if not isinstance(rule.due, Cadence):
        once = due_at(start, rule, county)
        return (once,) if once <= until else ()
    days = takewhile(lambda day: day <= last, cadence_days(_local(start, county).date(), rule.due))
    return tuple(moment for moment in (_end_of(day, county) for day in days) if moment <= until)


def _local(moment: datetime, county: County) -> datetime:
    if moment.tzinfo is None:
        raise NoTimeZone
    return moment.astimezone(county.zone)


def _end_of(day: date, county: County) -> datetime:
    return datetime.combine(day, LAST_MINUTE, county.zone).astimezone(UTC)
