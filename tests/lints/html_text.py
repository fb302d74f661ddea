"""Checks of the words on a page: nothing left over from the machine, and, for youth, nothing loud."""

from __future__ import annotations

import re
from collections.abc import Iterator

from .tree import Element, Page, Words

Said = Iterator[tuple[int, str, str]]

_UUID = re.compile(r"\b[0-9a-f]{8}-?[0-9a-f]{4}-?[0-9a-f]{4}-?[0-9a-f]{4}-?[0-9a-f]{12}\b", re.IGNORECASE)
_BRACES = re.compile(r"\{\{|\}\}|\{%|%\}|\{#|#\}")
_UNDEFINED = re.compile(r"(?<!\w)(?:undefined|NaN|\[object Object\])(?!\w)")
_NONE = re.compile(r"(?<!\w)None(?!\w)")
_NONE_BEGINS_A_SENTENCE = re.compile(r"(?:^|[.!?:;\u201c\"(]\s*)None(?= [a-z])")
_LEFT_IN_ATTRIBUTE = re.compile(r"(?:^|[/=#&?])(?:None|undefined)(?:$|[/#&?])")
_SHOWN_ATTRIBUTES = ("aria-label", "alt", "title", "placeholder")
_BUTTONS = frozenset({"submit", "button", "reset"})


def raw_ids(page: Page) -> Said:
    """No identifier of a row is shown to anybody."""
    for line, text, _ in _shown(page):
        if _UUID.search(text):
            yield line, "raw-id", f"an identifier can be read in {_short(text)!r}"


def leftovers(page: Page) -> Said:
    """No `undefined`, no `None` outside a sentence, no template braces, in words or addresses."""
    for line, text, own in _shown(page):
        if own:
            continue
        if _BRACES.search(text) or _UNDEFINED.search(text) or _is_a_bare_none(text):
            yield line, "leftover", f"left over from a template: {_short(text)!r}"
    for element in page.all():
        for name, value in element.attributes.items():
            if not element.is_own_words() and (_LEFT_IN_ATTRIBUTE.search(value) or _BRACES.search(value)):
                yield element.line, "leftover", f"left over from a template: {name}={_short(value)!r}"


def loud_marks(page: Page) -> Said:
    """No exclamation mark in our words to youth (W5); what people wrote themselves stays as it is."""
    for line, text, own in _shown(page):
        if not own and re.search(r"[!\u00a1\uff01]", text):
            yield line, "quiet", f"an exclamation mark in {_short(text)!r}"


def _shown(page: Page) -> Iterator[tuple[int, str, bool]]:
    """Each piece of text that can be read or heard: its line, the text, whether a person wrote it."""
    for words in page.root.words():
        if words.text.strip() and words.holder.is_shown():
            yield _line_of(words), " ".join(words.text.split()), words.holder.is_own_words()
    for element in page.all():
        if element.is_shown():
            yield from _shown_attributes(element)


def _shown_attributes(element: Element) -> Iterator[tuple[int, str, bool]]:
    names: tuple[str, ...] = _SHOWN_ATTRIBUTES
    if element.tag == "input" and element.attributes.get("type") in _BUTTONS:
        names = (*_SHOWN_ATTRIBUTES, "value")
    for name in names:
        if element.attributes.get(name, "").strip():
            yield element.line, " ".join(element.attributes[name].split()), element.is_own_words()


def _is_a_bare_none(text: str) -> bool:
    """Whether `None` stands where no sentence puts it: "due at None", or alone; but not "None of these"."""
    return len(_NONE.findall(text)) > len(_NONE_BEGINS_A_SENTENCE.findall(text))


def _line_of(words: Words) -> int:
    before = words.text[: len(words.text) - len(words.text.lstrip())]
    return words.line + before.count("\n")


def _short(text: str) -> str:
    return text if len(text) <= 60 else f"{text[:57]}..."
