"""Invented weeks of invented young people, day by day, to see what the rules would say of them.

Source of the process: progress.md section 3.5. All of it is assumption; nothing here stems from a person.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from random import Random

REFERENCE_WEEKS = 8
WEEKS = 34
DAYS_A_WEEK = 7
LONGEST_AWAY = 30.0
MEDIAN_AWAY = 0.8
SPREAD_AWAY = 1.2
SPREAD_OF_MEDIANS = 0.5
SPREAD_OF_SHARES = 0.7


@dataclass(frozen=True)
class Weather:
    """Good and bad weeks: the spread and the week-to-week likeness of the logarithm of the rate."""

    spread: float = 0.5
    likeness: float = 0.5


@dataclass(frozen=True)
class Change:
    """What truly changes after the first eight weeks; the default is nothing."""

    leaving: float = 1.0
    time_away: float = 1.0
    own_return: tuple[float, float] = (0.30, 0.30)
    contact: tuple[float, float] = (0.35, 0.35)


@dataclass(frozen=True)
class Absence:
    week: int
    days: float
    own_return: bool
    contact: bool


@dataclass(frozen=True)
class Day:
    """One day in care, and whether the young person left on it."""

    week: int
    left: bool


@dataclass(frozen=True)
class Life:
    days: Sequence[Day]
    absences: Sequence[Absence]
    longest_run: Sequence[float]

    def weekly(self) -> tuple[list[float], list[float]]:
        """Leavings and days in care of each week, as if every day were confirmed."""
        return count_by_week(self.days)


def luck(seed: str) -> Random:
    """Chance that falls the same way each time for the same seed."""
    return Random(seed)  # noqa: S311 - because a simulation needs a fixed seed, not a secret


def count_by_week(days: Sequence[Day]) -> tuple[list[float], list[float]]:
    """Leavings and days in care of each week among these days."""
    leavings, in_care = [0.0] * WEEKS, [0.0] * WEEKS
    for day in days:
        leavings[day.week] += day.left
        in_care[day.week] += 1
    return leavings, in_care


def one_of_three_groups(chance: Random, *, place: int) -> float:
    """Rate for each seven days in care: groups of 0.3 to 1, 1 to 3, 3 to 6 in turn (tables A and D)."""
    low, high = ((0.3, 1.0), (1.0, 3.0), (3.0, 6.0))[place % 3]
    return chance.uniform(low, high)


def near_one_of_three(chance: Random, *, place: int) -> float:
    """Rate for each seven days in care: near 0.6, 2 or 4.5 in turn (tables B and C)."""
    return (0.6, 2.0, 4.5)[place % 3] * math.exp(chance.gauss(0, 0.2))


def two_weeks_elsewhere(chance: Random) -> frozenset[int]:
    """One in ten spends two weeks running where leaving is not possible."""
    if chance.random() >= 0.1:
        return frozenset()
    first = chance.randrange(WEEKS - 1)
    return frozenset((first, first + 1))


def live(
    chance: Random,
    *,
    rate: float,
    change: Change,
    weather: Weather,
    whole_days: Callable[[float], int],
    elsewhere: frozenset[int] = frozenset(),
) -> Life:
    """Live through all weeks a day at a time; of each time away, `whole_days` are not in care."""
    factors = _weather_by_week(chance, weather)
    median = MEDIAN_AWAY * math.exp(chance.gauss(0, SPREAD_OF_MEDIANS))
    own, contact = _own_shares(chance, change.own_return), _own_shares(chance, change.contact)
    days: list[Day] = []
    absences: list[Absence] = []
    longest_run = [0.0] * WEEKS
    days_away, run = 0, 0
    for day in range(WEEKS * DAYS_A_WEEK):
        week = day // DAYS_A_WEEK
        if week in elsewhere or days_away > 0:
            days_away = 0 if week in elsewhere else days_away - 1
            run = 0
            continue
        changed = week >= REFERENCE_WEEKS
        daily = rate * (change.leaving if changed else 1.0) * factors[week] / DAYS_A_WEEK
        left = chance.random() < -math.expm1(-daily)
        days.append(Day(week=week, left=left))
        run += 1
        longest_run[week] = max(longest_run[week], run)
        if not left:
            continue
        away = median * (change.time_away if changed else 1.0) * math.exp(chance.gauss(0, SPREAD_AWAY))
        away = min(away, LONGEST_AWAY)
        days_away, run = whole_days(away), 0
        absences.append(
            Absence(
                week=week,
                days=away,
                own_return=chance.random() < own[changed],
                contact=chance.random() < contact[changed],
            )
        )
    return Life(days=days, absences=absences, longest_run=longest_run)


def _weather_by_week(chance: Random, weather: Weather) -> list[float]:
    level = chance.gauss(0, weather.spread)
    fresh = weather.spread * math.sqrt(1 - weather.likeness**2)
    factors: list[float] = []
    for _ in range(WEEKS):
        factors.append(math.exp(level))
        level = weather.likeness * level + chance.gauss(0, fresh)
    return factors


def _own_shares(chance: Random, shares: tuple[float, float]) -> tuple[float, float]:
    """This young person's own shares before and after, with one effect of theirs on the logit."""
    effect = chance.gauss(0, SPREAD_OF_SHARES)
    before, after = (1 / (1 + math.exp(-math.log(share / (1 - share)) - effect)) for share in shares)
    return before, after
