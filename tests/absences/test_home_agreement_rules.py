"""Only what was agreed beforehand, only after sleep, never for seeking help without that very yes."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from porchlight.absences.agreement_rules import (
    Home,
    Later,
    Rule,
    hours_to_choose,
    later_page,
    may_offer,
    opens_at,
)

BACK = datetime(2026, 11, 22, 11, 0, tzinfo=UTC)
SLEEP = timedelta(hours=12)
LONGEST = timedelta(hours=48)
HOME = Home(BACK, BACK - timedelta(days=2), sought_help=False)
RULE = Rule(UUID(int=1), 24, also_when_seeking_help=False, is_ended=False, agreed_at=BACK - timedelta(days=20))


def page(at: datetime, *, home: Home | None = HOME, is_away: bool = False, is_settled: bool = False) -> Later:
    return later_page(home, is_away=is_away, is_settled=is_settled, at=at, sleep_first=SLEEP)


@given(st.timedeltas(timedelta(0), SLEEP - timedelta(microseconds=1)), st.booleans())
def test_at_no_moment_of_the_night_does_the_page_open(awake, is_settled):
    assert page(BACK + awake, is_settled=is_settled) is Later.SLEEPING


def test_after_the_countys_time_it_opens_and_once_settled_it_says_so():
    assert opens_at(HOME, sleep_first=SLEEP) == BACK + SLEEP
    assert page(BACK + SLEEP) is Later.OPEN
    assert page(BACK + SLEEP, is_settled=True) is Later.SETTLED


@given(st.timedeltas(timedelta(0), timedelta(days=30)))
def test_while_they_are_away_again_there_is_nothing_to_agree_on(later):
    assert page(BACK + later, is_away=True) is Later.NOT_BACK
    assert page(BACK + later, home=None) is Later.NOT_BACK


def test_what_was_agreed_beforehand_may_be_offered():
    assert may_offer(RULE, home=HOME, longest=LONGEST)
    assert may_offer(replace(RULE, hours=48), home=HOME, longest=LONGEST)


@pytest.mark.parametrize(
    "changed",
    [
        {"is_ended": True},
        {"hours": 49},
        {"agreed_at": BACK - timedelta(days=1)},
        {"agreed_at": BACK - timedelta(days=2)},
        {"agreed_at": BACK + timedelta(hours=1)},
    ],
)
def test_what_has_ended_is_too_long_or_came_after_they_left_is_not_offered(changed):
    assert not may_offer(replace(RULE, **changed), home=HOME, longest=LONGEST)


def test_where_nobody_knows_when_they_left_it_must_be_older_than_the_return():
    unknown = replace(HOME, left_at=None)
    assert may_offer(replace(RULE, agreed_at=BACK - timedelta(hours=1)), home=unknown, longest=LONGEST)
    assert not may_offer(replace(RULE, agreed_at=BACK), home=unknown, longest=LONGEST)


@given(
    hours=st.integers(1, 200),
    ended=st.booleans(),
    age=st.timedeltas(timedelta(days=-5), timedelta(days=60)),
    left_known=st.booleans(),
)
def test_nobody_who_sought_help_meets_a_rule_without_that_very_yes(hours, ended, age, left_known):
    rule = Rule(UUID(int=1), hours, also_when_seeking_help=False, is_ended=ended, agreed_at=BACK - age)
    home = Home(BACK, BACK - timedelta(days=2) if left_known else None, sought_help=True)
    assert not may_offer(rule, home=home, longest=LONGEST)


def test_with_that_very_yes_it_may_be_offered():
    assert may_offer(replace(RULE, also_when_seeking_help=True), home=replace(HOME, sought_help=True), longest=LONGEST)


@given(st.integers(1, 200))
def test_no_length_to_choose_is_longer_than_the_county_allows(hours):
    choices = hours_to_choose(timedelta(hours=hours))
    assert choices
    assert all(1 <= choice <= hours for choice in choices)
    assert list(choices) == sorted(choices)


def test_the_lengths_to_choose_are_hours_then_whole_days():
    assert hours_to_choose(timedelta(hours=72)) == (1, 2, 4, 12, 24, 48, 72)
    assert hours_to_choose(timedelta(hours=71, minutes=59)) == (1, 2, 4, 12, 24, 48)
