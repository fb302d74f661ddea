"""What the two word lists promise to a young person who reads little and types on a cracked phone."""

from __future__ import annotations

import re
import tomllib
from collections import defaultdict
from collections.abc import Callable
from itertools import pairwise
from pathlib import Path

import pytest

from porchlight.ownspace.words.lists import NoSuchWordList, word_list
from tests.lints.words import check_words

HERE = Path(__file__).resolve().parent
STOP = tomllib.loads((HERE / "stop_words.toml").read_text(encoding="utf-8"))
LANGUAGES = {"en": STOP["english"], "es": STOP["spanish"]}
both = pytest.mark.parametrize("language", LANGUAGES)


def stops(language: str) -> tuple[set[str], tuple[str, ...]]:
    """Whole words, and stems, that this language's list may not hold."""
    entries = " ".join(LANGUAGES[language].values()).split()
    whole = {entry for entry in entries if not entry.endswith("*")}
    return whole, tuple(entry[:-1] for entry in entries if entry.endswith("*"))


def is_stopped(word: str, language: str) -> bool:
    whole, stems = stops(language)
    return word in whole or word.startswith(stems)


def alike(words: tuple[str, ...], key: Callable[[str], str]) -> list[list[str]]:
    """The groups of words that one key cannot tell apart."""
    groups: dict[str, list[str]] = defaultdict(list)
    for word in words:
        groups[key(word)].append(word)
    return [group for group in groups.values() if len(group) > 1]


def undoubled(word: str) -> str:
    return re.sub(r"(.)\1", r"\1", word)


def spanish_sound(word: str) -> str:
    """How a word is heard in Mexico and Central America: silent h, one b, one s, ll as y."""
    heard = re.sub("qu(?=[ei])", "k", word).replace("ch", "#").replace("h", "").replace("#", "ch")
    heard = re.sub("g(?=[ei])", "j", re.sub("gu(?=[ei])", "G", heard))
    heard = re.sub("c(?=[ei])", "s", heard.replace("ll", "y").replace("v", "b").replace("z", "s"))
    return undoubled(re.sub("c(?!h)", "k", heard).replace("x", "s"))


@both
def test_no_list_holds_a_word_that_our_own_pages_may_not_carry(language: str) -> None:
    found = {w for w in word_list(language) for house in ("team", "youth") if check_words(w, house=house, path="")}
    assert found == set()


@both
def test_a_list_holds_4096_words_sorted_and_each_once(language: str) -> None:
    words = word_list(language)
    assert len(words) == 4096
    assert list(words) == sorted(set(words))


@both
def test_every_word_is_3_to_8_letters_that_need_no_accent(language: str) -> None:
    assert [word for word in word_list(language) if not re.fullmatch("[a-z]{3,8}", word)] == []


@both
def test_no_word_is_the_start_of_another(language: str) -> None:
    words = word_list(language)
    assert [pair for pair in pairwise(words) if pair[1].startswith(pair[0])] == []


@both
def test_no_two_words_differ_only_by_a_doubled_letter(language: str) -> None:
    assert alike(word_list(language), undoubled) == []


@both
def test_no_two_words_differ_only_by_two_neighbouring_letters_swapped(language: str) -> None:
    words = set(word_list(language))
    swapped = {
        (word, other)
        for word in words
        for place in range(len(word) - 1)
        if (other := word[:place] + word[place + 1] + word[place] + word[place + 2 :]) != word
    }
    assert [pair for pair in swapped if pair[1] in words] == []


def test_no_two_spanish_words_differ_only_by_their_last_vowel() -> None:
    ending_in_vowel = tuple(word for word in word_list("es") if word[-1] in "aeio")
    assert alike(ending_in_vowel, lambda word: word[:-1]) == []


def test_no_two_spanish_words_are_heard_alike() -> None:
    assert alike(word_list("es"), spanish_sound) == []


@pytest.mark.parametrize(("one", "other"), [("vaca", "baca"), ("casa", "caza"), ("hola", "ola"), ("pollo", "poyo")])
def test_spanish_words_that_sound_the_same_are_known_to(one: str, other: str) -> None:
    assert spanish_sound(one) == spanish_sound(other)


def test_of_english_words_that_sound_or_look_alike_at_most_one_is_in_the_list() -> None:
    words = set(word_list("en"))
    lines = (HERE / "sound_alikes.txt").read_text(encoding="utf-8").splitlines()
    groups = [line.split() for line in lines if not line.startswith("#")]
    assert len(groups) > 200
    assert [group for group in groups if len(words & set(group)) > 1] == []


@both
def test_no_word_can_hurt(language: str) -> None:
    assert [word for word in word_list(language) if is_stopped(word, language)] == []


@pytest.mark.parametrize(
    ("language", "word"),
    [("en", "police"), ("en", "daddy"), ("en", "exploited"), ("es", "policia"), ("es", "papi"), ("es", "ninos")],
)
def test_a_word_that_can_hurt_would_be_caught(language: str, word: str) -> None:
    assert is_stopped(word, language)


@both
def test_a_word_that_can_hurt_is_written_folded(language: str) -> None:
    whole, stems = stops(language)
    assert len(whole) + len(stems) > 1000
    assert [entry for entry in (*whole, *stems) if not re.fullmatch("[a-z-]+", entry)] == []


def test_no_words_are_promised_in_a_language_without_a_list() -> None:
    with pytest.raises(NoSuchWordList):
        word_list("fr")
