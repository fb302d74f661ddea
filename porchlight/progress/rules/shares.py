"""Shares before and now, such as "came back by own choice": the chance that the share is higher now."""

from __future__ import annotations

import math
from functools import lru_cache
from typing import TypedDict

from porchlight.progress.rules.beta import regularised_beta
from porchlight.progress.rules.checks import above_zero, whole
from porchlight.progress.rules.errors import BadInput

# Jeffreys' prior.
PRIOR_SHARE = 0.5
# With log-odds 2 sinh(u), this step in u, and ends where e^-24 is left, the sum below is exact to about 1e-9.
_STEP = 0.35
_SCALE = 2.0
_ENDS = 24.0


class Share(TypedDict):
    """`yes` of `of` occasions."""

    yes: float
    of: float


class ShareHigher(TypedDict):
    probability: float | None
    fisher_p_greater: float | None


def prob_share_higher(before: Share, *, now: Share, prior_a: float, prior_b: float) -> ShareHigher:
    """Chance that the share now is higher than before, with Fisher's exact one-sided p-value as a check.

    Counts are whole. Both None when either side has no occasion. The priors are above 0, the same on both
    sides. At 0 yes and small priors the chance is over-confident, so it is never used alone.
    """
    above_zero(prior_a, called="The prior's yes")
    above_zero(prior_b, called="The prior's no")
    before_yes, before_no = _yes_and_no(before)
    now_yes, now_no = _yes_and_no(now)
    if before_yes + before_no == 0 or now_yes + now_no == 0:
        return {"probability": None, "fisher_p_greater": None}
    probability = _step_up(
        0.5,
        start=(prior_a, prior_b, prior_a, prior_b),
        steps=(now_yes, now_no, before_yes, before_no),
    )
    greater = _fisher_greater(now_yes, now_no, before_yes, before_no)
    return {"probability": probability, "fisher_p_greater": greater}


def chance_share_higher(before_yes: int, *, before_of: int, now_yes: int, now_of: int, temper: float) -> float | None:
    """The same chance with Jeffreys' prior and every count over `temper`; None when a side has no occasion.

    Tempering allows for occasions that are alike. Absolute error below 1e-8.
    """
    if before_of <= 0 or now_of <= 0:
        return None
    counts = (now_yes, now_of - now_yes, before_yes, before_of - before_yes)
    tempered = [count / temper for count in counts]
    steps = [math.floor(value + 1e-9) for value in tempered]
    parts = [round(max(0.0, value - step), 12) for value, step in zip(tempered, steps, strict=True)]
    now_a, now_b, before_a, before_b = (PRIOR_SHARE + part for part in parts)
    return _step_up(
        _chance_of_parts(now_a, now_b, before_a, before_b),
        start=(now_a, now_b, before_a, before_b),
        steps=(steps[0], steps[1], steps[2], steps[3]),
    )


def _step_up(chance: float, *, start: tuple[float, float, float, float], steps: tuple[int, int, int, int]) -> float:
    """From P(X > Y) for X ~ Beta(a, b), Y ~ Beta(c, d), add whole counts to a, b, c, d one by one.

    Each step adds or takes B(a+c, b+d) / (B(a, b) B(c, d)) over the parameter that grows.
    """
    a, b, c, d = start
    weight = math.exp(_log_beta(a + c, b + d) - _log_beta(a, b) - _log_beta(c, d))
    for _ in range(steps[0]):
        chance += weight / a
        weight *= (a + c) * (a + b) / ((a + b + c + d) * a)
        a += 1
    for _ in range(steps[2]):
        chance -= weight / c
        weight *= (a + c) * (c + d) / ((a + b + c + d) * c)
        c += 1
    for _ in range(steps[1]):
        chance -= weight / b
        weight *= (b + d) * (a + b) / ((a + b + c + d) * b)
        b += 1
    for _ in range(steps[3]):
        chance += weight / d
        weight *= (b + d) * (c + d) / ((a + b + c + d) * d)
        d += 1
    return min(1.0, max(0.0, chance))


@lru_cache(maxsize=32_768)
def _chance_of_parts(a: float, b: float, c: float, d: float) -> float:
    """P(X > Y) for X ~ Beta(a, b), Y ~ Beta(c, d), all at least one half, by a double exponential sum.

    Source: Takahasi and Mori, "Double exponential formulas for numerical integration", 1974.
    """
    if (a, b) == (c, d):
        return 0.5
    first = -math.ceil(math.asinh(_ENDS / (a + c) / _SCALE) / _STEP)
    last = math.ceil(math.asinh(_ENDS / b / _SCALE) / _STEP)
    total = 0.0
    scale = _log_beta(a, b)
    for node in range(first, last + 1):
        log_odds = _SCALE * math.sinh(node * _STEP)
        odds = math.exp(log_odds)
        density = math.exp(a * log_odds - (a + b) * math.log1p(odds) - scale)
        total += density * math.cosh(node * _STEP) * regularised_beta(odds / (1 + odds), a=c, b=d)
    return total * _SCALE * _STEP


def _fisher_greater(now_yes: int, now_no: int, before_yes: int, before_no: int) -> float:
    """Chance of at least `now_yes` of the yes falling on now, all margins fixed (hypergeometric)."""
    now_of, all_yes = now_yes + now_no, now_yes + before_yes
    all_no = now_no + before_no
    likelihood = math.exp(_log_ways(all_yes, now_yes) + _log_ways(all_no, now_no) - _log_ways(all_yes + all_no, now_of))
    total = 0.0
    for yes in range(now_yes, min(now_of, all_yes) + 1):
        total += likelihood
        no = now_of - yes
        likelihood *= (all_yes - yes) * no / ((yes + 1) * (all_no - no + 1))
    return min(1.0, total)


def _log_beta(a: float, b: float) -> float:
    return math.lgamma(a) + math.lgamma(b) - math.lgamma(a + b)


def _log_ways(of: int, chosen: int) -> float:
    return math.lgamma(of + 1) - math.lgamma(chosen + 1) - math.lgamma(of - chosen + 1)


def _yes_and_no(side: Share) -> tuple[int, int]:
    yes, of = whole(side["yes"], called="The yes"), whole(side["of"], called="The occasions")
    if yes > of:
        raise BadInput("There cannot be more yes than occasions.")
    return yes, of - yes
