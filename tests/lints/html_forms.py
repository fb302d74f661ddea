"""Checks of forms: labels, addresses, the random key that makes a repeat harmless, names of buttons."""

from __future__ import annotations

from collections.abc import Iterator

from .naming import name_of
from .tree import Element, Page

Said = Iterator[tuple[int, str, str]]

ONCE = "once"
_BUTTON_TYPES = frozenset({"submit", "button", "reset", "image"})
_NO_MEMORY = frozenset({"checkbox", "radio", "file", "range", "color"})


def fields(page: Page) -> Said:
    """Every input, select and textarea has a label that can be heard."""
    for field in page.all("input", "select", "textarea"):
        if not _is_hidden(field) and not _is_button(field) and not name_of(field, page):
            yield field.line, "labels", f"{_called(field)} has no label"


def forms(page: Page) -> Said:
    """Every form has method and action; every POST form carries exactly one filled hidden field `once`."""
    for form in page.all("form"):
        method = form.attributes.get("method", "").lower()
        if method not in {"get", "post", "dialog"}:
            yield form.line, "forms", "the form says no method (get or post)"
        if method != "dialog" and not form.attributes.get("action", "").strip():
            yield form.line, "forms", "the form says no action"
        if method == "post":
            yield from _once(form, page)


def names(page: Page) -> Said:
    """Every button and link can be called by name."""
    for element in page.all("button", "summary", "a", "input"):
        pressed = element.tag != "a" or "href" in element.attributes
        if element.tag == "input" and not _is_button(element):
            continue
        if pressed and element.is_shown() and not name_of(element, page):
            yield element.line, "names", f"{_called(element)} has no words"


def forgetful_fields(page: Page) -> Said:
    """In the youth house no browser keeps what was typed: autocomplete is off on each field or its form.

    `one-time-code` passes too: it names what the browser must not keep.
    """
    for field in page.all("input", "select", "textarea"):
        if _is_hidden(field) or _is_button(field) or field.attributes.get("type", "") in _NO_MEMORY:
            continue
        form = _form_of(field, page)
        inherited = form.attributes.get("autocomplete", "") if form else ""
        if field.attributes.get("autocomplete", inherited).lower() not in {"off", "one-time-code"}:
            yield field.line, "autocomplete", f'{_called(field)} does not say autocomplete="off"'


def _once(form: Element, page: Page) -> Said:
    keys = [
        field for field in page.all("input") if field.attributes.get("name") == ONCE and _form_of(field, page) is form
    ]
    if len(keys) != 1:
        yield form.line, "once", f"the form has {len(keys)} fields named {ONCE!r}, it needs exactly one"
    for key in keys:
        if not _is_hidden(key) or not key.attributes.get("value", "").strip():
            yield key.line, "once", f"the field {ONCE!r} is not hidden or holds no key"


def _form_of(field: Element, page: Page) -> Element | None:
    """The form that sends this field: the one it names, or the one around it."""
    named = field.attributes.get("form")
    if named is not None:
        return next((form for form in page.all("form") if form.attributes.get("id") == named), None)
    return next((around for around in field.above() if around.tag == "form"), None)


def _is_hidden(field: Element) -> bool:
    return field.tag == "input" and field.attributes.get("type", "").lower() == "hidden"


def _is_button(field: Element) -> bool:
    return field.tag == "input" and field.attributes.get("type", "").lower() in _BUTTON_TYPES


def _called(element: Element) -> str:
    known = element.attributes.get("name") or element.attributes.get("id") or element.attributes.get("href")
    return f"<{element.tag}> {known!r}" if known else f"<{element.tag}>"
