"""On which facts a statement rests: whatever reaches into its days, and nothing beside them."""

from __future__ import annotations

import random
from dataclasses import replace
from datetime import UTC, timedelta

import pytest

from porchlight.progress.rules.history import History, WeekSum
from porchlight.progress.rules.resting import resting_on
from porchlight.progress.rules.spans import Away, Day, Leaving
from tests.progress.making import MONDAY, ZONE, evening, weeks_on

SUNDAY = weeks_on(1) - timedelta(days=1)
BEGINS = evening(MONDAY) - timedelta(hours=18)
ENDS = BEGINS + timedelta(days=7)
SECOND = timedelta(seconds=1)


def named(**record: object) -> tuple[str, ...]:
    """What the week from the first Monday on rests on, of this record."""
    return resting_on(History(**record), since=MONDAY, until=SUNDAY, zone=ZONE)


@pytest.mark.parametrize(
    ("on", "status", "counts"),
    [
        (MONDAY, "home", True),
        (SUNDAY, "away", True),
        (MONDAY - timedelta(days=1), "home", False),
        (SUNDAY + timedelta(days=1), "home", False),
        (MONDAY, "elsewhere", False),
        (MONDAY, "not_known", False),
    ],
)
def test_it_rests_on_its_own_days_that_somebody_confirmed(on, status, counts):
    assert named(days=(Day(on, status, id="d"),)) == (("d",) if counts else ())


@pytest.mark.parametrize(
    ("at", "counts"), [(BEGINS, True), (ENDS - SECOND, True), (BEGINS - SECOND, False), (ENDS, False)]
)
def test_it_rests_on_a_leaving_from_the_first_midnight_to_the_last(at, counts):
    assert named(leavings=(Leaving(at, id="l"),)) == (("l",) if counts else ())


@pytest.mark.parametrize(
    ("left", "back", "counts"),
    [
        (BEGINS - timedelta(days=9), BEGINS + SECOND, True),
        (BEGINS - timedelta(days=9), BEGINS, False),
        (BEGINS - timedelta(days=9), None, True),
        (ENDS - SECOND, None, True),
        (ENDS, None, False),
        (ENDS, ENDS + timedelta(days=1), False),
        (BEGINS - timedelta(days=9), ENDS + timedelta(days=9), True),
    ],
)
def test_it_rests_on_a_time_away_that_reaches_into_its_days(left, back, counts):
    assert named(away=(Away(left, back, id="a"),)) == (("a",) if counts else ())


@pytest.mark.parametrize(
    ("monday", "since", "until", "counts"),
    [
        (MONDAY, MONDAY, SUNDAY, True),
        (MONDAY, SUNDAY, SUNDAY, True),
        (MONDAY, SUNDAY + timedelta(days=1), SUNDAY + timedelta(days=7), False),
        (weeks_on(1), MONDAY, SUNDAY, False),
        (weeks_on(1), MONDAY, weeks_on(1), True),
        (weeks_on(-1), MONDAY, SUNDAY, False),
    ],
)
def test_it_rests_on_an_earlier_week_from_its_monday_to_its_sunday(monday, since, until, counts):
    history = History(earlier=(WeekSum(monday, count=1, days=7, confirmed=7, id="w"),))
    assert resting_on(history, since=since, until=until, zone=ZONE) == (("w",) if counts else ())


def test_what_has_no_id_goes_by_what_it_is_and_when_in_the_time_of_the_whole_world():
    left = evening(MONDAY)
    said = named(
        days=(Day(MONDAY, "home"),),
        leavings=(Leaving(left), Leaving(left.astimezone(UTC))),
        away=(Away(left, left + timedelta(hours=2)),),
    )
    at = "2026-01-06T02:00:00+00:00"
    assert said == (f"day {MONDAY}", f"left {at}", f"away {at}")
    assert named(earlier=(WeekSum(MONDAY, count=1, days=7, confirmed=7),)) == (f"week {MONDAY}",)


def test_the_order_of_the_record_changes_nothing():
    evenings = [evening(MONDAY + timedelta(days=n)) for n in range(5)]
    record = {
        "days": [Day(MONDAY + timedelta(days=n), "home", id=f"z{9 - n}") for n in range(7)],
        "leavings": [Leaving(at, id=f"l{9 - n}") for n, at in enumerate(evenings)],
        "away": [Away(at, at + timedelta(hours=1), id=f"a{9 - n}") for n, at in enumerate(evenings)],
    }
    history = History(**{name: tuple(rows) for name, rows in record.items()})
    whole = resting_on(history, since=MONDAY, until=SUNDAY, zone=ZONE)
    assert [name[0] for name in whole] == ["z"] * 7 + ["l"] * 5 + ["a"] * 5
    for rows in record.values():
        random.Random(3).shuffle(rows)
    shuffled = replace(history, **{name: tuple(rows) for name, rows in record.items()})
    assert resting_on(shuffled, since=MONDAY, until=SUNDAY, zone=ZONE) == whole
