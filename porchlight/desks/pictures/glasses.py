"""How far agencies have come with each sign: one glass an agency, filled as far as it is shown.

A dashed line above the filling is what an agency says of itself and nothing on record shows yet. Glasses stand in the
order of the agencies' names, in every line the same: nobody is ranked, and one agency can be followed downwards.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from markupsafe import Markup

from porchlight.desks.pictures.drawing import LINE, WIDTH, Picture, element, frame, group, lines_of, text

FULL = 5
TALL, BROAD, PITCH = 20.0, 10.0, 14.4  # units; 20 glasses fit a line
A_ROW = int(WIDTH // PITCH)


@dataclass(frozen=True)
class Glass:
    """One agency: how far it is shown and how far it says, 0 to 5; None where the sign does not concern it."""

    shown: int
    said: int


@dataclass(frozen=True)
class Sign:
    """One line: its name, one glass an agency or None, and its cells in the table."""

    name: str
    glasses: tuple[Glass | None, ...]
    row: tuple[str, ...]


@dataclass(frozen=True)
class GlassesWords:
    """What the picture says: its title, what it is about, the five signs of the legend, the table's columns."""

    title: str
    about: str
    legend: tuple[str, str, str, str, str]
    columns: tuple[str, ...]


LEGEND = (Glass(0, 0), Glass(2, 2), Glass(FULL, FULL), Glass(1, 4), None)


def glasses(signs: Sequence[Sign], *, words: GlassesWords, key: str) -> Picture:
    """The legend first, then sign by sign."""
    parts, y = list[Markup](), 0.0
    for said, one in zip(words.legend, LEGEND, strict=True):
        lines = lines_of(said, width=WIDTH - 26)
        parts += [_one(one, x=2, y=y + 2), text(lines, x=26, y=y + 16)]
        y += max(LINE * len(lines), TALL) + 6
    y += 10
    for sign in signs:
        lines = lines_of(sign.name, width=WIDTH)
        parts.append(text(lines, x=0, y=y + 14, font_weight="bold"))
        y += LINE * len(lines) + 4
        parts += _line(sign.glasses, y=y)
        y += (TALL + 6) * -(-len(sign.glasses) // A_ROW) + 8
    return Picture(
        svg=frame(parts, key=key, title=words.title, about=words.about, height=y),
        caption=words.title,
        columns=words.columns,
        rows=tuple(sign.row for sign in signs),
    )


def _line(row: Sequence[Glass | None], *, y: float) -> Iterator[Markup]:
    for place, one in enumerate(row):
        x, down = 2 + PITCH * (place % A_ROW), y + (TALL + 6) * (place // A_ROW)
        yield _one(one, x=x, y=down)


def _one(one: Glass | None, *, x: float, y: float) -> Markup:
    """A glass, or a short line at the foot where the sign does not concern the agency."""
    if one is None:
        return element("path", d=f"M{x + 3:g} {y + TALL:g}h4", stroke_width=1)
    return _glass(one, x=x, y=y)


def _glass(one: Glass, *, x: float, y: float) -> Markup:
    filled = TALL * one.shown / FULL
    parts = [element("path", d=f"M{x:g} {y:g}v{TALL:g}h{BROAD:g}v{-TALL:g}", stroke_width=1)]
    if filled:
        shape = {"x": x, "y": y + TALL - filled, "width": BROAD, "height": filled}
        parts.append(group([element("rect", **shape, fill="currentColor", stroke="none")], class_="mark"))
    if one.said > one.shown:
        level = y + TALL - TALL * one.said / FULL
        parts.append(element("path", d=f"M{x - 1:g} {level:g}h{BROAD + 2:g}", stroke_width=2, stroke_dasharray="3 2"))
    return group(parts)
