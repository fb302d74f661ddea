"""The two word lists, each read once. How they were chosen: docs/word-lists.md.

NoSuchWordList      neither English nor Spanish was asked for
"""

from __future__ import annotations

from functools import cache
from pathlib import Path

from porchlight.kernel.errors import Trouble

FOLDER = Path(__file__).resolve().parent
FILES = {"en": "english.txt", "es": "spanish.txt"}


class NoSuchWordList(Trouble):
    """The words are kept in English (en) and Spanish (es)."""

    code = "PL-OWN-010"
    sentence = "There are no words in that language yet. Please choose English or Spanish."
    repair = "Ask for en or es."


@cache
def word_list(language: str) -> tuple[str, ...]:
    """All words in `en` or `es`, sorted: a to z alone, 3 to 8 letters, none the start of another.

    Raises `NoSuchWordList` for any other language.
    """
    if language not in FILES:
        raise NoSuchWordList
    return tuple((FOLDER / FILES[language]).read_text(encoding="ascii").split())
