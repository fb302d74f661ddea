"""An agency's own figures, without a database."""

from __future__ import annotations

from datetime import date

import pytest

from porchlight.progress.rules.agency import (
    Confirmed,
    LocalDispersion,
    confirmed_months,
    last_months,
    local_dispersion,
)

CALM = ([1.0, 1.0, 0.0, 1.0] * 3, [7.0] * 12)
JUMPY = ([0.0, 0.0, 0.0, 6.0] * 3, [7.0] * 12)
BETWEEN = ([0.0, 3.0, 0.0, 1.0] * 3, [7.0] * 12)
NOVEMBER = date(2026, 11, 22)
A_YEAR = last_months(NOVEMBER)


def test_it_is_the_middle_of_the_young_peoples_own():
    assert local_dispersion([BETWEEN] * 7 + [CALM] * 2 + [JUMPY] * 2) == LocalDispersion(1.6, 11)


def test_it_is_never_under_one_and_a_half_nor_over_three():
    assert local_dispersion([CALM] * 11).phi == 1.5
    assert local_dispersion([JUMPY] * 11).phi == 3.0


def test_of_fewer_than_eleven_nothing_is_said():
    assert local_dispersion([JUMPY] * 10) == LocalDispersion(None, 10)
    assert local_dispersion([]) == LocalDispersion(None, 0)


@pytest.mark.parametrize(
    "too_little", [([1.0, 0.0] * 5, [7.0] * 10), ([0.0] * 12, [7.0] * 12)], ids=["ten weeks", "never left"]
)
def test_whoever_has_too_few_weeks_or_never_left_does_not_count(too_little):
    assert local_dispersion([JUMPY] * 10 + [too_little] * 5) == LocalDispersion(None, 10)


def test_one_youth_who_jumps_a_lot_moves_the_middle_little():
    assert local_dispersion([BETWEEN] * 11).phi == local_dispersion([BETWEEN] * 10 + [JUMPY]).phi


def test_the_twelve_months_are_those_before_this_one():
    assert (A_YEAR[0], A_YEAR[-1], len(A_YEAR)) == (date(2025, 11, 1), date(2026, 10, 1), 12)
    assert last_months(date(2026, 1, 31))[0] == date(2025, 1, 1)


def test_a_month_counts_when_eight_of_ten_days_are_confirmed():
    days = dict.fromkeys(A_YEAR, (100, 80)) | {A_YEAR[3]: (100, 79)}
    assert confirmed_months(days, as_of=NOVEMBER) == Confirmed(11, 1200, 959)


def test_a_month_about_which_nobody_said_anything_does_not_count():
    assert confirmed_months({A_YEAR[0]: (31, 31)}, as_of=NOVEMBER) == Confirmed(1, 31, 31)


def test_this_month_and_those_of_last_year_do_not_count():
    days = {date(2026, 11, 1): (30, 30), date(2025, 10, 1): (31, 31)}
    assert confirmed_months(days, as_of=NOVEMBER) == Confirmed(0, 0, 0)
