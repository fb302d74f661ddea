"""What the young person rates and aims for: single-item scales, and goals on a ladder of five rungs."""

from __future__ import annotations

import math
from collections.abc import Sequence
from statistics import median
from typing import TypedDict

from porchlight.progress.rules.checks import all_finite, all_not_negative, same_length
from porchlight.progress.rules.errors import BadInput
from porchlight.progress.rules.ranks import chance_of_u_this_large, pairs_above


class GoalScore(TypedDict):
    t: float | None


class ScaleShift(TypedDict):
    nap: float | None
    p_permutation: float | None
    median_before: float | None
    median_now: float | None


def gas_t(scores: Sequence[float], *, weights: Sequence[float], rho: float) -> GoalScore:
    """Goal attainment T for a group's report: 50 where goals are met as expected; never shown for one youth.

    `scores` are rungs from -2 to 2; `rho`, 0 to 1, is the expected correlation of goals. None without a goal
    that weighs anything. Source: Kiresuk and Sherman 1968.
    """
    same_length(scores, weights, called="Scores and weights")
    all_not_negative(weights, called="A weight")
    if any(not -2 <= score <= 2 for score in scores):
        raise BadInput("A rung lies between -2 and 2.")
    if not 0 <= rho <= 1:
        raise BadInput("The expected correlation lies between 0 and 1.")
    squares = math.fsum(weight * weight for weight in weights)
    spread = math.sqrt((1 - rho) * squares + rho * math.fsum(weights) ** 2)
    if spread == 0:
        return {"t": None}
    moved = math.fsum(weight * score for weight, score in zip(weights, scores, strict=True))
    return {"t": 50 + 10 * moved / spread}


def scale_shift(before: Sequence[float], *, now: Sequence[float]) -> ScaleShift:
    """Compare a youth's own ratings now with those before: all pairs, and every relabelling.

    `nap` is the share of pairs in which now is higher, a tie as a half: 0.5 is no shift. `p_permutation` is
    one-sided. None when either side has no rating. Below four ratings a side nothing should be said of it.
    """
    all_finite(before, called="Ratings")
    all_finite(now, called="Ratings")
    compared = bool(before) and bool(now)
    return {
        "nap": pairs_above(now, before=before) / (len(now) * len(before)) if compared else None,
        "p_permutation": chance_of_u_this_large(before, now=now) if compared else None,
        "median_before": median(before) if before else None,
        "median_now": median(now) if now else None,
    }
