"""Leavings week by week, and beneath each week how many of its seven days are confirmed. Nothing judges them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Protocol

from markupsafe import Markup

from porchlight.desks.pictures.drawing import LINE, TEXT, WIDTH, Picture, element, frame, group, lines_of, text

LEFT, RIGHT = 22.0, 282.0  # between them stand the weeks
TOP, BASE = 28.0, 136.0  # of the counts
STRIP, ONE_DAY = 176.0, 3.0  # where the days begin, and how high one stands
SEVEN = 7
DATES = STRIP + SEVEN * ONE_DAY + LINE
KEY = DATES + 26.0
LARGEST_DOT, WIDEST_BAR = 4.0, 8.0
LOWEST_TOP = 3  # times: a week with one leaving is not drawn as high as the picture


class Week(Protocol):
    """One week: times left (None where nobody said a thing), confirmed days, 0 to 7.

    `is_seen`: enough of its days are confirmed for the count to be taken as it is.
    """

    @property
    def count(self) -> int | None: ...
    @property
    def confirmed(self) -> int: ...
    @property
    def is_seen(self) -> bool: ...


@dataclass(frozen=True)
class WeeksWords:
    """What the picture says. `at_least` and `middle` hold `%s` for a number."""

    title: str
    about: str
    counts: str
    days: str
    seen: str
    not_seen: str
    middle: str
    at_least: str
    nothing_said: str
    columns: tuple[str, str, str]


def weeks(
    marks: Sequence[Week], *, labels: Sequence[str], middle: float | None, words: WeeksWords, key: str
) -> Picture:
    """The weeks from left to right, oldest first, each with its label: a dot for each count,
    hollow where too little is confirmed.

    A week of which nobody said a thing has no dot. `middle`, where given, is a line across.
    """
    pitch = (RIGHT - LEFT) / len(marks)
    most = max([LOWEST_TOP, *(mark.count for mark in marks if mark.count is not None)])
    key_parts, bottom = _key(marks, middle=middle, words=words)
    inside = [
        *_scale(most, words=words),
        *_middle(middle, most=most),
        group(_dots(marks, pitch=pitch, most=most, is_seen=True), class_="mark", fill="currentColor", stroke="none"),
        group(_dots(marks, pitch=pitch, most=most, is_seen=False), class_="mark"),
        *_days(marks, pitch=pitch, words=words),
        text(labels[:1], x=LEFT, y=DATES),
        text(labels[1:][-1:], x=RIGHT, y=DATES, text_anchor="end"),
        *key_parts,
    ]
    return Picture(
        svg=frame(inside, key=key, title=words.title, about=words.about, height=bottom),
        caption=words.title,
        columns=words.columns,
        rows=tuple(
            (label, _count(mark, words=words), str(mark.confirmed)) for label, mark in zip(labels, marks, strict=True)
        ),
    )


def _count(mark: Week, *, words: WeeksWords) -> str:
    if mark.count is None:
        return words.nothing_said
    return str(mark.count) if mark.is_seen else words.at_least % mark.count


def _height(count: float, *, most: int) -> float:
    return BASE - count * (BASE - TOP) / most


def _scale(most: int, *, words: WeeksWords) -> Iterator[Markup]:
    yield text(lines_of(words.counts, width=WIDTH, most=1), x=0, y=TEXT)
    for count in (0, most):
        yield element(
            "path",
            d=f"M{LEFT:g} {_height(count, most=most):g}H{RIGHT:g}",
            class_="soft",
            stroke_width=1,
            stroke_opacity=0.5,
        )
        yield text([str(count)], x=LEFT - 6, y=_height(count, most=most) + 5, text_anchor="end")


def _middle(middle: float | None, *, most: int) -> Iterator[Markup]:
    if middle is not None:
        yield element("path", d=f"M{LEFT:g} {_height(middle, most=most):g}H{RIGHT:g}", stroke_dasharray="5 4")


def _dots(marks: Sequence[Week], *, pitch: float, most: int, is_seen: bool) -> Iterator[Markup]:
    radius = min(LARGEST_DOT, pitch * 0.45)
    for place, mark in enumerate(marks):
        if mark.count is not None and mark.is_seen is is_seen:
            inner = radius if is_seen else radius - 0.75
            yield element("circle", cx=LEFT + pitch * (place + 0.5), cy=_height(mark.count, most=most), r=inner)


def _days(marks: Sequence[Week], *, pitch: float, words: WeeksWords) -> Iterator[Markup]:
    yield text(lines_of(words.days, width=WIDTH, most=1), x=0, y=STRIP - 8)
    width = min(WIDEST_BAR, pitch * 0.7)
    bottom = STRIP + SEVEN * ONE_DAY
    bars = [(LEFT + pitch * (place + 0.5) - width / 2, mark.confirmed * ONE_DAY) for place, mark in enumerate(marks)]
    yield group(
        (element("rect", x=x, y=bottom - high, width=width, height=high) for x, high in bars if high),
        class_="mark",
        fill="currentColor",
        stroke="none",
    )
    edges = f"M{LEFT:g} {STRIP:g}H{RIGHT:g}M{LEFT:g} {bottom:g}H{RIGHT:g}"
    yield element("path", d=edges, class_="soft", stroke_width=1, stroke_opacity=0.5)


def _key(marks: Sequence[Week], *, middle: float | None, words: WeeksWords) -> tuple[list[Markup], float]:
    """What each kind of mark means, for the kinds that are there; and where that ends."""
    counted = [mark for mark in marks if mark.count is not None]
    entries = []
    if any(mark.is_seen for mark in counted):
        entries.append((words.seen, element("circle", r=LARGEST_DOT, class_="mark", fill="currentColor")))
    if not all(mark.is_seen for mark in counted):
        entries.append((words.not_seen, element("circle", r=LARGEST_DOT, class_="mark")))
    if middle is not None:
        entries.append((words.middle % f"{middle:g}", element("path", d="M-7 0H9", stroke_dasharray="5 4")))
    parts, y = [], KEY
    for said, drawn in entries:
        lines = lines_of(said, width=WIDTH - 24, most=3)
        parts += [group([drawn], transform=f"translate(7 {y - 5:g})"), text(lines, x=24, y=y)]
        y += LINE * len(lines) + 4
    return parts, y - LINE + 4
