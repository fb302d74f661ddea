"""The record week by week, from Monday to Sunday: what comparisons over several weeks are made from."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from math import inf
from operator import itemgetter
from zoneinfo import ZoneInfo

from porchlight.progress.rules.history import WEEK, History, WeekSum
from porchlight.progress.rules.spans import DAYS_A_WEEK, ONE_DAY, Away, DayTable

A_DAY = 86_400.0
LONGEST_AWAY = 30.0  # days of one time away that count; source: the progress reference, section 3.5


def monday_of(on: date) -> date:
    """The Monday of the week that holds this day."""
    return on - timedelta(days=on.weekday())


def day_table(history: History, *, as_of: date, zone: ZoneInfo) -> DayTable:
    """All days on record up to the one before `as_of`, from a Monday at least two weeks before it."""
    latest = as_of - 2 * WEEK
    since = monday_of(min((day.on for day in history.days if day.on < latest), default=latest))
    return DayTable(
        history.days,
        leavings=history.leavings,
        away=history.away,
        since=since,
        until=as_of - ONE_DAY,
        zone=zone,
    )


def whole_weeks(history: History, *, table: DayTable, as_of: date) -> list[WeekSum]:
    """Every calendar week from the first on record to the last that was over before `as_of`, none left out.

    Weeks stand on the calendar and not on the day of looking: looking every day is no more looks. A week that
    nobody recorded is there, empty. A time away is booked to the week of leaving, up to the last Sunday.
    """
    past = monday_of(as_of)
    found = {week.monday: week for week in history.earlier if week.monday < past}
    first_day = min((day.on for day in history.days), default=past)
    found |= {week.monday: week for week in _by_days(history, table=table) if week.monday + WEEK > first_day}
    begins = min(found, default=past)
    mondays = [begins + n * WEEK for n in range((past - begins).days // DAYS_A_WEEK)]
    return [found.get(monday) or WeekSum(monday) for monday in mondays]


def _by_days(history: History, *, table: DayTable) -> list[WeekSum]:
    weeks = [_sums(table, monday=table.since + n * WEEK) for n in range(table.wanted // DAYS_A_WEEK)]
    for absence in _absences(history.away, table=table, ends=table.moment(len(weeks) * DAYS_A_WEEK)):
        weeks[absence.week] = _with(weeks[absence.week], absence)
    return weeks


def _sums(table: DayTable, *, monday: date) -> WeekSum:
    week = table.week(monday + WEEK - ONE_DAY)
    return WeekSum(monday, count=week["count"], days=week["days"], confirmed=round(week["known"] * DAYS_A_WEEK))


@dataclass(frozen=True)
class _Absence:
    """One time away; `days` so far."""

    week: int
    days: float
    is_back: bool
    own_return: bool | None
    contact: bool | None


def _absences(away: Sequence[Away], *, table: DayTable, ends: float) -> list[_Absence]:
    """One for each time away; what begins within another is the same night told twice. Open ones are "not yet"."""
    told = [(one.left_at.timestamp(), one.back_at.timestamp() if one.back_at else inf, one.id, one) for one in away]
    reached = -inf
    found: list[_Absence] = []
    for left, back, _, one in sorted(told, key=itemgetter(0, 1, 2)):
        place = table.place(left)
        if left >= reached and place is not None and left < ends:
            is_back = back <= ends
            days = min(LONGEST_AWAY, (min(back, ends) - left) / A_DAY)
            own = one.own_return if is_back else None
            found.append(_Absence(place // DAYS_A_WEEK, days, is_back, own, one.contact))
        reached = max(reached, back)
    return found


def _with(week: WeekSum, one: _Absence) -> WeekSum:
    return replace(
        week,
        returns=week.returns + one.is_back,
        away_days=week.away_days + one.days,
        own_yes=week.own_yes + (one.own_return is True),
        own_of=week.own_of + (one.own_return is not None),
        contact_yes=week.contact_yes + (one.contact is True),
        contact_of=week.contact_of + (one.contact is not None),
    )
