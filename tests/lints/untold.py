"""Texts of ours that no catalogue can translate: words in a template or a view that do not go through gettext.

A template's words are told when they stand in `_("…")` or `ngettext("…", "…", n)`; a code's, when they stand in `_()`,
`gettext()` or `ngettext()`. Told by themselves are docstrings, addresses, names of templates, and text within an
element that says its own language (`lang="en"`).
"""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from html.parser import HTMLParser

from jinja2 import Environment

from .finding import Finding

RULE = "untold"
TELLING = frozenset({"_", "gettext", "ngettext"})
HOLE = "\x00"  # where an expression stood
SPOKEN = frozenset({"alt", "aria-label", "placeholder", "title"})
VOID = frozenset({"br", "hr", "img", "input", "link", "meta"})
_FILLED = re.compile(r"%\(\w+\)[sd]|%[sd]|\{[^}]*\}|&\w+;")
_ADDRESS = re.compile(r"[/.?#]|team/")
_JINJA = Environment(extensions=["jinja2.ext.do"])  # noqa: S701 - because nothing is drawn, the source is only read


def untold(source: str, *, path: str) -> list[Finding]:
    """Every word of a template that a reader sees and no catalogue knows. Abbreviations such as PDF are no words."""
    return [*_literals(source, path), *_texts(source, path)]


def untold_in_code(source: str, *, path: str) -> list[Finding]:
    """Every text in a module of pages or words that no catalogue knows: what begins with a capital or has a blank."""
    tree = ast.parse(source)
    silent = {id(node) for node in ast.walk(tree) if _is_silent(node) for node in ast.walk(node)}
    # What gathers texts for the catalogue does not look into f-strings.
    silent -= {id(n) for one in ast.walk(tree) if isinstance(one, ast.JoinedStr) for n in ast.walk(one)}
    silent |= {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}  # docstrings
    told = (node for node in ast.walk(tree) if isinstance(node, ast.Constant) and id(node) not in silent)
    found = sorted(told, key=lambda node: node.lineno)
    return [
        Finding(path, node.lineno, RULE, f"“{node.value}” goes through no gettext")
        for node in found
        if isinstance(node.value, str) and _is_prose(node.value)
    ]


def _is_silent(node: ast.AST) -> bool:
    """A call that tells its words, a door (its words are an address), and annotations."""
    if isinstance(node, ast.Call):
        name = node.func.id if isinstance(node.func, ast.Name) else getattr(node.func, "attr", "")
        return name in TELLING or name in {"door", "compile"}
    return isinstance(node, ast.Assert | ast.arg)


def _is_prose(text: str) -> bool:
    """Words as people read them: not an address, a name of a field, a sign, or a format without words."""
    words = _FILLED.sub(" ", text)
    if _ADDRESS.match(text) or not re.search(r"[A-Za-z]{2}", words):
        return False
    begins = re.match(r"\s*[“(]?[A-ZÁÉÍÓÚ¿¡]", words) and re.search("[a-z]", words)
    return bool(begins or re.search(r"[^\W\d_]+[,.:;]? +[^\W\d_]{2,}", words))


def _literals(source: str, path: str) -> Iterator[Finding]:
    """Quoted words within a template's logic that are not the arguments of a telling function."""
    calls: list[str] = []
    before, silent = ("", ""), False
    for line, kind, value in _JINJA.lex(source):
        if kind in {"whitespace", "data"} or kind.endswith("_begin"):
            before, silent = ("", ""), False
            continue
        if kind == "name" and value in {"extends", "import", "include", "from"}:
            silent = True
        if kind == "operator" and value == "(":
            calls.append(before[1] if before[0] == "name" else "")
        elif kind == "operator" and value == ")" and calls:
            calls.pop()
        elif kind == "string" and not silent and not (calls and calls[-1] in TELLING and before[1] in "(,"):
            text = value[1:-1]
            if _is_prose(text):
                yield Finding(path, line, RULE, f"“{text}” goes through no gettext")
        before = (kind, value)


def _texts(source: str, path: str) -> Iterator[Finding]:
    """Words between the tags, and those that are read aloud from an attribute."""
    plain = "".join(
        value if kind == "data" else "\n" * value.count("\n") + (HOLE if kind.endswith("_begin") else "")
        for _line, kind, value in _JINJA.lex(source)
    )
    reader = _Reader()
    reader.feed(plain)
    reader.close()
    for line, text in reader.found:
        yield Finding(path, line, RULE, f"“{' '.join(text.replace(HOLE, '…').split())}” goes through no gettext")


class _Reader(HTMLParser):
    """Text outside tags, except within an element that names its language."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=False)
        self.found: list[tuple[int, str]] = []
        self._own: list[str] = []  # the open elements within one that says its language

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        said = dict(attrs)
        if (self._own or HOLE not in (said.get("lang") or HOLE)) and tag not in VOID:
            self._own.append(tag)
        for name in SPOKEN & said.keys():
            self._look(said[name] or "")

    def handle_endtag(self, tag: str) -> None:
        if self._own:
            self._own.pop()

    def handle_data(self, data: str) -> None:
        if not self._own:
            self._look(data)

    def _look(self, text: str) -> None:
        if re.search(r"[^\W\d_]{2}", text) and re.search("[a-záéíóúñ]", text):
            self.found.append((self.getpos()[0], text))
