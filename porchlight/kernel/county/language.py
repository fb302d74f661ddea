"""The two languages of the values. A third is refused by name, never answered in English."""

from __future__ import annotations

from porchlight.kernel.county.troubles import NotThatUnit


def pick(language: str, *, en: str, es: str) -> str:
    """The words in the language asked for: `en` or `es`."""
    if language == "en":
        return en
    if language == "es":
        return es
    raise NotThatUnit(f"There are no words in the language “{language}” yet, only in en and es.")
