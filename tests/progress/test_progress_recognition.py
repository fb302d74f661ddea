from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from porchlight.progress.rules import BadInput, chance_rate_lower, recognition_combined, recognition_series
from porchlight.progress.rules.recognition import RecognitionSeries, held

RULE = {
    "phi": 1.5,
    "pattern_on": 0.8,
    "pattern_off": 0.6,
    "pattern_looks": 2,
    "sustained_on": 0.975,
    "sustained_off": 0.7,
    "sustained_looks": 3,
    "reference_weeks": 8,
    "recent_min": 4,
    "recent_max": 12,
    "min_days": 5,
    "min_events": 3,
}
SETTLED = [5.0] * 8 + [1.0] * 16

weekly = st.lists(st.tuples(st.integers(0, 7), st.integers(0, 7)), min_size=1, max_size=40)


def series(counts: list[float], days: list[float] | None = None, **other: float) -> RecognitionSeries:
    return recognition_series(counts, days=days or [6.0] * len(counts), **{**RULE, **other})


def combined(blocked: list[bool] | None = None, **dimensions: list[float | None]) -> list[bool]:
    looks = len(next(iter(dimensions.values())))
    return recognition_combined(dimensions, blocked=blocked or [False] * looks, on=0.9, keep=0.7, looks=3)["shown"]


def test_a_true_and_lasting_change_is_seen_first_as_a_pattern_then_as_sustained():
    tiers = series(SETTLED)["tier"]
    assert tiers[:9] == ["facts_only"] * 9
    assert "pattern" in tiers[9:13]
    assert tiers[13:] == ["sustained"] * 11


def test_windows_lie_where_the_rule_says():
    counts = [float(week % 5) for week in range(24)]
    days = [4 + week % 3 for week in range(24)]
    result = series(counts, [float(day) for day in days])

    def chance(before: slice, now: slice) -> float | None:
        return chance_rate_lower(
            sum(counts[before]),
            before_days=sum(days[before]),
            now_count=sum(counts[now]),
            now_days=sum(days[now]),
            phi=1.5,
        )

    assert result["p_recent_4"][:7] == [None] * 7
    assert result["p_recent_4"][20] == pytest.approx(chance(slice(13, 17), slice(17, 21)))
    assert result["p_sustained"][:11] == [None] * 11
    latest = chance(slice(0, 8), slice(19, 23))
    whole = chance(slice(0, 8), slice(11, 23))
    assert result["p_sustained"][22] == pytest.approx(whole if latest >= 0.5 else min(whole, 0.5))


@given(weekly)
def test_weeks_nobody_confirmed_never_bring_a_recognition(weeks):
    counts = [float(count) for count, _ in weeks]
    result = series(counts, [0.0] * len(weeks), min_days=0, min_events=0)
    assert set(result["tier"]) == {"facts_only"}
    assert set(result["p_recent_4"]) | set(result["p_sustained"]) == {None}


def test_eight_weeks_elsewhere_yield_no_recognition():
    result = series([5.0] * 8 + [0.0] * 12, [6.0] * 8 + [0.0] * 12)
    assert set(result["tier"]) == {"facts_only"}


def test_a_stretch_elsewhere_ends_what_was_shown_instead_of_prolonging_it():
    result = series([*SETTLED, *[0.0] * 12], [6.0] * 24 + [0.0] * 12)
    assert result["tier"][23] == "sustained"
    assert result["tier"][35] == "facts_only"


def test_a_harder_last_month_silences_sustained_at_once():
    result = series([*SETTLED, 6.0, 6.0, 6.0, 6.0])
    assert result["tier"][23] == "sustained"
    assert result["p_sustained"][27] == 0.5
    assert result["tier"][27] == "facts_only"


@given(weekly)
def test_one_more_leaving_in_the_last_week_never_raises_a_chance(weeks):
    counts, days = [float(c) for c, _ in weeks], [float(d) for _, d in weeks]
    more = [*counts[:-1], counts[-1] + 1]
    before, after = series(counts, days, min_events=0), series(more, days, min_events=0)
    for name in ("p_recent_4", "p_sustained"):
        if len(weeks) > 8 and before[name][-1] is not None:
            assert after[name][-1] <= before[name][-1] + 1e-12


@given(weekly)
def test_what_was_said_in_a_week_does_not_depend_on_later_weeks(weeks):
    counts, days = [float(c) for c, _ in weeks], [float(d) for _, d in weeks]
    whole, shorter = series(counts, days), series(counts[:-1], days[:-1])
    assert whole["tier"][:-1] == shorter["tier"]


def test_a_single_event_in_all_is_too_little_for_any_statement():
    result = series([1.0] + [0.0] * 25)
    assert set(result["tier"]) == {"facts_only"}
    assert set(result["p_recent_4"]) == {None}


def test_no_week_gives_no_look():
    assert series([], []) == {"tier": [], "p_recent_4": [], "p_sustained": []}


def test_a_statement_enters_high_and_leaves_low():
    chances = [0.85, 0.82, 0.65, 0.61, 0.59, 0.82, 0.82]
    assert held(chances, on=0.8, off=0.6, looks=2) == [False, True, True, True, False, False, True]


def test_a_look_without_information_neither_brings_nor_keeps_a_statement():
    assert held([0.9, None, 0.9, 0.9, None, 0.7], on=0.8, off=0.6, looks=2) == [
        False,
        False,
        False,
        True,
        False,
        False,
    ]


def test_one_dimension_alone_never_agrees_with_itself():
    assert combined(leaving=[0.99] * 6) == [False] * 6
    assert combined(leaving=[0.99] * 6, contact=[None] * 6) == [False] * 6


def test_two_dimensions_need_not_be_the_same_two():
    shown = combined(a=[0.95, 0.95, 0.1, 0.1], b=[0.95, 0.1, 0.95, 0.95], c=[0.1, 0.95, 0.95, 0.95])
    assert shown == [False, False, True, True]


def test_a_blocked_look_shows_nothing():
    high = [0.95] * 5
    assert combined([False, False, False, True, False], a=high, b=high) == [False, False, True, False, True]


@given(st.lists(st.tuples(st.floats(0, 1), st.floats(0, 1), st.floats(0, 1)), min_size=1, max_size=12))
def test_a_dimension_the_youth_hid_might_as_well_never_have_been(looks):
    a, b, c = ([look[place] for look in looks] for place in range(3))
    assert combined(a=a, b=b, c=[None] * len(c)) == combined(a=a, b=b)
    more = combined(a=a, b=b, c=c)
    assert all(full or not part for full, part in zip(more, combined(a=a, b=b), strict=True))


@pytest.mark.parametrize("other", [{"phi": 0}, {"pattern_looks": 0}, {"reference_weeks": 2.5}, {"sustained_on": 1.2}])
def test_a_rule_that_makes_no_sense_is_refused(other):
    with pytest.raises(BadInput):
        series([1.0, 2.0], **other)


def test_lists_that_do_not_pair_up_are_refused():
    with pytest.raises(BadInput):
        series([1.0, 2.0], [6.0])
    with pytest.raises(BadInput):
        combined([False], a=[0.9, 0.9])
    with pytest.raises(BadInput):
        combined(a=[1.1], b=[0.9])
