"""The record week by week: which week a time away is booked to, how long it counts, and that no week is left out."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest

from porchlight.progress.rules.history import History, WeekSum
from porchlight.progress.rules.spans import Away, Day, Leaving
from porchlight.progress.rules.weeks import day_table, monday_of, whole_weeks
from tests.progress.making import MONDAY, ZONE, evening, record, weeks_on

HOME = tuple(Day(MONDAY + timedelta(days=n), "home") for n in range(21))
DAY = timedelta(days=1)


def weeks(history: History, *, on: int = 3) -> list[WeekSum]:
    """The weeks that are over on the Monday after so many."""
    as_of = weeks_on(on)
    return whole_weeks(history, table=day_table(history, as_of=as_of, zone=ZONE), as_of=as_of)


def away(left: datetime, back: datetime | None, **more: bool) -> History:
    return History(days=HOME, away=(Away(left, back, **more),))


@pytest.mark.parametrize("days", range(14))
def test_a_week_begins_with_its_monday(days):
    assert monday_of(MONDAY + days * DAY) == weeks_on(days // 7)


def test_a_week_that_nobody_recorded_is_there_empty():
    history = History(days=(*HOME[:7], *HOME[14:]))
    assert [(week.monday, week.confirmed) for week in weeks(history)] == [
        (MONDAY, 7), (weeks_on(1), 0), (weeks_on(2), 7),
    ]  # fmt: skip


def test_a_week_that_is_not_over_is_not_one():
    assert [week.monday for week in weeks(record([1, 1, 1]), on=2)] == [MONDAY, weeks_on(1)]
    assert weeks(History()) == []


def test_weeks_that_were_summed_stand_before_those_that_are_counted():
    earlier = WeekSum(weeks_on(-3), count=2, days=6.5, confirmed=7)
    found = weeks(History(days=HOME, earlier=(earlier,)))
    assert found[0] == earlier
    assert [week.monday for week in found] == [weeks_on(n) for n in range(-3, 3)]
    assert found[1] == WeekSum(weeks_on(-2))


def test_a_time_away_is_booked_whole_to_the_week_in_which_they_left():
    left = evening(weeks_on(1) - DAY)
    found = weeks(away(left, left + 3 * DAY, own_return=True, contact=False))
    assert [(w.returns, w.away_days, w.own_yes, w.own_of, w.contact_yes, w.contact_of) for w in found] == [
        (1, 3, 1, 1, 0, 1), (0, 0, 0, 0, 0, 0), (0, 0, 0, 0, 0, 0),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("back", "returned", "days"),
    [(weeks_on(3), 1, 21.0), (weeks_on(3) + DAY, 0, 21.0), (None, 0, 21.0)],
)
def test_who_is_not_back_by_the_last_sunday_has_not_returned_yet_and_how_is_not_known(back, returned, days):
    left = datetime(MONDAY.year, MONDAY.month, MONDAY.day, tzinfo=ZONE)
    came = back and datetime(back.year, back.month, back.day, tzinfo=ZONE)
    (first, *_) = weeks(away(left, came, own_return=True, contact=True))
    assert (first.returns, first.away_days, first.own_of, first.contact_of) == (returned, days, returned, 1)


def test_of_one_time_away_thirty_days_count():
    days = tuple(Day(MONDAY + n * DAY, "home") for n in range(70))
    left = evening(MONDAY)
    (first, *_) = weeks(History(days=days, away=(Away(left, left + 45 * DAY),)), on=10)
    assert (first.returns, first.away_days) == (1, 30)


def test_who_leaves_the_moment_they_came_back_was_away_twice_and_a_night_told_twice_is_one():
    left = evening(MONDAY)
    back = left + DAY
    twice = History(days=HOME, away=(Away(left, back, id="1"), Away(back, back + DAY, id="2")))
    told_twice = History(days=HOME, away=(Away(left, back + DAY, id="1"), Away(back, back + DAY, id="2")))
    assert (weeks(twice)[0].returns, weeks(twice)[0].away_days) == (2, 2)
    assert (weeks(told_twice)[0].returns, weeks(told_twice)[0].away_days) == (1, 2)


def test_a_leaving_counts_on_a_day_that_somebody_confirmed():
    history = History(days=HOME[1:], leavings=(Leaving(evening(MONDAY)), Leaving(evening(MONDAY + DAY))))
    assert (weeks(history)[0].count, weeks(history)[0].confirmed) == (1, 6)
