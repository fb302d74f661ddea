"""Reading our Markdown: pages, links, headings, code, tables."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
DOCS = ROOT / "docs"
_LINK = re.compile(r"\[[^\]]*\]\(([^)\s]+)\)")
_FENCE = re.compile(r"^ *```.*?$(.*?)^ *```", re.MULTILINE | re.DOTALL)
_CODE = re.compile(r"`([^`\n]+)`")
_HEADING = re.compile(r"^#+ (.+)$", re.MULTILINE)


@dataclass(frozen=True)
class Document:
    """One page of the documentation."""

    path: Path

    @property
    def text(self) -> str:
        return self.path.read_text(encoding="utf-8")

    @property
    def prose(self) -> str:
        """The text without fenced code."""
        return _FENCE.sub("", self.text)

    @property
    def name(self) -> str:
        return self.path.relative_to(ROOT).as_posix()

    def links(self) -> list[str]:
        """Where its links lead, as written."""
        return _LINK.findall(self.prose)

    def code(self) -> Iterator[str]:
        """Every piece of code: what stands between ticks, and each line of a fenced block."""
        yield from _CODE.findall(self.prose)
        for block in _FENCE.findall(self.text):
            yield from (line.strip() for line in block.splitlines() if line.strip())

    def headings(self) -> list[str]:
        return _HEADING.findall(self.prose)

    def anchors(self) -> set[str]:
        """The anchors of its headings, as a Markdown viewer makes them."""
        plain = (re.sub(r"[^\w\- ]", "", heading.lower()) for heading in self.headings())
        return {heading.replace(" ", "-") for heading in plain}

    def rows(self) -> Iterator[list[str]]:
        """The cells of every table row, heads and rules left out."""
        lines = self.prose.splitlines()
        for before, line in zip(["", *lines], lines, strict=False):
            if line.startswith("|") and before.startswith("|") and not line.startswith("| ---") and "---|" not in line:
                yield [cell.strip().replace("\\|", "|") for cell in re.split(r"(?<!\\)\|", line)[1:-1]]


def documents() -> list[Document]:
    """README, changelog, and everything under docs."""
    paths = [ROOT / "README.md", ROOT / "CHANGELOG.md", *sorted(DOCS.rglob("*.md"))]
    return [Document(path) for path in paths]


def document(name: str) -> Document:
    """The page at that path below the repository's root."""
    return Document(ROOT / name)
