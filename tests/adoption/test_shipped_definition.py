"""Starters of the definition: few, short, kind, and the same in both languages."""

from __future__ import annotations

import re

import pytest

from porchlight.adoption.definition.shipped import shipped
from tests.adoption.reading import CAREGIVER, trouble_with

ALL = shipped()
EVERY = (*ALL.will_not, *ALL.terms)
each = pytest.mark.parametrize("one", EVERY, ids=lambda one: one.key)
OWN = re.compile(r"\b(?:tú|tu|tus|te|ti|contigo|puedes|tienes|quieres|usted)\b", re.IGNORECASE)


def test_there_are_few_enough_to_read_at_a_first_sign_in():
    assert 8 <= len(ALL.will_not) <= 12
    assert 10 <= len(ALL.terms) <= 15
    assert len({one.key for one in EVERY}) == len(EVERY)


@each
def test_it_reads_at_sixth_grade_and_blames_nobody_in_both_languages(one):
    assert trouble_with(one.en, language="en", limit=CAREGIVER, where=one.key) == []
    assert trouble_with(one.es, language="es", limit=CAREGIVER, where=one.key) == []


@each
def test_the_spanish_fits_whoever_reads_it(one):
    assert not OWN.search(one.es)


@each
def test_nobody_is_said_to_have_reviewed_it_who_has_not(one):
    assert one.reviewed_by == ""


@pytest.mark.parametrize("one", ALL.will_not, ids=lambda one: one.key)
def test_what_we_will_not_do_is_said_by_us_about_us(one):
    assert one.en.startswith("We will not ")
    assert one.es.startswith("No vamos a ")
    assert len(one.en.split()) <= 20


@pytest.mark.parametrize("one", ALL.terms, ids=lambda one: one.key)
def test_a_term_has_its_word_in_both_languages(one):
    assert one.word_en[0].isupper()
    assert one.word_es[0].isupper()
    assert trouble_with(f"{one.word_en}\n\n{one.word_es}") == []
    assert one.word_en != one.word_es


def test_the_red_lines_that_everybody_must_know_are_among_them():
    said = " ".join(one.en for one in ALL.will_not)
    for line in ("close a door", "blame", "food, bed or family", "police", "score", "their own body", "against them"):
        assert line in said


def test_survival_exchange_stands_in_the_meaning_of_exploitation():
    term = next(one for one in ALL.terms if one.key == "exploitation")
    assert all(word in term.en for word in ("food", "bed", "ride"))
    assert all(word in term.es for word in ("comida", "techo", "lleven"))
