"""The parts of a drawing: elements, lines of text that fit, and the frame with its name and description.

One unit is one CSS pixel on the narrowest phone, so a text of size 14 is never smaller than that on a screen.
Colour comes from the house: shapes take the colour of text, those of class `mark` or `soft` a token of their own.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from markupsafe import Markup, escape

WIDTH = 288  # units: a page 320 wide, less its margins
TEXT = 14
LINE = 18  # from one line of text to the next

_NARROW, _WIDE = frozenset("fijlrtI.,:;'|()[]! -"), frozenset("mwMW@%&—…")
_CAPITAL, _SMALL, _OTHER = 0.75, 0.58, 1.05  # of the text's size, a little more than the fonts we name take


@dataclass(frozen=True)
class Picture:
    """A drawing and its table twin: what is in one is in the other."""

    svg: Markup
    caption: str
    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


def element(tag: str, *inside: Markup | str, **attributes: str | float) -> Markup:
    """One element. `_` in an attribute's name stands for `-`, one at its end for nothing; text is escaped."""
    named = ((name.rstrip("_").replace("_", "-"), _said(value)) for name, value in attributes.items())
    said = Markup("").join(Markup(' {}="{}"').format(name, value) for name, value in named)
    return Markup("<{0}{1}>{2}</{0}>").format(tag, said, Markup("").join(map(escape, inside)))


def group(inside: Iterable[Markup], **attributes: str | float) -> Markup:
    """A group, or nothing when nothing is in it."""
    parts = list(inside)
    return element("g", *parts, **attributes) if parts else Markup("")


def text(lines: Sequence[str], *, x: float, y: float, **attributes: str | float) -> Markup:
    """Lines of text one below the other; the first stands on `y`."""
    parts = (element("text", line, x=x, y=y + place * LINE) for place, line in enumerate(lines))
    return group(parts, stroke="none", fill="currentColor", **attributes)


def lines_of(said: str, *, width: float, most: int = 2, size: float = TEXT) -> list[str]:
    """The text in lines that fit the width; what is more than `most` lines ends in an ellipsis."""
    lines: list[str] = []
    for word in said.split():
        joined = f"{lines[-1]} {word}" if lines else word
        if lines and width_of(joined, size=size) <= width:
            lines[-1] = joined
        else:
            lines += _cut(word, width=width, size=size)
    if len(lines) > most:
        lines = [*lines[: most - 1], _shortened(lines[most - 1], width=width, size=size)]
    return lines


def width_of(said: str, *, size: float = TEXT) -> float:
    """About how wide the text is in a plain font, rather more than less."""
    return size * sum(map(_part_of_size, said))


def frame(inside: Iterable[Markup], *, key: str, title: str, about: str, height: float) -> Markup:
    """The drawing whole. `key` keeps its ids apart from those of any other drawing on the page."""
    named = (element("title", title, id=f"{key}-title"), element("desc", about, id=f"{key}-desc"))
    return element(
        "svg",
        *named,
        *inside,
        role="img",
        aria_labelledby=f"{key}-title {key}-desc",
        viewBox=f"0 0 {WIDTH} {_said(height)}",
        font_size=TEXT,
        fill="none",
        stroke="currentColor",
        stroke_width=1.5,
        direction="ltr",
    )


def _cut(word: str, *, width: float, size: float) -> list[str]:
    """A word in pieces that fit; mostly it is one."""
    pieces = [""]
    for sign in word:
        if pieces[-1] and width_of(pieces[-1] + sign, size=size) > width:
            pieces.append("")
        pieces[-1] += sign
    return pieces


def _shortened(line: str, *, width: float, size: float) -> str:
    while line and width_of(f"{line}…", size=size) > width:
        line = line[:-1]
    return f"{line.rstrip()}…"


def _part_of_size(sign: str) -> float:
    if sign in _WIDE or not (sign.isascii() or sign in "áéíóúüñ¿¡ÁÉÍÓÚÜÑ"):
        return _OTHER
    if sign in _NARROW:
        return 0.42
    return _CAPITAL if sign.isupper() else _SMALL


def _said(value: str | float) -> str:
    """A number with at most two places, without zeros at its end; a text as it is."""
    return value if isinstance(value, str) else f"{value:.2f}".rstrip("0").rstrip(".")
