"""What happened when: a line for each kind of thing, a mark for each day, the months below."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from markupsafe import Markup

from porchlight.desks.pictures.drawing import LINE, WIDTH, Picture, element, frame, lines_of, text

ROOM, SIZE, HIGH = 10.0, 4.0, 26.0  # units: at both ends, from the middle of a mark to its edge, of a line
MONTHS = 24  # the picture reaches no further back; the table holds everything


@dataclass(frozen=True)
class Happened:
    """One thing: its day, its kind, and its row in the table."""

    day: date
    kind: str
    row: tuple[str, ...]


@dataclass(frozen=True)
class DaysWords:
    """What the picture says. `kinds` gives the name of each line, in order; `month` says the months at both ends."""

    title: str
    about: str
    kinds: dict[str, str]
    columns: tuple[str, ...]
    month: Callable[[date], str]


def days(happened: Sequence[Happened], *, words: DaysWords, today: date, key: str) -> Picture:
    """A line for each kind that happened. The table has what the picture has, and what lies further back."""
    first = _first_month([one.day for one in happened], today)
    parts, y = list[Markup](), 0.0
    for kind, name in words.kinds.items():
        mine = [one.day for one in happened if one.kind == kind]
        if mine:
            lines = lines_of(f"{name}: {len(mine)}", width=WIDTH)
            parts.append(text(lines, x=0, y=y + 14))
            y += LINE * len(lines) + HIGH
            parts += _line([day for day in mine if day >= first], first=first, today=today, y=y - HIGH / 2)
    parts += _ends(words.month(first), words.month(today), y=y + 14)
    return Picture(
        svg=frame(parts, key=key, title=words.title, about=words.about, height=y + 22),
        caption=words.title,
        columns=words.columns,
        rows=tuple(one.row for one in happened),
    )


def _line(found: Sequence[date], *, first: date, today: date, y: float) -> Iterator[Markup]:
    yield element("path", d=f"M{ROOM:g} {y:g}h{WIDTH - 2 * ROOM:g}", stroke_width=1, class_="soft")
    whole = max(1, (today - first).days)
    for day in found:
        x = ROOM + (WIDTH - 2 * ROOM) * (day - first).days / whole
        yield element("circle", cx=f"{x:.1f}", cy=y, r=SIZE, fill="currentColor", class_="mark")


def _ends(first: str, last: str, *, y: float) -> Iterator[Markup]:
    yield element("text", first, x=0, y=y, stroke="none", fill="currentColor")
    yield element("text", last, x=WIDTH, y=y, text_anchor="end", stroke="none", fill="currentColor")


def _first_month(found: Sequence[date], today: date) -> date:
    """The month of the earliest day, so that marks stand apart; no more than two years back."""
    earliest = min(found, default=today).replace(day=1)
    return max(earliest, _months_before(today))


def _months_before(today: date) -> date:
    month = today.year * 12 + today.month - 1 - MONTHS
    return date(month // 12, month % 12 + 1, 1)
