"""Due dates: elapsed hours, business days, cadences, and the nights on which the clock changes."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from porchlight.kernel.county import (
    BusinessDays,
    Due,
    DutyRule,
    NoTimeZone,
    Within,
    court_days_after,
    due_at,
    dues,
    is_court_day,
    read_county,
)
from porchlight.kernel.county.dues import AtLeast, BeforeMonthEnd, Days, SameDay, months_later

COUNTY = read_county("california", on=date(2026, 11, 22))
HOLIDAYS = COUNTY.calendar.holidays


def rule(due: Due) -> DutyRule:
    return replace(COUNTY.rule("missing.le_report"), due=due)


def here(year: int, month: int, day: int, hour: int = 12, minute: int = 0, *, fold: int = 0) -> datetime:
    """A moment by the county's clock."""
    return datetime(year, month, day, hour, minute, tzinfo=COUNTY.zone, fold=fold)


def seen(moment: datetime) -> str:
    """A moment as the county's clock shows it."""
    return moment.astimezone(COUNTY.zone).strftime("%a %Y-%m-%d %H:%M")


def due(start: datetime, way: Due) -> str:
    return seen(due_at(start, rule(way), COUNTY))


def test_24_hours_are_elapsed_and_a_weekend_does_not_stop_them() -> None:
    friday_night = here(2026, 11, 20, 22, 30)
    assert due(friday_night, Within(24)) == "Sat 2026-11-21 22:30"


def test_24_hours_over_a_holiday_are_still_24_hours() -> None:
    assert due(here(2026, 12, 24, 18), Within(24)) == "Fri 2026-12-25 18:00"


def test_24_hours_over_the_night_the_clock_goes_forward_end_an_hour_later_on_the_wall() -> None:
    assert due(here(2027, 3, 13, 20), Within(24)) == "Sun 2027-03-14 21:00"


def test_24_hours_over_the_night_the_clock_goes_back_end_an_hour_earlier_on_the_wall() -> None:
    assert due(here(2026, 10, 31, 20), Within(24)) == "Sun 2026-11-01 19:00"


def test_the_hour_that_comes_twice_is_not_counted_twice() -> None:
    first, second = here(2026, 11, 1, 1, 30), here(2026, 11, 1, 1, 30, fold=1)
    gap = due_at(second, rule(Within(24)), COUNTY) - due_at(first, rule(Within(24)), COUNTY)
    assert gap == timedelta(hours=1)


def test_days_keep_the_hour_of_the_clock_over_a_clock_change() -> None:
    assert due(here(2026, 10, 25, 9), Days(30)) == "Tue 2026-11-24 09:00"


def test_an_hour_that_the_clock_leaves_out_becomes_the_next_one() -> None:
    assert due(here(2027, 3, 7, 2, 30), Days(7)) == "Sun 2027-03-14 03:30"


def test_business_days_pass_over_the_weekend() -> None:
    friday = here(2026, 11, 20, 16)
    assert due(friday, BusinessDays(2)) == "Tue 2026-11-24 23:59"


def test_business_days_pass_over_thanksgiving_and_the_day_after() -> None:
    wednesday = here(2026, 11, 25, 9)
    assert due(wednesday, BusinessDays(1)) == "Mon 2026-11-30 23:59"
    assert due(wednesday, BusinessDays(3)) == "Wed 2026-12-02 23:59"


def test_a_start_on_sunday_counts_from_monday() -> None:
    assert due(here(2026, 11, 22), BusinessDays(1)) == "Mon 2026-11-23 23:59"


def test_the_year_turns_with_its_observed_holiday() -> None:
    assert due(here(2027, 12, 30), BusinessDays(1)) == "Mon 2028-01-03 23:59"


def test_the_day_is_the_countys_and_not_greenwichs() -> None:
    thursday_evening_here = datetime(2026, 11, 20, 2, tzinfo=UTC)
    assert due(thursday_evening_here, BusinessDays(1)) == "Fri 2026-11-20 23:59"
    assert due(thursday_evening_here, SameDay()) == "Thu 2026-11-19 23:59"


def test_same_day_ends_with_that_day_even_when_the_day_has_25_hours() -> None:
    assert due(here(2026, 11, 1, 0, 5), SameDay()) == "Sun 2026-11-01 23:59"


def test_notice_runs_to_the_end_of_the_last_of_its_days() -> None:
    assert due(here(2026, 11, 22, 8), AtLeast(14)) == "Sun 2026-12-06 23:59"


@pytest.mark.parametrize(
    ("start", "expected"),
    [
        (here(2026, 11, 3), "Wed 2026-11-25 23:59"),
        (here(2026, 12, 3), "Sat 2026-12-26 23:59"),
        (here(2027, 2, 1), "Tue 2027-02-23 23:59"),
    ],
)
def test_the_alert_comes_five_days_before_the_month_ends(start: datetime, expected: str) -> None:
    assert due(start, BeforeMonthEnd(5)) == expected


def test_a_duty_late_from_the_beginning_is_late_and_never_quietly_moved() -> None:
    start = here(2026, 11, 29)
    assert due_at(start, rule(BeforeMonthEnd(5)), COUNTY) < start


