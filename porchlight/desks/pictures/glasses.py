"""How far agencies have come, sign by sign: one glass an agency, filled as far as something on record shows it.

A dashed box above the filling is what an agency says of itself and nothing on record shows; an empty glass with a bar
is an agency that was asked and did not agree. The fullest glass stands first and carries no name, so a line can be read
as a whole and nobody is ranked; names stand on pages of their own.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from markupsafe import Markup

from porchlight.desks.pictures.drawing import WIDTH, element, group

FULL = 5
TALL, BROAD, PITCH, BETWEEN = 26.0, 13.0, 18.0, 6.0  # units: a glass, from one to the next, from line to line
A_ROW = int(WIDTH // PITCH)


@dataclass(frozen=True)
class Glass:
    """One agency: how far it is shown and how far it says, 0 to 5; or that it gave another answer."""

    shown: int
    said: int
    is_otherwise: bool = False


@dataclass(frozen=True)
class Sign:
    """One sign: its name, what it means, its page, a glass for each agency that it concerns, words and row for them.

    `note` says what a reader has to know of this sign's glasses alone.
    """

    name: str
    means: str
    href: str
    glasses: tuple[Glass, ...]
    said: str
    row: tuple[str, ...]
    note: str = ""

    @property
    def svg(self) -> Markup:
        """The glasses in lines, the fullest first; the words below say the same."""
        row = sorted(self.glasses, key=lambda one: (-one.shown, -one.said, not one.is_otherwise))
        return _framed(_line(row), width=WIDTH, height=(TALL + BETWEEN) * -(-len(row) // A_ROW) - BETWEEN + 2)


@dataclass(frozen=True)
class Part:
    """Signs under one heading."""

    name: str
    signs: tuple[Sign, ...]


@dataclass(frozen=True)
class Glasses:
    """The whole: what each glass means, the signs in their parts, and the table that says the same."""

    caption: str
    legend: tuple[tuple[Markup, str], ...]
    parts: tuple[Part, ...]
    columns: tuple[str, ...]

    @property
    def rows(self) -> tuple[tuple[str, ...], ...]:
        """One row a sign."""
        return tuple(sign.row for part in self.parts for sign in part.signs)


def glass(one: Glass) -> Markup:
    """A glass alone, beside words that say the same."""
    return _framed(_glass(one, x=1, y=1), width=BROAD + 2, height=TALL + 2)


def _framed(parts: Iterator[Markup], *, width: float, height: float) -> Markup:
    """Hidden from those who listen: each drawing stands beside its words."""
    return element(
        "svg",
        *parts,
        aria_hidden="true",
        focusable="false",
        width=width,
        height=height,
        viewBox=f"0 0 {width:g} {height:g}",
        fill="none",
        stroke="currentColor",
    )


def _line(row: Sequence[Glass]) -> Iterator[Markup]:
    for place, one in enumerate(row):
        yield group(_glass(one, x=1 + PITCH * (place % A_ROW), y=1 + (TALL + BETWEEN) * (place // A_ROW)))


def _glass(one: Glass, *, x: float, y: float) -> Iterator[Markup]:
    filled, said = TALL * one.shown / FULL, TALL * one.said / FULL
    if filled:
        yield element(
            "rect", x=x, y=y + TALL - filled, width=BROAD, height=filled, fill="currentColor", stroke="none",
            class_="mark",
        )  # fmt: skip
    if one.said > one.shown:
        box = {"x": x + 2, "y": y + TALL - said, "width": BROAD - 4, "height": said - filled - 1}
        yield element("rect", **box, stroke_width=1.5, stroke_dasharray="3 2", class_="said")
    if one.is_otherwise:
        yield element("path", d=f"M{x + 3:g} {y + TALL / 2:g}h{BROAD - 6:g}", stroke_width=2.5, class_="otherwise")
    yield element("path", d=f"M{x:g} {y:g}v{TALL:g}h{BROAD:g}v{-TALL:g}", stroke_width=1)
