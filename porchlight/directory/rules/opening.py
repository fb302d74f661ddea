"""Is it open at this moment, until when, and when does it open next?"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from enum import Enum
from functools import lru_cache

from porchlight.directory.rules.hours import MINUTES_A_DAY, Hours
from porchlight.directory.rules.troubles import MomentWithoutZone
from porchlight.kernel.clock import COUNTY_ZONE, county_time

LOOK_AHEAD = timedelta(days=31)  # longer than a closed holiday season, short enough to stay quick
ONE_WEEK = timedelta(days=7)


class OpenNow(Enum):
    """What the hours say about one moment."""

    OPEN = "open"
    CLOSED = "closed"
    UNCLEAR = "unclear"


@dataclass(frozen=True, slots=True)
class _Stretch:
    """One real stretch of opening, in UTC.

    Twice a year a wall-clock time happens twice or not at all, around 2 am. Between `may_open` and
    `opens`, and between `closes` and `may_close`, nobody can tell which was meant.
    """

    may_open: datetime
    opens: datetime
    closes: datetime
    may_close: datetime


def must_have_zone(moment: datetime) -> None:
    """Raise `MomentWithoutZone` for a time that does not say where its clock hangs."""
    if moment.tzinfo is None:
        raise MomentWithoutZone


def open_at(hours: Hours, moment: datetime) -> OpenNow:
    """Say whether it is open at `moment`; the opening minute is open, the closing minute is not.

    Unclear when the hours are not known, and in the hour in which the clock change leaves it in
    doubt. Raises `MomentWithoutZone`.
    """
    must_have_zone(moment)
    if hours.spans is None:
        return OpenNow.UNCLEAR
    near = _stretches(hours, moment, days_ahead=1)
    if any(stretch.opens <= moment < stretch.closes for stretch in near):
        return OpenNow.OPEN
    if any(stretch.may_open <= moment < stretch.may_close for stretch in near):
        return OpenNow.UNCLEAR
    return OpenNow.CLOSED


def opens_next(hours: Hours, moment: datetime) -> datetime | None:
    """The first moment from `moment` on (included) at which it is surely open, in UTC.

    None when the hours are unclear, or when it does not open within 31 days. Raises
    `MomentWithoutZone`.
    """
    if open_at(hours, moment) is OpenNow.OPEN:
        return moment.astimezone(UTC)
    for days_ahead in (ONE_WEEK.days, LOOK_AHEAD.days):  # nearly always found within the week
        ahead = _stretches(hours, moment, days_ahead=days_ahead)
        later = [stretch.opens for stretch in ahead if moment < stretch.opens < stretch.closes]
        if later:
            return min(later)
    return None


def open_until(hours: Hours, moment: datetime) -> datetime | None:
    """The first moment after `moment` at which it is no longer surely open, in UTC.

    None when it is not open at `moment`, or when it stays open for a week and more. Raises
    `MomentWithoutZone`.
    """
    if open_at(hours, moment) is not OpenNow.OPEN:
        return None
    until = moment
    for stretch in _stretches(hours, moment, days_ahead=ONE_WEEK.days + 1):
        if stretch.opens <= until < stretch.closes:
            until = stretch.closes
    return None if until >= moment + ONE_WEEK else until


def _stretches(hours: Hours, moment: datetime, *, days_ahead: int) -> list[_Stretch]:
    """Every stretch that begins from the day before `moment` to `days_ahead` days after it, in order."""
    yesterday = county_time(moment).date() - timedelta(days=1)
    days = [yesterday + timedelta(days=n) for n in range(days_ahead + 2)]
    found = [
        _stretch(day, opens=span.opens, closes=span.closes)
        for day in days
        if day not in hours.closed_on
        for span in hours.spans or ()
        if span.day == day.weekday()
    ]
    return sorted(found, key=lambda stretch: stretch.opens)


def _stretch(day: date, *, opens: int, closes: int) -> _Stretch:
    may_open, surely_open = _both_readings(day, minutes=opens)
    surely_until, may_close = _both_readings(day, minutes=closes)
    return _Stretch(may_open=may_open, opens=surely_open, closes=surely_until, may_close=may_close)


@lru_cache(maxsize=8192)  # the same few hours come up for every service of a list
def _both_readings(day: date, *, minutes: int) -> tuple[datetime, datetime]:
    """The earlier and the later moment that a wall-clock time can mean; nearly always the same one."""
    days_later, minute = divmod(minutes, MINUTES_A_DAY)
    wall = datetime.combine(day + timedelta(days=days_later), time(minute // 60, minute % 60))
    readings = [wall.replace(tzinfo=COUNTY_ZONE, fold=fold).astimezone(UTC) for fold in (0, 1)]
    return min(readings), max(readings)
