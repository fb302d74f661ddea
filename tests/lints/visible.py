"""The text of a page that a person reads, block by block, for the grade lint and the word lint."""

from __future__ import annotations

from .tree import Element, Page, Words, read_page

_INLINE_TAGS = """
    a abbr b bdi bdo cite code data del dfn em i ins kbd mark q s samp small span strong sub sup
    time u var wbr svg img input select textarea output picture
"""
_INLINE = frozenset(_INLINE_TAGS.split())
_BUTTONS = frozenset({"submit", "button", "reset"})
_SPOKEN = ("aria-label", "alt", "title", "placeholder")


def visible_blocks(html: str) -> list[str]:
    """Every block of text that we wrote and the page shows, in source order, with single spaces.

    A block is what stands between two block elements, so a link inside a sentence stays in its sentence and a
    list item's own line is not mixed with its paragraphs. A link alone in a bar is a block of its own.
    What people wrote themselves (`blockquote`, `q`, `textarea`, `data-own-words`) is left out, as are hidden
    elements, drawings and the title. The words of a submit button count.
    """
    gathered = _Gathered()
    gathered.walk(read_page(html).root)
    gathered.end_block()
    return gathered.blocks


def spoken_labels(html: str) -> list[str]:
    """What is read aloud or shown on demand: aria-label, alt, title, placeholder. Empty ones are left out."""
    page: Page = read_page(html)
    found = [
        " ".join(element.attributes[name].split())
        for element in page.all()
        if element.is_shown() and not element.is_own_words()
        for name in _SPOKEN
        if name in element.attributes
    ]
    return [label for label in found if label]


class _Gathered:
    def __init__(self) -> None:
        self.blocks: list[str] = []
        self.line: list[str] = []

    def end_block(self) -> None:
        block = " ".join("".join(self.line).split())
        if block:
            self.blocks.append(block)
        self.line = []

    def walk(self, element: Element) -> None:
        for child in element.inside:
            if isinstance(child, Words):
                self.line.append(child.text)
            elif child.is_shown() and not child.is_own_words() and child.tag != "svg":
                self._enter(child)

    def _enter(self, child: Element) -> None:
        inline = child.tag in _INLINE and not _stands_alone(child)
        if not inline:
            self.end_block()
        if child.tag == "input" and child.attributes.get("type") in _BUTTONS:
            self.line.append(child.attributes.get("value", ""))
        if child.tag in {"img", "input"}:
            self.line.append(" ")
        self.walk(child)
        if not inline:
            self.end_block()


def _stands_alone(element: Element) -> bool:
    """Whether a link or button has no words of a sentence beside it."""
    if element.tag == "input":
        return element.attributes.get("type") in _BUTTONS
    if element.tag not in {"a", "select", "output"} or element.parent is None:
        return False
    beside = (child for child in element.parent.inside if isinstance(child, Words))
    return not any(words.text.strip() for words in beside)
