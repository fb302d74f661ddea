"""Leavings that recur, for groups of young people: how many on average, and what goes with more or fewer.

Association only. Below ten events for each thing asked about, report counts alone.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TypedDict

from porchlight.progress.rules.checks import all_finite, flag, not_negative
from porchlight.progress.rules.cox import AtRisk, fit
from porchlight.progress.rules.errors import BadInput


class Stretch(TypedDict):
    """Days from `start` to `stop` at risk of leaving; `ev` 1 if a leaving ended them, else 0."""

    id: float | str
    start: float
    stop: float
    ev: float


class StretchWithX(Stretch):
    x: float


class Gap(TypedDict):
    """Days at risk since the last return before the `k`-th leaving; `ev` 1 if it came, 0 if not yet."""

    id: float | str
    k: float
    gap: float
    ev: float
    x: float


class MeanCumulative(TypedDict):
    time: list[float]
    mean_cumulative: list[float]


class RateModel(TypedDict):
    log_ratio: float | None
    robust_se: float | None
    naive_se: float | None
    n_events: int


class GapModel(TypedDict):
    log_ratio: float | None
    robust_se: float | None


def mcf(rows: Sequence[Stretch]) -> MeanCumulative:
    """Mean number of leavings so far for each young person, at each time of a leaving (Nelson-Aalen).

    Time runs in days from a common beginning; only those at risk then count. Empty lists without a leaving.
    """
    checked = list(_stretches(rows))
    times = sorted({row.stop for row in checked if row.event})
    cumulative: list[float] = []
    total = 0.0
    for time in times:
        at_risk = sum(row.start < time <= row.stop for row in checked)
        total += sum(row.event and row.stop == time for row in checked) / at_risk
        cumulative.append(total)
    return {"time": times, "mean_cumulative": cumulative}


def andersen_gill(rows: Sequence[StretchWithX]) -> RateModel:
    """Log-ratio of the rate of leaving for one unit of x, with variance by youth (Andersen and Gill 1982).

    Stretches are half open, (start, stop]; ties by Efron. None where the rows cannot tell: no leaving, no
    difference in x, or leavings in one group alone.
    """
    all_finite([row["x"] for row in rows], called="x")
    checked = list(_stretches(rows))
    model = fit(
        [
            AtRisk(row.youth, row.stratum, row.start, row.stop, row.event, given["x"])
            for row, given in zip(checked, rows, strict=True)
        ]
    )
    return {
        "log_ratio": model.log_ratio if model else None,
        "robust_se": model.robust_se if model else None,
        "naive_se": model.naive_se if model else None,
        "n_events": sum(row.event for row in checked),
    }


def gap_time(rows: Sequence[Gap]) -> GapModel:
    """Log-ratio of the rate of leaving since the last return, each order `k` on its own.

    Prentice, Williams and Peterson 1981; ties by Efron, variance by youth. None where the rows cannot tell.
    """
    all_finite([row["x"] for row in rows], called="x")
    all_finite([row["k"] for row in rows], called="The order of a leaving")
    model = fit(
        [
            AtRisk(
                youth=row["id"],
                stratum=row["k"],
                start=-1.0,  # a leaving on the very day of return is at risk, too
                stop=not_negative(row["gap"], called="Days since the last return"),
                event=flag(row["ev"], called="Whether the leaving came"),
                x=row["x"],
            )
            for row in rows
        ]
    )
    return {
        "log_ratio": model.log_ratio if model else None,
        "robust_se": model.robust_se if model else None,
    }


def _stretches(rows: Sequence[Stretch]) -> Iterator[AtRisk]:
    for row in rows:
        start, stop = row["start"], row["stop"]
        all_finite((start, stop), called="Days from the beginning")
        if not start < stop:
            raise BadInput("A stretch at risk ends after it begins.")
        yield AtRisk(row["id"], 0.0, start, stop, flag(row["ev"], called="Whether it ended by leaving"), 0.0)
