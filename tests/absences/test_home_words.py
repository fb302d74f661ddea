"""The words of coming home: whole in Spanish, plain in both languages, kind about everybody."""

from __future__ import annotations

import io
import re
from pathlib import Path

import pytest
from babel.messages.extract import extract_from_file
from babel.messages.pofile import read_po

from tests.lints.grade import too_hard
from tests.lints.template_words import template_words
from tests.lints.words import check_words

ROOT = Path(__file__).resolve().parents[2] / "porchlight"
DESK = ROOT / "desks" / "team"
PAGES = ("home_back", "home_welcome", "home_bed", "home_later", "home_agreed", "card_home")
CODE = ("words_home", "pages_home", "pages_bed", "pages_later", "pages_agreed", "cards_home")
STAFF = ("card_return", "part_came_home", "home_talk")
SLOT = re.compile(r"%\(\w+\)[sd]")
NAMES = ("Welf. & Inst. Code 16001.9", "CASA")


def said() -> set[str]:
    """Every text that a caregiver can read on these pages."""
    found: set[str] = set()
    for name in PAGES:
        file = DESK / "templates" / "team" / f"{name}.html"
        found |= {str(message) for _l, message, _c, _x in extract_from_file("jinja2.ext:babel_extract", file)}
    for name in CODE:
        file = DESK / "caregiver" / f"{name}.py"
        found |= {str(m) for _l, m, _c, _x in extract_from_file("python", file, keywords={"_": None})}
    return found


def spanish() -> dict[str, str]:
    """What is said in Spanish: the house's catalogue, and the part of this topic."""
    files = [DESK / "locale" / "es" / "LC_MESSAGES" / "django.po", *sorted(DESK.glob("locale/parts/*.po"))]
    known = {}
    for file in files:
        for message in read_po(io.BytesIO(file.read_bytes()), locale="es"):
            if isinstance(message.id, str) and message.id and message.string:
                known[message.id] = str(message.string)
    return known


def test_every_text_of_the_caregiver_has_its_spanish():
    assert sorted(said() - set(spanish())) == []


def test_what_is_filled_in_stands_in_both_languages():
    known = spanish()
    for english in said():
        assert sorted(SLOT.findall(english)) == sorted(SLOT.findall(known[english])), english


@pytest.mark.parametrize("language", ["en", "es"])
def test_every_text_is_at_or_under_the_sixth_grade(language):
    known = spanish()
    texts = sorted(said() if language == "en" else {known[text] for text in said()})
    plain = [SLOT.sub("Robin", text) for text in texts]
    assert too_hard("\n".join(plain), language, names=NAMES) == []


def test_no_text_of_the_caregiver_blames_or_labels_anybody():
    known = spanish()
    everything = "\n".join(sorted(said() | {known[text] for text in said()}))
    assert check_words(everything, house="team", path="coming home") == []
    assert "!" not in everything


@pytest.mark.parametrize("name", [*PAGES, *STAFF])
def test_no_template_blames_or_labels_anybody(name):
    source = (DESK / "templates" / "team" / f"{name}.html").read_text(encoding="utf-8")
    assert check_words(template_words(source), house="team", path=name) == []


@pytest.mark.parametrize("file", sorted((ROOT / "absences").glob("*.py")), ids=lambda file: file.stem)
def test_the_code_uses_kind_words_too(file):
    assert check_words(file.read_text(encoding="utf-8"), house="code", path=file.name) == []
