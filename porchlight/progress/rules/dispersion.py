"""How much more weekly counts vary than chance alone would make them."""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import TypedDict

from porchlight.progress.rules.checks import all_not_negative, same_length


class Dispersion(TypedDict):
    phi: float | None


def dispersion(counts: Sequence[float], *, days: Sequence[float]) -> Dispersion:
    """Pearson's chi-square over its degrees of freedom, for weekly counts about one rate.

    1 is chance alone. Weeks without a day in care are left out. None with fewer than two such weeks, or when
    nothing happened in any.
    """
    same_length(counts, days, called="Counts and days")
    all_not_negative(counts, called="The number of leavings")
    all_not_negative(days, called="Days in care")
    weeks = [(count, exposed) for count, exposed in zip(counts, days, strict=True) if exposed > 0]
    total = math.fsum(count for count, _ in weeks)
    if len(weeks) < 2 or total == 0:
        return {"phi": None}
    rate = total / math.fsum(exposed for _, exposed in weeks)
    squares = math.fsum((count - rate * exposed) ** 2 / (rate * exposed) for count, exposed in weeks)
    return {"phi": squares / (len(weeks) - 1)}
