"""The method page's text, read from docs/method.md: headings, paragraphs, lists and tables, and nothing else.

The file is the one source; the page draws what stands there.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

SOURCE = Path(__file__).resolve().parents[4] / "docs" / "method.md"
NUMBER = re.compile(r"\s+\(\[\d+\]\([^)]+\)\)")
LINK = re.compile(r"\[([^]]+)\]\([^)]+\)")
MARKED = re.compile(r"\*\*(.+?)\*\*|\*(.+?)\*|`(.+?)`")
ITEM = re.compile(r"(- |\d+\. )")
KINDS = ("strong", "em", "code")

Run = tuple[str, str]  # how it is marked (empty: not at all), and the words
Runs = tuple[Run, ...]


@dataclass(frozen=True)
class Block:
    """One part: a `paragraph` has one line, `list` and `steps` one an item, a `table` cells by row."""

    kind: str
    lines: tuple[Runs, ...] = ()
    rows: tuple[tuple[Runs, ...], ...] = ()


@dataclass(frozen=True)
class Section:
    """What stands under one heading; the first has the page's own."""

    title: str
    blocks: tuple[Block, ...]


@cache
def method() -> tuple[Section, ...]:
    """The whole text, section by section."""
    parts = re.split(r"^#+ (.+)$", SOURCE.read_text(encoding="utf-8"), flags=re.MULTILINE)[1:]
    return tuple(Section(title, tuple(blocks(text))) for title, text in zip(parts[::2], parts[1::2], strict=True))


def blocks(text: str) -> Iterator[Block]:
    """The parts of a text in order. Parts are set apart by an empty line."""
    for part in re.split(r"\n\s*\n", text.strip()):
        if part.startswith("|"):
            cells = [row.strip("| ").split("|") for row in part.split("\n")]
            yield Block("table", rows=tuple(tuple(map(runs, row)) for row in [cells[0], *cells[2:]]))
        elif ITEM.match(part):
            items = [ITEM.sub("", item, count=1) for item in re.split(r"\n(?=- |\d+\. )", part)]
            yield Block("list" if part.startswith("- ") else "steps", tuple(map(runs, items)))
        else:
            yield Block("paragraph", (runs(part),))


def runs(text: str) -> Runs:
    """The words of one line with their marks. A link is its words; a decision's number is left out."""
    plain, found, at = " ".join(LINK.sub(r"\1", NUMBER.sub("", text)).split()), list[Run](), 0
    for match in MARKED.finditer(plain):
        found.append(("", plain[at : match.start()]))
        found.append(next((kind, words) for kind, words in zip(KINDS, match.groups(), strict=True) if words))
        at = match.end()
    return tuple(run for run in (*found, ("", plain[at:])) if run[1])
