from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from .syllables import english_syllables, spanish_syllables

ENGLISH = {
    1: "home friend called don't you're used clothes hours thing real through asked times changed eyes need",
    2: "people's going didn't quiet safety someone sometimes tonight people client wanted changes player",
    3: "family caregiver anyone period advocate video agreement violence clinician racism serious",
    4: "material society experience information january immigration everybody identified appreciate usually",
    5: "organization individual immediately investigation confidentially disability",
}
SPANISH = {
    1: "tú quién soy muy rey ley buey Juan pues voy fue",
    2: "aquí puedes quieras guía ahí país fuiste después ciudad búho volver alguien oír prohibir reyes",
    3: "ahora seguro familia pingüino vergüenza había leído estudiáis construye servicios",
    4: "teléfono cuidadora biblioteca extrañaba aéreo necesitas abogada",
    5: "trabajadora necesitaba",
}


def _cases(by_count: dict[int, str]) -> list[tuple[str, int]]:
    return [(word, count) for count, words in by_count.items() for word in words.split()]


@pytest.mark.parametrize(("word", "count"), _cases(ENGLISH))
def test_english_words_of_every_day_are_counted_as_they_are_said(word: str, count: int) -> None:
    assert english_syllables(word) == count


@pytest.mark.parametrize(("word", "count"), _cases(SPANISH))
def test_spanish_words_are_counted_as_they_are_written(word: str, count: int) -> None:
    assert spanish_syllables(word) == count


@pytest.mark.parametrize(("word", "count"), [("OK", 2), ("HIV", 3), ("IDs", 2)])
def test_letters_said_one_by_one_count_one_each(word: str, count: int) -> None:
    assert english_syllables(word) == count


@given(st.from_regex(r"[A-Za-zÀ-ÿ]+('[a-z]+)?", fullmatch=True))
def test_no_word_is_without_a_syllable(word: str) -> None:
    assert english_syllables(word) >= 1
    assert spanish_syllables(word) >= 1


@given(st.from_regex(r"[a-z]{1,12}", fullmatch=True))
def test_a_capital_letter_changes_nothing(word: str) -> None:
    assert english_syllables(word.capitalize()) == english_syllables(word)
    assert spanish_syllables(word.upper()) == spanish_syllables(word)
