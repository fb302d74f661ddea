"""The name by which a reading program knows an element, in the few ways that we allow."""

from __future__ import annotations

from .tree import Element, Page

_NAMED_BY_VALUE = frozenset({"submit", "button", "reset"})


def name_of(element: Element, page: Page) -> str:
    """The element's accessible name; "" when it has none.

    Looked for in this order: aria-labelledby, aria-label, a `<label>`, the value of a submit button, alt, the
    words and pictures inside (what is `hidden` or `aria-hidden` does not count), the title attribute.
    """
    attributes = element.attributes
    ways = (
        _text_of_ids(attributes.get("aria-labelledby", ""), page),
        attributes.get("aria-label", ""),
        _label_of(element, page),
        attributes.get("value", "") if attributes.get("type") in _NAMED_BY_VALUE else "",
        attributes.get("alt", "") if element.tag in {"img", "input", "area"} else "",
        _words_inside(element),
        attributes.get("title", ""),
    )
    return next((name.strip() for name in ways if name.strip()), "")


def _text_of_ids(ids: str, page: Page) -> str:
    if not ids:
        return ""  # as nearly always: a long list would else be gone through for each of its lines
    named = {element.attributes.get("id"): element for element in page.all() if "id" in element.attributes}
    return " ".join(named[each].raw_text() for each in ids.split() if each in named)


def _label_of(element: Element, page: Page) -> str:
    if element.tag not in {"input", "select", "textarea", "meter", "progress", "output"}:
        return ""
    around = [_words_inside(label) for label in element.above() if label.tag == "label"]
    own_id = element.attributes.get("id")
    pointing = [_words_inside(label) for label in page.all("label") if own_id and label.attributes.get("for") == own_id]
    return " ".join(around + pointing)


def _words_inside(element: Element) -> str:
    if element.tag in {"input", "select", "textarea"}:
        return ""
    words = [words.text for words in element.words() if _is_heard(words.holder, within=element)]
    pictures = [
        inner.attributes.get("alt", "") or inner.attributes.get("aria-label", "")
        for inner in element
        if inner.tag in {"img", "svg"} and _is_heard(inner, within=element)
    ]
    return " ".join("".join(words).split() + pictures)


def _is_heard(element: Element, *, within: Element) -> bool:
    for around in (element, *element.above()):
        if "hidden" in around.attributes or around.attributes.get("aria-hidden") == "true":
            return False
        if around.tag in {"script", "style", "template", "select", "textarea"}:
            return False
        if around is within:
            break
    return True
