"""Questions for reflective circles, from the tensions of this work. None asks about one young person."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path

PLACE = Path(__file__).with_name("questions.toml")

TENSIONS = (
    "readiness", "no_blame", "reputation", "control", "needs", "success", "inequity", "definitions", "worn_out",
)  # fmt: skip


@dataclass(frozen=True)
class Question:
    """One open question. `tension` is one of `TENSIONS`; `why` says in a line why we ask."""

    key: str
    tension: str
    question: str
    question_es: str
    why: str
    why_es: str

    def said(self, field: str, language: str) -> str:
        """`question` or `why` in the reader's language."""
        return str(getattr(self, f"{field}_es" if language == "es" else field))


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
