from __future__ import annotations

import math

import pytest

from porchlight.progress.rules import BadInput, km_curve, return_times


def absences(days: list[float], returned: list[float]) -> dict[str, list[float]]:
    return {"days": days, "returned": returned}


def test_the_curve_steps_where_somebody_came_back_and_counts_those_still_away_until_last_seen():
    curve = km_curve([1, 2, 2, 3, 4], returned=[1, 1, 0, 0, 1])
    assert curve["time"] == [1, 2, 4]
    assert curve["still_away"] == pytest.approx([0.8, 0.6, 0])
    assert curve["std_err"][:2] == pytest.approx([0.8 * math.sqrt(1 / 20), 0.6 * math.sqrt(1 / 20 + 1 / 12)])
    assert curve["std_err"][2] is None


def test_a_single_absence_that_ended_leaves_nobody_away():
    assert km_curve([2.5], returned=[1]) == {"time": [2.5], "still_away": [0], "std_err": [None]}


def test_absences_that_are_all_still_open_make_no_step():
    assert km_curve([1, 4], returned=[0, 0]) == {"time": [], "still_away": [], "std_err": []}
    assert km_curve([], returned=[]) == {"time": [], "still_away": [], "std_err": []}


def test_a_median_is_unknown_until_half_have_come_back():
    open_ended = absences([1, 5, 5, 5], [1, 0, 0, 0])
    times = return_times(open_ended, now=absences([1, 5], [1, 0]), horizon_days=7)
    assert times["median_before"] is None
    assert times["median_now"] == 1  # flat at one half and never below: its beginning


def test_a_median_on_a_flat_piece_is_its_middle():
    times = return_times(absences([1, 2, 3, 4], [1] * 4), now=absences([1, 2, 3], [1] * 3), horizon_days=7)
    assert times["median_before"] == 2.5
    assert times["median_now"] == 2


def test_a_restricted_mean_counts_no_day_past_the_horizon():
    times = return_times(absences([2, 30], [1, 1]), now=absences([2, 30], [1, 0]), horizon_days=7)
    assert times["restricted_mean_before"] == pytest.approx(2 + 0.5 * 5)
    assert times["restricted_mean_now"] == pytest.approx(2 + 0.5 * 5)


def test_two_single_absences_give_the_log_rank_of_one_comparison():
    times = return_times(absences([3], [1]), now=absences([1], [1]), horizon_days=7)
    assert times["logrank_chi2"] == pytest.approx((1 - 0.5) ** 2 / 0.25)
    assert times["logrank_p"] == pytest.approx(math.erfc(math.sqrt(0.5)))


def test_equal_absences_show_no_difference():
    same = absences([1, 2, 3.5], [1, 1, 0])
    times = return_times(same, now=same, horizon_days=7)
    assert times["logrank_chi2"] == pytest.approx(0)
    assert times["logrank_p"] == pytest.approx(1)


def test_no_absence_on_a_side_is_no_information():
    times = return_times(absences([], []), now=absences([1, 2], [1, 1]), horizon_days=7)
    assert times["median_before"] is None
    assert times["restricted_mean_before"] is None
    assert times["logrank_chi2"] is None
    assert times["logrank_p"] is None


@pytest.mark.parametrize(("days", "returned"), [([1], []), ([-1], [1]), ([1], [2]), ([math.inf], [1])])
def test_absences_that_do_not_fit_together_are_refused(days, returned):
    with pytest.raises(BadInput):
        km_curve(days, returned=returned)


def test_a_horizon_of_nothing_is_refused():
    with pytest.raises(BadInput):
        return_times(absences([1], [1]), now=absences([1], [1]), horizon_days=0)
