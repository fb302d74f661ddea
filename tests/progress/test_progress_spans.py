from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from porchlight.progress.rules.spans import Away, Day, DayTable, Leaving, days_of, known_share, longest_runs

ZONE = ZoneInfo("America/Los_Angeles")
ENDS = date(2026, 6, 14)
STATUS = st.sampled_from(("home", "away", "elsewhere", "not_known"))
WEEKS = st.lists(STATUS, min_size=7, max_size=7)


def at(day: int, hour: int, minute: int = 0) -> datetime:
    return datetime(2026, 6, day, hour, minute, tzinfo=ZONE).astimezone(UTC)


def week(*statuses: str) -> tuple[Day, ...]:
    return tuple(Day(on, status) for on, status in zip(days_of(date(2026, 6, 8), ENDS), statuses, strict=True))


def table(days, leavings=(), away=(), until=ENDS):
    since = until - timedelta(days=6)
    return DayTable(days, leavings=map(Leaving, leavings), away=away, since=since, until=until, zone=ZONE)


def summed(days, leavings=(), away=()):
    return table(days, leavings, away).week(ENDS)


def test_a_quiet_confirmed_week_is_seven_days_in_care():
    assert summed(week(*["home"] * 7)) == {"count": 0, "days": 7.0, "known": 1.0, "away_days": 0.0}


def test_a_week_nobody_watched_is_never_called_quiet():
    assert summed(()) == {"count": 0, "days": 0, "known": 0.0, "away_days": 0}
    assert summed(week(*["not_known"] * 7), [at(10, 12)])["known"] == 0


def test_a_day_in_hospital_is_neither_in_care_nor_away():
    found = summed(week("elsewhere", *["home"] * 6))
    assert found["days"] == 6
    assert found["away_days"] == 0
    assert found["known"] == pytest.approx(6 / 7)


def test_a_leaving_on_a_day_that_nobody_confirmed_is_left_out():
    days = week("home", "not_known", "away", *["home"] * 4)
    assert summed(days, [at(8, 20), at(9, 20), at(10, 2), at(20, 2)])["count"] == 2


def test_a_night_away_counts_by_its_hours_on_the_countys_clock():
    found = summed(week(*["home"] * 7), [at(10, 18)], [Away(at(10, 18), at(11, 8))])
    assert found["away_days"] == pytest.approx(14 / 24)
    assert found["days"] == pytest.approx(7 - 14 / 24)


def test_a_day_marked_away_that_no_time_covers_counts_whole():
    found = summed(week("away", "away", *["home"] * 5), away=[Away(at(8, 12), at(9, 0))])
    assert found["away_days"] == pytest.approx(1.5)


def test_two_records_of_the_same_night_count_once():
    twice = [Away(at(10, 18), at(11, 8)), Away(at(10, 18), at(11, 6)), Away(at(10, 20), None)]
    found = summed(week("home", "home", "away", "away", *["home"] * 3), away=twice[:2])
    assert found["away_days"] == pytest.approx(14 / 24)


def test_somebody_still_away_is_away_until_the_week_ends():
    found = summed(week(*["home"] * 5, "away", "away"), away=[Away(at(13, 12), None)])
    assert found["away_days"] == pytest.approx(1.5)


def test_the_day_the_clocks_change_is_still_one_day():
    days = tuple(Day(on, "away") for on in days_of(date(2026, 3, 2), date(2026, 3, 8)))
    left = datetime(2026, 3, 1, tzinfo=ZONE)
    changes = date(2026, 3, 8)
    found = table(days, away=[Away(left, None)], until=changes).week(changes)
    assert found["away_days"] == pytest.approx(7)


@given(WEEKS)
def test_confirmed_days_are_parted_into_care_and_away_without_rest(statuses):
    found = summed(week(*statuses))
    confirmed = sum(status in ("home", "away") for status in statuses)
    assert found["days"] + (found["away_days"] or 0) == pytest.approx(confirmed)
    assert found["known"] == known_share(week(*statuses), days_of(ENDS - timedelta(days=6), ENDS))


@given(WEEKS, st.integers(0, 167), st.integers(0, 400))
def test_a_time_away_never_makes_a_week_longer_than_it_is(statuses, hour, length):
    left = at(8, 0) + timedelta(hours=hour)
    found = summed(week(*statuses), away=[Away(left, left + timedelta(hours=length))])
    assert 0 <= found["days"] <= 7
    assert 0 <= (found["away_days"] or 0) <= 7


def test_the_longest_stay_of_each_week_may_have_begun_before_it():
    days = [Day(on, "home") for on in days_of(date(2026, 5, 25), ENDS)]
    days[9] = Day(days[9].on, "away")
    assert longest_runs(days, ends=ENDS) == [7.0, 9.0, 11.0]


def test_a_day_without_a_word_ends_a_stay():
    days = [Day(on, "home") for on in days_of(date(2026, 6, 1), ENDS) if on.day != 12]
    assert longest_runs(days, ends=ENDS) == [7.0, 11.0]


def test_without_days_there_is_no_week_and_no_share():
    assert longest_runs([], ends=ENDS) == []
    assert longest_runs([Day(date(2026, 6, 20), "home")], ends=ENDS) == []
    assert known_share([], ()) == 0
