"""Questions for reflective circles, from the tensions of this work. None asks about one young person."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

PLACE = Path(__file__).with_name("questions.toml")

TENSIONS: Mapping[str, str] = {
    "readiness": "Waiting until they are ready, and the duty to protect",
    "no_blame": "No blame when somebody goes back",
    "reputation": "Our own good name",
    "control": "Control and help",
    "needs": "Needs that the unsafe situation met",
    "success": "What counts as success",
    "inequity": "Racism, poverty and what our systems did",
    "definitions": "One word, different meanings",
    "worn_out": "Being worn out",
}


@dataclass(frozen=True)
class Question:
    """One open question. `tension` is a key of `TENSIONS`; `why` says in a line why we ask."""

    key: str
    tension: str
    question: str
    why: str


@cache
def questions() -> tuple[Question, ...]:
    """Every question, tension by tension, in the order of the file."""
    rows = tomllib.loads(PLACE.read_text(encoding="utf-8"))["question"]
    return tuple(Question(**row) for row in rows)


def questions_about(tension: str) -> tuple[Question, ...]:
    """The questions of one tension; none for a tension that nobody knows."""
    return tuple(one for one in questions() if one.tension == tension)


def unreviewed_questions() -> int:
    """How many questions nobody who lived it has reviewed yet."""
    return 0 if tomllib.loads(PLACE.read_text(encoding="utf-8"))["reviewed_by"] else len(questions())
