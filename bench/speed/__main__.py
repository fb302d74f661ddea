"""Measure the product beside its floor and print the ratios.

    make bench                                   20,000 young people, 5 rounds: about a quarter of an hour
    make bench-short                             a county a twentieth as large; fails when a ratio is far off

Every figure is the median of the rounds, its range in brackets. Within a round the sides take turns, so that whatever
else the machine does meets all of them. Targets stand in the README; only ratios mean anything on another machine.
"""

from __future__ import annotations

import argparse
import sys
import time
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context

from bench.speed.asking import PROCESSES, Load, a_second, first_time
from bench.speed.figures import Round, report
from bench.speed.fill import Sizes
from bench.speed.town import TASKS, Town, town

CLIENTS = (1, 8)


def main() -> int:
    """Fill, measure cold, measure warm, report."""
    parser = argparse.ArgumentParser(prog="python -m bench.speed", description=__doc__)
    parser.add_argument("--parts", type=int, default=1, help="make the county this many times smaller")
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--seconds", type=float, default=2.0, help="of each side in each round")
    parser.add_argument(
        "--margin", type=float, default=0, help="exit with 1 if a ratio misses its target so many times"
    )
    args = parser.parse_args()
    say(f"Filling a county ({args.parts} times smaller than the whole) ...")
    began = time.monotonic()
    with town(Sizes().parted(args.parts)) as ours, ours.open():
        say(f"Ready after {time.monotonic() - began:.0f} s.")
        with ProcessPoolExecutor(PROCESSES, mp_context=get_context("spawn")) as pool:
            cold = {task: [first_time(side) for side in sides(ours, task)] for task in TASKS}
            say("The filter by hand: " + ", ".join(f"{task} {way}" for task, way in ours.ways.items()))
            rounds = [measure(ours, clients, args.seconds, pool) for _ in range(args.rounds) for clients in CLIENTS]
        good = report(rounds, cold, ours.recorded.asked, out=sys.stdout, margin=args.margin or 1)
    return 0 if good or not args.margin else 1


def sides(ours: Town, task: str) -> tuple[Load, Load, Load]:
    """The product, the same statements under policy, and the floor."""
    return ours.product(task), ours.by_policy(task), ours.by_hand(task)


def measure(ours: Town, clients: int, seconds: float, pool: ProcessPoolExecutor) -> Round:
    """One round of every task: times a second of product, policy and floor."""
    done = {}
    for task in TASKS:
        done[task] = tuple(a_second(side, clients=clients, seconds=seconds, pool=pool) for side in sides(ours, task))
        say(f"  {clients} clients, {task}: " + ", ".join(f"{times:.0f}" for times in done[task]))
    return Round(clients, done)


def say(line: str) -> None:
    """A line of progress, apart from the figures."""
    sys.stderr.write(line + "\n")


if __name__ == "__main__":
    raise SystemExit(main())
