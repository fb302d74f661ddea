"""Questions for circles: open, kind, about us, and never about one young person."""

from __future__ import annotations

import re

import pytest

from porchlight.adoption.training.question_bank import TENSIONS, questions, questions_about, unreviewed_questions
from porchlight.desks.team.leadership.training.words import tension_words
from tests.adoption.reading import trouble_with

ALL = questions()
each = pytest.mark.parametrize("one", ALL, ids=lambda one: one.key)
OPENERS = r"(?:^|, |\. |\? )(?:what|how|where|which|who|when)\b"
A_STORY = re.compile(
    r"\b(?:tell (?:us|me)|think of (?:a|one|the)|a (?:case|youth|young person|child|time|client)|the case|"
    r"(?:one|this|that|your|last) (?:case|youth|young person|child|client)|case|she|he|her|his|him|name of)\b",
    re.IGNORECASE,
)


def test_there_are_enough_for_half_a_year_of_weekly_circles():
    assert len(ALL) >= 24
    assert len({one.key for one in ALL}) == len({one.question for one in ALL}) == len(ALL)


@pytest.mark.parametrize("tension", TENSIONS)
def test_every_tension_can_be_talked_about_for_more_than_one_evening(tension):
    assert len(questions_about(tension)) >= 3


def test_every_question_belongs_to_a_tension_and_an_unknown_one_has_none():
    assert {one.tension for one in ALL} == set(TENSIONS)
    assert questions_about("weather") == ()


@each
def test_a_question_is_open(one):
    assert one.question.endswith("?")
    assert re.search(OPENERS, one.question, re.IGNORECASE)


@each
def test_no_question_asks_for_a_story_about_a_young_person(one):
    assert not A_STORY.search(one.question)


@pytest.mark.parametrize(
    "asked", ["Tell us about a case that went wrong.", "What did she say when she left?", "Who was your last client?"]
)
def test_sabotage_a_question_about_somebody_is_caught(asked):
    assert A_STORY.search(asked)


@each
def test_it_is_kind_and_plain_and_so_is_why_we_ask(one):
    assert trouble_with(f"{one.question}\n\n{one.why}", where=one.key) == []
    assert one.why.endswith(".")
    assert "?" not in one.why


@each
def test_it_is_asked_as_plainly_in_spanish(one):
    assert trouble_with(f"{one.question_es}\n\n{one.why_es}", language="es", where=one.key) == []
    assert one.said("question", "es") == one.question_es
    assert one.question_es.endswith("?")
    assert one.why_es.endswith(".")


@pytest.mark.parametrize("tension", TENSIONS)
def test_the_names_of_the_tensions_are_kind_and_plain(tension):
    assert trouble_with(tension_words()[tension]) == []


def test_nobody_is_said_to_have_reviewed_them_who_has_not():
    assert unreviewed_questions() == len(ALL)
