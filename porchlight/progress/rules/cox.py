"""One log-ratio by partial likelihood: half-open risk intervals, Efron's ties, variance clustered by youth.

Sources: Cox 1972; Efron 1977; Lin and Wei 1989 for the robust variance. A row is at risk at `time` when
start < time <= stop.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

_MOST_TURNS = 60
_CLOSE_ENOUGH = 1e-12
# A log-ratio this far out has no end: one group alone has the events.
_NO_END = 25.0
_LEAST_INFORMATION = 1e-12


@dataclass(frozen=True)
class AtRisk:
    """One stretch of time at risk for one young person, ending with an event or without."""

    youth: str | float
    stratum: float
    start: float
    stop: float
    event: bool
    x: float


@dataclass(frozen=True)
class Fit:
    """`log_ratio` for one unit of x, and its standard errors with and without clustering by youth."""

    log_ratio: float
    robust_se: float
    naive_se: float


@dataclass(frozen=True)
class _Moment:
    """The rows at risk at one time in one stratum, and those of them whose event it is; both by place."""

    at_risk: tuple[int, ...]
    events: tuple[int, ...]


def fit(rows: Sequence[AtRisk]) -> Fit | None:
    """Fit the log-ratio; None when the rows cannot tell: no event, no difference in x, or no end to it."""
    if not rows:
        return None
    moments = _moments(rows)
    middle = math.fsum(row.x for row in rows) / len(rows)
    xs = [row.x - middle for row in rows]
    reach = max(xs) - min(xs)
    if not moments or reach == 0:
        return None
    scaled = [x / reach for x in xs]
    solved = _solve(moments, scaled)
    if solved is None:
        return None
    beta, information = solved
    residuals = _score_residuals(moments, scaled, beta)
    by_youth: dict[str | float, float] = {}
    for row, residual in zip(rows, residuals, strict=True):
        by_youth[row.youth] = by_youth.get(row.youth, 0.0) + residual
    robust = math.sqrt(math.fsum(total * total for total in by_youth.values())) / information
    return Fit(
        log_ratio=beta / reach,
        robust_se=robust / reach,
        naive_se=1 / math.sqrt(information) / reach,
    )


def _moments(rows: Sequence[AtRisk]) -> list[_Moment]:
    times = sorted({(row.stratum, row.stop) for row in rows if row.event})
    moments: list[_Moment] = []
    for stratum, time in times:
        at_risk = tuple(
            place for place, row in enumerate(rows) if row.stratum == stratum and row.start < time <= row.stop
        )
        events = tuple(place for place in at_risk if rows[place].event and rows[place].stop == time)
        moments.append(_Moment(at_risk=at_risk, events=events))
    return moments


def _solve(moments: Sequence[_Moment], xs: Sequence[float]) -> tuple[float, float] | None:
    """Newton's steps, at most 1 long, until the score is zero; the log-ratio and its information."""
    beta, turns = 0.0, 0
    while True:
        turns += 1
        score, information = _score(moments, xs, beta)
        if information < _LEAST_INFORMATION or abs(beta) > _NO_END or turns > _MOST_TURNS:
            return None
        step = max(-1.0, min(1.0, score / information))
        beta += step
        if abs(step) < _CLOSE_ENOUGH * max(1.0, abs(beta)):
            return beta, _score(moments, xs, beta)[1]


def _score(moments: Sequence[_Moment], xs: Sequence[float], beta: float) -> tuple[float, float]:
    score, information = 0.0, 0.0
    weights = [math.exp(beta * x) for x in xs]
    for moment in moments:
        sums = _sums(moment.at_risk, xs, weights)
        tied = _sums(moment.events, xs, weights)
        score += math.fsum(xs[place] for place in moment.events)
        for part in _parts(moment):
            s0, s1, s2 = (all_ - part * own for all_, own in zip(sums, tied, strict=True))
            score -= s1 / s0
            information += s2 / s0 - (s1 / s0) ** 2
    return score, information


def _score_residuals(moments: Sequence[_Moment], xs: Sequence[float], beta: float) -> list[float]:
    """What each row adds to the score, its expectation taken off; they sum to zero at the solution."""
    weights = [math.exp(beta * x) for x in xs]
    residuals = [0.0 for _ in xs]
    for moment in moments:
        sums = _sums(moment.at_risk, xs, weights)
        tied = _sums(moment.events, xs, weights)
        events = frozenset(moment.events)
        for part in _parts(moment):
            s0, s1 = (all_ - part * own for all_, own in zip(sums[:2], tied[:2], strict=True))
            mean = s1 / s0
            for place in moment.at_risk:
                mine = (1 - part) if place in events else 1.0
                residuals[place] -= mine * weights[place] * (xs[place] - mean) / s0
            for place in moment.events:
                residuals[place] += (xs[place] - mean) / len(moment.events)
    return residuals


def _sums(places: Sequence[int], xs: Sequence[float], weights: Sequence[float]) -> tuple[float, float, float]:
    return (
        math.fsum(weights[place] for place in places),
        math.fsum(weights[place] * xs[place] for place in places),
        math.fsum(weights[place] * xs[place] ** 2 for place in places),
    )


def _parts(moment: _Moment) -> list[float]:
    """Efron's parts: of d events at one time, the l-th finds l / d of them already gone."""
    return [gone / len(moment.events) for gone in range(len(moment.events))]
