from __future__ import annotations

from dataclasses import dataclass

import pytest
from hypothesis import given
from hypothesis import strategies as st

from porchlight.kernel.coded import coded
from porchlight.needs import rules
from porchlight.policy.grid import the_grid
from porchlight.policy.values import Category

MATTERS = st.none() | st.integers(0, 3)


@dataclass(frozen=True)
class Weighed:
    matters: int | None
    is_met: bool


def test_a_need_that_matters_and_has_nobody_is_not_met():
    assert not rules.is_met(matters=3, has_helper=False, verdict="")
    assert not rules.is_met(matters=2, has_helper=False, verdict="works")


def test_a_helper_who_does_not_work_for_them_does_not_meet_the_need():
    assert not rules.is_met(matters=2, has_helper=True, verdict="doesnt")
    assert rules.is_met(matters=2, has_helper=True, verdict="sort_of")
    assert rules.is_met(matters=3, has_helper=True, verdict="")


@given(has_helper=st.booleans(), verdict=st.sampled_from(("", *rules.VERDICTS)))
def test_nobody_has_to_be_found_for_what_matters_little_or_was_not_weighed(has_helper, verdict):
    for matters in (None, 0, 1):
        assert rules.is_met(matters=matters, has_helper=has_helper, verdict=verdict)


@given(st.lists(st.builds(Weighed, MATTERS, st.booleans())))
def test_what_nobody_meets_stands_first_and_nothing_is_lost(needs):
    ordered = rules.in_order(needs)
    assert sorted(map(str, ordered)) == sorted(map(str, needs))
    assert [need.is_met for need in ordered] == sorted(need.is_met for need in ordered)
    unmet = [need.matters or 0 for need in ordered if not need.is_met]
    assert unmet == sorted(unmet, reverse=True)


@pytest.mark.parametrize(
    ("role", "kind"),
    [
        ("SW", rules.OPEN_ANYWAY),
        ("SUP", rules.OPEN_ANYWAY),
        ("CG", "row"),
        ("PH", "row"),
        ("BH", "row"),
        ("ED", "row"),
        ("ADV", "consent"),
        ("ATT", "consent"),
        ("PO", "consent"),
        ("LE", rules.CLOSED),
        ("TRB", rules.CLOSED),
        ("SC", rules.CLOSED),
    ],
)
def test_a_yes_opens_a_row_just_to_the_roles_that_the_grid_names(role, kind):
    assert rules.opening(the_grid().cell(role, Category.NEEDS)) == kind


def test_codes_that_name_no_need_are_on_the_list_and_not_offered():
    codes = {entry.code for entry in coded("needs")}
    assert set(rules.NOT_NEEDS) < codes
    assert "other" not in rules.NOT_NEEDS
