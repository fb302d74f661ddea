"""What a confirmed day says, as pure rules."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from porchlight.absences import day_rules, rules
from porchlight.absences.day_rules import Span
from porchlight.absences.return_rules import came_by_themselves

BEGINS = datetime(2026, 11, 20, 8, tzinfo=UTC)  # midnight in the county
ENDS = BEGINS + timedelta(days=1)
LATER = ENDS + timedelta(days=2)
HOURS = st.integers(-72, 96)


def hour(count: int) -> datetime:
    return BEGINS + timedelta(hours=count)


def spans(*ends: tuple[int, int | None]) -> list[Span]:
    return [Span(hour(left), None if back is None else hour(back)) for left, back in ends]


def kept(away, *, now: datetime = LATER) -> str:
    return day_rules.by_record(away, begins=BEGINS, ends=ENDS, now=now)


def test_with_no_absence_on_record_a_confirmed_day_is_at_home():
    assert kept([]) == "home"


def test_a_past_day_is_away_only_when_they_were_away_all_of_it():
    assert kept(spans((-1, 25))) == "away"
    assert kept(spans((-1, None))) == "away"
    assert kept(spans((-1, 24))) == "away"
    assert kept(spans((1, None))) == "home"
    assert kept(spans((-1, 23))) == "home"


def test_today_goes_by_this_very_moment():
    noon = hour(12)
    assert kept(spans((11, None)), now=noon) == "away"
    assert kept(spans((13, None)), now=noon) == "home"
    assert kept(spans((-5, 11)), now=noon) == "home"
    assert kept(spans((-5, 12)), now=noon) == "home"


def test_a_day_is_today_from_its_midnight_on_and_not_at_the_next():
    assert kept(spans((-1, 5)), now=BEGINS) == "away", "at midnight they are away"
    assert kept(spans((1, None)), now=BEGINS) == "home", "at midnight they are home"
    assert kept(spans((23, None)), now=ENDS) == "home", "a day that is over was spent at home"


@given(st.lists(st.tuples(HOURS, st.none() | HOURS).filter(lambda one: one[1] is None or one[0] <= one[1]), max_size=5))
def test_one_more_absence_on_record_never_turns_away_into_home(ends):
    found = spans(*ends)
    assert kept(found[:-1]) != "away" or kept(found) == "away"
    assert kept(found) == kept(found[::-1])


@given(st.lists(st.tuples(HOURS, HOURS).map(sorted), max_size=5), st.integers(0, 23))
def test_what_is_kept_is_home_or_away_and_never_anything_else(ends, now):
    assert kept(spans(*ends), now=hour(now)) in (rules.HOME, rules.AWAY)


@given(HOURS, st.none() | HOURS, HOURS)
def test_a_moment_is_covered_just_when_it_lies_between_leaving_and_coming_back(left, back, at):
    (span,) = spans((left, back))
    assert span.covers(hour(at), hour(at)) == (left <= at and (back is None or at < back))


@pytest.mark.parametrize("status", ["home", "away", "elsewhere"])
def test_a_confirmation_never_comes_over_a_word_that_somebody_said(status):
    assert not day_rules.may_confirm(status)


@pytest.mark.parametrize("status", ["", "not_known"])
def test_a_day_that_was_open_or_not_known_may_be_confirmed(status):
    assert day_rules.may_confirm(status)


@given(st.dictionaries(st.dates(date(2026, 10, 1), date(2026, 12, 1)), st.sampled_from(rules.DAYS)))
def test_how_many_are_known_counts_each_wanted_day_once_and_no_other_day(said):
    wanted = [date(2026, 11, 1) + timedelta(days=n) for n in range(28)]
    counted = day_rules.how_many_confirmed(said.items(), among=wanted)
    assert counted == sum(rules.is_confirmed(said.get(day, "")) for day in wanted)
    assert 0 <= counted <= 28


def test_staff_can_say_how_they_know_in_three_ways_and_none_of_them_is_a_place():
    assert day_rules.SEEN_BY_STAFF == ("visit", "school", "call")
    assert set(day_rules.SEEN_BY_STAFF) < set(rules.SOURCES)


def test_coming_back_by_themselves_is_known_for_every_way_and_open_where_nobody_said():
    assert [came_by_themselves(code) for code in ("W01", "W02", "W03")] == [True] * 3
    assert [came_by_themselves(f"W{number:02}") for number in range(4, 12)] == [False] * 8
    assert [came_by_themselves(code) for code in ("", "other", "not_said", "not_sure")] == [None] * 4
