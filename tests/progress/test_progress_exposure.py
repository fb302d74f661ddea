from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from porchlight.progress.rules import BadInput, exposure_days

ZONE = "America/Los_Angeles"
WEEK = ["2026-01-05T00:00", "2026-01-12T00:00"]


def days(stays: list[list[str | None]], window: list[str] | None = None) -> float:
    return exposure_days(stays, window=window or WEEK, zone=ZONE)["days"]


def test_no_stay_is_no_exposure():
    assert days([]) == 0


def test_a_stay_outside_the_window_is_no_exposure():
    assert days([["2025-12-01T00:00", "2026-01-05T00:00"], ["2026-01-12T00:00", None]]) == 0


def test_stays_that_overlap_count_once():
    assert days([["2026-01-06T00:00", "2026-01-08T00:00"], ["2026-01-07T00:00", "2026-01-09T12:00"]]) == 3.5
    assert days([["2026-01-05T00:00", None], ["2026-01-06T00:00", "2026-01-07T00:00"]]) == 7


def test_an_open_stay_reaches_to_the_end_of_the_window_and_no_further():
    assert days([["2026-01-10T00:00", None]]) == 2


def test_the_autumn_clock_change_makes_a_week_of_169_hours():
    assert days([["2026-10-01T00:00", None]], ["2026-10-26T00:00", "2026-11-02T00:00"]) == 169 / 24


def test_an_empty_window_holds_nothing():
    assert days([["2026-01-05T00:00", None]], ["2026-01-06T00:00", "2026-01-06T00:00"]) == 0


@given(st.lists(st.tuples(st.integers(1, 20), st.integers(0, 9)), max_size=6), st.randoms())
def test_the_order_of_stays_changes_nothing_and_no_week_holds_more_than_itself(spans, chance):
    stays = [[f"2026-01-{first:02}T00:00", f"2026-01-{first + more:02}T12:00"] for first, more in spans]
    shuffled = list(stays)
    chance.shuffle(shuffled)
    assert 0 <= days(stays) == days(shuffled) <= 7


@pytest.mark.parametrize(
    ("stays", "window", "zone"),
    [
        ([["2026-01-07T00:00", "2026-01-06T00:00"]], WEEK, ZONE),
        ([[None, "2026-01-06T00:00"]], WEEK, ZONE),
        ([["2026-01-06T00:00"]], WEEK, ZONE),
        ([["2026-01-06T00:00Z", None]], WEEK, ZONE),
        ([["yesterday", None]], WEEK, ZONE),
        ([], WEEK[::-1], ZONE),
        ([], WEEK[:1], ZONE),
        ([], WEEK, "Nowhere/Land"),
        ([], WEEK, "../secret"),
        ([["0001-01-01T00:00", None]], ["0001-01-01T00:00", "9999-12-31T23:00"], "Asia/Tokyo"),
    ],
)
def test_times_that_do_not_fit_together_are_refused(stays, window, zone):
    with pytest.raises(BadInput):
        exposure_days(stays, window=window, zone=zone)
