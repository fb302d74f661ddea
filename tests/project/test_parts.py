"""A part that ends by itself is started again, a little later each time, and says so in one line."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from porchlight.kernel.errors import Trouble
from porchlight.project.parts import FIRST, LONGEST, STEADY, Part, pause


class Lamp:
    """Something that goes out and can be lit."""

    def __init__(self) -> None:
        self.lit = True
        self.times = 0
        self.trouble: Trouble | None = None

    def light(self) -> None:
        self.times += 1
        if self.trouble:
            raise self.trouble
        self.lit = True


@pytest.fixture
def lamp() -> Lamp:
    return Lamp()


@pytest.fixture
def part(lamp: Lamp) -> Part:
    return Part("The lamp", lambda: lamp.lit, lamp.light, began=0.0)


def test_a_part_that_lives_is_left_in_peace(lamp, part):
    assert [part.look(now) for now in (1.0, 100.0)] == ["", ""]
    assert lamp.times == 0


def test_a_part_that_ended_is_told_once_and_started_when_its_time_has_come(lamp, part):
    lamp.lit = False
    assert part.look(100.0) == "The lamp stopped by itself and is started again in 0.5 seconds."
    assert part.look(100.0 + FIRST / 2) == ""
    assert not lamp.lit
    assert part.look(100.0 + FIRST) == ""
    assert lamp.lit
    assert lamp.times == 1


def test_a_part_that_ends_again_and_again_waits_longer_each_time(lamp, part):
    now, waited = 0.0, []
    for _ in range(9):
        lamp.lit = False
        part.look(now)
        waited.append(part.again_at - now)
        now = part.again_at
        part.look(now)
    assert waited == [0.5, 1, 2, 4, 8, 16, 30, 30, 30]


def test_a_part_that_ran_well_for_a_while_begins_with_the_short_wait_again(lamp, part):
    part.ends, part.began = 5, 0.0
    lamp.lit = False
    part.look(STEADY + 0.1)
    assert part.again_at == STEADY + 0.1 + FIRST


def test_a_start_that_fails_says_why_and_is_tried_again_later(lamp, part):
    lamp.lit, lamp.trouble = False, Trouble("The disk is full.")
    part.look(0.0)
    assert part.look(FIRST) == "The disk is full."
    assert part.look(FIRST + 0.1).startswith("The lamp stopped by itself and is started again in 1 ")
    lamp.trouble = None
    part.look(FIRST + 2)
    assert lamp.lit


@given(st.integers(min_value=1, max_value=10_000))
def test_no_wait_is_shorter_than_the_one_before_or_longer_than_half_a_minute(ends):
    assert FIRST <= pause(ends) <= pause(ends + 1) <= LONGEST
