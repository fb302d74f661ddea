"""Five words, cards and start codes as people type them."""

from __future__ import annotations

import math
import secrets
import unicodedata
from collections import Counter
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from porchlight.ownspace.words.lists import NoSuchWordList, word_list
from porchlight.ownspace.words.rules import (
    SIGNS,
    bits,
    make_card_code,
    make_start_code,
    make_words,
    read_card_code,
    read_start_code,
    read_words,
)

CODES = [
    pytest.param(make_card_code, read_card_code, 12, id="card"),
    pytest.param(make_start_code, read_start_code, 8, id="start"),
]
LANGUAGES = ["en", "es"]
GAPS = [
    "",
    " ",
    "  ",
    "\n",
    "\r\n",
    "\t",
    ", ",
    ". ",
    "-",
    " \u2013 ",
    "_",
    "\u2019 ",
    "\u201c",
    "1) ",
    "\u00a0",
    "\u200b",
]
MARKS = ["", "\u0301", "\u0308", "\u0303"]  # none, as in é, ü, ñ

languages = st.sampled_from(LANGUAGES)
chances = st.randoms(use_true_random=False)


@st.composite
def typed(draw: st.DrawFn, word: str) -> str:
    """A word in any mix of capitals, perhaps with an accent, followed by any gap."""
    letters = [draw(st.sampled_from([letter, letter.upper()])) for letter in word]
    letters.insert(draw(st.integers(1, len(word))), draw(st.sampled_from(MARKS)))
    form = draw(st.sampled_from(["NFC", "NFD"]))
    return unicodedata.normalize(form, "".join(letters)) + draw(st.sampled_from(GAPS))


def apart(letters: str, words: tuple[str, ...]) -> list[list[str]]:
    """Every way in which these letters are words of the list, one after another."""
    if not letters:
        return [[]]
    first = [word for word in words if letters.startswith(word)]
    return [[word, *rest] for word in first for rest in apart(letters[len(word) :], words)]


@given(languages, chances)
def test_five_different_words_come_from_one_list(language: str, chance: Random) -> None:
    words = make_words(language, choose=chance.randrange)
    assert len(words) == len(set(words)) == 5
    assert set(words) <= set(word_list(language))


@given(languages, chances, st.data())
def test_the_right_words_are_read_however_they_are_typed(language: str, chance: Random, data: st.DataObject) -> None:
    words = make_words(language, choose=chance.randrange)
    assert read_words("".join(data.draw(typed(word)) for word in words)) == "".join(words)


@given(languages, chances)
def test_words_run_together_can_be_taken_apart_in_one_way_only(language: str, chance: Random) -> None:
    words = make_words(language, choose=chance.randrange)
    assert apart("".join(words), word_list(language)) == [list(words)]


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_word_can_come_first(language: str) -> None:
    places = range(len(word_list(language)))
    firsts = [make_words(language, choose=lambda most, place=place: min(place, most - 1))[0] for place in places]
    assert tuple(firsts) == word_list(language)


@pytest.mark.parametrize("language", LANGUAGES)
def test_five_words_are_as_strong_as_a_card(language: str) -> None:
    assert bits(language) == pytest.approx(12 * math.log2(len(SIGNS)), abs=0.005)


def test_words_in_another_order_open_something_else() -> None:
    assert read_words("apron canoe bridge daffodil eagle") != read_words("apron bridge canoe daffodil eagle")


@pytest.mark.parametrize("text", ["", "apron", "ten letters", "1234 5678 90", "ábaco, ñu", "x" * 41, " " * 129])
def test_what_cannot_be_five_words_is_not_read(text: str) -> None:
    assert read_words(text) is None


def test_a_wrong_word_takes_the_same_way_as_a_right_one() -> None:
    assert read_words("apron bridge canoe qqqqqq eagle") == "apronbridgecanoeqqqqqqeagle"


@given(st.text(min_size=129, max_size=400))
def test_a_text_that_is_too_long_is_never_read(text: str) -> None:
    assert read_words(text) is read_card_code(text) is read_start_code(text) is None


@given(st.text(max_size=128))
def test_no_text_is_read_as_two_things(text: str) -> None:
    answers = [read_words(text), read_card_code(text), read_start_code(text)]
    assert sum(answer is not None for answer in answers) <= 1


@pytest.mark.parametrize(("make", "read", "length"), CODES)
@given(chance=chances, data=st.data())
def test_a_code_is_read_however_it_is_typed(make, read, length, chance: Random, data: st.DataObject) -> None:
    code = make(choose=chance.randrange)
    assert len(code.replace("-", "")) == length
    spaced = code.replace("-", data.draw(st.sampled_from(["", " ", "-", "\u2013", "\n", " . "])))
    assert read(data.draw(st.sampled_from([spaced, spaced.lower(), f"  {spaced}\n"]))) == code


def test_a_card_is_printed_in_three_groups_of_four_and_a_start_code_in_two() -> None:
    assert make_card_code(choose=lambda _: 31) == "ZZZZ-ZZZZ-ZZZZ"
    assert make_start_code(choose=lambda _: 10) == "AAAA-AAAA"


@pytest.mark.parametrize(
    ("text", "code"),
    [("oilO ilOo", "0110-1100"), ("1l1I-0o0O", "1111-0000"), ("\uff21\uff22\uff23\uff24 2345", "ABCD-2345")],
)
def test_signs_that_look_alike_are_read_as_the_one_that_was_meant(text: str, code: str) -> None:
    assert read_start_code(text) == code


@pytest.mark.parametrize("text", ["UBCD-2345", "ABCD-234", "ABCD-23456", "ABCД-2345", "ABCD-234٣", ""])
def test_what_cannot_be_a_code_is_not_read(text: str) -> None:
    assert read_start_code(text) is None


def test_every_sign_of_a_code_is_as_likely_as_the_other() -> None:
    drawn = Counter("".join(make_card_code(choose=secrets.randbelow) for _ in range(800)).replace("-", ""))
    assert set(drawn) == set(SIGNS)
    assert max(drawn.values()) < 2 * min(drawn.values())


def test_words_are_not_made_in_a_language_without_a_list() -> None:
    with pytest.raises(NoSuchWordList):
        make_words("fr", choose=secrets.randbelow)
