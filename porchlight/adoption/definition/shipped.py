"""Starters for a county's definition, in English and Spanish. A county takes each over, or leaves it."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path

PLACE = Path(__file__).with_name("shipped.toml")


@dataclass(frozen=True)
class WillNot:
    """One sentence of what we will not do. `reviewed_by` is empty until somebody who lived it has read it."""

    key: str
    en: str
    es: str
    reviewed_by: str


@dataclass(frozen=True)
class Term:
    """One word of the glossary, and what it means in a sentence or two."""

    key: str
    word_en: str
    word_es: str
    en: str
    es: str
    reviewed_by: str


@dataclass(frozen=True)
class Starters:
    """All starters, each kind in the order of the file."""

    will_not: tuple[WillNot, ...]
    terms: tuple[Term, ...]


@cache
def shipped() -> Starters:
    """Every starter, read once a process. A row may name a reviewer of its own before that of the file."""
    said = tomllib.loads(PLACE.read_text(encoding="utf-8"))
    reviewed = {"reviewed_by": said["reviewed_by"]}
    return Starters(
        will_not=tuple(WillNot(**reviewed | row) for row in said["will_not"]),
        terms=tuple(Term(**reviewed | row) for row in said["term"]),
    )
