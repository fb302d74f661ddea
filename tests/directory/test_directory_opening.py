from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from porchlight.directory.rules import (
    UNCLEAR_HOURS,
    Hours,
    OpenNow,
    open_at,
    open_until,
    opens_next,
    read_hours,
)
from porchlight.directory.rules.troubles import MomentWithoutZone
from porchlight.kernel.clock import county_time

from .invented import county, hours, moments, spans

MONDAY = county(2026, 6, 1)  # a week without a clock change
OFFICE = read_hours("Mon-Fri 09:00-17:00")
LATE = read_hours("Thu-Sat 20:00-02:00")


def said_by_the_wall_clock(given_hours: Hours, moment: datetime) -> bool:
    """A second, plain way to ask: minute by minute of the wall clock, today and yesterday."""
    wall = county_time(moment)
    minute = wall.hour * 60 + wall.minute
    yesterday = wall.date() - timedelta(days=1)
    return any(
        (span.day == wall.weekday() and wall.date() not in given_hours.closed_on and span.opens <= minute < span.closes)
        or (
            span.day == yesterday.weekday()
            and yesterday not in given_hours.closed_on
            and span.opens <= minute + 1440 < span.closes
        )
        for span in given_hours.spans or ()
    )


@given(
    st.lists(spans, min_size=1, max_size=5).map(tuple),
    st.frozensets(st.dates(date(2026, 5, 30), date(2026, 6, 8))),
)
def test_over_every_hour_of_a_week_the_door_is_as_the_wall_clock_says(week, closed_on):
    written = Hours(spans=week, closed_on=closed_on)
    for half_hours in range(7 * 48):
        moment = MONDAY + timedelta(minutes=30 * half_hours)
        expected = OpenNow.OPEN if said_by_the_wall_clock(written, moment) else OpenNow.CLOSED
        assert open_at(written, moment) is expected


def test_day_and_night_is_open_at_every_hour_of_the_weeks_in_which_the_clocks_change():
    for start in (county(2026, 3, 2), county(2026, 10, 26)):
        for hour in range(14 * 24):
            assert open_at(read_hours("24/7"), start + timedelta(hours=hour)) is OpenNow.OPEN


def test_the_opening_minute_is_open_and_the_closing_minute_is_not():
    assert open_at(OFFICE, county(2026, 6, 1, 8, 59)) is OpenNow.CLOSED
    assert open_at(OFFICE, county(2026, 6, 1, 9)) is OpenNow.OPEN
    assert open_at(OFFICE, county(2026, 6, 1, 16, 59)) is OpenNow.OPEN
    assert open_at(OFFICE, county(2026, 6, 1, 17)) is OpenNow.CLOSED


def test_a_late_van_is_still_there_after_midnight_and_over_the_end_of_the_week():
    assert open_at(LATE, county(2026, 6, 7, 1, 30)) is OpenNow.OPEN
    assert open_at(LATE, county(2026, 6, 7, 2)) is OpenNow.CLOSED
    sunday_night = read_hours("Sun 22:00-06:00")
    assert open_at(sunday_night, county(2026, 6, 8, 5, 59)) is OpenNow.OPEN


@given(moments)
def test_unclear_hours_are_never_called_open_or_closed(moment):
    assert open_at(UNCLEAR_HOURS, moment) is OpenNow.UNCLEAR
    assert opens_next(UNCLEAR_HOURS, moment) is None
    assert open_until(UNCLEAR_HOURS, moment) is None


def test_a_closed_date_is_closed_and_the_night_before_runs_to_its_end():
    late = read_hours("Daily 20:00-02:00; closed 2026-12-25")
    assert open_at(late, county(2026, 12, 25, 1)) is OpenNow.OPEN
    assert open_at(late, county(2026, 12, 25, 21)) is OpenNow.CLOSED
    assert open_at(late, county(2026, 12, 26, 1)) is OpenNow.CLOSED
    assert opens_next(late, county(2026, 12, 25, 3)) == county(2026, 12, 26, 20)


def test_day_and_night_with_a_closed_date_opens_again_at_midnight():
    closed = read_hours("24/7; closed 2026-12-25")
    assert open_until(closed, county(2026, 12, 24, 20)) == county(2026, 12, 25)
    assert opens_next(closed, county(2026, 12, 25, 12)) == county(2026, 12, 26)


def test_a_night_with_an_hour_less_is_an_hour_shorter():
    night = read_hours("Sat 22:00-06:00")
    opens, closes = county(2026, 3, 7, 22), county(2026, 3, 8, 6)
    assert closes - opens == timedelta(hours=7)
    assert open_at(night, closes - timedelta(minutes=1)) is OpenNow.OPEN
    assert open_at(night, closes) is OpenNow.CLOSED
    assert open_until(night, opens) == closes


