"""Training, pure: what is due until when, and the code on the wall."""

from __future__ import annotations

from datetime import date, timedelta
from uuid import uuid4

import pytest
from hypothesis import given
from hypothesis import strategies as st

from porchlight.adoption.training.rules import (
    SIGNS,
    SOON,
    Standing,
    is_whole,
    last_days,
    same_code,
    standings,
    wall_code,
)
from porchlight.kernel.county import read_county

DAY = date(2026, 11, 22)
RULES = read_county("california", on=DAY).trainings("SW")
SECRET = b"a secret of thirty-two bytes...."


def standing_of(key: str, *, last: dict[str, date]) -> Standing:
    return next(one.standing for one in standings(RULES, last=last, today=DAY) if one.rule.key == key)


def test_a_training_that_nobody_had_is_missing_and_stands_first():
    found = standings(RULES, last={"training.language": DAY}, today=DAY)
    assert [one.standing for one in found] == [*[Standing.MISSING] * (len(RULES) - 1), Standing.FINE]
    assert found[0].until is None


@pytest.mark.parametrize(
    ("had", "standing"),
    [
        (date(2024, 11, 21), Standing.OVER),
        (date(2024, 11, 22), Standing.SOON),
        (date(2025, 1, 21), Standing.SOON),
        (date(2025, 1, 22), Standing.FINE),
        (DAY, Standing.FINE),
    ],
)
def test_it_holds_through_the_same_day_of_its_last_month_and_is_said_sixty_days_before(had, standing):
    assert standing_of("training.language", last={"training.language": had}) is standing


def test_a_training_of_the_last_of_february_ends_on_a_day_that_there_is():
    found = standings(RULES, last={"training.confidentiality": date(2024, 2, 29)}, today=date(2025, 2, 28))
    one = next(one for one in found if one.rule.key == "training.confidentiality")
    assert one.until == date(2025, 2, 28)
    assert one.standing is Standing.SOON


@given(st.lists(st.tuples(st.lists(st.sampled_from("abc")), st.dates())))
def test_the_last_day_of_a_training_is_the_last_one_of_all_that_served_it(had):
    last = last_days(had)
    for key in "abc":
        days = [day for keys, day in had if key in keys]
        assert last.get(key) == (max(days) if days else None)


@given(st.dates(date(2000, 1, 1), date(2100, 1, 1)), st.dates(date(2000, 1, 1), date(2100, 1, 1)))
def test_what_is_in_date_is_never_said_to_be_over(had, today):
    one = standings(RULES[:1], last={RULES[0].key: had}, today=today)[0]
    assert (one.standing is Standing.OVER) == (one.until < today)
    assert (one.standing is Standing.SOON) == (timedelta() <= one.until - today <= SOON)


@given(st.uuids(), st.dates())
def test_a_code_is_six_signs_that_nobody_confuses_and_spells_no_word(session, day):
    code = wall_code(session, day=day, secret=SECRET)
    assert len(code) == 6
    assert set(code) <= set(SIGNS)
    assert not set(SIGNS) & set("AEIOU01L")
    assert same_code(f" {code[:3].lower()}-{code[3:]} ", code)


def test_each_session_and_day_has_a_code_of_its_own_and_only_who_holds_the_secret_makes_it():
    session = uuid4()
    one = wall_code(session, day=DAY, secret=SECRET)
    assert one == wall_code(session, day=DAY, secret=SECRET)
    assert one != wall_code(session, day=DAY + timedelta(days=1), secret=SECRET)
    assert one != wall_code(uuid4(), day=DAY, secret=SECRET)
    assert one != wall_code(session, day=DAY, secret=SECRET[::-1])
    assert not same_code("", one)
    assert not same_code("ñ" * 6, one)


@pytest.mark.parametrize("items", [(), (1, 2, 3, 4), (1, 2, 3, 4, 6), (0, 1, 2, 3, 4), (1, 2, 3, 4, 5, 5)])
def test_five_answers_are_five_of_one_to_five(items):
    assert not is_whole(items)
    assert is_whole((1, 2, 3, 4, 5))
