"""Weeks to look back on: what was told, how much of it is confirmed, and no more."""

from __future__ import annotations

from datetime import date, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from porchlight.progress.rules.looking_back import FEWEST_FOR_A_MIDDLE, WEEKS_BACK, WeekSeen, middle_of, weeks_seen
from porchlight.progress.rules.spans import Day, Leaving
from tests.progress.making import ZONE, evening

SUNDAY, MONDAY = date(2026, 6, 14), date(2026, 6, 15)
ONE = timedelta(days=1)
STATUS = st.sampled_from(("home", "away", "elsewhere", "not_known"))


def looked(days=(), left=(), as_of=MONDAY):
    return weeks_seen(days, leavings=map(Leaving, left), as_of=as_of, zone=ZONE)


def a_week(*statuses, ends=SUNDAY):
    return [Day(ends - (6 - place) * ONE, status) for place, status in enumerate(statuses)]


def test_without_a_record_there_is_no_week():
    assert looked() == ()


def test_a_week_is_whole_and_over_or_it_is_not_here():
    days = [Day(SUNDAY - n * ONE, "home") for n in range(7)] + [Day(MONDAY, "home")]
    assert looked(days, [evening(MONDAY)]) == (WeekSeen(date(2026, 6, 8), 0, 7),)
    assert looked(days, as_of=SUNDAY) == ()


def test_what_was_told_on_a_day_that_nobody_confirmed_is_shown_and_the_week_is_not_seen():
    (week,) = looked(a_week(*["not_known"] * 5, "home", "away"), [evening(SUNDAY - 5 * ONE), evening(SUNDAY)])
    assert (week.count, week.confirmed, week.is_seen) == (2, 2, False)


def test_a_week_in_hospital_is_a_gap_and_not_a_quiet_week():
    weeks = looked([*a_week(*["home"] * 7, ends=SUNDAY - 7 * ONE), *a_week(*["elsewhere"] * 7)])
    assert [(week.count, week.confirmed) for week in weeks] == [(0, 7), (None, 0)]


def test_six_days_are_enough_and_five_are_not():
    assert [WeekSeen(SUNDAY, 0, days).is_seen for days in range(8)] == [False] * 6 + [True] * 2


def test_a_leaving_late_on_sunday_belongs_to_that_week_on_the_countys_clock():
    late = datetime(2026, 6, 14, 23, 59, tzinfo=ZONE)
    assert [week.count for week in looked(a_week(*["home"] * 7), [late, late + timedelta(minutes=1)])] == [1]


def test_weeks_in_between_that_nobody_told_of_stay_as_gaps_and_older_ones_are_left_out():
    days = [*a_week(*["home"] * 7, ends=SUNDAY - 21 * ONE), *a_week(*["home"] * 7)]
    old = a_week(*["home"] * 7, ends=SUNDAY - 7 * WEEKS_BACK * ONE)
    assert [week.count for week in looked([*days, *old])] == [0, None, None, 0]


def test_the_middle_needs_twelve_weeks_that_were_seen():
    seen = [WeekSeen(SUNDAY, count % 4, 7) for count in range(FEWEST_FOR_A_MIDDLE)]
    assert middle_of(seen) == 1.5
    assert middle_of(seen[1:]) is None
    assert middle_of([*seen[1:], WeekSeen(SUNDAY, 9, 3), WeekSeen(SUNDAY, None, 0)]) is None


@given(st.lists(STATUS, min_size=1, max_size=250), st.lists(st.integers(0, 249), max_size=30))
def test_any_record_gives_at_most_26_weeks_in_order_and_a_count_wherever_something_was_said(statuses, left):
    days = [Day(SUNDAY - place * ONE, status) for place, status in enumerate(statuses)]
    weeks = looked(days, [evening(SUNDAY - place * ONE) for place in left])
    assert len(weeks) <= WEEKS_BACK
    assert [week.monday for week in weeks] == sorted({week.monday for week in weeks})
    assert all(week.monday.weekday() == 0 and 0 <= week.confirmed <= 7 for week in weeks)
    assert all((week.count is None) <= (week.confirmed == 0) for week in weeks)
    assert not weeks or weeks[0].count is not None
    assert sum(week.count or 0 for week in weeks) == sum(place < 7 * WEEKS_BACK for place in left)
