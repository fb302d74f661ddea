"""Who may have which sentence."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from porchlight.progress.errors import NotForThem
from porchlight.progress.phrasing import Audience, Item, Preferences, phrase
from porchlight.progress.rules.history import TOPIC_OF_DIMENSION
from porchlight.progress.words import FACTS, PARTS, TOPICS, fits, topics_of

LANGUAGES = st.sampled_from(("en", "es"))
PARTLY = st.sets(st.sampled_from(tuple(PARTS)), min_size=1)


def item(fact: str, *, parts=tuple(PARTS), approved: bool = False) -> Item:
    slots = dict.fromkeys(parts, 1) if FACTS[fact].tier == 3 else dict.fromkeys(FACTS[fact].slots, 7)
    return Item(fact, slots, approved)


@given(LANGUAGES, st.sampled_from([fact for fact in FACTS if FACTS[fact].tier < 3]))
def test_a_court_never_has_a_fact_or_a_pattern_even_if_somebody_approved_it(language, fact):
    for approved in (False, True):
        with pytest.raises(NotForThem):
            phrase(item(fact, approved=approved), audience=Audience.COURT, language=language)


@given(LANGUAGES, PARTLY)
def test_a_court_has_what_lasts_when_the_young_person_said_yes_and_without_any_number(language, parts):
    lasting = item("sustained", parts=parts)
    with pytest.raises(NotForThem):
        phrase(lasting, audience=Audience.COURT, language=language)
    said = phrase(item("sustained", parts=parts, approved=True), audience=Audience.COURT, language=language)
    assert said.key == f"sustained.court.{language}"
    assert not re.search(r"\d", said.text)
    assert all((PARTS[name].about_them[language] in said.text) == (name in parts) for name in PARTS)


@pytest.mark.parametrize("audience", ["police", "probation", "agency", "school", "public", ""])
def test_there_is_no_sentence_for_police_probation_or_an_agency(audience):
    for fact in FACTS:
        with pytest.raises(ValueError, match="is not a valid Audience"):
            phrase(item(fact, approved=True), audience=audience, language="en")


@given(LANGUAGES, st.sampled_from(tuple(FACTS)), st.sets(st.sampled_from(tuple(TOPICS))))
def test_a_hidden_topic_has_no_sentence_for_the_young_person(language, fact, hidden):
    wanted = Preferences(hidden=frozenset(hidden))
    if topics_of(fact, item(fact).slots) & hidden:
        with pytest.raises(NotForThem):
            phrase(item(fact), audience=Audience.YOUTH, language=language, preferences=wanted)
    else:
        assert phrase(item(fact), audience=Audience.YOUTH, language=language, preferences=wanted).text


@given(LANGUAGES, st.sampled_from(tuple(FACTS)))
def test_the_team_reads_numbers_and_the_young_person_only_if_they_asked(language, fact):
    team = phrase(item(fact), audience=Audience.TEAM, language=language)
    plain = phrase(item(fact), audience=Audience.YOUTH, language=language)
    asked = phrase(item(fact), audience=Audience.YOUTH, language=language, preferences=Preferences(numbers=True))
    assert team.text == asked.text
    numbered = "numbers" if FACTS[fact].with_numbers else "plain"
    assert (asked.key, plain.key) == (f"{fact}.{numbered}.{language}", f"{fact}.plain.{language}")
    assert not re.search(r"\d", plain.text)
    assert ("7" in asked.text) == bool(FACTS[fact].slots)


def test_what_has_other_numbers_or_no_sentence_is_refused():
    wrong = (Item("more_leavings"), Item("fewer_leavings", {"now": 3}), Item("own_return", {"now": 1}))
    for one in (*wrong, Item("sustained"), Item("sustained", {"height": 1})):
        assert not fits(one.fact, one.slots)
        with pytest.raises(NotForThem):
            phrase(one, audience=Audience.YOUTH, language="en")
    with pytest.raises(NotForThem):
        phrase(item("own_return"), audience=Audience.YOUTH, language="fr")


def test_every_dimension_of_the_engine_has_its_words_under_the_same_topic():
    assert {name: part.topic for name, part in PARTS.items()} == dict(TOPIC_OF_DIMENSION)
