from __future__ import annotations

import math
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from porchlight.progress.rules import (
    BadInput,
    chance_rate_lower,
    prob_rate_lower,
    rate_ratio_exact,
    tipping_count,
)

counts = st.integers(0, 60)
days = st.floats(0.5, 120)


def lower(before: int, before_days: float, now: int, now_days: float, phi: float = 1.5) -> float:
    chance = chance_rate_lower(before, before_days=before_days, now_count=now, now_days=now_days, phi=phi)
    assert chance is not None
    return chance


@given(counts, days, counts, days)
def test_one_more_leaving_now_never_raises_the_chance_of_fewer(before, before_days, now, now_days):
    assert lower(before, before_days, now + 1, now_days) <= lower(before, before_days, now, now_days) + 1e-12


@given(counts, days, counts, days, st.floats(0, 30))
def test_days_in_care_without_leaving_never_lower_the_chance(before, before_days, now, now_days, more):
    longer = lower(before, before_days, now, now_days + more)
    assert longer >= lower(before, before_days, now, now_days) - 1e-12


@given(counts, days, counts, days, st.floats(1, 3))
def test_swapping_the_windows_turns_the_chance_around(before, before_days, now, now_days, phi):
    there = lower(before, before_days, now, now_days, phi)
    back = lower(now, now_days, before, before_days, phi)
    assert there + back == pytest.approx(1, abs=1e-10)


@given(counts, days, counts, days, st.floats(0.1, 10))
def test_counting_both_windows_in_other_units_changes_nothing(before, before_days, now, now_days, unit):
    other = lower(before, before_days * unit, now, now_days * unit)
    assert other == pytest.approx(lower(before, before_days, now, now_days), abs=1e-10)


@pytest.mark.parametrize(
    ("before", "reaches"),
    [(3, 0), (5, 2), (8, 4), (12, 7), (20, 13), (30, 22)],
)
def test_the_pattern_line_lies_where_the_method_page_says(before, reaches):
    assert lower(before, 28, reaches, 28) >= 0.80 > lower(before, 28, reaches + 1, 28)


def test_no_days_in_care_is_a_gap_and_never_a_success():
    week, none = {"count": 4, "days": 7}, {"count": 0, "days": 0}
    for before, now in ((week, none), (none, week), (none, none)):
        assert (
            chance_rate_lower(
                before["count"],
                before_days=before["days"],
                now_count=now["count"],
                now_days=now["days"],
                phi=1,
            )
            is None
        )
        assert set(prob_rate_lower(before, now=now, prior_a=0.5, prior_b=1, phi=1.5).values()) == {None}
        assert set(rate_ratio_exact(before, now=now, confidence=0.95).values()) == {None}
        assert set(tipping_count(before, now=now, phi=1.5, threshold=0.8).values()) == {None}


def test_without_prior_and_without_events_there_is_no_chance_to_tell():
    nothing = {"count": 0, "days": 7}
    assert prob_rate_lower(nothing, now=nothing, prior_a=0, prior_b=0, phi=1)["probability"] is None


def test_no_events_on_either_side_say_one_half():
    nothing = {"count": 0, "days": 7}
    result = prob_rate_lower(nothing, now=nothing, prior_a=0.5, prior_b=0, phi=1.5)
    assert result["probability"] == pytest.approx(0.5)
    assert result["ratio_q50"] == pytest.approx(1)
    assert result["ratio_q05"] == pytest.approx(1 / result["ratio_q95"])


def test_a_prior_with_days_pulls_towards_no_difference():
    before, now = {"count": 9, "days": 20}, {"count": 3, "days": 22}
    free = prob_rate_lower(before, now=now, prior_a=0.5, prior_b=0, phi=1)["probability"]
    held_back = prob_rate_lower(before, now=now, prior_a=5, prior_b=20, phi=1)["probability"]
    assert 0.5 < held_back < free


def test_a_single_event_is_never_a_pattern():
    result = prob_rate_lower({"count": 1, "days": 28}, now={"count": 0, "days": 28}, prior_a=0.5, prior_b=0, phi=1.5)
    assert 0.5 < result["probability"] < 0.8


