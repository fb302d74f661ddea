"""Papers: PDF pages with tags for screen readers, drawn by Typst from one template of ours.

What people wrote is passed as data and never as markup, so nothing they type can be code.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass, field
from functools import cache
from pathlib import Path
from typing import Any

import typst

from porchlight.desks import markdown
from porchlight.kernel import clock

TEMPLATE = Path(__file__).with_name("paper.typ")


@dataclass(frozen=True)
class Part:
    """One part of a paper: its heading, then its text, then its table. Whatever is empty is left out."""

    heading: str = ""
    blocks: Sequence[dict[str, Any]] = ()
    columns: Sequence[str] = ()
    rows: Sequence[Sequence[str]] = field(default=())


def written(heading: str, text: str) -> Part:
    """A part of Markdown, as a page shows it."""
    return Part(heading, markdown.blocks(text))


def paper(
    title: str, *, language: str, parts: Iterable[Part], facts: Iterable[tuple[str, str]] = (), foot: str = ""
) -> bytes:
    """The PDF: title, facts by name, parts; on every page `foot`, when it was printed, and which page of how many.

    It follows PDF/UA-1 and PDF/A-2a. A sign that no font has makes Typst refuse those: then it is made without them,
    because a paper that a screen reader reads less well is better than none.
    """
    of_page = "página {} de {}" if language == "es" else "page {} of {}"
    data = {
        "title": title,
        "language": language,
        "facts": list(facts),
        "parts": [asdict(part) for part in parts],
        "foot": foot,
        "printed": f"{clock.county_time(clock.now()):%Y-%m-%d %H:%M}",
        "of_page": of_page.split("{}"),
    }
    try:
        return _compiled(data, standards=["ua-1", "a-2a"])
    except typst.TypstError:
        return _compiled(data, standards=[])


def _compiled(data: dict[str, Any], *, standards: list[Any]) -> bytes:
    made = _compiler().compile(
        sys_inputs={"data": json.dumps(data, default=str)},
        pdf_standards=standards,
        timestamp=int(clock.now().timestamp()),
    )
    assert isinstance(made, bytes)  # noqa: S101 - because one file was asked for
    return made


@cache
def _compiler() -> typst.Compiler:
    return typst.Compiler(TEMPLATE, root=TEMPLATE.parent)
