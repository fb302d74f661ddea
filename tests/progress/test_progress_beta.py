from __future__ import annotations

import math
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from porchlight.progress.rules import BadInput
from porchlight.progress.rules.beta import odds_quantile, regularised_beta


def exact(x: Fraction, a: int, b: int) -> Fraction:
    """For whole a and b the function is a binomial tail, and so a fraction."""
    n = a + b - 1
    return sum((math.comb(n, k) * x**k * (1 - x) ** (n - k) for k in range(a, n + 1)), Fraction(0))


@given(st.integers(1, 60), st.integers(1, 60), st.integers(1, 199).map(lambda part: Fraction(part, 200)))
def test_the_function_equals_exact_fractions_where_there_are_any(a, b, x):
    assert regularised_beta(float(x), a=a, b=b) == pytest.approx(float(exact(x, a, b)), rel=1e-9, abs=1e-14)


@pytest.mark.parametrize("x", [0.001, 0.2, 0.5, 0.77, 0.999])
def test_the_function_equals_the_arc_sine_at_one_half(x):
    assert regularised_beta(x, a=0.5, b=0.5) == pytest.approx(2 / math.pi * math.asin(math.sqrt(x)), rel=1e-12)


@given(st.floats(0.1, 300), st.floats(0.1, 300), st.floats(0.01, 0.99))
def test_both_sides_make_one(a, b, x):
    assert regularised_beta(x, a=a, b=b) + regularised_beta(1 - x, a=b, b=a) == pytest.approx(1, abs=1e-11)


def test_outside_the_unit_nothing_or_all_lies_below():
    assert regularised_beta(0, a=2, b=3) == 0
    assert regularised_beta(-1, a=2, b=3) == 0
    assert regularised_beta(1, a=2, b=3) == 1


@given(st.floats(0.3, 200), st.floats(0.3, 200), st.sampled_from([0.025, 0.05, 0.5, 0.95, 0.975]))
def test_a_quantile_leads_back_to_its_chance(a, b, chance):
    odds = odds_quantile(chance, a=a, b=b)
    assert regularised_beta(odds / (1 + odds), a=a, b=b) == pytest.approx(chance, rel=1e-7)


def test_a_quantile_in_the_far_tail_keeps_its_digits():
    # For b = 1 the function is x to the power a, so the point is known.
    assert odds_quantile(0.05, a=0.1, b=1) == pytest.approx(0.05**10, rel=1e-9)


def test_a_quantile_of_very_many_still_ends_and_is_near():
    assert odds_quantile(0.5, a=1e6, b=1e6) == pytest.approx(1, rel=1e-6)


def test_numbers_beyond_working_with_are_refused_instead_of_guessed():
    with pytest.raises(BadInput):
        regularised_beta(0.5, a=1e12, b=1e12)
