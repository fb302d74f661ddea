"""What the definition's rules promise, without a database."""

from __future__ import annotations

from datetime import date, timedelta
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as some

from porchlight.adoption.definition import rules
from porchlight.adoption.definition.comparing_rules import ADDED, LEFT_OUT, SAME, compared, reads_on
from porchlight.adoption.definition.sheets import PassageSheet
from porchlight.adoption.definition.text_rules import in_language, spanish_gap, whole
from porchlight.adoption.ground.api import fingerprint

A, B, C, D, E = (UUID(int=n) for n in range(1, 6))
NAMES = {A: "Ash", B: "Birch", C: "Cedar", D: "Dogwood", E: "Elm"}
TODAY = date(2026, 11, 22)
NOBODY = UUID(int=0)


def standing(said, *, asked=(A, B, C, D, E), here=(A, B, C, D, E)):
    return rules.standing(asked, here=here, said=said, names=NAMES)


def test_the_standing_says_exactly_who_ratified_abstained_dissented_and_has_not_answered():
    now = standing({B: "ratifies", A: "ratifies", C: "abstains", D: "dissents"})
    assert now == rules.Standing(("Ash", "Birch"), ("Cedar",), ("Dogwood",), ("Elm",))
    assert now.not_ratified == ("Cedar", "Dogwood", "Elm")


def test_an_agency_that_left_is_not_waited_for_and_what_it_said_stays():
    now = standing({A: "dissents"}, here=(B, C, D))
    assert now.waiting == ("Birch", "Cedar", "Dogwood")
    assert now.dissented == ("Ash",)


def test_an_agency_that_was_not_asked_is_not_waited_for_and_is_heard():
    now = standing({E: "ratifies"}, asked=(A,))
    assert now == rules.Standing(ratified=("Elm",), waiting=("Ash",))


@pytest.mark.parametrize(
    ("said", "answers_by", "may"),
    [
        ({}, None, False),
        (dict.fromkeys((A, B, C, D, E), "dissents"), None, False),
        ({A: "ratifies"}, None, False),
        ({A: "ratifies"}, TODAY, False),
        ({A: "ratifies"}, TODAY - timedelta(days=1), True),
        ({B: "dissents"}, TODAY - timedelta(days=1), False),
        ({A: "ratifies"} | dict.fromkeys((B, C, D, E), "abstains"), None, True),
    ],
)
def test_it_comes_in_force_with_one_yes_when_all_have_answered_or_the_day_is_over(said, answers_by, may):
    assert rules.may_come_in_force(standing(said), answers_by=answers_by, today=TODAY) is may


def test_the_review_is_due_365_days_after_it_came_in_force():
    assert rules.review_due_on(date(2026, 11, 22)) == date(2027, 11, 22)


@pytest.mark.parametrize(
    ("is_closed", "is_in_force", "is_newest", "state"),
    [
        (False, False, False, rules.DRAFT),
        (True, False, False, rules.ANSWERING),
        (True, True, True, rules.IN_FORCE),
        (True, True, False, rules.EARLIER),
    ],
)
def test_a_version_is_a_draft_then_answered_then_in_force_then_an_earlier_one(is_closed, is_in_force, is_newest, state):
    found = rules.state_of(is_closed=is_closed, is_in_force=is_in_force, is_newest_in_force=is_newest)
    assert found == state


def test_differences_are_marked_word_by_word():
    assert [(one.mark, one.words) for one in compared("We never close a door.", "We close no door, ever.")] == [
        (SAME, "We "),
        (LEFT_OUT, "never "),
        (SAME, "close "),
        (LEFT_OUT, "a "),
        (ADDED, "no "),
        (SAME, "door"),
        (ADDED, ", ever"),
        (SAME, "."),
    ]


def test_another_line_break_is_no_difference():
    assert {one.mark for one in compared("One door.\n\nTwo.", "One  door. Two.")} == {SAME}


