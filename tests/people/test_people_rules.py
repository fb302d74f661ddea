"""Names, ages and birth dates, by themselves."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from porchlight.people.rules import AUDIENCES, age_on, birth_date_trouble, fold, is_nonminor, names_by_audience

DAYS = st.dates(date(1990, 1, 1), date(2040, 12, 31))


@pytest.mark.parametrize(
    ("one", "other"),
    [("Zoë", "zoe"), ("JOSÉ  María", "jose maria"), (" Nuñez ", "nunez"), ("Straße", "strasse"), ("\uff2daya", "maya")],
)
def test_a_name_is_found_without_its_accents_capitals_and_wide_spaces(one, other):
    assert fold(one) == fold(other) == other


@given(st.text())
def test_a_folded_name_folds_to_itself(name):
    assert fold(fold(name)) == fold(name)


def test_a_birthday_counts_from_its_own_day_on():
    born = date(2010, 5, 4)
    assert [age_on(born, date(2026, 5, day)) for day in (3, 4, 5)] == [15, 16, 16]
    assert [age_on(born, date(2026, month, 4)) for month in (4, 5, 6)] == [15, 16, 16]


def test_who_was_born_on_a_leap_day_has_a_birthday_in_march_of_other_years():
    born = date(2008, 2, 29)
    assert [age_on(born, day) for day in (date(2026, 2, 28), date(2026, 3, 1), date(2028, 2, 29))] == [17, 18, 20]


def test_somebody_decides_as_an_adult_from_the_eighteenth_birthday_on():
    born = date(2008, 11, 20)
    assert not is_nonminor(born, date(2026, 11, 19))
    assert is_nonminor(born, date(2026, 11, 20))
    assert is_nonminor(born, date(2027, 11, 20))


@given(DAYS, DAYS)
def test_nobody_grows_younger(born, day):
    assert 0 <= age_on(born, day + timedelta(days=1)) - age_on(born, day) <= 1


def test_a_birth_date_can_be_today_and_not_tomorrow():
    today = date(2026, 11, 20)
    assert birth_date_trouble(today, today=today) == ""
    assert "has not come yet" in birth_date_trouble(today + timedelta(days=1), today=today)


def test_a_birth_date_may_make_somebody_twenty_five_and_not_older():
    today = date(2026, 11, 20)
    assert birth_date_trouble(date(2000, 11, 21), today=today) == ""
    assert "older than 25" in birth_date_trouble(date(2000, 11, 20), today=today)


def test_the_name_they_use_is_used_where_they_ticked_and_toward_themselves():
    names = names_by_audience(legal="Maria Legal", used="Max", pronoun="he/him", ticked=frozenset({"team", "school"}))
    assert set(names) == set(AUDIENCES)
    assert {audience for audience, said in names.items() if said == ("Max", "he/him")} == {"me", "team", "school"}
    assert {said for audience, said in names.items() if audience not in ("me", "team", "school")} == {
        ("Maria Legal", "")
    }


@given(st.frozensets(st.sampled_from(AUDIENCES)))
def test_before_an_audience_that_they_did_not_tick_no_pronoun_tells_on_them(ticked):
    names = names_by_audience(legal="Legal", used="Used", pronoun="they", ticked=ticked)
    for audience in set(AUDIENCES) - ticked - {"me"}:
        assert names[audience] == ("Legal", "")
