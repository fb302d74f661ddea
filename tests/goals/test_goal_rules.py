from __future__ import annotations

from datetime import date, timedelta
from uuid import UUID, uuid4

import pytest
from hypothesis import given
from hypothesis import strategies as st

from porchlight.progress.goal_rules import HOPED_FOR, LEVELS, Step, moved, place_of, steps_up

MONDAY = date(2026, 11, 2)
GOAL = UUID(int=7)


def said(*rows: tuple[int, int], goal: UUID = GOAL) -> list[Step]:
    """Rows as (days after Monday, place)."""
    return [Step(uuid4(), goal, MONDAY + timedelta(days=days), place) for days, place in rows]


def days_up(steps: list[Step], since: date = MONDAY) -> list[int]:
    return [(step.on - MONDAY).days for step in steps_up(steps, since=since)]


def test_what_they_hope_for_stands_in_the_middle():
    assert LEVELS[HOPED_FOR] == 0
    assert [place_of(level) for level in LEVELS] == [0, 1, 2, 3, 4]


@pytest.mark.parametrize(("place", "up", "then"), [(0, True, 1), (4, True, 4), (4, False, 3), (0, False, 0)])
def test_a_step_is_one_rung_and_stays_on_the_ladder(place, up, then):
    assert moved(place, up=up) == then


def test_a_first_place_is_no_step():
    assert days_up(said((0, 3))) == []


def test_a_day_that_ended_higher_is_a_step_up():
    assert days_up(said((0, 1), (2, 2))) == [2]


def test_a_step_on_the_very_first_day_counts_from_the_first_tap():
    assert days_up(said((0, 1), (0, 2))) == [0]


def test_a_tap_that_was_taken_back_on_the_same_day_is_none():
    assert days_up(said((0, 1), (2, 2), (2, 1))) == []


def test_several_steps_on_one_day_are_one():
    steps = said((0, 0), (1, 1), (1, 2), (1, 3))
    assert [step.id for step in steps_up(steps, since=MONDAY)] == [steps[-1].id]


def test_a_step_down_is_never_among_them():
    assert days_up(said((0, 3), (1, 1), (2, 2))) == [2]


def test_what_was_before_is_known_and_not_told():
    steps = said((0, 1), (1, 2), (3, 3))
    assert days_up(steps, since=MONDAY + timedelta(days=3)) == [3]


def test_each_ladder_counts_for_itself():
    other = uuid4()
    assert days_up([*said((0, 1)), *said((1, 2), goal=other)]) == []


@given(st.lists(st.tuples(st.integers(0, 20), st.integers(0, 4)), max_size=30))
def test_a_day_up_is_always_higher_than_the_day_before_it(rows):
    steps = said(*sorted(rows, key=lambda row: row[0]))
    found = steps_up(steps, since=MONDAY)
    assert len({step.on for step in found}) == len(found)
    for step in found:
        earlier = [one.place for one in steps if one.on < step.on] or [steps[0].place]
        assert step.place > earlier[-1]
