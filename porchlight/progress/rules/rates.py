"""Leavings for each day in care, before and now: exact ratio, chance that it fell, what would undo that."""

from __future__ import annotations

import math
from typing import TypedDict

from porchlight.progress.rules.beta import odds_quantile, regularised_beta
from porchlight.progress.rules.checks import above_zero, inside_unit, not_negative, whole

# The prior of the progress reference, section 2: half an event, no days.
PRIOR_EVENTS = 0.5
# The same slack as R's exact tests: equal chances that differ by rounding count as equal.
_ROUNDING = 1 + 1e-7


class Counted(TypedDict):
    """`count` events over `days` in care."""

    count: float
    days: float


class RateRatio(TypedDict):
    ratio: float | None
    ci_low: float | None
    ci_high: float | None
    p_two_sided: float | None
    p_lower: float | None
    p_lower_mid: float | None


class RateLower(TypedDict):
    probability: float | None
    ratio_q05: float | None
    ratio_q50: float | None
    ratio_q95: float | None


class Tipping(TypedDict):
    probability: float | None
    unseen_leavings_that_undo_it: int | None


def chance_rate_lower(
    before_count: float,
    *,
    before_days: float,
    now_count: float,
    now_days: float,
    phi: float,
    prior_a: float = PRIOR_EVENTS,
    prior_b: float = 0.0,
) -> float | None:
    """Chance that the rate now is lower than before; None when either side has no days.

    `phi` tempers both counts and days for clustering: 1 is none. Gamma priors of `prior_a` events in
    `prior_b` days. Closed form, defined at zero events.
    """
    if before_days <= 0 or now_days <= 0:
        return None
    a, b = prior_a + now_count / phi, prior_a + before_count / phi
    if a <= 0 or b <= 0:
        return None
    x = (prior_b + now_days / phi) / (2 * prior_b + (before_days + now_days) / phi)
    return regularised_beta(x, a=a, b=b)


def prob_rate_lower(before: Counted, *, now: Counted, prior_a: float, prior_b: float, phi: float) -> RateLower:
    """Chance that the rate now is lower than before, and the 5, 50 and 95 % points of the ratio now / before.

    All None when either side has no days. Counts and days may be parts. `phi` above 0.
    """
    before_count, before_days = _seen(before)
    now_count, now_days = _seen(now)
    not_negative(prior_a, called="The prior's events")
    not_negative(prior_b, called="The prior's days")
    above_zero(phi, called="The dispersion")
    probability = chance_rate_lower(
        before_count,
        before_days=before_days,
        now_count=now_count,
        now_days=now_days,
        phi=phi,
        prior_a=prior_a,
        prior_b=prior_b,
    )
    if probability is None:
        return {"probability": None, "ratio_q05": None, "ratio_q50": None, "ratio_q95": None}
    a, b = prior_a + now_count / phi, prior_a + before_count / phi
    scale = (prior_b + before_days / phi) / (prior_b + now_days / phi)
    low, middle, high = (scale * odds_quantile(chance, a=a, b=b) for chance in (0.05, 0.5, 0.95))
    return {"probability": probability, "ratio_q05": low, "ratio_q50": middle, "ratio_q95": high}


def rate_ratio_exact(before: Counted, *, now: Counted, confidence: float) -> RateRatio:
    """Rate now over rate before with its conditional exact interval and p-values; counts are whole.

    `ratio` is None when nothing happened before (no ratio, or one without end); `ci_high` None means without
    end. `p_lower` is one-sided, `p_lower_mid` takes off half the point's chance, `p_two_sided` is by minimum
    likelihood. All None when either side has no days. Source: Clopper and Pearson 1934; same values as R's
    poisson.test.
    """
    inside_unit(confidence, called="Confidence")
    k, total = _whole_count(now), _whole_count(now) + _whole_count(before)
    now_days, before_days = _seen(now)[1], _seen(before)[1]
    if now_days == 0 or before_days == 0:
        return _no_ratio()
    chance = now_days / (now_days + before_days)
    scale = before_days / now_days
    tail = (1 - confidence) / 2
    others = total - k
    p_lower = _at_most(k, total, chance)
    return {
        "ratio": None if others == 0 else k / others * scale,
        "ci_low": 0.0 if k == 0 else scale * odds_quantile(tail, a=k, b=others + 1),
        "ci_high": None if others == 0 else scale * odds_quantile(1 - tail, a=k + 1, b=others),
        "p_two_sided": _two_sided(k, total, chance),
        "p_lower": p_lower,
        "p_lower_mid": p_lower - _exactly(k, total, chance) / 2,
    }


def tipping_count(before: Counted, *, now: Counted, phi: float, threshold: float) -> Tipping:
    """How many leavings nobody saw, added to now, would bring the chance of a lower rate under the threshold.

    0 when the statement does not hold to begin with; both None when either side has no days.
    """
    above_zero(phi, called="The dispersion")
    inside_unit(threshold, called="The threshold")
    before_count, before_days = _seen(before)
    now_count, now_days = _seen(now)

    def holds_with(unseen: int) -> float | None:
        return chance_rate_lower(
            before_count, before_days=before_days, now_count=now_count + unseen, now_days=now_days, phi=phi
        )

    probability = holds_with(0)
    if probability is None:
        return {"probability": None, "unseen_leavings_that_undo_it": None}
    unseen = 0
    chance = probability
    step = 1
    while chance >= threshold:
        unseen, step = unseen + step, step * 2
        chance = holds_with(unseen) or 0.0
    holds, undone = unseen - step // 2, unseen
    while undone - holds > 1:
        middle = (holds + undone) // 2
        if (holds_with(middle) or 0.0) >= threshold:
            holds = middle
        else:
            undone = middle
    return {"probability": probability, "unseen_leavings_that_undo_it": undone}


def _no_ratio() -> RateRatio:
    return {
        "ratio": None,
        "ci_low": None,
        "ci_high": None,
        "p_two_sided": None,
        "p_lower": None,
        "p_lower_mid": None,
    }


def _seen(side: Counted) -> tuple[float, float]:
    count = not_negative(side["count"], called="The number of leavings")
    return count, not_negative(side["days"], called="Days in care")


def _whole_count(side: Counted) -> int:
    return whole(side["count"], called="The number of leavings")


def _exactly(k: int, total: int, chance: float) -> float:
    ways = math.lgamma(total + 1) - math.lgamma(k + 1) - math.lgamma(total - k + 1)
    return math.exp(ways + k * math.log(chance) + (total - k) * math.log1p(-chance))


def _at_most(k: int, total: int, chance: float) -> float:
    if k < 0:
        return 0.0
    if k >= total:
        return 1.0
    return regularised_beta(1 - chance, a=total - k, b=k + 1)


def _two_sided(k: int, total: int, chance: float) -> float:
    """Chance of all counts no likelier than `k`; the other side's are found by halving."""
    limit = _exactly(k, total, chance) * _ROUNDING
    mode = min(total, math.floor((total + 1) * chance))
    if k == mode:
        return 1.0
    if k < mode:
        low, high = mode - 1, total + 1
        while high - low > 1:
            middle = (low + high) // 2
            if _exactly(middle, total, chance) <= limit:
                high = middle
            else:
                low = middle
        return min(1.0, _at_most(k, total, chance) + 1 - _at_most(high - 1, total, chance))
    low, high = -1, mode + 1
    while high - low > 1:
        middle = (low + high) // 2
        if _exactly(middle, total, chance) <= limit:
            low = middle
        else:
            high = middle
    return min(1.0, _at_most(low, total, chance) + 1 - _at_most(k - 1, total, chance))
