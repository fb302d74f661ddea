from __future__ import annotations

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from porchlight.progress.rules import (
    BadInput,
    dispersion,
    g_chart,
    run_chart,
    t_chart,
    u_chart,
    western_electric,
    xmr_limits,
)


def test_no_week_makes_an_empty_chart():
    chart = run_chart([])
    assert chart["median"] is None
    assert chart["longest_run_limit"] is None
    assert chart["crossings_limit"] is None
    assert not chart["runs_signal"]
    assert not chart["crossings_signal"]


def test_weeks_on_the_median_neither_run_nor_cross():
    chart = run_chart([2, 2, 2, 2])
    assert (chart["n_useful"], chart["longest_run"], chart["crossings"]) == (0, 0, 0)
    assert run_chart([1, 2, 1, 3, 3])["longest_run"] == 2


@pytest.mark.parametrize(("weeks", "limit"), [(10, 2), (12, 3), (16, 4), (20, 6), (24, 8)])
def test_the_limit_of_crossings_is_the_five_percent_point_of_coin_tosses(weeks, limit):
    chart = run_chart([week % 2 for week in range(weeks)])
    assert chart["crossings_limit"] == limit
    tosses = weeks - 1
    below = sum(math.comb(tosses, k) for k in range(limit)) / 2**tosses
    at = sum(math.comb(tosses, k) for k in range(limit + 1)) / 2**tosses
    assert below < 0.05 <= at


def test_limits_need_two_values():
    assert xmr_limits([]) == dict.fromkeys(("mean", "mean_moving_range", "lower", "upper", "range_upper"))
    single = xmr_limits([4])
    assert single["mean"] == 4
    assert single["upper"] is None


def test_a_lower_limit_of_a_count_is_cut_at_zero():
    assert xmr_limits([0, 4, 0, 4])["lower"] == 0
    assert xmr_limits([10, 11, 10, 11])["lower"] == pytest.approx(10.5 - 2.66)


def test_a_rate_chart_widens_with_fewer_days():
    chart = u_chart([4, 2, 0], days=[7, 4, 1])
    assert chart["center"] == 0.5
    assert chart["upper"] == pytest.approx([0.5 + 3 * math.sqrt(0.5 / week) for week in (7, 4, 1)])
    assert chart["lower"] == [0, 0, 0]


def test_a_week_without_days_in_care_has_no_limits_and_no_say():
    chart = u_chart([4, 3], days=[8, 0])
    assert chart["center"] == 0.5
    assert chart["upper"][1] is None
    assert chart["lower"][1] is None
    assert u_chart([0, 0], days=[0, 0]) == {"center": None, "lower": [None, None], "upper": [None, None]}


def test_gaps_between_leavings_have_the_exponential_limits_of_their_mean():
    chart = t_chart([2, 4, 6])
    assert chart["mean_gap"] == 4
    assert chart["exp_upper_00135"] == pytest.approx(4 * 6.6077, rel=1e-4)
    assert chart["exp_upper_05"] == pytest.approx(4 * 2.9957, rel=1e-4)
    powers = [gap ** (1 / 3.6) for gap in (2, 4, 6)]
    middle, width = sum(powers) / 3, 2.66 * (powers[2] - powers[0]) / 2
    assert chart["nelson_center"] == pytest.approx(middle**3.6)
    assert chart["nelson_upper"] == pytest.approx((middle + width) ** 3.6)
    assert chart["nelson_lower"] == pytest.approx((middle - width) ** 3.6)


def test_a_single_gap_has_a_mean_but_no_range():
    chart = t_chart([5])
    assert chart["nelson_center"] == pytest.approx(5)
    assert chart["nelson_upper"] is None
    assert set(t_chart([]).values()) == {None}


def test_wildly_uneven_gaps_cut_the_lower_limit_at_zero():
    assert t_chart([0, 100, 0, 100])["nelson_lower"] == 0


@given(st.lists(st.integers(0, 40), min_size=1, max_size=8))
def test_the_rare_gap_is_the_first_that_leaves_so_small_a_chance(gaps):
    chart = g_chart(gaps)
    center = sum(gaps) / len(gaps)
    stays, rare = center / (center + 1), chart["geom_upper_00135"]
    assert stays ** (rare + 1) <= 0.00135 * (1 + 1e-9)
    if rare:
        assert stays**rare > 0.00135 * (1 - 1e-9)
    assert chart["upper"] == pytest.approx(center + 3 * math.sqrt(center * (center + 1)))
    assert chart["lower"] == 0


def test_no_gap_has_no_limits():
    assert set(g_chart([]).values()) == {None}


def test_each_rule_names_the_point_that_is_itself_beyond():
    assert western_electric([0, 3.1, 3, -3.2])["rule1"] == [2, 4]
    assert western_electric([2.1, 0, 2.1, 1])["rule2"] == [3]
    assert western_electric([1.1, 1.1, 0, 1.1, 1.1, 0.5])["rule3"] == [5]
    assert western_electric([0.1] * 9)["rule4"] == [8, 9]
    assert western_electric([2.1, 0, 0, 2.1])["rule2"] == []
    assert western_electric([1.1, 1.1, 1.1, 0, 0, 1.1])["rule3"] == []
    assert western_electric([1.1, 1.1, 1.1, 1.1])["rule3"] == [4]
    assert western_electric([-0.1, *[0.1] * 7])["rule4"] == []


def test_points_on_opposite_sides_never_add_up():
    assert western_electric([2.5, -2.5, 2, -1.5, 1.5, -1.5, 1.5, -1.5])["rule2"] == []
    assert western_electric([1.5, -1.5] * 4)["rule3"] == []
    assert western_electric([0.1] * 7 + [0])["rule4"] == []
    assert western_electric([-0.1] * 8)["rule4"] == [8]


def test_no_point_fires_no_rule():
    assert western_electric([]) == {"rule1": [], "rule2": [], "rule3": [], "rule4": []}


def test_equal_rates_have_no_dispersion():
    assert dispersion([2, 4, 1], days=[2, 4, 1]) == {"phi": 0}


def test_dispersion_leaves_out_weeks_without_days_in_care():
    assert dispersion([5, 1, 3, 0], days=[7, 5, 6, 0]) == dispersion([5, 1, 3], days=[7, 5, 6])


@pytest.mark.parametrize(("counts", "days"), [([], []), ([3], [7]), ([0, 0], [7, 7]), ([3, 0], [7, 0])])
def test_dispersion_is_unknown_without_two_weeks_or_any_event(counts, days):
    assert dispersion(counts, days=days) == {"phi": None}


def test_a_single_event_among_equal_weeks_looks_like_chance():
    assert dispersion([1, 0, 0, 0], days=[7] * 4)["phi"] == pytest.approx(1)


@pytest.mark.parametrize(("counts", "days"), [([1], [1, 2]), ([-1], [7]), ([1], [-7])])
def test_counts_that_do_not_pair_up_with_days_are_refused(counts, days):
    with pytest.raises(BadInput):
        dispersion(counts, days=days)
    with pytest.raises(BadInput):
        u_chart(counts, days=days)
