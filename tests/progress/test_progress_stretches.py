"""Comparing two stretches of weeks: on thin ground nothing is compared, and a reference takes confirmed weeks alone."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from porchlight.progress.rules.config import Config
from porchlight.progress.rules.history import WeekSum
from porchlight.progress.rules.stretches import Stretches
from porchlight.progress.rules.sustained import Look, sustained_looks
from tests.progress.making import weeks_on

BEFORE, NOW = (0, 8), (8, 12)
CONFIG = Config()


def weeks(before: dict[str, float], now: dict[str, float], *, confirmed: int = 7) -> list[WeekSum]:
    """Eight weeks and four more; what is named lies in the first week of each stretch, the rest is even."""
    made = []
    for place in range(12):
        even = {"count": 0, "days": 0, "confirmed": confirmed}
        more = before if place == BEFORE[0] else now if place == NOW[0] else {}
        made.append(WeekSum(weeks_on(place), **(even | more)))
    return made


ENOUGH = {"days": 5, "returns": 3, "away_days": 6, "own_of": 3, "own_yes": 1, "contact_of": 3, "contact_yes": 1}
OF = {"time_away": "returns", "own_return": "own_of", "contact": "contact_of"}


def chance(dimension: str, before: dict[str, float], now: dict[str, float]) -> float | None:
    return Stretches(weeks(before, now), config=CONFIG).dimensions()[dimension](BEFORE, NOW)


@pytest.mark.parametrize("dimension", OF)
def test_five_days_and_three_returns_on_each_side_are_just_enough(dimension):
    found = chance(dimension, ENOUGH, ENOUGH)
    assert found == pytest.approx(0.5, abs=0.1)


@pytest.mark.parametrize("side", ["before", "now"])
@pytest.mark.parametrize("dimension", OF)
def test_with_fewer_days_or_returns_on_either_side_nothing_is_compared(dimension, side):
    for less in ({"days": 4.9}, {OF[dimension]: 2}):
        thin = {"before": ENOUGH, "now": ENOUGH} | {side: ENOUGH | less}
        assert chance(dimension, thin["before"], thin["now"]) is None


def test_times_away_that_are_shorter_and_things_done_more_often_have_the_higher_chance():
    assert chance("time_away", ENOUGH | {"away_days": 30}, ENOUGH) > 0.8
    assert chance("time_away", ENOUGH, ENOUGH | {"away_days": 30}) < 0.2
    for dimension, yes in (("own_return", "own_yes"), ("contact", "contact_yes")):
        assert chance(dimension, ENOUGH | {yes: 0}, ENOUGH | {yes: 3}) > 0.8
        assert chance(dimension, ENOUGH | {yes: 3}, ENOUGH | {yes: 0}) < 0.2


@given(st.lists(st.integers(0, 7), max_size=20), st.integers(0, 5))
def test_a_reference_ends_with_the_eighth_confirmed_week_and_until_then_there_is_none(confirmed, first):
    rows = [WeekSum(weeks_on(place), count=0, days=7, confirmed=days) for place, days in enumerate(confirmed)]
    found = Stretches(rows, config=CONFIG).reference(first)
    good = [place for place, days in enumerate(confirmed) if place >= first and days >= 4]
    assert found == ((first, good[7] + 1) if len(good) >= 8 else None)


@given(st.lists(st.tuples(st.integers(0, 7), st.integers(0, 7)), min_size=1, max_size=12), st.data())
def test_the_total_of_a_stretch_is_the_sum_of_its_weeks(told, data):
    rows = [WeekSum(weeks_on(n), count=count, days=days, confirmed=7) for n, (count, days) in enumerate(told)]
    begin = data.draw(st.integers(0, len(rows)))
    end = data.draw(st.integers(begin, len(rows)))
    stretches = Stretches(rows, config=CONFIG)
    assert stretches.total("count", (begin, end)) == sum(count for count, _ in told[begin:end])
    assert stretches.total("days", (begin, end)) == sum(days for _, days in told[begin:end])


def looks(silent: set[int], *, skip: bool = False) -> list[Look]:
    """Every look at somebody who left four times in each of eight weeks, and once in each of forty after."""
    rows = [WeekSum(weeks_on(n), count=4 if n < 8 else 1, days=7, confirmed=7) for n in range(48)]
    stretches = Stretches(rows, config=CONFIG)
    return list(sustained_looks(stretches, first=0, silent=silent, dimensions={"leaving"}, skip=skip))


@pytest.mark.parametrize("skip", [False, True])
def test_what_was_shown_twelve_looks_running_makes_way_and_the_weeks_after_it_are_the_new_reference(skip):
    found = looks(set(), skip=skip)
    assert [one.end for one in found if one.shown] == list(range(14, 26))
    (reset,) = [one.end for one in found if one.resets]
    assert reset == 25
    assert {one.reference for one in found if one.end > reset} == {(25, 33)}


def test_a_week_in_which_nothing_may_be_shown_begins_the_count_of_twelve_anew():
    found = looks({17})
    assert [one.end for one in found if one.shown] == [14, 15, 16, *range(18, 30)]
    assert [one.end for one in found if one.resets] == [29]