def test_a_first_event_after_none_has_no_ratio_and_no_upper_end():
    result = rate_ratio_exact({"count": 0, "days": 7}, now={"count": 1, "days": 7}, confidence=0.95)
    assert result["ratio"] is None
    assert result["ci_high"] is None
    # Clopper and Pearson for 1 of 1: chance 0.025, odds 0.025 / 0.975.
    assert result["ci_low"] == pytest.approx(0.025 / 0.975)
    assert result["p_lower"] == 1


def test_a_week_without_leaving_after_a_single_one_has_the_ratio_zero():
    result = rate_ratio_exact({"count": 1, "days": 7}, now={"count": 0, "days": 7}, confidence=0.95)
    assert result["ratio"] == 0
    assert result["ci_low"] == 0
    assert result["ci_high"] == pytest.approx(0.975 / 0.025)
    assert result["p_lower"] == pytest.approx(0.5)
    assert result["p_two_sided"] == 1


@given(st.integers(0, 25), st.integers(0, 25), st.integers(1, 40), st.integers(1, 40))
def test_two_sided_p_adds_up_all_counts_no_likelier_than_seen(before, now, before_days, now_days):
    result = rate_ratio_exact(
        {"count": before, "days": before_days}, now={"count": now, "days": now_days}, confidence=0.9
    )
    total, chance = before + now, now_days / (now_days + before_days)
    each = [math.comb(total, k) * chance**k * (1 - chance) ** (total - k) for k in range(total + 1)]
    expected = sum(one for one in each if one <= each[now] * (1 + 1e-7))
    assert result["p_two_sided"] == pytest.approx(min(1, expected), abs=1e-9)
    assert result["p_lower"] == pytest.approx(sum(each[: now + 1]), abs=1e-9)
    assert result["p_lower_mid"] == pytest.approx(sum(each[:now]) + each[now] / 2, abs=1e-9)


@given(counts, days, counts, days)
def test_the_tipping_count_is_the_first_that_undoes_it(before, before_days, now, now_days):
    result = tipping_count(
        {"count": before, "days": before_days},
        now={"count": now, "days": now_days},
        phi=1.5,
        threshold=0.8,
    )
    unseen = result["unseen_leavings_that_undo_it"]
    assert lower(before, before_days, now + unseen, now_days) < 0.8
    if unseen:
        assert lower(before, before_days, now + unseen - 1, now_days) >= 0.8
    else:
        assert result["probability"] < 0.8


@pytest.mark.parametrize(
    ("before", "phi"),
    [
        ({"count": -1, "days": 7}, 1.5),
        ({"count": 3, "days": -7}, 1.5),
        ({"count": math.nan, "days": 7}, 1.5),
        ({"count": 3, "days": math.inf}, 1.5),
        ({"count": 3, "days": 7}, 0),
    ],
)
def test_numbers_that_no_record_can_hold_are_refused(before, phi):
    with pytest.raises(BadInput):
        prob_rate_lower(before, now={"count": 3, "days": 7}, prior_a=0.5, prior_b=0, phi=phi)


def test_half_a_leaving_is_refused_where_counts_are_exact():
    with pytest.raises(BadInput):
        rate_ratio_exact({"count": 2.5, "days": 7}, now={"count": 3, "days": 7}, confidence=0.95)


@pytest.mark.parametrize("confidence", [0, 1, 95])
def test_a_confidence_that_is_no_share_is_refused(confidence):
    with pytest.raises(BadInput):
        rate_ratio_exact({"count": 2, "days": 7}, now={"count": 3, "days": 7}, confidence=confidence)


def test_the_chance_is_worked_out_fast_enough_for_a_nightly_run():
    def once() -> float:
        began = time.perf_counter()
        for count in range(400):
            lower(count % 40, 40, count % 23, 60)
        return (time.perf_counter() - began) / 400

    # About 10 microseconds where nothing else runs; the nightly budget is 20, the rest is for a busy machine.
    assert min(once() for _ in range(5)) < 150e-6
