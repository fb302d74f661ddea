"""Business days: the days on which the county's court does not rest."""

from __future__ import annotations

from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from datetime import date, timedelta

_SATURDAY = 5


@dataclass(frozen=True)
class CourtCalendar:
    """The court holidays on the days they are observed.

    `known_until` is the last day they were looked up for; past it only weekends are known.
    `unconfirmed_years` are those that no named person has checked.
    """

    holidays: frozenset[date]
    known_until: date
    unconfirmed_years: tuple[int, ...]


def is_court_day(day: date, *, holidays: AbstractSet[date]) -> bool:
    """Whether a day is neither Saturday, Sunday nor a court holiday."""
    return day.weekday() < _SATURDAY and day not in holidays


def court_days_after(day: date, *, count: int, holidays: AbstractSet[date]) -> date:
    """The day that is `count` court days after `day`, which is not counted itself.

    Past the last known holiday only weekends are skipped, so the answer can be early, never late.
    """
    for _ in range(count):
        day += timedelta(days=1)
        while not is_court_day(day, holidays=holidays):
            day += timedelta(days=1)
    return day
