"""The names of the plan's sections, in both languages."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from porchlight.safety.rules import KEYS

PLACE = Path(__file__).with_name("sections.toml")


@dataclass(frozen=True)
class SectionText:
    """A section's title and a hint, in one language."""

    key: str
    title: str
    hint: str


@cache
def section_texts(language: str) -> Mapping[str, SectionText]:
    """Every section's text by key, in the plan's order. `language` is en or es."""
    data = tomllib.loads(PLACE.read_text(encoding="utf-8"))
    return {key: SectionText(key, data[key][language], data[key][f"hint_{language}"]) for key in KEYS}


def unreviewed_sections() -> int:
    """How many section texts no survivor or young person has reviewed yet."""
    data = tomllib.loads(PLACE.read_text(encoding="utf-8"))
    return 0 if data["reviewed_by"] else len(KEYS)
