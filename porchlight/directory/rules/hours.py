"""Opening hours: what they are, and the simple form in which people write them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from porchlight.directory.rules.troubles import HoursNotUnderstood

DAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
MINUTES_A_DAY = 24 * 60

_CLAUSE = re.compile(r"(?P<days>[a-z][a-z, -]*?) +(?P<times>\d.*)")
_TIMES = re.compile(r"(\d{1,2}):(\d{2}) *- *(\d{1,2}):(\d{2})")


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """One stretch of opening each week, in minutes of the county's wall clock.

    `day` is 0 for Monday to 6 for Sunday, the day on which the stretch begins. `opens` and `closes`
    count from that day's midnight; `opens` is included, `closes` is not. `closes` may be past 1440:
    then the stretch ends on the next day.
    """

    day: int
    opens: int
    closes: int


@dataclass(frozen=True, slots=True)
class Hours:
    """When a service answers or opens its door.

    `spans` is None when the hours are unclear: that is never the same as closed. On a date in
    `closed_on` no stretch begins; one that began the evening before still runs to its end.
    """

    spans: tuple[Span, ...] | None
    closed_on: frozenset[date] = frozenset()


UNCLEAR_HOURS = Hours(spans=None)
ALL_WEEK = tuple(Span(day=day, opens=0, closes=MINUTES_A_DAY) for day in range(7))


def read_hours(written: str) -> Hours:
    """Read hours written by a person.

    Clauses stand between semicolons: `Mon-Fri 09:00-12:00, 13:00-17:00`, `Fri,Sat 20:00-02:00` (past
    midnight), `Daily 18:00-24:00`, `24/7`, `closed 2026-12-25, 2027-01-01`. Nothing written means
    unclear. Raises `HoursNotUnderstood` for anything else.

    >>> read_hours("Sat 20:00-02:00").spans
    (Span(day=5, opens=1200, closes=1560),)
    """
    clauses = [clause.strip().lower() for clause in written.split(";") if clause.strip()]
    if not clauses:
        return UNCLEAR_HOURS
    closed = frozenset(day for clause in clauses for day in _closed_dates(clause))
    spans = {span for clause in clauses if not clause.startswith("closed") for span in _spans(clause)}
    if not spans:
        raise HoursNotUnderstood
    return Hours(spans=tuple(sorted(spans)), closed_on=closed)


def write_hours(hours: Hours) -> str:
    """The hours as `read_hours` reads them; nothing for unclear hours.

    >>> write_hours(read_hours("Mon,Tue,Wed 09:00-17:00; Sat 20:00-02:00"))
    'Mon-Wed 09:00-17:00; Sat 20:00-02:00'
    """
    if hours.spans is None:
        return ""
    clauses = ["24/7"] if hours.spans == ALL_WEEK else _clauses(hours.spans)
    if hours.closed_on:
        clauses.append("closed " + ", ".join(day.isoformat() for day in sorted(hours.closed_on)))
    return "; ".join(clauses)


def _clauses(spans: tuple[Span, ...]) -> list[str]:
    """Days with the same times stand together, in the order of the week."""
    return [f"{_written_days(days)} {', '.join(_written(span) for span in times)}" for days, times in days_alike(spans)]


def days_alike(spans: tuple[Span, ...]) -> list[tuple[list[int], list[Span]]]:
    """The days of the week that have the same times, and the stretches of the first of them."""
    by_times: dict[tuple[tuple[int, int], ...], list[int]] = {}
    for day in range(7):
        times = tuple((span.opens, span.closes) for span in sorted(spans) if span.day == day)
        if times:
            by_times.setdefault(times, []).append(day)
    return [(days, [Span(days[0], *time) for time in times]) for times, days in by_times.items()]


def _written(span: Span) -> str:
    closes = span.closes if span.closes <= MINUTES_A_DAY else span.closes - MINUTES_A_DAY
    return f"{span.opens // 60:02}:{span.opens % 60:02}-{closes // 60:02}:{closes % 60:02}"


def _written_days(days: list[int]) -> str:
    names = [DAYS[day].capitalize() for day in days]
    if len(days) == len(DAYS):
        return "Daily"
    if len(days) > 2 and days[-1] - days[0] == len(days) - 1:
        return f"{names[0]}-{names[-1]}"
    return ",".join(names)


def _closed_dates(clause: str) -> Iterator[date]:
    if not clause.startswith("closed"):
        return
    for written in clause.removeprefix("closed").split(","):
        try:
            yield date.fromisoformat(written.strip())
        except ValueError as wrong:
            raise HoursNotUnderstood from wrong


def _spans(clause: str) -> tuple[Span, ...]:
    if clause == "24/7":
        return ALL_WEEK
    found = _CLAUSE.fullmatch(clause)
    if found is None:
        raise HoursNotUnderstood
    times = [_times(written) for written in found["times"].split(",")]
    return tuple(Span(day, opens, closes) for day in _days(found["days"]) for opens, closes in times)


def _days(written: str) -> tuple[int, ...]:
    if written == "daily":
        return tuple(range(7))
    return tuple(day for part in written.split(",") for day in _day_range(part))


def _day_range(written: str) -> tuple[int, ...]:
    names = [name.strip() for name in written.split("-")]
    if len(names) > 2 or any(name not in DAYS for name in names):
        raise HoursNotUnderstood
    first, last = DAYS.index(names[0]), DAYS.index(names[-1])
    return tuple((first + step) % 7 for step in range((last - first) % 7 + 1))


def _times(written: str) -> tuple[int, int]:
    found = _TIMES.fullmatch(written.strip())
    if found is None:
        raise HoursNotUnderstood
    hour, minute, last_hour, last_minute = (int(part) for part in found.groups())
    opens, closes = hour * 60 + minute, last_hour * 60 + last_minute
    too_late = opens >= MINUTES_A_DAY or closes > MINUTES_A_DAY
    if too_late or minute > 59 or last_minute > 59 or opens == closes:
        raise HoursNotUnderstood
    return opens, closes if closes > opens else closes + MINUTES_A_DAY
