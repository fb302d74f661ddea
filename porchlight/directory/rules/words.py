"""Words that a person reads, always in both languages."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from porchlight.directory.rules.troubles import OneLanguageMissing

Language = Literal["en", "es"]


@dataclass(frozen=True, slots=True)
class Words:
    """The same words in English and in Spanish.

    Both empty means that nothing is known. Raises `OneLanguageMissing` when only one is empty.
    """

    en: str = ""
    es: str = ""

    def __post_init__(self) -> None:
        if bool(self.en) != bool(self.es):
            raise OneLanguageMissing

    def __bool__(self) -> bool:
        return bool(self.en)

    def read_in(self, language: Language) -> str:
        """The words in one language."""
        return self.es if language == "es" else self.en


NOTHING_KNOWN = Words()


def spoken(code: str) -> Language:
    """The language of a visit, such as "es" or "es-MX"; English where we don't have it."""
    return "es" if code.startswith("es") else "en"
