"""Exact comparison of two short lists by ranks: every relabelling counted, ties shared."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypedDict

from porchlight.progress.rules.checks import all_not_negative
from porchlight.progress.rules.errors import BadInput

# Beyond this the exact count of relabellings takes seconds, and no youth's record needs it.
MOST_VALUES = 80


class RankSum(TypedDict):
    u: float | None
    p_less: float | None


def rank_sum_exact(before: Sequence[float], *, now: Sequence[float]) -> RankSum:
    """Tell how far the values now lie below those before; for absences all of which have ended.

    `u` counts the pairs in which now is longer, a tie as a half. `p_less` is the exact chance of a `u` this
    small if labels were by chance, given the ties. Both None when either list is empty. At most 80 values.
    """
    all_not_negative(before, called="Days away")
    all_not_negative(now, called="Days away")
    if not before or not now:
        return {"u": None, "p_less": None}
    u = pairs_above(now, before=before)
    ways = _ways_by_u(before, now)
    fewer = sum(count for twice_u, count in ways.items() if twice_u <= round(2 * u))
    return {"u": u, "p_less": fewer / sum(ways.values())}


def chance_of_u_this_large(before: Sequence[float], *, now: Sequence[float]) -> float:
    """Exact one-sided chance that relabelling gives at least as many pairs in which now is higher."""
    twice_u = round(2 * pairs_above(now, before=before))
    ways = _ways_by_u(before, now)
    return sum(count for found, count in ways.items() if found >= twice_u) / sum(ways.values())


def pairs_above(now: Sequence[float], *, before: Sequence[float]) -> float:
    """Count the pairs in which now is above before; a tie is a half."""
    return sum((later > earlier) + (later == earlier) / 2 for later in now for earlier in before)


def _ways_by_u(before: Sequence[float], now: Sequence[float]) -> dict[int, int]:
    """Twice U, and in how many of all relabellings it comes out so."""
    pooled = sorted([*before, *now])
    if len(pooled) > MOST_VALUES:
        raise BadInput(f"At most {MOST_VALUES} values can be compared exactly.")
    size = len(now)
    sums: list[dict[int, int]] = [{0: 1}] + [{} for _ in range(size)]
    for twice_rank in _twice_ranks(pooled):
        for chosen in range(size, 0, -1):
            here = sums[chosen]
            for total, ways in sums[chosen - 1].items():
                here[total + twice_rank] = here.get(total + twice_rank, 0) + ways
    least = size * (size + 1)
    return {total - least: ways for total, ways in sums[size].items()}


def _twice_ranks(ordered: Sequence[float]) -> list[int]:
    """Twice the rank of each value, ties sharing the middle of their places; whole numbers."""
    first: dict[float, int] = {}
    last: dict[float, int] = {}
    for place, value in enumerate(ordered, start=1):
        first.setdefault(value, place)
        last[value] = place
    return [first[value] + last[value] for value in ordered]