def test_a_closing_hour_that_the_clock_skips_is_called_in_doubt_not_open():
    late = read_hours("Sat 20:00-02:30")
    assert open_at(late, county(2026, 3, 8, 1, 29)) is OpenNow.OPEN
    assert open_at(late, county(2026, 3, 8, 3, 0)) is OpenNow.UNCLEAR
    assert open_at(late, county(2026, 3, 8, 3, 30)) is OpenNow.CLOSED


def test_a_closing_hour_that_comes_twice_is_open_only_until_the_first():
    late = read_hours("Sat 20:00-01:30")
    assert open_at(late, county(2026, 11, 1, 1, 29)) is OpenNow.OPEN
    assert open_at(late, county(2026, 11, 1, 1, 45)) is OpenNow.UNCLEAR
    assert open_at(late, county(2026, 11, 1, 1, 15, fold=1)) is OpenNow.UNCLEAR
    assert open_at(late, county(2026, 11, 1, 1, 30, fold=1)) is OpenNow.CLOSED


def test_the_hour_in_doubt_is_so_whatever_else_is_open_that_day():
    twice_a_day = read_hours("Sat 20:00-02:30; Sun 10:00-12:00")
    assert open_at(twice_a_day, county(2026, 3, 8, 3, 0)) is OpenNow.UNCLEAR
    assert open_at(twice_a_day, county(2026, 3, 8, 10, 0)) is OpenNow.OPEN


def test_an_opening_that_the_clock_skips_whole_is_none():
    skipped = read_hours("Sun 02:00-03:00; Mon 09:00-10:00")
    assert opens_next(skipped, county(2026, 3, 7, 12)) == county(2026, 3, 9, 9)


def test_an_opening_hour_that_comes_twice_is_open_only_from_the_second():
    early = read_hours("Sun 01:30-05:00")
    assert open_at(early, county(2026, 11, 1, 1, 29)) is OpenNow.CLOSED
    assert open_at(early, county(2026, 11, 1, 1, 30)) is OpenNow.UNCLEAR
    assert open_at(early, county(2026, 11, 1, 1, 30, fold=1)) is OpenNow.OPEN
    assert opens_next(early, county(2026, 11, 1)) == county(2026, 11, 1, 1, 30, fold=1)


def test_the_next_opening_is_after_the_weekend():
    assert opens_next(OFFICE, county(2026, 6, 5, 17)) == county(2026, 6, 8, 9)


def test_what_is_open_now_opens_next_right_now():
    assert opens_next(OFFICE, county(2026, 6, 1, 12)) == county(2026, 6, 1, 12)


def test_stretches_that_touch_are_one_opening():
    touching = read_hours("Mon 09:00-12:00, 12:00-17:00, 18:00-20:00")
    assert open_until(touching, county(2026, 6, 1, 10)) == county(2026, 6, 1, 17)


def test_what_never_closes_has_no_closing_hour():
    assert open_until(read_hours("24/7"), MONDAY) is None


def test_what_is_closed_has_no_closing_hour():
    assert open_until(OFFICE, county(2026, 6, 6, 12)) is None


def test_a_place_closed_for_months_names_no_opening():
    all_closed = frozenset(date(2026, 6, 1) + timedelta(days=n) for n in range(60))
    assert opens_next(Hours(spans=OFFICE.spans, closed_on=all_closed), MONDAY) is None


@given(hours, moments)
def test_the_next_opening_is_truly_open_and_never_past(written, moment):
    opening = opens_next(written, moment)
    if opening is not None:
        assert opening >= moment
        assert opening.tzinfo is UTC
        assert open_at(written, opening) is OpenNow.OPEN


@given(hours, moments, st.integers(0, 31 * 24 * 4))
def test_nothing_opens_before_the_next_opening(written, moment, quarters):
    opening = opens_next(written, moment)
    probe = moment + timedelta(minutes=15 * quarters)
    if probe < (opening or moment + timedelta(days=31)):
        assert open_at(written, probe) is not OpenNow.OPEN


@given(hours, moments, st.floats(0, 1, exclude_max=True))
def test_it_stays_open_until_the_closing_hour_and_not_longer(written, moment, part):
    until = open_until(written, moment)
    if until is not None:
        assert until > moment
        assert open_at(written, moment + (until - moment) * part) is OpenNow.OPEN
        assert open_at(written, until) is not OpenNow.OPEN


@pytest.mark.parametrize("ask", [open_at, opens_next, open_until])
def test_a_time_without_a_zone_is_refused(ask):
    with pytest.raises(MomentWithoutZone):
        ask(OFFICE, datetime(2026, 6, 1, 12))  # noqa: DTZ001 - because this is the mistake under test
