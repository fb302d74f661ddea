"""What was promised and what became of it: one small mark for each promise, told apart by shape and word."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from markupsafe import Markup

from porchlight.desks.pictures.drawing import LINE, WIDTH, Picture, element, frame, group, lines_of, text

BECAME = ("kept", "late", "open", "not_kept")
A_ROW = 8
PITCH = WIDTH / A_ROW
SIZE = 10.0  # from the middle of a mark to its edge


@dataclass(frozen=True)
class Promise:
    """One promise: its words, by when, in words, and one of `BECAME`."""

    words: str
    when: str
    became: str


@dataclass(frozen=True)
class PromisesWords:
    """What the picture says. `became` gives a word for each of `BECAME`; the columns are what, by when, became."""

    title: str
    about: str
    became: dict[str, str]
    columns: tuple[str, str, str]


def promises(made: Sequence[Promise], *, words: PromisesWords, key: str) -> Picture:
    """The marks in the order given, eight in a row, and under them what each shape means and how many there are."""
    places = [(PITCH * (place % A_ROW + 0.5), PITCH * (place // A_ROW + 0.5)) for place in range(len(made))]
    parts = [_mark(one.became, x=x, y=y) for one, (x, y) in zip(made, places, strict=True)]
    y = PITCH * -(-len(made) // A_ROW) + 24
    many = Counter(one.became for one in made)
    for became in (state for state in BECAME if many[state]):
        lines = lines_of(f"{words.became[became]}: {many[became]}", width=WIDTH - 34)
        parts += [_mark(became, x=14, y=y - 5), text(lines, x=34, y=y)]
        y += max(LINE * len(lines), 2 * SIZE) + 8
    return Picture(
        svg=frame(parts, key=key, title=words.title, about=words.about, height=y - 8),
        caption=words.title,
        columns=words.columns,
        rows=tuple((one.words, one.when, words.became[one.became]) for one in made),
    )


def _mark(became: str, *, x: float, y: float) -> Markup:
    named = {"class_": "mark"} if became in {"kept", "late"} else {}
    return group(_shapes(became, x=x, y=y), **named)


def _shapes(became: str, *, x: float, y: float) -> Iterator[Markup]:
    """Kept: a disc with a tick. Late: a ring with a tick. Open: a dotted ring. Not kept: a square with a bar."""
    tick = f"M{x - 5:g} {y:g}l4 4l6 -8"
    if became == "not_kept":
        yield element("rect", x=x - SIZE + 1, y=y - SIZE + 1, width=2 * SIZE - 2, height=2 * SIZE - 2)
        yield element("path", d=f"M{x - 5:g} {y:g}h10", stroke_width=2)
        return
    dotted = {"stroke_dasharray": "2 3"} if became == "open" else {}
    yield element("circle", cx=x, cy=y, r=SIZE, fill="currentColor" if became == "kept" else "none", **dotted)
    if became in {"kept", "late"}:
        on_disc = {"class_": "cut"} if became == "kept" else {}
        yield element("path", d=tick, stroke_width=2, **on_disc)
