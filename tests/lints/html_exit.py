"""The way out of a youth page: first for the keyboard, an ordinary link, the same everywhere (X1, X4)."""

from __future__ import annotations

from collections.abc import Iterator

from .tree import Element, Page

Said = Iterator[tuple[int, str, str]]

_FOCUSABLE = frozenset({"button", "input", "select", "textarea", "summary", "iframe"})


def exit_comes_first(page: Page) -> Said:
    """The exit link (`<a href data-exit>`) is the keyboard's first stop, or its second after a skip link."""
    stops = [element for element in page.all() if _takes_focus(element)]
    for stop in stops:
        if _order(stop) > 0:
            yield stop.line, "exit-first", "a tabindex above 0 changes the order of the keyboard"
    first = stops[1:] if stops and _is_skip_link(stops[0]) else stops
    if not first or "data-exit" not in first[0].attributes:
        line = first[0].line if first else 1
        yield line, "exit-first", "the first stop after the skip link is not the exit (data-exit)"
    for way_out in page.all():
        if "data-exit" in way_out.attributes and (way_out.tag != "a" or not way_out.attributes.get("href")):
            yield (
                way_out.line,
                "exit-link",
                f"the exit is <{way_out.tag}>, it must be an ordinary link with href",
            )


def _takes_focus(element: Element) -> bool:
    attributes = element.attributes
    if not element.is_shown() or "disabled" in attributes or _order(element) < 0:
        return False
    if any("inert" in around.attributes for around in (element, *element.above())):
        return False
    if element.tag == "input" and attributes.get("type", "").lower() == "hidden":
        return False
    linked = element.tag in {"a", "area"} and "href" in attributes
    played = element.tag in {"audio", "video"} and "controls" in attributes
    return linked or played or element.tag in _FOCUSABLE or "tabindex" in attributes or _is_editable(element)


def _order(element: Element) -> int:
    said = element.attributes.get("tabindex", "0").strip()
    return int(said) if said.lstrip("-").isdigit() else 0


def _is_skip_link(element: Element) -> bool:
    return element.tag == "a" and element.attributes.get("href", "").startswith("#")


def _is_editable(element: Element) -> bool:
    return element.attributes.get("contenteditable", "false").lower() != "false"
