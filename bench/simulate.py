"""Regenerate the rows of tables A to D that the shipped rules cover, and compare them with the published.

    python -m bench.simulate                 20,000 youths for each scenario
    python -m bench.simulate --youths 600    the short form

Each youth has a seed of their own, so the figures depend on neither order nor number of workers. Ends with 1
when a figure lies outside its bound or a promise about false recognition is broken.
"""

from __future__ import annotations

import argparse
import math
import sys
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from concurrent.futures import ProcessPoolExecutor
from contextlib import nullcontext
from dataclasses import dataclass
from functools import partial
from random import Random

from bench import published
from bench.lives import (
    REFERENCE_WEEKS,
    WEEKS,
    Change,
    Life,
    Weather,
    live,
    luck,
    near_one_of_three,
    one_of_three_groups,
    two_weeks_elsewhere,
)
from bench.looks import (
    SUSTAINED_OFF,
    confirmed_log,
    event_log,
    ever,
    four_dimensions,
    leaving_series,
    two_agree,
    weekly_facts,
    whole_weeks,
)
from porchlight.progress.rules.config import USUAL
from porchlight.progress.rules.history import TOPIC_OF_DIMENSION
from porchlight.progress.rules.recognition import held
from porchlight.progress.rules.stretches import Stretches
from porchlight.progress.rules.sustained import leaving_is_higher, sustained_looks

ALL = frozenset(TOPIC_OF_DIMENSION)
PUBLISHED_ALONE = 0.975
ALONE = (PUBLISHED_ALONE, 0.98, 0.985, USUAL.alone_on)
LOOKS = WEEKS - REFERENCE_WEEKS
BY_8, BY_12 = REFERENCE_WEEKS + 8, REFERENCE_WEEKS + 12
RECORDED = (0.9, 0.9)
UNCHANGED = Change()
CALM, ROUGH, POISSON = Weather(), Weather(0.8, 0.7), Weather(0, 0)
MODEST = Change(leaving=0.7, time_away=0.7, own_return=(0.30, 0.50), contact=(0.35, 0.55))
GOOD = Change(leaving=0.5, time_away=0.5, own_return=(0.30, 0.60), contact=(0.35, 0.65))
LARGE = Change(leaving=0.35, time_away=0.4, own_return=(0.25, 0.65), contact=(0.30, 0.75))
# The first of the youths whose lives are lived. No threshold was ever chosen by looking at these.
FIRST = 80_000
# Two processes written from one description may differ by this much, and by this part of the figure (tables B
# and C leave more of their process open than A and D),
SLACK = 0.015
SLACK_IN_PARTS = {"A": 0.03, "B": 0.15, "C": 0.20, "D": 0.03}
# and by three standard errors of chance.
STANDARD_ERRORS = 3


@dataclass(frozen=True)
class Scenario:
    change: Change = UNCHANGED
    weather: Weather = CALM
    recorded: tuple[float, float] = RECORDED


@dataclass(frozen=True)
class Figure:
    table: str
    scenario: str
    row: str
    value: float
    wanted: float | None
    bound: float

    @property
    def holds(self) -> bool:
        """Whether the figure lies within its bound of the published one, if there is one."""
        return self.wanted is None or abs(self.value - self.wanted) <= self.bound


SCENARIOS: Mapping[str, Mapping[str, Scenario]] = {
    "A": {
        "none": Scenario(),
        "Poisson": Scenario(weather=POISSON),
        "rough": Scenario(weather=ROUGH),
        "recording halves": Scenario(recorded=(0.9, 0.5)),
        "x1.5": Scenario(Change(leaving=1.5)),
        "x0.6": Scenario(Change(leaving=0.6)),
        "x0.4": Scenario(Change(leaving=0.4)),
    },
    "B": {
        "none": Scenario(),
        "rough": Scenario(weather=ROUGH),
        "leaving x1.5": Scenario(Change(leaving=1.5)),
        "only leaving x0.6": Scenario(Change(leaving=0.6)),
        "modest": Scenario(MODEST),
        "good": Scenario(GOOD),
        "large": Scenario(LARGE),
    },
    "C": {"none": Scenario()},
    "D": {
        "none, stable": Scenario(),
        "none, falls to 50 %": Scenario(recorded=(0.9, 0.5)),
        "none, falls to 25 %": Scenario(recorded=(0.9, 0.25)),
        "none, rises 50 to 95 %": Scenario(recorded=(0.5, 0.95)),
        "x0.6, stable": Scenario(Change(leaving=0.6)),
        "x0.6, rises 50 to 95 %": Scenario(Change(leaving=0.6), recorded=(0.5, 0.95)),
    },
}
PUBLISHED = {
    "A": published.TABLE_A,
    "B": {name: {**rows, "tier 3": published.TIER_3_AGAIN[name]} for name, rows in published.TABLE_B.items()},
    "C": {"none": {**published.TABLE_C_AGAIN["none"], **published.TABLE_C["none"]}},
    "D": published.TABLE_D,
}


