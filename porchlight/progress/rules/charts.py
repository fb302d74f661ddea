"""Charts of counts over weeks. At these counts limits mislead, so no page judges a youth by them."""

from __future__ import annotations

import math
from collections.abc import Sequence
from itertools import groupby, pairwise
from statistics import median
from typing import TypedDict

from porchlight.progress.rules.checks import all_finite, all_not_negative, same_length

# 3 / d2 and D4 for moving ranges of two; 3 sigma for rates.
_LIMIT_OF_VALUES = 2.66
_LIMIT_OF_RANGES = 3.267


class RunChart(TypedDict):
    median: float | None
    n_useful: int
    longest_run: int
    longest_run_limit: int | None
    crossings: int
    crossings_limit: int | None
    runs_signal: bool
    crossings_signal: bool


class MovingRangeLimits(TypedDict):
    mean: float | None
    mean_moving_range: float | None
    lower: float | None
    upper: float | None
    range_upper: float | None


class RateLimits(TypedDict):
    center: float | None
    lower: list[float | None]
    upper: list[float | None]


def run_chart(values: Sequence[float]) -> RunChart:
    """Runs on one side of the median, and crossings of it; values on it do not count (Anhoej's rules).

    The longest run signals when above round(log2 n + 3), crossings when below the 5 % point of
    Binomial(n - 1, 1/2). Limits are None when no value is off the median.
    """
    all_finite(values, called="Values")
    middle = median(values) if values else None
    sides = [] if middle is None else [value > middle for value in values if value != middle]
    runs = [len(list(run)) for _, run in groupby(sides)]
    longest = max(runs, default=0)
    crossings = max(0, len(runs) - 1)
    longest_limit = round(math.log2(len(sides)) + 3) if sides else None
    crossings_limit = _fewest_crossings(len(sides)) if sides else None
    return {
        "median": middle,
        "n_useful": len(sides),
        "longest_run": longest,
        "longest_run_limit": longest_limit,
        "crossings": crossings,
        "crossings_limit": crossings_limit,
        "runs_signal": longest_limit is not None and longest > longest_limit,
        "crossings_signal": crossings_limit is not None and crossings < crossings_limit,
    }


def xmr_limits(values: Sequence[float]) -> MovingRangeLimits:
    """Mean and moving-range limits of single values, the lower cut at 0; limits None below two values."""
    all_finite(values, called="Values")
    mean = math.fsum(values) / len(values) if values else None
    moving = mean_moving_range(values)
    if mean is None or moving is None:
        return {"mean": mean, "mean_moving_range": None, "lower": None, "upper": None, "range_upper": None}
    return {
        "mean": mean,
        "mean_moving_range": moving,
        "lower": max(0.0, mean - _LIMIT_OF_VALUES * moving),
        "upper": mean + _LIMIT_OF_VALUES * moving,
        "range_upper": _LIMIT_OF_RANGES * moving,
    }


def mean_moving_range(values: Sequence[float]) -> float | None:
    """Mean distance from each value to the next; None below two values."""
    moves = [abs(following - value) for value, following in pairwise(values)]
    return math.fsum(moves) / len(moves) if moves else None


def u_chart(counts: Sequence[float], *, days: Sequence[float]) -> RateLimits:
    """Overall rate for each day in care and three-sigma limits for each week, the lower cut at 0.

    A week without a day in care has no limits (None); no week with one has no center.
    """
    same_length(counts, days, called="Counts and days")
    all_not_negative(counts, called="The number of leavings")
    all_not_negative(days, called="Days in care")
    exposed = math.fsum(days)
    if exposed == 0:
        return {"center": None, "lower": [None for _ in days], "upper": [None for _ in days]}
    seen = math.fsum(count for count, week in zip(counts, days, strict=True) if week > 0)
    center = seen / exposed
    widths = [3 * math.sqrt(center / week) if week > 0 else None for week in days]
    return {
        "center": center,
        "lower": [None if width is None else max(0.0, center - width) for width in widths],
        "upper": [None if width is None else center + width for width in widths],
    }


def _fewest_crossings(useful: int) -> int:
    """The fewest crossings with a chance of at least 5 % of so many or fewer, if sides were coin tosses."""
    tosses = useful - 1
    needed = 2**tosses
    ways, seen, crossings = 1, 1, 0
    while 20 * seen < needed:
        ways = ways * (tosses - crossings) // (crossings + 1)
        crossings += 1
        seen += ways
    return crossings
