from __future__ import annotations

import re

import pytest

from porchlight.progress import words
from tests.lints.grade import grade
from tests.lints.words import check_words

LANGUAGES = ("en", "es")
SLOTS = {"now": 3, "before": 5, "days": 12, "weeks": 9}
SENTENCES = [
    (fact, language, words.phrase(fact, slots=SLOTS, language=language, numbers=numbers))
    for fact in words.FACTS
    for language in LANGUAGES
    for numbers in (False, True)
]


def test_three_and_five_are_said_as_the_young_person_asked():
    def fewer(**how):
        return words.phrase("fewer_leavings", slots={"now": 3, "before": 5}, **how)

    assert fewer(language="en", numbers=False) == "You left fewer times this week than last week."
    assert fewer(language="en", numbers=True) == "Times you left this week: 3. Last week: 5."
    assert fewer(language="es", numbers=True) == "Veces que te fuiste esta semana: 3. La semana pasada: 5."


@pytest.mark.parametrize(("fact", "language", "sentence"), SENTENCES)
def test_a_sentence_never_shouts_explains_or_compares_with_others(fact, language, sentence):
    assert not re.search(r"[!¡%]", sentence)
    assert not re.search(r"\b(because|always|trend|score|still|again|only|failed|others|porque|siempre)\b", sentence)
    assert check_words(sentence, house="youth", path=fact) == []


@pytest.mark.parametrize("fact", words.FACTS)
def test_without_the_wish_for_numbers_there_is_none(fact):
    for language in LANGUAGES:
        assert not re.search(r"\d", words.phrase(fact, slots=SLOTS, language=language, numbers=False))


@pytest.mark.parametrize("fact", words.FACTS)
def test_numbers_in_a_sentence_are_just_its_slots(fact):
    said = words.FACTS[fact]
    named = set(re.findall(r"{(\w+)}", " ".join((said.with_numbers or {}).values())))
    assert named == set(said.slots)


@pytest.mark.parametrize(("fact", "language", "sentence"), SENTENCES)
def test_every_sentence_and_its_why_reads_at_sixth_grade(fact, language, sentence):
    assert grade(sentence, language=language) <= 6
    assert grade(words.why(fact, language=language), language=language) <= 6


def test_every_list_speaks_both_languages_and_our_words():
    for table in (words.TOPICS, words.MAY_SAY, words.WITHHELD, words.ABOUT):
        for key, both in table.items():
            assert set(both) == set(LANGUAGES), key
            assert all(check_words(text, house="youth", path=key) == [] for text in both.values())
    assert {said.topic for said in words.FACTS.values()} == set(words.TOPICS)


def test_a_fact_that_is_not_ours_has_no_sentence():
    with pytest.raises(KeyError):
        words.phrase("more_leavings", slots={}, language="en", numbers=False)


def test_whoever_looks_reads_why_each_fact_may_be_said():
    assert set(words.MAY_SAY) == set(words.FACTS)
