"""The plan, by itself: whose words make it a plan, when both have said yes to the same, what a change is."""

from __future__ import annotations

from datetime import date
from uuid import uuid4

import pytest
from hypothesis import given
from hypothesis import strategies as st

from porchlight.safety.rules import (
    CARD_STEPS,
    KEYS,
    RIGHT_NOW,
    WARN_FIRST,
    Change,
    State,
    Writing,
    differences,
    newest,
    next_review,
    state,
    steps,
)

TEXTS = st.dictionaries(st.sampled_from(KEYS), st.sampled_from(["", "Music", "A walk"]))


def writing(key: str = "safe", *, theirs: bool = True, section=None) -> Writing:
    return Writing(uuid4(), section or uuid4(), key, theirs)


def where(*current: Writing, version=None, youth: bool = False, worker: bool = False) -> State:
    lies = tuple(one.id for one in current) if version is None else version
    return state(current, version=lies, youth_yes=youth, worker_yes=worker)


def test_what_safe_means_to_them_heads_the_plan():
    assert KEYS[0] == "safe"
    assert len(set(KEYS)) == len(KEYS)
    assert {*RIGHT_NOW, WARN_FIRST} <= set(KEYS)


def test_of_each_section_the_last_writing_counts_in_the_order_of_the_plan():
    part, other = uuid4(), uuid4()
    first, back, last = writing(section=part), writing("back", section=other), writing(section=part)
    assert newest([first, back, last]) == (last, back)
    assert newest([back, first]) == (first, back)
    assert newest([]) == ()


@given(youth=st.booleans(), worker=st.booleans())
def test_without_a_word_of_theirs_nobodys_yes_makes_it_more_than_a_staff_draft(youth, worker):
    assert where(writing(theirs=False), youth=youth, worker=worker) is State.STAFF_DRAFT
    assert where(youth=youth, worker=worker) is State.EMPTY


def test_one_line_of_theirs_beside_those_of_staff_makes_it_a_plan():
    assert where(writing(theirs=False), writing("back"), youth=True, worker=True) is State.AGREED


@pytest.mark.parametrize(
    ("youth", "worker", "found"),
    [
        (False, False, State.DRAFT),
        (True, False, State.YOUTH_YES),
        (False, True, State.WORKER_YES),
        (True, True, State.AGREED),
    ],
)
def test_it_is_agreed_when_both_have_said_yes_and_not_by_one_of_them(youth, worker, found):
    assert where(writing(), youth=youth, worker=worker) is found


@pytest.mark.parametrize(
    ("youth", "worker", "found"),
    [(False, False, State.DRAFT), (True, False, State.DRAFT), (False, True, State.DRAFT), (True, True, State.CHANGED)],
)
def test_a_yes_to_other_words_is_no_yes_to_these(youth, worker, found):
    one = writing()
    assert where(one, version=(uuid4(),), youth=youth, worker=worker) is found
    assert where(one, version=(one.id, uuid4()), youth=youth, worker=worker) is found


def test_a_change_names_what_stood_there_before_and_what_stands_there_now():
    before = {"signs": "Loud", "stay": "Music", "back": "Soup"}
    after = {"safe": "A lock", "stay": "Music", "back": "Soup, and a bath"}
    assert differences(before, after) == (
        Change("safe", "", "A lock"),
        Change("signs", "Loud", ""),
        Change("back", "Soup", "Soup, and a bath"),
    )


@given(TEXTS, TEXTS)
def test_changes_are_those_parts_that_differ_and_lead_back(before, after):
    changes = differences(before, after)
    assert [KEYS.index(one.key) for one in changes] == sorted(KEYS.index(one.key) for one in changes)
    assert all(one.before != one.after for one in changes)
    rebuilt = {**before, **{one.key: one.after for one in changes}}
    assert all(rebuilt.get(key, "") == after.get(key, "") for key in KEYS)
    assert differences(after, after) == ()


def test_a_plan_is_looked_at_again_after_thirty_days():
    assert next_review(date(2026, 1, 31)) == date(2026, 3, 2)


def test_the_pocket_card_carries_the_first_lines_without_their_bullets():
    said = "  - Call Rosa\n\n* Go to the library\n• Sit on the porch\n\tBreathe"
    assert steps(said) == ("Call Rosa", "Go to the library", "Sit on the porch")
    assert len(steps(said)) == CARD_STEPS
    assert steps(" \n - \n") == ()
    assert steps("One\nTwo") == ("One", "Two")
    assert steps("Ring at the well-known door - twice") == ("Ring at the well-known door - twice",)
