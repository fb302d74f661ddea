"""A style sheet as its preludes and declarations, each with its line and with what stands around it."""

from __future__ import annotations

import re
from dataclasses import dataclass

_COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
_STRING = re.compile(r"\"(?:\\.|[^\"\\])*\"|'(?:\\.|[^'\\])*'", re.DOTALL)
_TOKEN = re.compile(rf"{_STRING.pattern}|\([^(){{}}]*\)|[{{}};]|[^{{}};\"'(]+|.", re.DOTALL)
_ADDRESS = re.compile(r"url\([^)]*\)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Prelude:
    """What stands before a brace: a selector or an at-rule, and the preludes around it, outermost first."""

    line: int
    text: str
    around: tuple[str, ...]

    @property
    def is_selector(self) -> bool:
        inside_frames = any(outer.startswith("@keyframes") for outer in self.around)
        return not self.text.startswith("@") and not inside_frames


@dataclass(frozen=True, slots=True)
class Declaration:
    """One property and its value, and the preludes around it, outermost first."""

    line: int
    name: str
    value: str
    around: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Sheet:
    """Everything in one file, in order. `faults` are (line, what is wrong) about braces."""

    preludes: tuple[Prelude, ...]
    declarations: tuple[Declaration, ...]
    faults: tuple[tuple[int, str], ...]


def bare(text: str) -> str:
    """The text without the insides of strings and addresses, which hold no style of ours."""
    return _ADDRESS.sub("url()", _STRING.sub('""', text))


def parts(value: str, *, at: str = " ") -> list[str]:
    """The parts of a value, parted at a blank (or another sign), never inside brackets."""
    found, depth, part = [], 0, ""
    for sign in value:
        depth += (sign == "(") - (sign == ")")
        if depth == 0 and (sign.isspace() if at == " " else sign == at):
            found.append(part)
            part = ""
        else:
            part += sign
    return [one.strip() for one in (*found, part) if one.strip()]


def read_sheet(css: str) -> Sheet:
    """Read a whole file. Never raises: what cannot be read is in `faults`."""
    reader = _Reader()
    text = _COMMENT.sub(lambda found: re.sub(r"[^\n]", " ", found.group()), css)
    for token in _TOKEN.finditer(text):
        reader.take(token.group(), text.count("\n", 0, token.start()) + 1)
    return reader.sheet()


class _Reader:
    def __init__(self) -> None:
        self.preludes: list[Prelude] = []
        self.declarations: list[Declaration] = []
        self.faults: list[tuple[int, str]] = []
        self.around: list[str] = []
        self.opened: list[int] = []
        self.waiting = ""
        self.since = 1

    def take(self, token: str, line: int) -> None:
        if token == "{":
            self._open()
        elif token == "}":
            self._close(line)
        elif token == ";":
            self._declare()
        else:
            if not self.waiting.strip():
                blank = len(token) - len(token.lstrip())
                self.waiting = ""
                self.since = line + token.count("\n", 0, blank)
            self.waiting += token

    def sheet(self) -> Sheet:
        self._declare()
        for line in self.opened:
            self.faults.append((line, "a brace is never closed"))
        return Sheet(tuple(self.preludes), tuple(self.declarations), tuple(self.faults))

    def _open(self) -> None:
        text = " ".join(self.waiting.split())
        self.preludes.append(Prelude(self.since, text, tuple(self.around)))
        self.around.append(text)
        self.opened.append(self.since)
        self.waiting = ""

    def _close(self, line: int) -> None:
        self._declare()
        if self.around:
            self.around.pop()
            self.opened.pop()
        else:
            self.faults.append((line, "a brace closes nothing"))

    def _declare(self) -> None:
        name, colon, value = self.waiting.partition(":")
        if colon and self.around and not name.strip().startswith("@"):
            clean = name.strip() if name.strip().startswith("--") else name.strip().lower()
            said = " ".join(value.split())
            self.declarations.append(Declaration(self.since, clean, said, tuple(self.around)))
        self.waiting = ""
