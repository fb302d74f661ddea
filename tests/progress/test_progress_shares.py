from __future__ import annotations

import math
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from porchlight.progress.rules import BadInput, chance_share_higher, prob_share_higher
from porchlight.progress.rules.beta import regularised_beta


def share(yes: int, of: int) -> dict[str, float]:
    return {"yes": yes, "of": of}


@st.composite
def shares(draw: st.DrawFn, *, least: int = 1) -> tuple[int, int]:
    of = draw(st.integers(least, 40))
    return draw(st.integers(0, of)), of


def whole_beta(a: int, b: int) -> Fraction:
    return Fraction(math.factorial(a - 1) * math.factorial(b - 1), math.factorial(a + b - 1))


def exact_chance(before: tuple[int, int], now: tuple[int, int]) -> Fraction:
    """P(now > before) under flat priors as a sum of fractions."""
    c, d = 1 + before[0], 1 + before[1] - before[0]
    a, b = 1 + now[0], 1 + now[1] - now[0]
    return sum(
        (whole_beta(c + i, b + d) / ((b + i) * whole_beta(1 + i, b) * whole_beta(c, d)) for i in range(a)),
        Fraction(0),
    )


@given(shares(), shares())
def test_with_flat_priors_the_chance_equals_exact_fractions(before, now):
    result = prob_share_higher(share(*before), now=share(*now), prior_a=1, prior_b=1)
    assert result["probability"] == pytest.approx(float(exact_chance(before, now)), abs=1e-12)


@given(shares(), shares())
def test_fisher_adds_up_the_tables_with_at_least_as_many_now(before, now):
    result = prob_share_higher(share(*before), now=share(*now), prior_a=0.5, prior_b=0.5)
    yes, of = before[0] + now[0], before[1] + now[1]
    tables = [
        Fraction(math.comb(now[1], k) * math.comb(before[1], yes - k), math.comb(of, yes))
        for k in range(now[0], min(yes, now[1]) + 1)
    ]
    assert result["fisher_p_greater"] == pytest.approx(float(sum(tables)), abs=1e-12)


@given(shares(), shares())
def test_swapping_before_and_now_turns_the_chance_around(before, now):
    there = prob_share_higher(share(*before), now=share(*now), prior_a=0.5, prior_b=0.5)["probability"]
    back = prob_share_higher(share(*now), now=share(*before), prior_a=0.5, prior_b=0.5)["probability"]
    assert there + back == pytest.approx(1, abs=1e-12)


@given(shares(), shares())
def test_without_tempering_both_ways_of_working_it_out_agree(before, now):
    whole = prob_share_higher(share(*before), now=share(*now), prior_a=0.5, prior_b=0.5)["probability"]
    tempered = chance_share_higher(before[0], before_of=before[1], now_yes=now[0], now_of=now[1], temper=1)
    assert tempered == pytest.approx(whole, abs=1e-12)


@pytest.mark.parametrize(
    ("before", "now"), [((1, 6), (4, 7)), ((0, 5), (3, 5)), ((12, 36), (14, 23)), ((13, 18), (31, 40))]
)
def test_the_tempered_chance_equals_a_plain_sum_over_angles(before, now):
    a, b = 0.5 + now[0] / 1.3, 0.5 + (now[1] - now[0]) / 1.3
    c, d = 0.5 + before[0] / 1.3, 0.5 + (before[1] - before[0]) / 1.3
    scale = math.lgamma(a) + math.lgamma(b) - math.lgamma(a + b)
    pieces = 2000
    total = 0.0
    for piece in range(pieces):
        angle = (piece + 0.5) / pieces * math.pi / 2
        x = math.sin(angle) ** 2
        weight = math.exp((2 * a - 1) * math.log(math.sin(angle)) + (2 * b - 1) * math.log(math.cos(angle)))
        total += 2 * weight * math.exp(-scale) * regularised_beta(x, a=c, b=d)
    expected = total * math.pi / 2 / pieces
    got = chance_share_higher(before[0], before_of=before[1], now_yes=now[0], now_of=now[1], temper=1.3)
    assert got == pytest.approx(expected, abs=1e-6)


@given(shares(least=3), shares(least=3))
def test_tempering_pulls_a_clear_difference_towards_one_half(before, now):
    plain = chance_share_higher(before[0], before_of=before[1], now_yes=now[0], now_of=now[1], temper=1)
    calm = chance_share_higher(before[0], before_of=before[1], now_yes=now[0], now_of=now[1], temper=2)
    if abs(plain - 0.5) > 0.2:
        assert abs(calm - 0.5) < abs(plain - 0.5) + 1e-12  # equal to the last digit where both are certain


def test_no_occasion_is_no_information():
    none, some = share(0, 0), share(2, 3)
    for before, now in ((none, some), (some, none), (none, none)):
        result = prob_share_higher(before, now=now, prior_a=0.5, prior_b=0.5)
        assert result == {"probability": None, "fisher_p_greater": None}
    assert chance_share_higher(0, before_of=0, now_yes=2, now_of=3, temper=1.3) is None


def test_a_single_occasion_on_each_side_cannot_reach_the_line_for_fisher():
    result = prob_share_higher(share(0, 1), now=share(1, 1), prior_a=0.5, prior_b=0.5)
    assert result["fisher_p_greater"] == pytest.approx(0.5)
    assert result["probability"] < 0.95


@pytest.mark.parametrize("bad", [share(3, 2), share(-1, 2), share(1.5, 2)])
def test_more_yes_than_occasions_or_parts_of_one_are_refused(bad):
    with pytest.raises(BadInput):
        prob_share_higher(bad, now=share(1, 2), prior_a=0.5, prior_b=0.5)


def test_a_prior_of_nothing_is_refused():
    with pytest.raises(BadInput):
        prob_share_higher(share(1, 2), now=share(1, 2), prior_a=0, prior_b=0.5)
