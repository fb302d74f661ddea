from __future__ import annotations

import re
from pathlib import Path

import pytest
from babel.messages.pofile import read_po

from porchlight.directory.rules import asking
from porchlight.directory.rules.words import Words
from tests.lints.grade import too_hard
from tests.lints.words import check_words

DESKS = Path(__file__).resolve().parents[2] / "porchlight" / "desks"
PUBLIC = [
    DESKS / "youth" / "templates" / "youth" / name
    for name in ("where.html", "places.html", "not_safe.html", "about.html")
] + [DESKS / "youth" / "places.py", DESKS / "youth" / "pages_now.py"]
CAREGIVERS = [
    DESKS / "team" / "templates" / "team" / name
    for name in ("services.html", "service.html", "lines.html", "card_open_while_away.html")
] + [DESKS / "team" / "services" / "showing.py"]
ON_THE_FIRST_PAGE = {
    "My notes",
    "People you can call now",
    "Is this phone shared or watched? Read this first.",
}
MARKED = re.compile(r'_\("((?:[^"\\]|\\.)+)"')


def part(house: str) -> dict[str, str]:
    with (DESKS / house / "locale" / "parts" / "directory.es.po").open("rb") as file:
        return {str(entry.id): str(entry.string) for entry in read_po(file) if entry.id}


@pytest.mark.parametrize(("house", "files"), [("youth", PUBLIC), ("team", CAREGIVERS)])
def test_every_sentence_has_its_spanish_and_no_spanish_lies_about(house, files):
    said = {words for file in files for words in MARKED.findall(file.read_text(encoding="utf-8"))}
    translated = part(house)
    assert said <= set(translated)
    assert set(translated) <= said | ON_THE_FIRST_PAGE
    assert all(translated.values())


@pytest.mark.parametrize("house", ["youth", "team"])
def test_placeholders_are_the_same_in_both_languages(house):
    for english, spanish in part(house).items():
        assert re.findall(r"%\(\w+\)\w", english) == re.findall(r"%\(\w+\)\w", spanish)


@pytest.mark.parametrize("house", ["youth", "team"])
def test_every_sentence_reads_at_grade_six_or_below_in_both_languages(house):
    for english, spanish in part(house).items():
        assert too_hard(english, "en") == [], english
        assert too_hard(spanish, "es") == [], spanish


@pytest.mark.parametrize("house", ["youth", "team"])
def test_no_sentence_blames_labels_or_shouts(house):
    for english, spanish in part(house).items():
        assert check_words(f"{english}\n{spanish}", house=house, path=f"{house} part") == []
        assert not re.search(r"[!¡]", english + spanish)


def test_what_a_place_asks_is_said_simply_in_both_languages():
    said = [asking.POLICE_UNKNOWN, *(words for _, *pair in asking._SAID for words in pair)]
    assert len(said) == 11
    for words in said:
        assert isinstance(words, Words)
        assert too_hard(words.en, "en") == []
        assert too_hard(words.es, "es") == []
        assert check_words(f"{words.en}\n{words.es}", house="youth", path="asking") == []
