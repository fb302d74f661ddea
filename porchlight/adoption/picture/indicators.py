"""The signs of adoption and their levels. A level says how far something has come; it ranks nobody."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

PLACE = Path(__file__).with_name("indicators.toml")

NOTICE: Mapping[str, str] = {
    "foreword": "Foreword",
    "background": "Background",
    "history": "History of the approach",
    "tension": "Tension",
    "application": "Application",
    "initial_recommendations": "Initial recommendations",
    "practical_examples": "Practical examples",
}


@dataclass(frozen=True)
class Level:
    """How far an indicator has come: 0 to 5, a name, and a sentence of what it means."""

    number: int
    name: str
    name_es: str
    means: str
    means_es: str


@dataclass(frozen=True)
class Indicator:
    """One sign. Its key is a code of the coded list of indicators.

    `kinds` are the kinds of agency that it concerns, `rows` the rows of the mission that it serves, `notice` the
    parts of the notice (keys of `NOTICE`), `part` is the heading that it stands under. `figure` is
    "share", "per_quarter", or empty where no number belongs.
    """

    key: str
    name: str
    name_es: str
    part: str
    part_es: str
    means: str
    means_es: str
    kinds: tuple[str, ...]
    rows: tuple[str, ...]
    notice: tuple[str, ...]
    figure: str


@cache
def indicators() -> tuple[Indicator, ...]:
    """All 22, A01 to A22."""
    read = _read_file()
    return tuple(_read(row, groups=read["group"]) for row in read["indicator"])


@cache
def levels() -> tuple[Level, ...]:
    """The six levels, 0 to 5."""
    return tuple(Level(**row) for row in _read_file()["level"])


def said(one: Indicator | Level, field: str, language: str) -> str:
    """That field in the reader's language: every text of a sign and of a level is there in English and Spanish."""
    return str(getattr(one, f"{field}_es" if language == "es" else field))


def indicators_of(kind: str) -> tuple[Indicator, ...]:
    """The indicators that concern this kind of agency; none for a kind that has none."""
    return tuple(one for one in indicators() if kind in one.kinds)


def _read_file() -> dict[str, Any]:
    return tomllib.loads(PLACE.read_text(encoding="utf-8"))


def _read(row: dict[str, Any], *, groups: Mapping[str, list[str]]) -> Indicator:
    kinds = [kind for name in row["kinds"] for kind in groups.get(name, [name])]
    return Indicator(**row | {"kinds": tuple(kinds), "rows": tuple(row["rows"]), "notice": tuple(row["notice"])})
