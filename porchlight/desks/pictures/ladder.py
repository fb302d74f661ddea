"""A ladder of rungs in somebody's own words, with the rung where they are now."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from markupsafe import Markup

from porchlight.desks.pictures.drawing import LINE, WIDTH, Picture, element, frame, group, lines_of, text

RAILS = (6.0, 46.0)
WORDS = 62.0  # where the words begin
LOWEST = 42.0  # the least height of a rung


@dataclass(frozen=True)
class Rung:
    """One rung: its words, perhaps none yet, and whether it is the present one."""

    words: str
    is_here: bool = False


@dataclass(frozen=True)
class LadderWords:
    """What the picture says. `here` marks the present rung, `no_words` one that nobody wrote yet."""

    title: str
    about: str
    here: str
    no_words: str
    columns: tuple[str, str]


def ladder(rungs: Sequence[Rung], *, words: LadderWords, key: str) -> Picture:
    """The rungs from top to bottom, in the order given. No rung carries a number."""
    parts, y = [], 4.0
    for rung in rungs:
        drawn, y = _rung(rung, top=y, words=words)
        parts += drawn
    rails = element("path", d="".join(f"M{x:g} 0V{y + 4:g}" for x in RAILS), stroke_width=3, class_="soft")
    return Picture(
        svg=frame([rails, *parts], key=key, title=words.title, about=words.about, height=y + 4),
        caption=words.title,
        columns=words.columns,
        rows=tuple((rung.words or words.no_words, words.here if rung.is_here else "") for rung in rungs),
    )


def _rung(rung: Rung, *, top: float, words: LadderWords) -> tuple[list[Markup], float]:
    """One rung and where it ends: a line between the rails, a filled lamp and a word where they are."""
    said = lines_of(rung.words or words.no_words, width=WIDTH - WORDS, most=3)
    here = lines_of(words.here, width=WIDTH - WORDS, most=1) if rung.is_here else []
    high = max(LOWEST, LINE * (len(said) + len(here)) + 14)
    middle = top + high / 2
    first = middle - LINE * (len(said) + len(here)) / 2 + 13
    drawn = [element("path", d=f"M{RAILS[0]:g} {middle:g}H{RAILS[1]:g}", stroke_width=3, class_="soft")]
    if rung.is_here:
        x = sum(RAILS) / 2
        drawn += [
            element("circle", cx=x, cy=middle, r=10, class_="mark", fill="currentColor"),
            element("circle", cx=x, cy=middle, r=14, class_="mark"),
            text(here, x=WORDS, y=first, font_weight="bold"),
        ]
    drawn.append(group([text(said, x=WORDS, y=first + LINE * len(here))], data_own_words=""))
    return drawn, top + high
