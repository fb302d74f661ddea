"""From rounds to figures: medians, ranges, ratios, and whether they reach their targets."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from statistics import geometric_mean, median
from typing import TextIO

POLICY_COSTS = 1.5  # at most: statements under row security against the filter by hand
READS = 0.3  # at least: the product against the floor, geometric mean of list and page
WRITE = 0.15  # at least: the same of an audited write
STATEMENTS = 12  # at most, of any page

Sides = tuple[float, ...]  # product, policy, floor


@dataclass(frozen=True)
class Round:
    """Times a second, by task, with so many clients."""

    clients: int
    done: Mapping[str, Sides]


def report(
    rounds: Sequence[Round],
    cold: Mapping[str, Sequence[float]],
    asked: Mapping[str, int],
    *,
    out: TextIO,
    margin: float = 1.0,
) -> bool:
    """Print the tables. Returns whether every target is reached, a ratio within `margin` times."""
    met = [_warm([one for one in rounds if one.clients == clients], out, margin) for clients in _clients(rounds)]
    out.write("\nCold: the first time after the start, milliseconds of product, policy, floor\n")
    out.writelines(
        f"  {task:8}" + "".join(f"{1000 * one:9.1f}" for one in seconds) + "\n" for task, seconds in cold.items()
    )
    out.write(f"\nStatements of a request besides BEGIN, COMMIT, SAVEPOINT (at most {STATEMENTS})\n  ")
    out.write(", ".join(f"{task} {number}" for task, number in asked.items()) + "\n")
    return all(met) and max(asked.values()) <= STATEMENTS


def _cold(seconds: Sequence[float]) -> str:
    return "".join(f"{1000 * one:9.1f}" for one in seconds)


def _clients(rounds: Sequence[Round]) -> list[int]:
    return sorted({one.clients for one in rounds})


def _warm(rounds: Sequence[Round], out: TextIO, margin: float) -> bool:
    clients = rounds[0].clients
    who = f"{clients} client{'s' * (clients > 1)}"
    out.write(f"\nWarm, {who}, times a second: median (range) of {len(rounds)} rounds\n")
    out.write(f"  {'':8}{'product':>20}{'under policy':>20}{'floor':>20}  policy costs  product/floor\n")
    for task in rounds[0].done:
        cells = "".join(f"{_spread([one.done[task][side] for one in rounds]):>20}" for side in range(3))
        costs, share = policy_costs(rounds, task), reaches(rounds, task)
        out.write(f"  {task:8}{cells}{median(costs):14.2f}{median(share):15.2f}\n")
    dearest = max(median(policy_costs(rounds, task)) for task in rounds[0].done)
    reads = median(geometric_mean(pair) for pair in zip(reaches(rounds, "list"), reaches(rounds, "page"), strict=True))
    write = median(reaches(rounds, "contact"))
    out.write(f"  policy costs at most {dearest:.2f} x the filter by hand (target {POLICY_COSTS})\n")
    out.write(f"  list and page reach {reads:.2f} of the floor (target {READS}), a contact {write:.2f} ({WRITE})\n")
    return dearest <= POLICY_COSTS * margin and reads >= READS / margin and write >= WRITE / margin


def policy_costs(rounds: Sequence[Round], task: str) -> list[float]:
    """How many times longer the statements take under policy, round by round."""
    return [one.done[task][2] / one.done[task][1] for one in rounds]


def reaches(rounds: Sequence[Round], task: str) -> list[float]:
    """The product's share of the floor's times a second, round by round."""
    return [one.done[task][0] / one.done[task][2] for one in rounds]


def _spread(values: Sequence[float]) -> str:
    return f"{median(values):.0f} ({min(values):.0f} to {max(values):.0f})"
