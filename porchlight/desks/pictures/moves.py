"""For each need, where it was met before and who meets it now. A line joins the two once somebody does."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from markupsafe import Markup

from porchlight.desks.pictures.drawing import LINE, TEXT, WIDTH, Picture, element, frame, group, lines_of, text

FROM = ("wholly", "partly", "not", "unknown")  # whether what is on the left met the need
HALF = WIDTH / 2 - 8  # the room for words on each side
EDGE = 12.0  # from the side to the middle of a shape
SHAPE = 9.0


@dataclass(frozen=True)
class Move:
    """One need: its name; `was` of `FROM` with its word; whether somebody meets it now, and who, in words."""

    name: str
    was: str
    was_word: str
    is_met: bool
    now_word: str


@dataclass(frozen=True)
class MovesWords:
    """What the picture says: the table's columns are the need, before, and now."""

    title: str
    about: str
    columns: tuple[str, str, str]


def moves(needs: Sequence[Move], *, words: MovesWords, key: str) -> Picture:
    """The needs one below the other, before on the left, now on the right."""
    _, before, now = words.columns
    parts = [
        text(lines_of(before, width=HALF, most=1), x=0, y=TEXT, font_weight="bold"),
        text(lines_of(now, width=HALF, most=1), x=WIDTH, y=TEXT, text_anchor="end", font_weight="bold"),
    ]
    y = TEXT + 14.0
    for need in needs:
        drawn, y = _row(need, top=y)
        parts += drawn
    return Picture(
        svg=frame(parts, key=key, title=words.title, about=words.about, height=y),
        caption=words.title,
        columns=words.columns,
        rows=tuple((need.name, need.was_word, need.now_word) for need in needs),
    )


def _row(need: Move, *, top: float) -> tuple[list[Markup], float]:
    name = lines_of(need.name, width=WIDTH)
    middle = top + LINE * len(name) + 12
    was, now = (lines_of(word, width=HALF, most=3) for word in (need.was_word, need.now_word))
    under = middle + 26
    drawn = [
        element("path", d=f"M0 {top - 6:g}H{WIDTH}", class_="soft", stroke_width=1, stroke_opacity=0.5),
        group([text(name, x=0, y=top + TEXT, font_weight="bold")], data_own_words=""),
        *_was(need.was, y=middle),
        *_now(is_met=need.is_met, y=middle),
        text(was, x=0, y=under),
        group([text(now, x=WIDTH, y=under, text_anchor="end")], data_own_words=""),
    ]
    return drawn, under + LINE * (max(len(was), len(now), 1) - 1) + 16


def _was(was: str, *, y: float) -> list[Markup]:
    """A diamond, filled or half filled, where it was met; a hollow circle where not, a dotted one if unknown."""
    if was in {"wholly", "partly"}:
        outline = f"M{EDGE:g} {y - SHAPE:g}l{SHAPE:g} {SHAPE:g}l{-SHAPE:g} {SHAPE:g}l{-SHAPE:g} {-SHAPE:g}z"
        half = f"M{EDGE - SHAPE:g} {y:g}l{SHAPE:g} {SHAPE:g}l{SHAPE:g} {-SHAPE:g}z"
        filled = element("path", d=outline if was == "wholly" else half, fill="currentColor")
        return [element("path", d=outline), filled]
    dotted = {"stroke_dasharray": "2 3"} if was == "unknown" else {}
    return [element("circle", cx=EDGE, cy=y, r=SHAPE - 1, **dotted)]


def _now(*, is_met: bool, y: float) -> list[Markup]:
    x = WIDTH - EDGE
    if not is_met:
        return [element("circle", cx=x, cy=y, r=SHAPE - 1, stroke_dasharray="2 3")]
    begins, ends = EDGE + SHAPE + 6, x - SHAPE - 6
    return [
        element("path", d=f"M{begins:g} {y:g}H{ends:g}m-6 -5l6 5l-6 5", class_="mark"),
        element("circle", cx=x, cy=y, r=SHAPE, class_="mark", fill="currentColor"),
    ]
