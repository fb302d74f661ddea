"""Writing of our own staff, shown safely: headings, paragraphs, lists, quotes, emphasis, tables and links.

No HTML passes and no picture is fetched, whatever is typed; a link is shown and leads out only by a tap.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from typing import Any

from markdown_it import MarkdownIt
from markdown_it.token import Token
from markupsafe import Markup

HIGHEST = 2  # a page has one heading of the first order, and it is not the writer's
LOWEST = 4
SCHEMES = ("https://", "http://", "mailto:", "tel:")
INLINE = {"strong": "strong", "em": "em", "code_inline": "code"}


@cache
def _reader() -> MarkdownIt:
    reader = MarkdownIt("commonmark", {"html": False}).enable("table").disable("image")
    reader.validateLink = lambda url: url.lower().startswith(SCHEMES)  # type: ignore[method-assign]  # because it says so
    return reader


def html(text: str) -> Markup:
    """The text as HTML of this page's outline."""
    tokens = _reader().parse(text)
    for token in tokens:
        if token.type in ("heading_open", "heading_close"):
            token.tag = f"h{min(LOWEST, int(token.tag[1]) + HIGHEST - 1)}"
        for part in token.children or ():
            if part.type == "link_open":
                part.attrs["rel"] = "noreferrer"
    return Markup(_reader().renderer.render(tokens, _reader().options, {}))  # noqa: S704 - because HTML was refused above


def blocks(text: str) -> list[dict[str, Any]]:
    """The text as data for a printed page: blocks with their runs, `[mark, words]` each, mark "" for plain."""
    found: list[dict[str, Any]] = []
    kind, level, numbered = "paragraph", 0, False
    for token in _reader().parse(text):
        if token.type == "heading_open":
            kind, level = "heading", int(token.tag[1])
        elif token.type in ("bullet_list_open", "ordered_list_open"):
            numbered = token.type == "ordered_list_open"
        elif token.type == "list_item_open":
            kind = "step" if numbered else "item"
        elif token.type in ("heading_close", "list_item_close"):
            kind = "paragraph"
        elif token.type == "inline":
            found.append({"kind": kind, "level": level, "runs": _runs(token.children or ())})
        elif token.type in ("fence", "code_block"):
            found.append({"kind": "paragraph", "level": 0, "runs": [["code", token.content]]})
    return found


def _runs(parts: Sequence[Token]) -> list[list[str]]:
    runs, mark = list[list[str]](), ""
    for part in parts:
        if part.type in ("strong_open", "em_open"):
            mark = part.tag
        elif part.type in ("strong_close", "em_close"):
            mark = ""
        elif part.type == "code_inline":
            runs.append(["code", part.content])
        elif part.type in ("softbreak", "hardbreak"):
            runs.append([mark, " "])
        elif part.type == "text" and part.content:
            runs.append([mark, part.content])
    return runs
