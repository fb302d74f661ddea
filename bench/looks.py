"""What the shipped rules say of one simulated life, look by look, and of its logs when recording changes."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import accumulate
from random import Random
from statistics import mean

from bench.lives import REFERENCE_WEEKS, WEEKS, Absence, Day, Life, count_by_week
from porchlight.progress.rules import (
    chance_rate_lower,
    chance_share_higher,
    fewer_fact,
    fewer_fact_with_time_away,
    longest_stay,
    recognition_combined,
    recognition_series,
)
from porchlight.progress.rules.facts import WeekWithTimeAway
from porchlight.progress.rules.recognition import RecognitionSeries, held

PHI = 1.5
PHI_OF_RETURNS = 2.0
TEMPER_OF_SHARES = 1.3
MIN_DAYS = 5.0
MIN_ABSENCES = 3
SHORTEST, LONGEST = 4, 12
PATTERN_OFF, SUSTAINED_OFF = 0.6, 0.7


@dataclass(frozen=True)
class Stretch:
    """Absences of some weeks, summed."""

    absences: int
    days_away: float
    own_returns: int
    contacts: int


Dimension = Callable[[Stretch, Stretch], float | None]


def leaving_series(counts: Sequence[float], days: Sequence[float], *, min_events: float) -> RecognitionSeries:
    """Leaving alone, by the shipped rule with the values of the progress reference, sections 3.3 and 3.4."""
    return recognition_series(
        counts,
        days=days,
        phi=PHI,
        pattern_on=0.8,
        pattern_off=PATTERN_OFF,
        pattern_looks=2,
        sustained_on=0.975,
        sustained_off=SUSTAINED_OFF,
        sustained_looks=3,
        reference_weeks=REFERENCE_WEEKS,
        recent_min=SHORTEST,
        recent_max=LONGEST,
        min_days=MIN_DAYS,
        min_events=min_events,
    )


def ever(chances: Sequence[float | None], *, on: float, looks: int, off: float, by: int = WEEKS) -> bool:
    """Whether the statement was shown at any look before week `by`; looks begin when eight weeks are over."""
    after = [None] * REFERENCE_WEEKS + list(chances[REFERENCE_WEEKS:by])
    return any(held(after, on=on, off=off, looks=looks))


def four_dimensions(life: Life, *, leaving: Sequence[float | None]) -> dict[str, Sequence[float | None]]:
    """Probability of a change for the better, look by look, in leaving, time away, own return and contact."""
    days = list(accumulate(life.weekly()[1], initial=0.0))
    stretches = _stretches(life.absences)
    return {
        "leaving": leaving,
        "time_away": _series(stretches, days, chance=_back_sooner),
        "own_return": _series(stretches, days, chance=_own_return),
        "contact": _series(stretches, days, chance=_contact),
    }


def two_agree(dimensions: dict[str, Sequence[float | None]], *, looks: int, keep: float = SUSTAINED_OFF) -> list[bool]:
    """Two dimensions at .90 for so many looks, nothing blocked."""
    silent = [False] * WEEKS
    combined = recognition_combined(dimensions, blocked=silent, on=0.9, keep=keep, looks=looks)
    return combined["shown"]


def weekly_facts(life: Life) -> dict[str, list[bool]]:
    """For each week after the reference, which good facts it holds; `wrong`: "fewer" at a higher rate."""
    counts, days = life.weekly()
    best = longest_stay(life.longest_run, warmup_weeks=4)["best_yet"]
    by_week: list[list[Absence]] = [[] for _ in range(WEEKS)]
    for absence in life.absences:
        by_week[absence.week].append(absence)
    weeks = range(REFERENCE_WEEKS, WEEKS)
    fewer = [_fewer(week, counts=counts, days=days, by_week=by_week) for week in weeks]
    facts = {
        "fewer": fewer,
        "shorter": [_shorter(by_week[week - 1], by_week[week]) for week in weeks],
        "own return": [any(absence.own_return for absence in by_week[week]) for week in weeks],
        "contact": [any(absence.contact for absence in by_week[week]) for week in weeks],
        "longest stay": best[REFERENCE_WEEKS:],
    }
    facts["any"] = [any(week) for week in zip(*facts.values(), strict=True)]
    facts["fewer, first gate"] = [
        fewer_fact(
            {"count": counts[week], "days": days[week], "known": 1.0},
            before={"count": counts[week - 1], "days": days[week - 1], "known": 1.0},
            min_days=4,
            min_known=0.8,
        )["say_fewer"]
        for week in weeks
    ]
    facts["wrong"] = [
        said and counts[week] * days[week - 1] > counts[week - 1] * days[week]
        for week, said in zip(weeks, fewer, strict=True)
    ]
    return facts


def _shorter(before: Sequence[Absence], now: Sequence[Absence]) -> bool:
    """Whether the mean time away fell from the week before; a week without absence is not compared."""
    if not before or not now:
        return False
    return mean(absence.days for absence in now) < mean(absence.days for absence in before)


def event_log(life: Life, *, recorded: tuple[float, float], chance: Random) -> tuple[list[float], list[float]]:
    """Counts and days when leavings are written down with this chance and all days are taken as seen."""
    kept = [
        Day(week=day.week, left=day.left and chance.random() < recorded[day.week >= REFERENCE_WEEKS])
        for day in life.days
    ]
    return count_by_week(kept)


def confirmed_log(life: Life, *, recorded: tuple[float, float], chance: Random) -> tuple[list[float], list[float]]:
    """Counts and days when each day is confirmed with this chance, and only confirmed days count."""
    return count_by_week([day for day in life.days if chance.random() < recorded[day.week >= REFERENCE_WEEKS]])


def _fewer(week: int, *, counts: Sequence[float], days: Sequence[float], by_week: Sequence[Sequence[Absence]]) -> bool:
    def told(at: int) -> WeekWithTimeAway:
        away = sum(absence.days for absence in by_week[at])
        return {"count": counts[at], "days": days[at], "known": 1.0, "away_days": away}

    return fewer_fact_with_time_away(told(week), before=told(week - 1))["say_fewer"]


def _stretches(absences: Sequence[Absence]) -> list[Stretch]:
    """Sums over all weeks before each week, so that any stretch is a difference."""
    sums = [Stretch(0, 0.0, 0, 0)]
    for week in range(WEEKS):
        here = [absence for absence in absences if absence.week == week]
        last = sums[-1]
        sums.append(
            Stretch(
                absences=last.absences + len(here),
                days_away=last.days_away + sum(absence.days for absence in here),
                own_returns=last.own_returns + sum(absence.own_return for absence in here),
                contacts=last.contacts + sum(absence.contact for absence in here),
            )
        )
    return sums


def _series(sums: Sequence[Stretch], days: Sequence[float], *, chance: Dimension) -> list[float | None]:
    before = sums[REFERENCE_WEEKS]
    series: list[float | None] = []
    for end in range(1, WEEKS + 1):
        length = min(LONGEST, end - REFERENCE_WEEKS)
        if length < SHORTEST:
            series.append(None)
            continue
        now = _between(sums[end - length], sums[end])
        thin = min(days[REFERENCE_WEEKS], days[end] - days[end - length]) < MIN_DAYS
        few = min(before.absences, now.absences) < MIN_ABSENCES
        series.append(None if thin or few else chance(before, now))
    return series


def _between(first: Stretch, last: Stretch) -> Stretch:
    return Stretch(
        absences=last.absences - first.absences,
        days_away=last.days_away - first.days_away,
        own_returns=last.own_returns - first.own_returns,
        contacts=last.contacts - first.contacts,
    )


def _back_sooner(before: Stretch, now: Stretch) -> float | None:
    """Chance that returns for each day away are higher now: that they were lower before."""
    return chance_rate_lower(
        now.absences,
        before_days=now.days_away,
        now_count=before.absences,
        now_days=before.days_away,
        phi=PHI_OF_RETURNS,
    )


def _own_return(before: Stretch, now: Stretch) -> float | None:
    return chance_share_higher(
        before.own_returns,
        before_of=before.absences,
        now_yes=now.own_returns,
        now_of=now.absences,
        temper=TEMPER_OF_SHARES,
    )


def _contact(before: Stretch, now: Stretch) -> float | None:
    return chance_share_higher(
        before.contacts,
        before_of=before.absences,
        now_yes=now.contacts,
        now_of=now.absences,
        temper=TEMPER_OF_SHARES,
    )