def test_looking_again_is_daily_then_weekly_then_monthly() -> None:
    start = here(2026, 11, 1)
    found = dues(start, COUNTY.rule("missing.recheck"), COUNTY, until=start + timedelta(days=100))
    days = [(moment.astimezone(COUNTY.zone).date() - start.date()).days for moment in found]
    assert days == [1, 2, 3, 10, 17, 24, 30, 61, 92]


def test_rights_are_given_on_the_first_day_and_every_six_months() -> None:
    start = here(2026, 8, 31)
    found = dues(start, COUNTY.rule("rights.copy"), COUNTY, until=here(2027, 12, 31))
    assert [seen(moment)[4:14] for moment in found] == ["2026-08-31", "2027-02-28", "2027-08-31"]


def test_the_yearly_talk_is_first_due_a_year_on() -> None:
    assert seen(due_at(here(2026, 11, 22), COUNTY.rule("rights.sb89"), COUNTY)) == "Mon 2027-11-22 23:59"


def test_a_duty_owed_once_is_due_once_or_not_yet() -> None:
    start = here(2026, 11, 22)
    once = COUNTY.rule("missing.le_report")
    assert dues(start, once, COUNTY, until=start + timedelta(days=9)) == (due_at(start, once, COUNTY),)
    assert dues(start, once, COUNTY, until=start + timedelta(hours=23)) == ()


def test_the_end_of_the_window_is_included() -> None:
    start = here(2026, 11, 22)
    again = COUNTY.rule("missing.recheck")
    first = due_at(start, again, COUNTY)
    assert dues(start, again, COUNTY, until=first) == (first,)
    assert dues(start, again, COUNTY, until=first - timedelta(minutes=1)) == ()


def test_a_start_without_a_time_zone_is_refused() -> None:
    nowhere = here(2026, 11, 22).replace(tzinfo=None)
    with pytest.raises(NoTimeZone):
        due_at(nowhere, rule(Within(24)), COUNTY)
    with pytest.raises(NoTimeZone):
        dues(here(2026, 11, 22), COUNTY.rule("missing.recheck"), COUNTY, until=nowhere)


MOMENTS = st.datetimes(datetime(2025, 1, 1), datetime(2029, 12, 1), timezones=st.just(UTC))  # noqa: DTZ001 - because hypothesis wants bare bounds
RULES = st.sampled_from(sorted(COUNTY.rules))


@given(start=MOMENTS, hours=st.integers(1, 200))
def test_hours_are_always_exactly_that_many_hours(start: datetime, hours: int) -> None:
    assert due_at(start, rule(Within(hours)), COUNTY) - start == timedelta(hours=hours)


@given(start=MOMENTS, count=st.integers(1, 30))
def test_a_business_deadline_ends_on_a_court_day_with_that_many_court_days_between(start: datetime, count: int) -> None:
    first = start.astimezone(COUNTY.zone).date()
    last = due_at(start, rule(BusinessDays(count)), COUNTY).astimezone(COUNTY.zone).date()
    between = [first + timedelta(days=n) for n in range(1, (last - first).days + 1)]
    assert is_court_day(last, holidays=HOLIDAYS)
    assert sum(is_court_day(day, holidays=HOLIDAYS) for day in between) == count


@given(start=MOMENTS, count=st.integers(1, 30))
def test_one_more_business_day_is_never_earlier(start: datetime, count: int) -> None:
    day = start.date()
    sooner = court_days_after(day, count=count, holidays=HOLIDAYS)
    assert sooner < court_days_after(day, count=count + 1, holidays=HOLIDAYS)


@given(start=MOMENTS, count=st.integers(1, 60))
def test_a_forgotten_holiday_makes_a_deadline_early_and_never_late(start: datetime, count: int) -> None:
    without = court_days_after(start.date(), count=count, holidays=frozenset())
    assert without <= court_days_after(start.date(), count=count, holidays=HOLIDAYS)


@given(start=MOMENTS, days=st.integers(1, 60))
def test_a_notice_period_is_never_shorter_than_its_calendar_days(start: datetime, days: int) -> None:
    end = due_at(start, rule(AtLeast(days)), COUNTY).astimezone(COUNTY.zone)
    assert (end.date() - start.astimezone(COUNTY.zone).date()).days == days
    assert (end.hour, end.minute) == (23, 59)


@given(start=MOMENTS, key=RULES, window=st.integers(0, 800))
def test_dues_come_in_order_each_once_and_begin_with_the_first(start: datetime, key: str, window: int) -> None:
    until = start + timedelta(days=window)
    found = dues(start, COUNTY.rule(key), COUNTY, until=until)
    assert list(found) == sorted(set(found))
    assert all(moment <= until for moment in found)
    assert found[:1] in {(), (due_at(start, COUNTY.rule(key), COUNTY),)}


@given(start=MOMENTS, key=RULES)
def test_a_due_moment_is_always_told_in_utc(start: datetime, key: str) -> None:
    assert due_at(start, COUNTY.rule(key), COUNTY).utcoffset() == timedelta(0)


@given(day=st.dates(date(2025, 1, 1), date(2030, 1, 1)), months=st.integers(0, 60))
def test_a_later_month_keeps_the_day_or_ends_with_the_month(day: date, months: int) -> None:
    later = months_later(day, months)
    assert (later.year * 12 + later.month) - (day.year * 12 + day.month) == months
    assert later.day == day.day or (later + timedelta(days=1)).day == 1
