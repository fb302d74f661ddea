"""The ways in which a duty can be due, and which of two is the stricter."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import islice

from porchlight.kernel.county.rows import Row

DUE_FIELDS = frozenset(
    {
        "hours",
        "days",
        "business_days",
        "same_day",
        "before_month_end_days",
        "at_least_days",
        "cadence",
        "at_start",
    }
)


@dataclass(frozen=True)
class Within:
    """Elapsed hours: nights, weekends and clock changes do not stop them."""

    hours: int


@dataclass(frozen=True)
class Days:
    """Calendar days by the county's clock, at the same hour of the day."""

    count: int


@dataclass(frozen=True)
class BusinessDays:
    """To the last minute of the day that many court days after the day of the start."""

    count: int


@dataclass(frozen=True)
class SameDay:
    """To the last minute of the county's day on which it starts."""


@dataclass(frozen=True)
class BeforeMonthEnd:
    """To the last minute of the day that many days before the last day of the month of the start."""

    days: int


@dataclass(frozen=True)
class AtLeast:
    """Not before that many whole calendar days have passed: a notice period, where longer is stricter."""

    days: int


@dataclass(frozen=True)
class Step:
    """One pace of a cadence, up to and including `until_day` (days after the start); None: with no end."""

    every_days: int
    every_months: int
    until_day: int | None


@dataclass(frozen=True)
class Cadence:
    """Due again and again. `at_start`: the first time on the day of the start itself."""

    steps: tuple[Step, ...]
    at_start: bool


Due = Within | Days | BusinessDays | SameDay | BeforeMonthEnd | AtLeast | Cadence


def months_later(day: date, months: int) -> date:
    """The same day of a later month, or that month's last day where it is shorter."""
    years, month = divmod(day.month - 1 + months, 12)
    year = day.year + years
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def cadence_days(start: date, cadence: Cadence) -> Iterator[date]:
    """The days on which a cadence is due, without end: take as many as are needed.

    A pace that ends on a day is also due on that day, so no gap opens between two paces.
    """
    if cadence.at_start:
        yield start
    last = start
    for step in cadence.steps:
        end = None if step.until_day is None else start + timedelta(days=step.until_day)
        for day in _paces(last, step):
            if end is not None and day >= end:
                yield end
                last = end
                break
            yield day


def _paces(anchor: date, step: Step) -> Iterator[date]:
    """The days of one pace after `anchor`, counted from it each time so that months do not drift."""
    times = 0
    while True:
        times += 1
        shifted = months_later(anchor, step.every_months * times)
        yield shifted + timedelta(days=step.every_days * times)


def is_no_looser(new: Due, *, than: Due) -> bool:
    """Whether `new` asks for at least as much as `than`. Two ways of counting are never compared: False."""
    match new, than:
        case Within(hours=ours), Within(hours=theirs):
            return ours <= theirs
        case (Days(count=ours), Days(count=theirs)) | (BusinessDays(count=ours), BusinessDays(count=theirs)):
            return ours <= theirs
        case (AtLeast(days=ours), AtLeast(days=theirs)) | (
            BeforeMonthEnd(days=ours),
            BeforeMonthEnd(days=theirs),
        ):
            return ours >= theirs
        case Cadence(), Cadence():
            some_day = date(2025, 1, 31)
            pairs = zip(cadence_days(some_day, new), cadence_days(some_day, than), strict=False)
            return all(ours_on <= theirs_on for ours_on, theirs_on in islice(pairs, 120))
        case _:
            return new == than


def say_due(due: Due) -> str:  # noqa: PLR0911 - because each way of being due is one line of its own
    """A due in plain English, for sentences to operators and staff."""
    match due:
        case Within(hours=hours):
            return _some(hours, "hour")
        case Days(count=count):
            return _some(count, "day")
        case BusinessDays(count=count):
            return _some(count, "business day")
        case SameDay():
            return "the same day"
        case BeforeMonthEnd(days=days):
            return f"{_some(days, 'day')} before the end of the month"
        case AtLeast(days=days):
            return f"at least {_some(days, 'day')}"
        case Cadence(steps=steps):
            return "every " + ", then every ".join(_say_step(step) for step in steps)


def _some(count: int, what: str) -> str:
    return f"1 {what}" if count == 1 else f"{count} {what}s"


def _say_step(step: Step) -> str:
    pace = _some(step.every_days, "day") if step.every_days else _some(step.every_months, "month")
    return pace if step.until_day is None else f"{pace} to day {step.until_day}"


def gives_due(row: Row) -> bool:
    return any(row.has(name) for name in DUE_FIELDS)


def read_due(row: Row) -> Due:  # noqa: PLR0911 - because each way of being due is one line of its own
    """Read the one way in which a row is due."""
    said = [name for name in DUE_FIELDS - {"at_start"} if row.has(name)]
    if len(said) != 1:
        raise row.wrong("needs exactly one way to be due, such as “hours” or “business_days”")
    match said[0]:
        case "hours":
            return Within(row.count("hours"))
        case "days":
            return Days(row.count("days"))
        case "business_days":
            return BusinessDays(row.count("business_days"))
        case "before_month_end_days":
            return BeforeMonthEnd(row.count("before_month_end_days"))
        case "at_least_days":
            return AtLeast(row.count("at_least_days"))
        case "same_day":
            if not row.flag("same_day"):
                raise row.wrong("has “same_day” and says it is false: leave it out")
            return SameDay()
        case _:
            return _read_cadence(row)


def _read_cadence(row: Row) -> Cadence:
    steps = tuple(_read_step(one) for one in row.rows("cadence"))
    ends = [step.until_day for step in steps]
    if not steps or ends[-1] is not None or None in ends[:-1]:
        raise row.wrong("needs an “until_day” in every step of “cadence” but the last")
    days = [end for end in ends if end is not None]
    if days != sorted(set(days)):
        raise row.wrong("has steps of “cadence” that do not follow each other")
    return Cadence(steps=steps, at_start=row.flag("at_start"))


def _read_step(row: Row) -> Step:
    row.only(frozenset({"every_days", "every_months", "until_day"}))
    if row.has("every_days") is row.has("every_months"):
        raise row.wrong("needs “every_days” or “every_months” in each step of “cadence”")
    return Step(
        every_days=row.count("every_days") if row.has("every_days") else 0,
        every_months=row.count("every_months") if row.has("every_months") else 0,
        until_day=row.count("until_day") if row.has("until_day") else None,
    )