def table_a(scenario: Scenario, *, place: int) -> Counter[str]:
    """Leaving alone, from a log of leavings, with no floor on events (as the table was made)."""
    chance = luck(f"A {place}")
    life = _with_groups(scenario, chance=chance, place=place)
    series = leaving_series(*event_log(life, recorded=scenario.recorded, chance=chance), min_events=1)
    rules = {
        "tier 2": partial(ever, series["p_recent_4"], on=0.8, looks=2, off=0.6),
        "4v4 .90 x2": partial(ever, series["p_recent_4"], on=0.9, looks=2, off=0.6),
        "growing .95 x3": partial(ever, series["p_sustained"], on=0.95, looks=3, off=SUSTAINED_OFF),
        "tier 3(b)": partial(ever, series["p_sustained"], on=PUBLISHED_ALONE, looks=3, off=SUSTAINED_OFF),
    }
    seen: Counter[str] = Counter({name: rule() for name, rule in rules.items()})
    seen.update({f"{name} by 12": rule(by=BY_12) for name, rule in rules.items()})
    return seen


def table_b(scenario: Scenario, *, place: int) -> Counter[str]:
    """Four dimensions. `tier 3` is the shipped walk itself, with its block while leaving looks higher.

    The published table enters rule (b) at .975; beside it, tier 3 with stricter ones is tried.
    """
    weeks = whole_weeks(_with_near_rates(scenario, place=place))
    stretches = Stretches(weeks, config=USUAL)
    dimensions = four_dimensions(stretches)
    agree = two_agree(dimensions, looks=3)
    alone = {on: held(dimensions["leaving"], on=on, off=SUSTAINED_OFF, looks=3) for on in ALONE}
    either = [one or other for one, other in zip(agree, alone[PUBLISHED_ALONE], strict=True)]
    shipped = sustained_looks(stretches, first=0, silent=(), dimensions=ALL)
    seen: Counter[str] = Counter(
        {
            "two .90 x2": any(two_agree(dimensions, looks=2)),
            "(a)": any(agree),
            "(a) by 12": any(agree[:BY_12]),
            "(a) at week 26": agree[-1],
            "(a) or (b)": any(either),
            "(a) or (b) by 12": any(either[:BY_12]),
            "(a) or (b) by 8": any(either[:BY_8]),
            "tier 3": any(look.shown for look in shipped),
        }
    )
    for on, held_alone in alone.items():
        seen[f"tier 3, (b) at {on}"] = any(
            (one or other) and not leaving_is_higher(stretches, end=place + 1, first=0)
            for place, (one, other) in enumerate(zip(agree, held_alone, strict=True))
        )
    return seen


def table_c(scenario: Scenario, *, place: int) -> Counter[str]:
    """Weekly facts as shares of weeks."""
    facts = weekly_facts(_with_near_rates(scenario, place=place))
    return Counter({name: sum(weeks) for name, weeks in facts.items()})


def table_d(scenario: Scenario, *, place: int) -> Counter[str]:
    """The growing window at .95 twice, on a log of leavings and on a log of confirmed days."""
    chance = luck(f"D {place}")
    life = _with_groups(scenario, chance=chance, place=place)
    tally: Counter[str] = Counter()
    logs = {"event log": event_log, "confirmed days": confirmed_log}
    for name, log in logs.items():
        counts, days = log(life, recorded=scenario.recorded, chance=chance)
        series = leaving_series(counts, days, min_events=1)
        tally[name] += ever(series["p_sustained"], on=0.95, looks=2, off=SUSTAINED_OFF)
        for when, weeks in (("before", slice(0, REFERENCE_WEEKS)), ("after", slice(REFERENCE_WEEKS, WEEKS))):
            tally[f"{name}, leavings {when}"] += sum(map(int, counts[weeks]))
            tally[f"{name}, days {when}"] += sum(map(int, days[weeks]))
    return tally


ONE_YOUTH: Mapping[str, Callable[..., Counter[str]]] = {
    "A": table_a,
    "B": table_b,
    "C": table_c,
    "D": table_d,
}


def some_youths(job: tuple[str, str, int, int]) -> tuple[str, str, Counter[str]]:
    """Sum what one scenario says of the youths from the first to before the last."""
    table, name, first, last = job
    total: Counter[str] = Counter()
    for place in range(first, last):
        total.update(ONE_YOUTH[table](SCENARIOS[table][name], place=place))
    return table, name, total


def simulate(*, youths: int, workers: int, first: int = FIRST) -> list[Figure]:
    """All figures of all tables, in the order of the tables."""
    totals: dict[tuple[str, str], Counter[str]] = {
        (table, name): Counter() for table, scenarios in SCENARIOS.items() for name in scenarios
    }
    past = first + youths
    parts = [(begins, min(begins + 200, past)) for begins in range(first, past, 200)]
    jobs = [(table, name, begins, ends) for table, name in totals for begins, ends in parts]
    with ProcessPoolExecutor(max_workers=workers) if workers > 1 else nullcontext() as pool:
        for table, name, total in (pool.map if pool else map)(some_youths, jobs):
            totals[table, name].update(total)
    return [
        figure
        for (table, name), total in totals.items()
        for figure in _figures(table, name, total=total, youths=youths)
    ]


