"""Filling in a form as a person would: every field that the page shows, with words that can be found again."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from itertools import count
from urllib.parse import urljoin

from porchlight.kernel import clock
from tests.lints.tree import Element, Page, read_page

MARK = "planted"
SPICE = """ <i>&"'{{7*7}}{0.__class__}%s</script>"""
IN_A_FORM_OF_ITS_OWN = {"hours": "24/7", "youngest": "12", "oldest": "24"}  # fields that read more than words
_numbers = count(1)


def mark() -> str:
    """A word that stands nowhere else. Its number keeps it out of the reading grade."""
    return f"{MARK}{next(_numbers):05}x"


@dataclass(frozen=True)
class Sheet:
    """A form of a page: where it goes, and its fields."""

    action: str
    method: str
    fields: tuple[Element, ...]

    @property
    def shape(self) -> tuple[str, ...]:
        """What makes it the same form on another page: its address without identifiers, and its fields."""
        return (_without_ids(self.action), *sorted({field.attributes["name"] for field in self.fields}))


def forms(html: str, address: str) -> Iterator[Sheet]:
    """Every form of the page at `address` that sends something by POST."""
    for form in read_page(html).all("form"):
        if form.attributes.get("method", "get").lower() == "post":
            fields = [e for e in form if e.tag in ("input", "select", "textarea", "button") and "name" in e.attributes]
            yield Sheet(urljoin(address, form.attributes.get("action", "")), "POST", tuple(fields))


def links(html: str) -> Iterator[str]:
    """Every address of our own that the page leads to."""
    page: Page = read_page(html)
    for link in page.all("a"):
        href = link.attributes.get("href", "")
        if href.startswith("/") and "data-exit" not in link.attributes:
            yield href.split("#")[0]


def filled(sheet: Sheet, *, spiced: bool, last: bool = False) -> dict[str, list[str]]:
    """A value for every field. `spiced` adds signs that must stay text; `last` picks last choices, not first ones."""
    typed: dict[str, list[str]] = {}
    for field in sheet.fields:
        name, kind = field.attributes["name"], _kind(field)
        if kind == "checkbox":
            typed.setdefault(name, []).append(field.attributes.get("value", "on"))
        elif kind in ("radio", "button") and (name not in typed or last):
            typed[name] = [field.attributes.get("value", "")]
        elif kind == "select":
            typed[name] = _option(field, last=last)
        elif kind == "hidden":
            typed.setdefault(name, []).append(field.attributes.get("value", ""))
        elif kind not in ("radio", "button"):
            typed[name] = [_typed(kind, field, spiced=spiced)]
    return typed


def _kind(field: Element) -> str:
    return field.attributes.get("type", "text").lower() if field.tag == "input" else field.tag


def _option(field: Element, *, last: bool) -> list[str]:
    values = [option.attributes.get("value", option.text()) for option in field if option.tag == "option"]
    real = [value for value in values if value] or [""]
    return [real[-1 if last else 0]]


def _typed(kind: str, field: Element, *, spiced: bool) -> str:
    at = datetime.now(clock.COUNTY_ZONE) - timedelta(hours=1)
    fixed = {
        "date": f"{at:%Y-%m-%d}",
        "time": f"{at:%H:%M}",
        "datetime-local": f"{at:%Y-%m-%dT%H:%M}",
        "number": field.attributes.get("min", "1") or "1",
        "tel": "555-0142",
        "password": "a lamp on every porch",
    }
    if field.attributes["name"] in IN_A_FORM_OF_ITS_OWN:
        return IN_A_FORM_OF_ITS_OWN[field.attributes["name"]]
    if kind in fixed:
        return fixed[kind]
    if kind == "email":
        return f"{mark()}@county.example"
    return mark() + (SPICE if spiced else "")


def _without_ids(address: str) -> str:
    return "/".join("*" if len(part) > 30 else part for part in address.partition("?")[0].split("/"))