@given(some.text(max_size=80), some.text(max_size=80))
def test_nothing_of_the_second_text_is_lost_and_nothing_of_the_first_is_forgotten(first, second):
    pieces = compared(first, second)
    assert "".join(one.words for one in pieces if one.mark != LEFT_OUT) == second
    kept = "".join(one.words for one in pieces if one.mark != ADDED)
    assert "".join(kept.split()) == "".join(first.split())


def test_two_texts_that_differ_in_a_word_have_two_fingerprints():
    one = PassageSheet(A, 1, "passage", 1, "Head", "Words.", "Título", "Palabras.")
    other = PassageSheet(A, 2, "passage", 1, "Head", "Words.", "Título", "Otras palabras.")
    assert fingerprint(*whole([one], {})) != fingerprint(*whole([other], {}))
    assert fingerprint(*whole([one], {})) != fingerprint(*whole([one], {"youth": "The youth board"}))
    assert fingerprint(*whole([one], {})) == fingerprint(*whole([one], {"youth": ""}))


def test_what_has_no_spanish_yet_is_read_in_english_and_says_so():
    both = PassageSheet(NOBODY, 1, "term", 1, "Safe", "What they say.", "", "Lo que dicen.")
    assert in_language(both, "es") == ("Safe", "Lo que dicen.", "es")
    assert in_language(both, "en") == ("Safe", "What they say.", "en")
    assert in_language(PassageSheet(NOBODY, 1, "term", 1, "Safe", "What they say."), "es")[2] == "en"


@pytest.mark.parametrize(
    ("first", "second", "is_easy"),
    [
        ("We never close a door.", "We never close a door.", True),
        ("We never close a door.", "We close no door.", True),
        ("We never close a door at night.", "We never close a door at night, nor by day.", True),
        ("One lamp.", "Two doors stay open here.", False),
        ("", "", True),
    ],
)
def test_marks_are_easy_to_read_while_half_of_what_is_shown_stands_in_both_texts(first, second, is_easy):
    assert reads_on(compared(first, second)) is is_easy


def editions(*texts: tuple[str, str]) -> list[PassageSheet]:
    return [PassageSheet(A, number, "passage", 1, "", en, "", es) for number, (en, es) in enumerate(texts, 1)]


@pytest.mark.parametrize(
    ("texts", "gap"),
    [
        ([("We wait.", "Esperamos.")], None),
        ([("We wait.", "")], False),
        ([("We wait.", "Esperamos."), ("We wait.", "")], False),
        ([("We wait.", "Esperamos."), ("We wait a day.", "Esperamos.")], True),
        ([("We wait.", "Esperamos."), ("We wait a day.", "Esperamos un día.")], None),
        ([("We wait.", "Esperamos."), ("We stay.", "Esperamos."), ("We stay.", "Nos quedamos.")], None),
        ([("We wait.", "Esperamos."), ("We stay.", "Nos quedamos."), ("We stay on.", "Nos quedamos.")], True),
        ([("We wait.", ""), ("We wait.", "Esperamos.")], None),
        ([("We wait.", "Esperamos."), ("We wait.", "Esperamos.")], None),
    ],
)
def test_a_part_says_that_its_spanish_is_missing_or_older_than_its_english(texts, gap):
    found = spanish_gap(editions(*texts))
    assert (found.is_older if found else None) is gap


ORDERS = some.permutations((A, B, C, D, E))


@given(ORDERS, some.sampled_from((A, B, C, D, E)), some.sampled_from((A, B, C, D, E)), some.booleans())
def test_a_part_that_is_moved_passes_the_one_it_was_to_pass_and_the_others_stay_as_they_were(order, part, past, is_up):
    found = rules.moved(order, part, past=past, is_up=is_up)
    assert [one for one in found if one != part] == [one for one in order if one != part]
    assert part == past or (found.index(part) < found.index(past)) is is_up
    assert rules.moved(found, part, past=past, is_up=is_up) == found


@pytest.mark.parametrize(("part", "past"), [(A, NOBODY), (NOBODY, A)])
def test_what_is_gone_is_not_moved_and_nothing_moves_past_it(part, past):
    assert rules.moved((A, B, C), part, past=past, is_up=False) == (A, B, C)
