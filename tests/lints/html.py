"""The page inspector: what every page of a house keeps to, said as findings.

`inspect` reads a whole rendered page, never a template. It needs nothing but the text of the page.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import Literal

from .finding import Finding
from .html_exit import exit_comes_first
from .html_forms import fields, forgetful_fields, forms, names
from .html_safety import handlers_and_styles, third_parties
from .html_text import leftovers, loud_marks, raw_ids
from .tree import Element, Page, read_page

House = Literal["youth", "team"]
Said = Iterator[tuple[int, str, str]]
Check = Callable[[Page], Said]

NEUTRAL_TITLES = {"en": "My notes", "es": "Mis notas"}

_LANGUAGE = re.compile(r"[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*")
_POINTS_TO_ID = ("for", "form", "list", "aria-labelledby", "aria-describedby", "aria-controls", "headers")


def inspect(html: str, *, house: House, path: str) -> list[Finding]:
    """Everything on this page that its house does not allow, in the order of the source."""
    page = read_page(html)
    found = [Finding(path, line, rule, said) for check in _CHECKS[house] for line, rule, said in check(page)]
    return sorted(found, key=lambda finding: finding.line)


def nesting(page: Page) -> Said:
    for line, said in page.faults:
        yield line, "nesting", said


def language(page: Page) -> Said:
    roots = page.all("html")
    if not roots or not _LANGUAGE.fullmatch(roots[0].attributes.get("lang", "")):
        yield 1, "language", "<html> does not say its language (lang)"


def one_heading(page: Page) -> Said:
    headings = [heading for heading in page.all("h1") if heading.is_shown()]
    if len(headings) != 1:
        line = headings[1].line if headings else 1
        yield line, "one-h1", f"{len(headings)} first headings (h1), there is exactly one"
    for heading in headings:
        if not heading.text():
            yield heading.line, "one-h1", "the first heading (h1) is empty"


def neutral_title(page: Page) -> Said:
    """The youth house says the same two words on every page, in the page's language."""
    said = " | ".join(title.raw_text() for title in _titles(page))
    spoken = next((root.attributes.get("lang", "") for root in page.all("html")), "").split("-")[0]
    allowed = [NEUTRAL_TITLES[spoken]] if spoken in NEUTRAL_TITLES else list(NEUTRAL_TITLES.values())
    if said not in allowed:
        yield 1, "title", f"the title is {said!r}, not {' or '.join(map(repr, allowed))}"


def title_holds_heading(page: Page) -> Said:
    said = " | ".join(title.raw_text() for title in _titles(page))
    heading = next((heading.text() for heading in page.all("h1") if heading.is_shown()), "")
    if not said or heading.casefold() not in said.casefold():
        yield 1, "title", f"the title {said!r} does not hold the first heading {heading!r}"


def ids(page: Page) -> Said:
    seen: set[str] = set()
    for element in page.all():
        own = element.attributes.get("id")
        if own is not None and (own in seen or not own.strip() or re.search(r"\s", own)):
            yield element.line, "ids", f"the id {own!r} is empty, holds a space or is used twice"
        if own is not None:
            seen.add(own)
    for element in page.all():
        yield from _lost_pointers(element, seen)


def pictures(page: Page) -> Said:
    for picture in page.all("img", "area"):
        if "alt" not in picture.attributes:
            yield picture.line, "alt", f"<{picture.tag}> has no alt; an empty one says that it is decoration"


def tables(page: Page) -> Said:
    for table in page.all("table"):
        if table.attributes.get("role") in {"presentation", "none"}:
            continue
        captions = [part for part in table.inside if isinstance(part, Element) and part.tag == "caption"]
        if not captions or not captions[0].raw_text():
            yield table.line, "tables", "the table has no caption with words"
        if not any(cell.tag == "th" for cell in table):
            yield table.line, "tables", "the table has no header cell (th)"


def _titles(page: Page) -> list[Element]:
    return [title for title in page.all("title") if not title.within("svg")]


def _lost_pointers(element: Element, known: set[str]) -> Said:
    for attribute in _POINTS_TO_ID:
        for target in element.attributes.get(attribute, "").split():
            if target not in known:
                yield element.line, "ids", f"{attribute}={target!r} points to nothing on this page"
    address = element.attributes.get("href", "") if element.tag in {"a", "area", "use"} else ""
    if address.startswith("#") and address not in {"#", "#top"} and address[1:] not in known:
        yield element.line, "ids", f"the link {address!r} leads to nothing on this page"


_EVERY_PAGE: tuple[Check, ...] = (
    *(nesting, language, one_heading, ids, fields, forms, names, pictures, tables),
    *(handlers_and_styles, third_parties, raw_ids, leftovers),
)
_CHECKS: dict[House, tuple[Check, ...]] = {
    "youth": (*_EVERY_PAGE, neutral_title, exit_comes_first, forgetful_fields, loud_marks),
    "team": (*_EVERY_PAGE, title_holds_heading),
}
