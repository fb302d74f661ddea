"""Passwords, roles and kinds of agencies, by themselves."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from porchlight.policy.grid import the_grid
from porchlight.teams.household import HOME_ROLE, HOMES
from porchlight.teams.rules import KINDS, SHORTEST_PASSWORD, password_trouble, role_names, seat_roles


def test_a_password_is_long_enough_at_fifteen_characters():
    assert password_trouble("lamp on a porch"[:14]) == "short"
    assert password_trouble("lamp on a porch") == ""
    assert len("lamp on a porch") == SHORTEST_PASSWORD == 15


@pytest.mark.parametrize(
    ("password", "said"), [("abcd" * 5, "easy"), ("abcde" * 4, ""), ("a" * 40, "easy"), ("ñandú porch é", "short")]
)
def test_a_long_password_of_few_characters_is_too_easy(password, said):
    assert password_trouble(password) == said


def test_somebodys_own_email_is_too_easy_in_any_case():
    assert password_trouble("Rosa.Worker@County.Example", email="rosa.worker@county.example") == "easy"
    assert password_trouble("WORKER@COUNTY.EX", email="rosa.worker@county.example") == "easy"
    assert password_trouble("rosa.worker@county.example", email="ana@county.example") == ""
    assert password_trouble("rosa.worker@county.example") == ""


@given(st.text(min_size=SHORTEST_PASSWORD).filter(lambda text: len(set(text)) >= 5))
def test_nobody_is_asked_for_capitals_digits_or_signs(password):
    assert password_trouble(password) == ""


def test_nobody_is_given_the_seat_of_the_young_person_or_of_whoever_is_on_call():
    assert set(role_names()) - set(seat_roles()) == {"Y", "OC"}
    assert seat_roles()["SW"] == the_grid().roles["SW"].name
    assert HOME_ROLE in seat_roles()


def test_every_kind_of_home_is_a_kind_of_agency():
    assert set(HOMES) < set(KINDS)
    assert set(KINDS) - set(HOMES) >= {"child_welfare", "law_enforcement", "court", "tribe"}
