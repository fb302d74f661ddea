"""The court holidays, worked out a second time from the statute's own words."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from porchlight.kernel.county import read_county

CALENDAR = read_county("california", on=date(2026, 11, 22)).calendar
MONDAY, THURSDAY, FRIDAY = 0, 3, 4


def nth(year: int, month: int, weekday: int, count: int) -> date:
    first = date(year, month, 1)
    return first + timedelta(days=(weekday - first.weekday()) % 7 + 7 * (count - 1))


def last_monday_of_may(year: int) -> date:
    end = date(year, 5, 31)
    return end - timedelta(days=end.weekday())


def observed(day: date) -> date:
    """Saturday is kept on the Friday before, Sunday on the Monday after (Rules of Court 1.11)."""
    return day + timedelta(days={5: -1, 6: 1}.get(day.weekday(), 0))


def by_statute(year: int) -> set[date]:
    """Code Civ. Proc. 135 with Gov. Code 6700."""
    thanksgiving = nth(year, 11, THURSDAY, 4)
    fixed = [(1, 1), (2, 12), (3, 31), (6, 19), (7, 4), (11, 11), (12, 25)]
    return {observed(date(year, month, day)) for month, day in fixed} | {
        nth(year, 1, MONDAY, 3),
        nth(year, 2, MONDAY, 3),
        last_monday_of_may(year),
        nth(year, 9, MONDAY, 1),
        nth(year, 9, FRIDAY, 4),
        thanksgiving,
        thanksgiving + timedelta(days=1),
        observed(date(year + 1, 1, 1)),
    }


@pytest.mark.parametrize("year", [2025, 2026, 2027])
def test_every_holiday_of_the_statute_is_there_and_no_other(year: int) -> None:
    listed = {day for day in CALENDAR.holidays if day.year == year}
    assert listed == {day for day in by_statute(year) if day.year == year}


def test_no_holiday_is_lost_on_a_weekend() -> None:
    assert all(day.weekday() < 5 for day in CALENDAR.holidays)


def test_the_calendar_says_how_far_it_knows_and_that_nobody_has_checked_it() -> None:
    assert CALENDAR.known_until == date(2027, 12, 31)
    assert CALENDAR.unconfirmed_years == (2025, 2026, 2027)
