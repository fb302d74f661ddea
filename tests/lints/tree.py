"""A page of HTML as a tree, with every fault of its nesting.

Stricter than a browser, on purpose: what a template opens it closes itself, in order.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from html.parser import HTMLParser

_VOID_TAGS = """
    area base br col embed hr img input link meta source track wbr
"""
VOID = frozenset(_VOID_TAGS.split())
INTERACTIVE = frozenset({"a", "button", "select", "textarea", "summary"})
_BLOCKS_TAGS = """
    address article aside blockquote details dialog div dl fieldset figure footer form h1 h2 h3
    h4 h5 h6 header hr main menu nav ol p pre search section table ul
"""
_BLOCKS = frozenset(_BLOCKS_TAGS.split())
_PARENTS = {
    "li": {"ul", "ol", "menu"},
    "dt": {"dl", "div"},
    "dd": {"dl", "div"},
    "tr": {"table", "thead", "tbody", "tfoot"},
    "td": {"tr"},
    "th": {"tr"},
    "caption": {"table"},
    "thead": {"table"},
    "tbody": {"table"},
    "tfoot": {"table"},
    "option": {"select", "datalist", "optgroup"},
    "legend": {"fieldset"},
    "summary": {"details"},
    "figcaption": {"figure"},
}
_NEVER_INSIDE = {
    "a": INTERACTIVE - {"summary"},
    "button": INTERACTIVE | {"label", "input"},
    "label": {"label"},
    "form": {"form"},
}
_NOT_SHOWN = frozenset({"script", "style", "template", "head", "title"})
_OWN_WORDS = frozenset({"blockquote", "q", "textarea"})


@dataclass(eq=False, slots=True)
class Element:
    """One element: its tag and attributes in small letters, its line, its place, what is inside in order."""

    tag: str
    attributes: dict[str, str]
    line: int
    parent: Element | None = None
    inside: list[Element | Words] = field(default_factory=list)

    def __iter__(self) -> Iterator[Element]:
        """Every element below this one, in source order."""
        for child in self.inside:
            if isinstance(child, Element):
                yield child
                yield from child

    def above(self) -> Iterator[Element]:
        """Every element around this one, nearest first."""
        element = self.parent
        while element is not None:
            yield element
            element = element.parent

    def within(self, *tags: str) -> bool:
        """Whether one of these tags stands around this element."""
        return any(element.tag in tags for element in self.above())

    def is_shown(self) -> bool:
        """Whether a person can see it: nothing at or around it is `hidden` or never drawn."""
        return not any("hidden" in element.attributes or element.tag in _NOT_SHOWN for element in (self, *self.above()))

    def is_own_words(self) -> bool:
        """Whether it holds what a person wrote: a quote, a text box, or anything marked `data-own-words`."""
        return any(
            element.tag in _OWN_WORDS or "data-own-words" in element.attributes for element in (self, *self.above())
        )

    def words(self) -> Iterator[Words]:
        """Every piece of text below, in source order."""
        for child in self.inside:
            if isinstance(child, Words):
                yield child
            else:
                yield from child.words()

    def text(self) -> str:
        """All text below that is shown, with single spaces."""
        return " ".join("".join(words.text for words in self.words() if words.holder.is_shown()).split())

    def raw_text(self) -> str:
        """All text below, shown or not (a title, a drawing's name), with single spaces."""
        return " ".join("".join(words.text for words in self.words()).split())


@dataclass(eq=False, slots=True)
class Words:
    """One run of text and the element that holds it."""

    text: str
    line: int
    holder: Element


@dataclass(frozen=True, slots=True)
class Page:
    """The root of the tree (a nameless element), and each fault as (line, what is wrong)."""

    root: Element
    faults: tuple[tuple[int, str], ...]

    def all(self, *tags: str) -> list[Element]:
        """Every element with one of these tags; every element when none is named."""
        return [element for element in self.root if not tags or element.tag in tags]


def read_page(html: str) -> Page:
    """The tree of a page. Never raises: what is wrong is in `faults`, in the order of the source."""
    reader = _Reader()
    reader.feed(html)
    reader.close()
    return reader.page()


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.root = Element("", {}, 0)
        self.open = [self.root]
        self.faults: list[tuple[int, str]] = []
        self.doctype = False

    def page(self) -> Page:
        for element in self.open[1:]:
            self.faults.append((element.line, f"<{element.tag}> is never closed"))
        if not self.doctype:
            self.faults.append((1, "the page does not begin with <!doctype html>"))
        return Page(self.root, tuple(sorted(self.faults)))

    def handle_decl(self, decl: str) -> None:
        first = not any(isinstance(child, Element) for child in self.root.inside)
        self.doctype = self.doctype or (first and decl.lower() == "doctype html")

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        element = self._place(tag, attrs)
        if tag not in VOID:
            self.open.append(element)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        element = self._place(tag, attrs)
        drawing = tag == "svg" or element.within("svg", "math")
        if tag not in VOID and not drawing:
            self._fault(f"<{tag}/> does not close itself")
            self.open.append(element)

    def handle_endtag(self, tag: str) -> None:
        if tag in VOID:
            self._fault(f"</{tag}> closes an element that has no inside")
        elif self.open[-1].tag == tag:
            self.open.pop()
        elif any(element.tag == tag for element in self.open):
            while self.open[-1].tag != tag:
                left = self.open.pop()
                self._fault(f"<{left.tag}> of line {left.line} is not closed before </{tag}>")
            self.open.pop()
        else:
            self._fault(f"</{tag}> closes nothing")

    def handle_data(self, data: str) -> None:
        holder = self.open[-1]
        holder.inside.append(Words(data, self.getpos()[0], holder))

    def _place(self, tag: str, attrs: list[tuple[str, str | None]]) -> Element:
        holder = self.open[-1]
        element = Element(tag, {name: value or "" for name, value in attrs}, self.getpos()[0], holder)
        holder.inside.append(element)
        if len(element.attributes) < len(attrs):
            self._fault(f"<{tag}> says one attribute twice")
        self._judge_place(element)
        return element

    def _judge_place(self, element: Element) -> None:
        tag, holder = element.tag, element.parent
        if tag in _PARENTS and holder is not None and holder.tag not in _PARENTS[tag]:
            self._fault(f"<{tag}> stands in <{holder.tag}>, not in <{'> or <'.join(sorted(_PARENTS[tag]))}>")
        if tag in _BLOCKS and element.within("p"):
            self._fault(f"<{tag}> stands inside <p>, which a browser ends before it")
        for around in element.above():
            if tag in _NEVER_INSIDE.get(around.tag, ()):
                self._fault(f"<{tag}> stands inside <{around.tag}>")

    def _fault(self, said: str) -> None:
        self.faults.append((self.getpos()[0], said))
