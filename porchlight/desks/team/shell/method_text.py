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
LINK = re.compile(r"\[([^]]+)\]\([^)]+\)")
MARKED = re.compile(r"\*\*(.+?)\*\*|\*(.+?)\*|`(.+?)`")
ITEM = re.compile(r"(- |\d+\. )")
KINDS = ("strong", "em", "code")

Run = tuple[str, str]  # how it is marked (empty: not at all), and the words
Runs = tuple[Run, ...]


@dataclass(frozen=True)
class Block:
    """One part: `title` and `paragraph` have one line, `list` and `steps` one an item, `table` cells by row."""

    kind: str
    lines: tuple[Runs, ...] = ()
    rows: tuple[tuple[Runs, ...], ...] = ()


@cache
def method() -> tuple[Block, ...]:
    """The whole text without its first heading, which is the page's title."""
    return tuple(blocks(SOURCE.read_text(encoding="utf-8")))[1:]


def blocks(text: str) -> Iterator[Block]:
    """The parts of a text in order. Parts are set apart by an empty line."""
    for part in re.split(r"\n\s*\n", text.strip()):
        if part.startswith("#"):
            yield Block("title", (runs(part.lstrip("# ")),))
        elif part.startswith("|"):
            cells = [row.strip("| ").split("|") for row in part.split("\n")]
            yield Block("table", rows=tuple(tuple(map(runs, row)) for row in [cells[0], *cells[2:]]))
        elif ITEM.match(part):
            items = [ITEM.sub("", item, count=1) for item in re.split(r"\n(?=- |\d+\. )", part)]
            yield Block("list" if part.startswith("- ") else "steps", tuple(map(runs, items)))
        else:
            yield Block("paragraph", (runs(part),))


def runs(text: str) -> Runs:
    """The words of one line with their marks; a link is its words."""
    plain, found, at = " ".join(LINK.sub(r"\1", text).split()), list[Run](), 0
    for match in MARKED.finditer(plain):
        found.append(("", plain[at : match.start()]))
        found.append(next((kind, words) for kind, words in zip(KINDS, match.groups(), strict=True) if words))
        at = match.end()
    return tuple(run for run in (*found, ("", plain[at:])) if run[1])
