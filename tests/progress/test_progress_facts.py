from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from porchlight.progress.rules import BadInput, fewer_fact, fewer_fact_with_time_away, longest_stay


def week(count: float, days: float, known: float = 1.0) -> dict[str, float]:
    return {"count": count, "days": days, "known": known}


def with_away(count: float, days: float, away: float | None, known: float = 1.0) -> dict[str, float | None]:
    return {"count": count, "days": days, "known": known, "away_days": away}


def reasons(now: dict[str, float], before: dict[str, float]) -> list[str]:
    return fewer_fact(now, before=before, min_days=4, min_known=0.8)["reasons"]


weeks = st.builds(week, st.integers(0, 9), st.integers(0, 28).map(lambda part: part / 4), st.floats(0, 1))


@given(weeks, weeks)
def test_fewer_is_never_said_when_the_rate_is_higher(now, before):
    fact = fewer_fact(now, before=before, min_days=2, min_known=0.8)
    if fact["say_fewer"]:
        assert now["count"] < before["count"]
        assert now["count"] / now["days"] <= before["count"] / before["days"] + 1e-12


@given(weeks, weeks, st.floats(0, 1), st.floats(0, 1))
def test_days_nobody_knows_of_never_bring_a_recognition(now, before, less_now, less_before):
    told = fewer_fact(now, before=before, min_days=2, min_known=0.8)["say_fewer"]
    dimmer = fewer_fact(
        {**now, "known": now["known"] * less_now},
        before={**before, "known": before["known"] * less_before},
        min_days=2,
        min_known=0.8,
    )
    assert told or not dimmer["say_fewer"]


def test_a_week_nobody_watched_is_never_called_quiet():
    assert reasons(week(0, 0, 0), week(5, 7)) == ["too_few_days", "not_enough_known"]


def test_reasons_come_in_one_fixed_order():
    assert reasons(week(3, 3, 0.5), week(2, 7)) == ["too_few_days", "not_enough_known", "not_fewer"]
    assert reasons(week(1, 1, 0.5), week(2, 7)) == ["too_few_days", "not_enough_known", "rate_higher"]


def test_an_equal_rate_with_a_lower_count_says_fewer():
    assert reasons(week(2, 4), week(3, 6)) == []
    third = 1 / 3
    assert reasons(week(1, 4 + third), week(2, 8 + 2 * third)) == []


def test_an_equal_count_is_not_fewer():
    assert reasons(week(3, 7), week(3, 7)) == ["not_fewer"]


def test_a_single_leaving_and_then_none_is_fewer():
    assert reasons(week(0, 7), week(1, 7)) == []


def test_two_weeks_without_leaving_are_not_fewer():
    assert reasons(week(0, 7), week(0, 7)) == ["not_fewer"]


def test_five_overnights_and_then_three_can_be_said():
    # Fifteen hours away each time: under four days in care, so the first gate would have been silent.
    before, now = with_away(5, 3.875, 3.125), with_away(3, 5.125, 1.875)
    assert reasons(now, before) == ["too_few_days"]
    assert fewer_fact_with_time_away(now, before=before) == {"say_fewer": True, "reasons": []}


def test_five_short_absences_and_then_three_long_ones_are_not_called_fewer():
    before, now = with_away(5, 6.5, 0.5), with_away(3, 4.5, 2.5)
    assert reasons(now, before) == []
    assert fewer_fact_with_time_away(now, before=before) == {
        "say_fewer": False,
        "reasons": ["more_time_away"],
    }


def test_equal_time_away_does_not_stand_against_it():
    assert fewer_fact_with_time_away(with_away(3, 5, 2), before=with_away(5, 5, 2))["say_fewer"]


def test_time_away_that_nobody_knows_stands_against_it():
    for now, before in ((None, 2.0), (2.0, None)):
        fact = fewer_fact_with_time_away(with_away(3, 5, now), before=with_away(5, 5, before))
        assert fact == {"say_fewer": False, "reasons": ["time_away_not_known"]}


def test_under_two_days_in_care_nothing_is_compared():
    fact = fewer_fact_with_time_away(with_away(1, 1.5, 1), before=with_away(5, 5, 2))
    assert "too_few_days" in fact["reasons"]


@pytest.mark.parametrize("bad", [week(-1, 7), week(1.5, 7), week(1, -7), week(1, 7, 1.2), week(1, 7, -0.1)])
def test_weeks_that_no_record_can_hold_are_refused(bad):
    with pytest.raises(BadInput):
        reasons(bad, week(5, 7))


def test_the_longest_stay_yet_is_longer_than_in_every_week_before():
    best = longest_stay([3, 5, 2, 4, 5, 6, 6, 9], warmup_weeks=4)["best_yet"]
    assert best == [False, False, False, False, False, True, False, True]


def test_weeks_without_a_day_in_care_are_no_longest_stay():
    assert longest_stay([0, 0, 0], warmup_weeks=0)["best_yet"] == [False, False, False]
    assert longest_stay([], warmup_weeks=4)["best_yet"] == []


def test_a_single_week_can_be_the_longest_when_no_warm_up_is_asked():
    assert longest_stay([2], warmup_weeks=0)["best_yet"] == [True]


def test_a_stay_of_less_than_nothing_is_refused():
    with pytest.raises(BadInput):
        longest_stay([-1], warmup_weeks=0)
