"""The guidance that comes with the product: whole, kind, plain, and honest about what is not known."""

from __future__ import annotations

import re
from datetime import date
from functools import cache

import pytest

from porchlight.adoption.guidance.shipped import EVIDENCE, MOMENTS, PARTS, read_document, shipped
from porchlight.policy.grid import the_grid
from tests.adoption.reading import CAREGIVER, STAFF, blocks, trouble_with
from tests.shape.tree import CODE

ALL = shipped()
each = pytest.mark.parametrize("one", ALL, ids=lambda one: f"{one.key}-{one.language}")
# Every role that the notice means to write for, attorneys too; the last is leadership's.
NAMED = {"SW", "CG", "PH", "BH", "LE", "PO", "ED", "CRT", "ADV", "ATT"}
FRONT = """+++
key = "one"
title = "One"
language = "en"
part = "role"
roles = ["SW"]
evidence = "none"
moments = []
publisher = "Porchlight"
review = 2027-11-01
reviewed_by = ""
+++
"""


@cache
def on_screens(language: str) -> str:
    """Every word of the team house's pages and of the services' cards: English in the sources, Spanish beside it."""
    places = (CODE / "desks" / "team", CODE / "desks" / "youth", CODE / "directory" / "rules")
    files = [path for place in places for path in place.rglob("*") if path.suffix in (".html", ".py")]
    if language == "es":
        files = [CODE / "desks" / "team" / "locale" / "es" / "LC_MESSAGES" / "django.po"]
    return " ".join(path.read_text(encoding="utf-8") for path in files).lower()


def said(one) -> str:
    return on_screens(one.language)


def test_blocks_of_a_text_are_read_as_a_person_reads_them():
    assert blocks("# Head\n\nOne\nline.\n\n- A\n  b\n- C\n") == ["Head", "One line.", "A b", "C"]


def test_every_role_that_the_notice_names_has_a_document_and_so_has_leadership():
    assert {one.roles[0] for one in ALL if one.part == "role"} == NAMED
    assert [one.part for one in ALL if one.language == "en"] == ["introduction", *["role"] * len(NAMED), "systemic"]
    assert len({(one.key, one.language) for one in ALL}) == len(ALL)


def test_the_introduction_is_for_all_of_them():
    assert set(ALL[0].roles) >= NAMED


def test_caregivers_read_theirs_in_spanish_too_and_both_say_the_same_things_in_the_same_order():
    english, spanish = (one for one in ALL if one.roles == ("CG",))
    assert (english.language, spanish.language, english.key) == ("en", "es", spanish.key)
    assert english.moments == spanish.moments
    assert re.findall(r"^(#+|-)", english.body, re.MULTILINE) == re.findall(r"^(#+|-)", spanish.body, re.MULTILINE)


def test_caregivers_are_spoken_to_in_spanish_as_on_every_other_page():
    spanish = next(one for one in ALL if one.language == "es")
    assert re.search(r"\b(tú|tu|te|contigo|tienes|puedes)\b", spanish.body)
    assert not re.search(r"\busted(es)?\b", spanish.body), "the product's other pages say tú to caregivers"


@each
def test_its_fields_are_known_words(one):
    assert one.part in PARTS
    assert one.evidence in EVIDENCE
    assert set(one.moments) <= set(MOMENTS)
    assert set(one.roles) <= set(the_grid().roles)
    assert one.language in ("en", "es")
    assert one.publisher == "Porchlight"
    assert one.review > date(2026, 11, 22)


@each
def test_nobody_is_said_to_have_reviewed_it_who_has_not(one):
    assert one.reviewed_by == ""


@each
def test_it_is_short_and_made_of_headings_paragraphs_and_lists_alone(one):
    assert 250 <= len(one.body.split()) <= 500
    assert one.body.startswith(f"# {one.title}\n")
    assert not re.search(r"[*_`<>|\[\]]|^\d+\.|^###|^\s*!", one.body, re.MULTILINE)


@each
def test_it_is_kind_and_plain(one):
    limit = CAREGIVER if one.roles[0] == "CG" else STAFF
    assert trouble_with(one.body, language=one.language, limit=limit, where=one.key) == []


@each
def test_it_says_what_to_do_what_not_to_do_and_what_nobody_knows(one):
    headings = re.findall(r"^## (.+)$", one.body, re.MULTILINE)
    assert headings[-1] in ("What is not known", "Lo que no se sabe")
    if one.part != "introduction":
        for asked in (r"tomorrow|mañana", r"not to do, and why|no hacer, y por qué", r"Porchlight"):
            assert any(re.search(asked, heading) for heading in headings), asked


def test_none_claims_to_be_tested_and_the_one_about_birth_control_claims_nothing():
    assert {one.evidence for one in ALL} == {"none", "promising"}
    assert next(one for one in ALL if one.key == "public-health").evidence == "none"


def test_birth_control_stays_their_choice():
    text = next(one for one in ALL if one.key == "public-health").body
    assert "if they want it" in text
    assert "Take no for an answer." in text
    assert "No goals for how many young people start a method." in text


@pytest.mark.parametrize("moment", MOMENTS)
def test_somebody_has_a_document_at_every_moment(moment):
    assert any(moment in one.moments for one in ALL)


def test_at_the_moment_of_a_return_caregiver_and_worker_have_theirs():
    there = {role for one in ALL if "someone_came_home" in one.moments for role in one.roles}
    assert {"CG", "SW"} <= there


@each
def test_every_button_page_and_card_that_it_names_is_there_and_called_so(one):
    section = one.body.split("Porchlight\n", 1)[-1].split("\n## ", 1)[0] if one.part != "introduction" else ""
    missing = [name for name in re.findall(r"“([^”]+)”", " ".join(section.split())) if name.lower() not in said(one)]
    assert missing == []


@each
def test_it_asks_nobody_where_a_young_person_is(one):
    asked = [
        block
        for block in blocks(one.body)
        if re.search(r"ask (?:them )?where they (?:are|were)\b", block, re.IGNORECASE)
    ]
    assert all(block.startswith("Do not ask") for block in asked)


def test_sabotage_a_text_that_blames_or_is_hard_is_caught():
    assert trouble_with("The youth is non-compliant.")
    assert trouble_with("Interdisciplinary implementation necessitates organizational accountability structures.")
    assert trouble_with("They come home at last, and nobody asks where.", limit=CAREGIVER) == []


def test_a_file_without_its_fields_is_not_a_document():
    with pytest.raises(ValueError, match="between two lines"):
        read_document("# One\n\nWords.\n")
    with pytest.raises(TypeError):
        read_document(FRONT.replace('key = "one"\n', "") + "# One\n")
    with pytest.raises(TypeError):
        read_document(FRONT.replace("moments", "color = 1\nmoments") + "# One\n")


def test_a_document_is_its_fields_and_its_body():
    one = read_document(FRONT + "\n# One\n\nWords.\n")
    assert (one.key, one.roles, one.moments, one.body) == ("one", ("SW",), (), "# One\n\nWords.\n")
    assert one.review == date(2027, 11, 1)
