from __future__ import annotations

import pytest

from porchlight.directory.rules import Words, names_the_subject, needs_neutral_name, neutral_description
from porchlight.directory.rules.naming import _BY_KIND
from porchlight.directory.rules.troubles import OneLanguageMissing
from porchlight.directory.seed import read_lines

CL_8 = [f"V{number:02}" for number in range(1, 30)]
ALL_KINDS = sorted({*CL_8, *(line.kind for line in read_lines())})


@pytest.mark.parametrize(
    "name",
    [
        "National Human Trafficking Hotline",
        "Línea Nacional contra la Trata de Personas",
        "California Victim Compensation Board (CalVCB)",
        "Junta de Compensación a Víctimas de California (CalVCB)",
        "Centro para Menores Explotados",
        "RESCUE House",
        "Casa Rescate",
        "National Sexual Assault Hotline (RAINN)",
        "Línea Nacional de Agresión Sexual (RAINN)",
        "Childhelp National Child Abuse Hotline",
        "Línea Nacional contra la Violencia Doméstica",
    ],
)
def test_a_name_that_tells_a_person_looking_on_needs_plain_words(name):
    assert needs_neutral_name(name)


@pytest.mark.parametrize(
    "name",
    [
        "988 Suicide and Crisis Lifeline",
        "California Youth Crisis Line",
        "Línea de Crisis para Jóvenes de California",
        "2-1-1 California",
        "Crisis Text Line",
        "Planned Parenthood (connects to the nearest health center)",
        "The Open Door",
        "Gente que trata bien",
    ],
)
def test_a_plain_name_keeps_its_place(name):
    assert needs_neutral_name(name) is ("trata" in name)


def test_a_word_that_only_begins_alike_is_left_alone():
    assert not names_the_subject("un tratamiento y un contrato")


@pytest.mark.parametrize("kind", ALL_KINDS)
def test_every_kind_has_plain_words_of_its_own_that_name_no_subject(kind):
    words = neutral_description(kind)
    assert kind in _BY_KIND
    assert not needs_neutral_name(words.en)
    assert not needs_neutral_name(words.es)


def test_no_plain_words_are_kept_for_kinds_that_do_not_exist():
    assert sorted(_BY_KIND) == ALL_KINDS


def test_a_kind_nobody_has_described_yet_gets_general_words():
    assert neutral_description("something new") == Words(
        "A place that helps young people", "Un lugar que ayuda a jóvenes"
    )


@pytest.mark.parametrize(("en", "es"), [("Only English", ""), ("", "Solo español")])
def test_words_in_one_language_only_are_refused(en, es):
    with pytest.raises(OneLanguageMissing):
        Words(en, es)
