"""The database sums days into the same weeks as the engine does."""

from __future__ import annotations

import random
from datetime import date, datetime, timedelta
from uuid import uuid4

import pytest

from porchlight.kernel import clock
from porchlight.progress.rules.history import History
from porchlight.progress.rules.weeks import day_table, whole_weeks
from tests.nightly.making import ONE_DAY, THIS_MONDAY, Keeping, evening, weeks_ago, weeks_of
from tests.support.connections import as_admin

ZONE = clock.COUNTY_ZONE


@pytest.fixture
def keeping(town):
    with as_admin() as admin, admin.transaction(force_rollback=True):
        admin.execute("SET CONSTRAINTS ALL DEFERRED")
        yield Keeping(admin, agency=uuid4())


def by_the_engine(keeping: Keeping, *, until: date) -> dict[date, tuple[int, float, int]]:
    history = History(**keeping.told())
    weeks = whole_weeks(history, table=day_table(history, as_of=until, zone=ZONE), as_of=until)
    told = {day.on - timedelta(days=day.on.weekday()) for day in history.days}
    return {week.monday: (week.count, week.days, week.confirmed) for week in weeks if week.monday in told}


def same(keeping: Keeping, *, until: date = THIS_MONDAY) -> None:
    ours, theirs = weeks_of(keeping.admin, keeping.youth, until=until), by_the_engine(keeping, until=until)
    assert ours.keys() == theirs.keys()
    for monday, (leavings, days, confirmed) in theirs.items():
        assert ours[monday] == (leavings, pytest.approx(days, abs=1e-6), confirmed)


def test_a_plain_week(keeping):
    keeping.record([3])
    same(keeping)
    assert weeks_of(keeping.admin, keeping.youth, until=THIS_MONDAY) == {
        weeks_ago(1): (3, pytest.approx(6.5), 7),
    }


def test_a_day_that_nobody_confirmed_carries_neither_its_leaving_nor_its_hours(keeping):
    for n, status in enumerate(("home", "not_known", "elsewhere", "home")):
        keeping.day(weeks_ago(1) + n * ONE_DAY, status)
    keeping.tap(evening(weeks_ago(1) + ONE_DAY))
    same(keeping)
    assert weeks_of(keeping.admin, keeping.youth, until=THIS_MONDAY) == {weeks_ago(1): (0, 2, 2)}


def test_a_corrected_day_counts_as_what_it_was_corrected_to(keeping):
    first = keeping.day(weeks_ago(1), "home")
    second = keeping.day(weeks_ago(1), "away", corrects=first, said=2 * ONE_DAY)
    keeping.day(weeks_ago(1), "elsewhere", corrects=second, said=3 * ONE_DAY)
    same(keeping)
    assert weeks_of(keeping.admin, keeping.youth, until=THIS_MONDAY) == {weeks_ago(1): (0, 0, 0)}


def test_a_tap_that_was_set_aside_is_no_leaving_and_a_tap_with_its_absence_is_one(keeping):
    keeping.days(weeks_ago(1), count=7)
    keeping.tap(evening(weeks_ago(1)), set_aside=True)
    keeping.tap(evening(weeks_ago(1) + ONE_DAY))
    keeping.away(evening(weeks_ago(1) + ONE_DAY), evening(weeks_ago(1) + 2 * ONE_DAY))
    same(keeping)
    assert weeks_of(keeping.admin, keeping.youth, until=THIS_MONDAY)[weeks_ago(1)][0] == 1


def test_a_time_away_that_was_over_before_anybody_opened_an_absence_is_one(keeping):
    keeping.days(weeks_ago(1), count=7)
    keeping.tap(evening(weeks_ago(1)), over=evening(weeks_ago(1) + ONE_DAY))
    same(keeping)
    assert weeks_of(keeping.admin, keeping.youth, until=THIS_MONDAY) == {weeks_ago(1): (1, pytest.approx(6), 7)}


def test_somebody_who_is_still_away_is_away_to_the_end(keeping):
    keeping.days(weeks_ago(2), count=14, status="away")
    keeping.away(evening(weeks_ago(2) + 3 * ONE_DAY), None)
    same(keeping)


@pytest.mark.parametrize("clocks_change", [date(2026, 3, 8), date(2025, 11, 2)])
def test_a_day_of_another_length_counts_as_a_day(keeping, clocks_change):
    monday = clocks_change - timedelta(days=6)
    keeping.days(monday, count=7)
    keeping.away(datetime(*clocks_change.timetuple()[:3], 1, tzinfo=ZONE), evening(clocks_change))
    same(keeping, until=monday + timedelta(weeks=3))


@pytest.mark.parametrize("seed", range(6))
def test_any_record(keeping, seed):
    """Overlapping nights, doubled records, gaps and corrections, as they come."""
    chance = random.Random(seed)
    for n in range(12 * 7):
        on = weeks_ago(12) + n * ONE_DAY
        if chance.random() < 0.85:
            row = keeping.day(on, chance.choice(("home", "home", "home", "away", "elsewhere", "not_known")))
            if chance.random() < 0.1:
                keeping.day(on, chance.choice(("home", "away")), corrects=row, said=2 * ONE_DAY)
        if chance.random() < 0.3:
            left = evening(on) - timedelta(minutes=chance.randrange(1000))
            over = left + timedelta(hours=3) if chance.random() < 0.2 else None
            keeping.tap(left, set_aside=chance.random() < 0.2, over=over)
            if chance.random() < 0.8 and not over:
                keeping.away(left, left + timedelta(hours=chance.lognormvariate(2.5, 1.2)))
    same(keeping)
    assert sum(week[0] for week in weeks_of(keeping.admin, keeping.youth, until=THIS_MONDAY).values()) > 0
