"""One rule of the word lint, with the lines that prove it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

Language = Literal["en", "es"]
House = Literal["youth", "team", "code"]

PAGES: frozenset[House] = frozenset({"youth", "team"})
YOUTH: frozenset[House] = frozenset({"youth"})
TEAM: frozenset[House] = frozenset({"team"})
EVERYWHERE: frozenset[House] = frozenset({"youth", "team", "code"})


@dataclass(frozen=True, slots=True)
class Rule:
    """A word we don't use about people, where we don't use it, what to write instead, and why.

    `pattern` is matched without regard to case (unless `exact_case`) and never inside a longer word.
    Every line of `bad_lines` must be caught by this rule; none of `good_lines` by any rule of its houses.
    """

    name: str
    language: Language
    pattern: str
    instead: str
    why: str
    bad_lines: tuple[str, ...]
    good_lines: tuple[str, ...]
    houses: frozenset[House] = PAGES
    exact_case: bool = False

    def compiled(self) -> re.Pattern[str]:
        flags = 0 if self.exact_case else re.IGNORECASE
        return re.compile(rf"(?<!\w)(?:{self.pattern})(?!\w)", flags)
