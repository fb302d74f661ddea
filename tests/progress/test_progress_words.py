from __future__ import annotations

import re

import pytest

from porchlight.progress import words, words_for_team
from porchlight.progress.phrasing import Audience, Item, Preferences, phrase
from tests.lints.grade import grade
from tests.lints.words import check_words

LANGUAGES = ("en", "es")
NUMBERS = {"now": 3, "before": 5, "days": 12, "weeks": 9}


def slots(fact: str) -> dict[str, int]:
    """The numbers or the parts that the sentence needs."""
    if words.FACTS[fact].tier == 3:
        return dict.fromkeys(words.PARTS, 1)
    return {name: NUMBERS[name] for name in words.FACTS[fact].slots}


def spoken(fact: str, *, language: str, numbers: bool) -> str:
    item, wanted = Item(fact, slots(fact)), Preferences(numbers=numbers)
    return phrase(item, audience=Audience.YOUTH, language=language, preferences=wanted).text


SENTENCES = [
    (fact, language, spoken(fact, language=language, numbers=numbers))
    for fact in words.FACTS
    for language in LANGUAGES
    for numbers in (False, True)
]


def test_three_and_five_are_said_as_the_young_person_asked():
    def fewer(**how):
        return spoken("fewer_leavings", **how)

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
        assert not re.search(r"\d", spoken(fact, language=language, numbers=False))


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
    tables = (words.TOPICS, words_for_team.MAY_SAY, words_for_team.WITHHELD, words_for_team.ABOUT)
    said = [(key, both) for table in tables for key, both in table.items()]
    said += [("owed", both) for both in words_for_team.OWED]
    said += [(name, both) for name, part in words.PARTS.items() for both in (part.to_them, part.about_them)]
    for key, both in said:
        assert set(both) == set(LANGUAGES), key
        assert all(check_words(text, house="youth", path=key) == [] for text in both.values())
    assert {topic for fact in words.FACTS for topic in words.topics_of(fact, slots(fact))} == set(words.TOPICS)


def test_whoever_looks_reads_why_each_fact_may_be_said_and_why_the_others_may_not():
    assert set(words_for_team.MAY_SAY) == set(words.FACTS)
    assert {"deeds", "everything"} | set(words_for_team.ABOUT) >= {"pattern", "sustained", "fewer_leavings"}


def test_a_question_about_us_never_says_they_did_something():
    for both in words_for_team.OWED:
        assert both["en"].rstrip().endswith(("?", "steps."))
        assert not re.search(r"\b(why did they|fault|again)\b", both["en"])
