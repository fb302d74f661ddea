"""The short guidance that comes with the product, in our own words. A county puts the State's notices beside it."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path

PLACE = Path(__file__).with_name("shipped")
FENCE = "+++\n"

PARTS: Mapping[str, str] = {
    "introduction": "Introduction",
    "role": "For one role",
    "systemic": "For whole agencies",
}
EVIDENCE: Mapping[str, str] = {
    "none": "Advice from practice. No study is known.",
    "promising": "Promising. Not tested with this group.",
    "tested": "Tested with this group.",
}
MOMENTS: Mapping[str, str] = {
    "plan_begins": "A plan begins",
    "someone_left": "Someone left",
    "someone_came_home": "Someone came home",
    "hearing_nears": "A hearing is near",
    "violation_weighed": "How to respond to a broken rule is weighed",
}


@dataclass(frozen=True)
class ShippedDocument:
    """One document in one language. `key` is the same in every language.

    `roles` are codes of the grid, the first being whose page it is. `evidence`, `part` and `moments` are keys of
    `EVIDENCE`, `PARTS` and `MOMENTS`. `review` is the day by which somebody looks at it next. `reviewed_by` names
    the survivor or practitioner who reviewed the words; empty: nobody yet. `body` is Markdown of headings,
    paragraphs and lists, and begins with the title as its heading.
    """

    key: str
    title: str
    language: str
    part: str
    roles: tuple[str, ...]
    evidence: str
    moments: tuple[str, ...]
    publisher: str
    review: date
    reviewed_by: str
    body: str


@cache
def shipped() -> tuple[ShippedDocument, ...]:
    """Every document of the series: introduction, roles, leadership; English before Spanish."""
    return tuple(read_document(path.read_text(encoding="utf-8")) for path in sorted(PLACE.glob("*.md")))


def read_document(text: str) -> ShippedDocument:
    """The document in a file that begins with a block of TOML between two lines of `+++`.

    Raises `ValueError` for a file without the block, `TypeError` for a field too many or too few.
    """
    before, fence, rest = text.partition(FENCE)
    front, closing, body = rest.partition(FENCE)
    if before or not fence or not closing:
        raise ValueError("A document begins with its fields between two lines of +++.")
    fields = tomllib.loads(front)
    fields |= {name: tuple(fields.get(name, ())) for name in ("roles", "moments")}
    return ShippedDocument(**fields, body=body.strip() + "\n")
