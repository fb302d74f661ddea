"""Charts of the days in care between leavings, and the classical signals; no page judges by them."""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import TypedDict

from porchlight.progress.rules.charts import mean_moving_range
from porchlight.progress.rules.checks import all_finite, all_not_negative

# Nelson 1994: waiting times to this power are nearly normal.
_NELSON = 3.6
_RARE, _UNUSUAL = 0.00135, 0.05
_LIMIT_OF_VALUES = 2.66
# The slack of R's qgeom, so that an exact point is not rounded up.
_ROUNDING = 1e-12


class TimeBetween(TypedDict):
    mean_gap: float | None
    exp_upper_00135: float | None
    exp_upper_05: float | None
    nelson_center: float | None
    nelson_upper: float | None
    nelson_lower: float | None


class DaysBetween(TypedDict):
    center: float | None
    upper: float | None
    lower: float | None
    geom_upper_00135: int | None


class Signals(TypedDict):
    rule1: list[int]
    rule2: list[int]
    rule3: list[int]
    rule4: list[int]


def t_chart(gaps: Sequence[float]) -> TimeBetween:
    """Limits for days in care between leavings, by the exponential and by Nelson's power.

    All None without a gap; Nelson's limits None with a single one. The lower limit is cut at 0.
    """
    all_not_negative(gaps, called="Days between leavings")
    powers = [gap ** (1 / _NELSON) for gap in gaps]
    mean = math.fsum(gaps) / len(gaps) if gaps else None
    middle = math.fsum(powers) / len(powers) if powers else None
    moving = mean_moving_range(powers)
    upper = lower = None
    if middle is not None and moving is not None:
        upper = (middle + _LIMIT_OF_VALUES * moving) ** _NELSON
        lower = max(0.0, middle - _LIMIT_OF_VALUES * moving) ** _NELSON
    return {
        "mean_gap": mean,
        "exp_upper_00135": None if mean is None else -mean * math.log(_RARE),
        "exp_upper_05": None if mean is None else -mean * math.log(_UNUSUAL),
        "nelson_center": None if middle is None else middle**_NELSON,
        "nelson_upper": upper,
        "nelson_lower": lower,
    }


def g_chart(gaps: Sequence[float]) -> DaysBetween:
    """Limits for whole days between leavings, three sigma and geometric quantile; None without a gap."""
    all_not_negative(gaps, called="Days between leavings")
    if not gaps:
        return {"center": None, "upper": None, "lower": None, "geom_upper_00135": None}
    center = math.fsum(gaps) / len(gaps)
    width = 3 * math.sqrt(center * (center + 1))
    return {
        "center": center,
        "upper": center + width,
        "lower": max(0.0, center - width),
        "geom_upper_00135": _rare_gap(center),
    }


def western_electric(z: Sequence[float]) -> Signals:
    """Positions, from 1, at which each rule fires; the named point is itself beyond, all on one side.

    Rule 1: beyond 3. Rule 2: two of the last three beyond 2. Rule 3: four of the last five beyond 1.
    Rule 4: the last eight on one side. At the start the rules look at the points there are.
    """
    all_finite(z, called="Distances from the middle")
    return {
        "rule1": _fires(z, beyond=3, needed=1, among=1),
        "rule2": _fires(z, beyond=2, needed=2, among=3),
        "rule3": _fires(z, beyond=1, needed=4, among=5),
        "rule4": _fires(z, beyond=0, needed=8, among=8),
    }


def _fires(z: Sequence[float], *, beyond: float, needed: int, among: int) -> list[int]:
    positions: list[int] = []
    for position in range(1, len(z) + 1):
        recent = z[max(0, position - among) : position]
        side = 1 if recent[-1] > 0 else -1
        outside = [side * point > beyond for point in recent]
        if outside[-1] and sum(outside) >= needed:
            positions.append(position)
    return positions


def _rare_gap(center: float) -> int:
    """The geometric quantile at 1 - 0.00135 with a chance of 1 / (center + 1) each day."""
    if center == 0:
        return 0
    stays = -math.log1p(1 / center)
    return max(0, math.ceil(math.log(_RARE) / stays - 1 - _ROUNDING))
