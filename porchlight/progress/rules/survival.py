"""How long until a young person is back, absences that are still open included as "not yet"."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TypedDict

from porchlight.progress.rules.checks import above_zero, flag, not_negative, same_length

_ALMOST = 1e-9


class Absences(TypedDict):
    """`days` away so far, and `returned` 1 if that is when the youth came back, 0 if still away."""

    days: list[float]
    returned: list[float]


class Curve(TypedDict):
    time: list[float]
    still_away: list[float]
    std_err: list[float | None]


class ReturnTimes(TypedDict):
    median_before: float | None
    median_now: float | None
    restricted_mean_before: float | None
    restricted_mean_now: float | None
    logrank_chi2: float | None
    logrank_p: float | None


@dataclass(frozen=True)
class _Step:
    """At `time`, `back` of `away` absences ended; with `back` 0 some were only followed until then."""

    time: float
    back: int
    away: int


def km_curve(days: Sequence[float], *, returned: Sequence[float]) -> Curve:
    """Share still away after each time at which somebody came back (Kaplan-Meier).

    `std_err` is Greenwood's, None where nobody is left away. Empty lists when nobody came back.
    """
    times: list[float] = []
    shares: list[float] = []
    errors: list[float | None] = []
    share, spread = 1.0, 0.0
    for step in _steps(days, returned):
        if step.back == 0:
            continue
        share *= (step.away - step.back) / step.away
        left = step.away - step.back
        times.append(step.time)
        shares.append(share)
        if left == 0:
            errors.append(None)
            continue
        spread += step.back / (step.away * left)
        errors.append(share * math.sqrt(spread))
    return {"time": times, "still_away": shares, "std_err": errors}


def return_times(before: Absences, *, now: Absences, horizon_days: float) -> ReturnTimes:
    """Days until back, before and now: medians, means up to the horizon, and the log-rank test.

    A median is None when half have not come back; where the curve is flat at one half it is the middle of the
    flat piece. A mean past the last time known takes the curve as flat. The test is None when it has nothing
    to compare. Same conventions as R's survfit and survdiff.
    """
    above_zero(horizon_days, called="The horizon")
    steps_before = _steps(before["days"], before["returned"])
    steps_now = _steps(now["days"], now["returned"])
    chi2 = _log_rank(steps_before, steps_now)
    return {
        "median_before": _median(steps_before),
        "median_now": _median(steps_now),
        "restricted_mean_before": _restricted_mean(steps_before, horizon_days),
        "restricted_mean_now": _restricted_mean(steps_now, horizon_days),
        "logrank_chi2": chi2,
        "logrank_p": None if chi2 is None else math.erfc(math.sqrt(chi2 / 2)),
    }


def _steps(days: Sequence[float], returned: Sequence[float]) -> list[_Step]:
    same_length(days, returned, called="Days away and returns")
    back_at: dict[float, int] = {}
    seen_at: dict[float, int] = {}
    for day, came_back in zip(days, returned, strict=True):
        time = not_negative(day, called="Days away")
        seen_at[time] = seen_at.get(time, 0) + 1
        back_at[time] = back_at.get(time, 0) + flag(came_back, called="Returned")
    away = len(days)
    steps: list[_Step] = []
    for time in sorted(seen_at):
        steps.append(_Step(time=time, back=back_at[time], away=away))
        away -= seen_at[time]
    return steps


def _shares(steps: Sequence[_Step]) -> list[tuple[float, float]]:
    share = 1.0
    shares: list[tuple[float, float]] = []
    for step in steps:
        share *= (step.away - step.back) / step.away
        shares.append((step.time, share))
    return shares


def _median(steps: Sequence[_Step]) -> float | None:
    reached = [(time, share) for time, share in _shares(steps) if share <= 0.5 + _ALMOST]
    if not reached:
        return None
    first_time, first_share = reached[0]
    below = [time for time, share in reached if share < first_share - _ALMOST]
    if abs(first_share - 0.5) <= _ALMOST and below:
        return (first_time + below[0]) / 2
    return first_time


def _restricted_mean(steps: Sequence[_Step], horizon: float) -> float | None:
    if not steps:
        return None
    area, reached, share = 0.0, 0.0, 1.0
    for time, following in _shares(steps):
        if time >= horizon:
            break
        area += share * (time - reached)
        reached, share = time, following
    return area + share * (horizon - reached)


def _log_rank(before: Sequence[_Step], now: Sequence[_Step]) -> float | None:
    difference, variance = 0.0, 0.0
    for time in sorted({step.time for step in (*before, *now) if step.back}):
        back_before, away_before = _at(before, time)
        back_now, away_now = _at(now, time)
        back, away = back_before + back_now, away_before + away_now
        difference += back_now - back * away_now / away
        if away > 1:
            variance += back * (away - back) * away_now * away_before / (away * away * (away - 1))
    return difference * difference / variance if variance > 0 else None


def _at(steps: Sequence[_Step], time: float) -> tuple[int, int]:
    """How many came back at this very time, and how many were still away just before it."""
    for step in steps:
        if step.time >= time:
            return (step.back if step.time == time else 0), step.away
    return 0, 0
