from __future__ import annotations

import math
from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from porchlight.progress.rules import BadInput, gas_t, rank_sum_exact, scale_shift
from porchlight.progress.rules.ranks import MOST_VALUES

faces = st.lists(st.integers(0, 4), min_size=1, max_size=5)


def pairs_longer(now: list[float], before: list[float]) -> float:
    return sum((a > b) + (a == b) / 2 for a in now for b in before)


def by_every_relabelling(before: list[float], now: list[float]) -> list[float]:
    pooled = before + now
    found = []
    for chosen in combinations(range(len(pooled)), len(now)):
        rest = [pooled[place] for place in range(len(pooled)) if place not in chosen]
        found.append(pairs_longer([pooled[place] for place in chosen], rest))
    return found


@given(faces, faces)
def test_ties_and_all_the_chances_equal_a_count_of_every_relabelling(before, now):
    everything, seen = by_every_relabelling(before, now), pairs_longer(now, before)
    ranks, shift = rank_sum_exact(before, now=now), scale_shift(before, now=now)
    assert ranks["u"] == seen
    assert ranks["p_less"] == pytest.approx(sum(u <= seen for u in everything) / len(everything))
    assert shift["nap"] == pytest.approx(seen / (len(before) * len(now)))
    assert shift["p_permutation"] == pytest.approx(sum(u >= seen for u in everything) / len(everything))


@given(faces, faces, st.randoms())
def test_the_order_of_ratings_within_a_stretch_changes_nothing(before, now, chance):
    shuffled = list(now)
    chance.shuffle(shuffled)
    assert scale_shift(before, now=shuffled) == scale_shift(before, now=now)


def test_no_rating_is_no_information():
    assert scale_shift([], now=[3]) == {
        "nap": None,
        "p_permutation": None,
        "median_before": None,
        "median_now": 3,
    }
    assert scale_shift([3], now=[]) == {
        "nap": None,
        "p_permutation": None,
        "median_before": 3,
        "median_now": None,
    }
    assert rank_sum_exact([1.0], now=[]) == {"u": None, "p_less": None}


def test_a_single_rating_on_each_side_proves_nothing():
    shift = scale_shift([1], now=[4])
    assert shift["nap"] == 1
    assert shift["p_permutation"] == 0.5


def test_four_against_four_can_say_no_more_than_one_in_seventy():
    assert scale_shift([0, 0, 1, 1], now=[3, 3, 4, 4])["p_permutation"] == pytest.approx(1 / 70)


def test_lists_too_long_to_count_exactly_are_refused():
    with pytest.raises(BadInput):
        rank_sum_exact([1.0] * MOST_VALUES, now=[2.0])


def test_the_longest_lists_are_still_counted():
    half = MOST_VALUES // 2
    assert rank_sum_exact([2.0] * half, now=[1.0] * half)["p_less"] < 1e-20


def test_goals_met_as_expected_are_fifty_and_weights_pull():
    assert gas_t([0, 0], weights=[1, 3], rho=0.3)["t"] == 50
    # One goal of weight w: 50 + 10 w x / sqrt((1 - rho) w^2 + rho w^2) = 50 + 10 x.
    assert gas_t([1], weights=[2], rho=0.3)["t"] == pytest.approx(60)
    assert gas_t([2, 2], weights=[1, 1], rho=1)["t"] == pytest.approx(70)
    assert gas_t([1, 1], weights=[1, 1], rho=0)["t"] == pytest.approx(50 + 20 / 2**0.5)


def test_without_a_goal_that_weighs_anything_there_is_no_score():
    assert gas_t([], weights=[], rho=0.3) == {"t": None}
    assert gas_t([1, 2], weights=[0, 0], rho=0.3) == {"t": None}


def test_the_ladder_has_five_rungs_and_both_ends_are_on_it():
    assert [gas_t([rung], weights=[1], rho=0)["t"] for rung in (-2, -1, 0, 1, 2)] == [30, 40, 50, 60, 70]


@pytest.mark.parametrize("wrong", [math.nan, math.inf])
@pytest.mark.parametrize("side", ["before", "now"])
def test_a_rating_that_is_no_number_is_refused_on_either_side(side, wrong):
    sides = {"before": [1.0], "now": [1.0]} | {side: [wrong]}
    with pytest.raises(BadInput):
        scale_shift(sides["before"], now=sides["now"])


@pytest.mark.parametrize(
    ("scores", "weights", "rho"),
    [([2.1], [1], 0.3), ([-2.1], [1], 0.3), ([1], [-1], 0.3), ([1], [1, 1], 0.3), ([1], [1], 1.3)],
)
def test_goals_that_do_not_fit_the_ladder_are_refused(scores, weights, rho):
    with pytest.raises(BadInput):
        gas_t(scores, weights=weights, rho=rho)
