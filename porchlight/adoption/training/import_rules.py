"""Rows of another learning system, pure: which can be taken over, and what is wrong with the others."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal, InvalidOperation

COLUMNS = {
    "email": ("e-mail", "email", "e-mail address", "email address", "mail", "correo", "correo electrónico"),
    "title": ("title", "course", "training", "course name", "course title", "training title", "curso", "título"),
    "day": ("date", "done on", "completed", "completed on", "completion date", "date completed", "fecha"),
    "hours": ("hours", "credit hours", "duration", "horas"),
    "serves": ("required set", "set", "required training", "category", "requirement"),
}
NEEDED = {"email": "e-mail", "title": "title", "day": "date"}
AMERICAN = re.compile(r"(\d{1,2})/(\d{1,2})/(\d{4})")
MOST_HOURS = 200
MOST_SIGNS = 200


@dataclass(frozen=True)
class Line:
    """One row that reads well. `number` is its number in the file, the row of names being 1."""

    number: int
    email: str
    title: str
    day: date
    hours: Decimal | None
    serves: tuple[str, ...]


@dataclass(frozen=True)
class Wrong:
    """One thing that is wrong with a row: a code, and the words of the row that it is about, if any."""

    kind: str
    words: str = ""


@dataclass(frozen=True)
class Bad:
    """One row that can't be taken over, and why."""

    number: int
    why: tuple[Wrong, ...]


def columns_of(header: Sequence[str]) -> dict[str, int]:
    """Where each column stands that we know by name, in any case."""
    named = [" ".join(name.split()).casefold() for name in header]
    found = {}
    for column, names in COLUMNS.items():
        places = [place for place, name in enumerate(named) if name in names]
        if places:
            found[column] = places[0]
    return found


def missing_columns(header: Sequence[str]) -> tuple[str, ...]:
    """The columns that a file can't do without and that this one has not, as people call them."""
    found = columns_of(header)
    return tuple(name for column, name in NEEDED.items() if column not in found)


def read_lines(
    table: Sequence[Sequence[str]], *, today: date, sets: Mapping[str, str], otherwise: Collection[str]
) -> tuple[tuple[Line, ...], tuple[Bad, ...]]:
    """Rows that read well, and the others. Empty rows are passed over.

    `sets` gives the key of a required training by what people may call it (folded); `otherwise` are the keys for rows
    that name none.
    """
    places, good, bad = columns_of(table[0]), [], []
    first: dict[tuple[str, str, date], int] = {}
    for number, cells in enumerate(table[1:], 2):
        row = {name: cells[at].strip() if at < len(cells) else "" for name, at in places.items()}
        if not any(row.values()):
            continue
        why = tuple(_wrong(row, today=today, sets=sets))
        if why:
            bad.append(Bad(number, why))
            continue
        line = _line(number, row, sets=sets, otherwise=otherwise)
        twin = first.setdefault((line.email, line.title.casefold(), line.day), number)
        if twin != number:
            bad.append(Bad(number, (Wrong("twin", str(twin)),)))
        else:
            good.append(line)
    return tuple(good), tuple(bad)


def day_of(words: str) -> date | None:
    """The day, written 2026-11-22 (a time after it is let go) or 11/22/2026; None when it can't be read."""
    american = AMERICAN.fullmatch(words)
    try:
        if american:
            month, day, year = map(int, american.groups())
            return date(year, month, day)
        return date.fromisoformat(re.split(r"[T ]", words)[0])
    except ValueError:
        return None


def hours_of(words: str) -> Decimal | None:
    """The hours, more than none and at most 200; None when they can't be read."""
    try:
        hours = Decimal(words.replace(",", "."))
    except InvalidOperation:
        return None
    return round(hours, 1) if hours.is_finite() and 0 < hours <= MOST_HOURS else None


def _wrong(row: Mapping[str, str], *, today: date, sets: Mapping[str, str]) -> Iterator[Wrong]:
    if "@" not in row["email"]:
        yield Wrong("no_email")
    if not row["title"]:
        yield Wrong("no_title")
    if len(row["title"]) > MOST_SIGNS:
        yield Wrong("long_title", str(MOST_SIGNS))
    day = day_of(row["day"])
    if day is None:
        yield Wrong("unread_day", row["day"]) if row["day"] else Wrong("no_day")
    elif day > today:
        yield Wrong("day_to_come", day.isoformat())
    if row.get("hours") and hours_of(row["hours"]) is None:
        yield Wrong("unread_hours", row["hours"])
    if row.get("serves") and row["serves"].casefold() not in sets:
        yield Wrong("unknown_set", row["serves"])


def _line(number: int, row: Mapping[str, str], *, sets: Mapping[str, str], otherwise: Collection[str]) -> Line:
    day = day_of(row["day"])
    assert day is not None  # noqa: S101 - because a row without a day was found wrong
    said = row.get("serves", "").casefold()
    serves = (sets[said],) if said else tuple(otherwise)
    hours = hours_of(row["hours"]) if row.get("hours") else None
    return Line(number, row["email"].casefold(), row["title"], day, hours, serves)