def broken_promises(figures: list[Figure], *, youths: int) -> list[str]:
    """What the engine promises about false recognition; the short form is allowed the chance of its few youths."""
    value = {(figure.table, figure.scenario, figure.row): figure.value for figure in figures}
    broken: list[str] = []

    def promise(text: str, *, shortfall: float, near: float) -> None:
        chance = math.sqrt(near * (1 - near) / youths) if youths < published.YOUTHS else 0.0
        if shortfall > STANDARD_ERRORS * chance:
            broken.append(text)

    for weather, most in (("none", 0.09), ("rough", 0.17)):
        false = value["B", weather, "tier 3"]
        promise(
            f"tier 3 is shown to {false:.3f} of unchanged youths ({weather}), more than {most}",
            shortfall=false - most,
            near=most,
        )
    for name in ("modest", "good", "large"):
        wanted = published.TABLE_B[name]["(a)"]
        promise(
            f"rule (a) sees {name} change less often than {wanted} - 0.02",
            shortfall=wanted - 0.02 - value["B", name, "(a)"],
            near=wanted,
        )
        if value["B", name, "tier 3"] < value["B", name, "(a)"]:
            broken.append(f"tier 3 sees {name} change less often than (a) alone")
    if value["C", "none", "wrong"] > 0:
        broken.append("a week was called fewer although its rate was higher")
    return broken


def main() -> int:
    """Print every figure beside the published one, and what is broken; 0 when nothing is."""
    parser = argparse.ArgumentParser(description="Regenerate tables A to D of the progress reference.")
    parser.add_argument("--youths", type=int, default=published.YOUTHS, help="youths for each scenario")
    parser.add_argument("--first", type=int, default=FIRST, help="the first of them: another number, other youths")
    parser.add_argument("--workers", type=int, default=2, help="processes side by side")
    given = parser.parse_args()
    figures = simulate(youths=given.youths, workers=given.workers, first=given.first)
    for figure in figures:
        sys.stdout.write(_line(figure))
    broken = broken_promises(figures, youths=given.youths)
    outside = [figure for figure in figures if not figure.holds]
    for sentence in broken:
        sys.stdout.write(f"BROKEN: {sentence}\n")
    sys.stdout.write(f"{len(outside)} figures out of bounds, {len(broken)} promises broken\n")
    return 1 if outside or broken else 0


def _with_groups(scenario: Scenario, *, chance: Random, place: int) -> Life:
    """One life of tables A and D: the whole days away are those nearest to the time drawn."""
    return live(
        chance,
        rate=one_of_three_groups(chance, place=place),
        change=scenario.change,
        weather=scenario.weather,
        whole_days=round,
        elsewhere=two_weeks_elsewhere(chance),
    )


def _with_near_rates(scenario: Scenario, *, place: int) -> Life:
    """One life of tables B and C: a part of a day away takes the whole next day."""
    chance = luck(f"B {place}")
    rate = near_one_of_three(chance, place=place)
    return live(chance, rate=rate, change=scenario.change, weather=scenario.weather, whole_days=math.ceil)


def _figures(table: str, name: str, *, total: Counter[str], youths: int) -> Iterator[Figure]:
    wanted = PUBLISHED[table].get(name, {})
    for row, value in _values(table, total=total, youths=youths).items():
        want = wanted.get(row)
        bound = 0.0 if want is None else _bound(table, row=row, near=want, youths=youths)
        yield Figure(table=table, scenario=name, row=row, value=value, wanted=want, bound=bound)


def _values(table: str, *, total: Counter[str], youths: int) -> dict[str, float]:
    if table == "C":
        return {row: count / youths / LOOKS for row, count in total.items()}
    if table != "D":
        return {row: count / youths for row, count in total.items()}
    return {
        "event log": total["event log"] / youths,
        "ratio": _ratio(total, log="event log"),
        "confirmed days": total["confirmed days"] / youths,
        "confirmed ratio": _ratio(total, log="confirmed days"),
    }


def _ratio(total: Counter[str], *, log: str) -> float:
    after = total[f"{log}, leavings after"] / total[f"{log}, days after"]
    return after * total[f"{log}, days before"] / total[f"{log}, leavings before"]


def _bound(table: str, *, row: str, near: float, youths: int) -> float:
    if "ratio" in row:  # a ratio of sums; a youth's own spread is about half of it
        error = near / 2 / math.sqrt(youths)
    else:
        error = math.sqrt(near * (1 - near) * (1 / youths + 1 / published.YOUTHS))
    return SLACK + SLACK_IN_PARTS[table] * near + STANDARD_ERRORS * error


def _line(figure: Figure) -> str:
    place = f"{figure.table}  {figure.scenario:<24}{figure.row:<24}{figure.value:7.3f}"
    if figure.wanted is None:
        return f"{place}\n"
    verdict = "ok" if figure.holds else "OUT OF BOUNDS"
    return f"{place}   published {figure.wanted:.3f} ± {figure.bound:.3f}  {verdict}\n"


if __name__ == "__main__":
    sys.exit(main())
