"""Our own incomplete beta function beside SciPy's: how near, how fast, how heavy. Behind docs/adr/015.

    python -m bench.incomplete_beta

SciPy is no dependency: run it in an environment of its own that has it.
"""

from __future__ import annotations

import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from random import Random

from porchlight.progress.rules.beta import odds_quantile, regularised_beta

CASES = 20_000
ROUNDS = 5


def some_cases(count: int) -> list[tuple[float, float, float]]:
    """Shapes and points as recognition meets them: half a count to some hundreds, seldom far out in a tail."""
    chance = Random(20_260_101)  # noqa: S311 - because a measurement needs a fixed seed
    shapes = (0.5 + 300 * chance.random() ** 3 for _ in range(2 * count))
    return [(a, b, chance.random()) for a, b in zip(shapes, shapes, strict=True)]


def microseconds(work: Callable[[], object], *, calls: int) -> float:
    """The fastest of some rounds, for one call, in processor time."""
    times: list[float] = []
    for _ in range(ROUNDS):
        began = time.process_time()
        work()
        times.append(time.process_time() - began)
    return min(times) / calls * 1e6


def start_milliseconds(statement: str) -> float:
    """How long a fresh interpreter takes for one statement, beyond an empty one."""

    def once(text: str) -> float:
        began = time.perf_counter()
        subprocess.run([sys.executable, "-c", text], check=True)
        return time.perf_counter() - began

    return 1e3 * (min(once(statement) for _ in range(ROUNDS)) - min(once("pass") for _ in range(ROUNDS)))


def lines() -> Iterator[str]:
    """The comparison, line by line."""
    import numpy as np  # noqa: PLC0415 - because only this measurement wants it
    from scipy.special import betainc, betaincinv  # noqa: PLC0415 - because only this measurement wants it

    cases = some_cases(CASES)
    both = [(regularised_beta(x, a=a, b=b), float(betainc(a, b, x))) for a, b, x in cases]
    yield f"largest difference {max(abs(ours - theirs) for ours, theirs in both):.1e}"
    parts = (abs(ours / theirs - 1) for ours, theirs in both if theirs > 1e-250)
    yield f"the same, as a part of the value {max(parts):.1e}"
    some = [(a, b, 0.025 + 0.95 * x) for a, b, x in cases[:2000]]
    odds = [odds_quantile(x, a=a, b=b) for a, b, x in some]
    points = [float(betaincinv(a, b, x)) for a, b, x in some]
    yield f"of a quantile {max(abs(o / (1 + o) - point) for o, point in zip(odds, points, strict=True)):.1e}"
    a, b, x = (np.array(column) for column in zip(*cases, strict=True))
    ours = microseconds(lambda: [regularised_beta(x, a=a, b=b) for a, b, x in cases], calls=CASES)
    theirs = microseconds(lambda: [betainc(a, b, x) for a, b, x in cases], calls=CASES)
    many = microseconds(lambda: betainc(a, b, x), calls=CASES)
    yield f"microseconds for a call: ours {ours:.2f}, SciPy's {theirs:.2f}, SciPy's in one array {many:.2f}"
    engine, scipy = map(start_milliseconds, ("import porchlight.progress.rules", "from scipy.special import betainc"))
    yield f"milliseconds to import: the whole engine {engine:.0f}, SciPy's function {scipy:.0f}"


if __name__ == "__main__":
    sys.stdout.writelines(f"{line}\n" for line in lines())
