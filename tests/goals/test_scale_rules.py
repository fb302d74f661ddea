from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from porchlight.progress import scale_rules
from porchlight.progress.scale_rules import Picked, picks_higher

TODAY = date(2026, 11, 22)  # a Sunday
MONDAY = date(2026, 11, 16)


def weeks(*picked: int | None) -> list[Picked]:
    """One answer a week, the last for the week of today; None is a week that was skipped."""
    first = MONDAY - timedelta(weeks=len(picked) - 1)
    return [Picked(first + timedelta(weeks=n), one) for n, one in enumerate(picked) if one is not None]


def test_four_higher_after_four_lower_is_said():
    assert picks_higher(weeks(0, 1, 1, 0, 3, 3, 4, 3), as_of=TODAY)


@pytest.mark.parametrize(
    ("picked", "why"),
    [
        ((3, 3, 4, 3, 0, 1, 1, 0), "lower is never said"),
        ((2, 2, 2, 2, 2, 2, 2, 2), "the same is nothing"),
        ((0, 1, 1, 3, 3, 4, 3), "three before are too few"),
        ((1, 2, 1, 3, 3, 2, 2, 3), "chance would do as much"),
        ((), "nothing was picked"),
    ],
)
def test_otherwise_nothing_is_said(picked, why):
    assert not picks_higher(weeks(*picked), as_of=TODAY), why


def test_skipped_weeks_are_neither_low_nor_high():
    assert picks_higher(weeks(0, None, 1, 1, None, 0, 3, None, 3, 4, 3), as_of=TODAY)


def test_lately_is_true_or_it_is_not_said():
    early = [Picked(one.week - timedelta(weeks=5), one.picked) for one in weeks(0, 1, 1, 0, 3, 3, 4, 3)]
    assert not picks_higher(early, as_of=TODAY)


def test_answers_of_half_a_year_ago_are_compared_with_nothing():
    far = [Picked(one.week - timedelta(weeks=26), one.picked) for one in weeks(0, 0, 0, 0)]
    assert not picks_higher([*far, *weeks(4, 4, 4, 4)], as_of=TODAY)


def test_the_newest_four_within_eight_weeks_and_all_within_half_a_year_are_just_near_enough():
    now = [Picked(MONDAY - timedelta(weeks=7 - n), 4) for n in range(4)]
    before = [Picked(MONDAY - timedelta(weeks=25 - n), 0) for n in range(4)]
    assert picks_higher([*before, *now], as_of=TODAY)
    a_week_on = TODAY + timedelta(weeks=1)
    assert not picks_higher([*before, *now], as_of=a_week_on)
    newer = [Picked(one.week + timedelta(weeks=1), one.picked) for one in now]
    assert not picks_higher([*before, *newer], as_of=a_week_on)


def test_fewer_than_eight_answers_in_all_say_nothing_however_they_lie():
    for count in range(8):
        assert picks_higher(weeks(*[0] * (count // 2), *[4] * (count - count // 2)), as_of=TODAY) is False


def test_at_most_eight_answers_before_are_compared():
    assert picks_higher(weeks(4, 4, *[0] * 8, 3, 3, 3, 3), as_of=TODAY)


def test_an_answer_for_a_week_to_come_counts_nothing():
    ahead = [Picked(one.week + timedelta(weeks=4), one.picked) for one in weeks(0, 0, 0, 0, 3, 3, 3, 3)]
    assert not picks_higher(ahead, as_of=TODAY)


@given(st.lists(st.integers(0, 4), min_size=8, max_size=14))
def test_the_order_of_rows_changes_nothing_and_turning_all_round_is_never_said_twice(picked):
    answers = weeks(*picked)
    said = picks_higher(answers, as_of=TODAY)
    assert picks_higher(list(reversed(answers)), as_of=TODAY) == said
    turned = [Picked(one.week, 4 - one.picked) for one in answers]
    assert not (said and picks_higher(turned, as_of=TODAY))


def test_no_function_says_that_somebody_picks_lower():
    assert not [name for name in dir(scale_rules) if "lower" in name or "worse" in name]
