"""What the shipped rules say of one simulated life, look by look, and of its logs when recording changes."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date
from random import Random
from statistics import mean

from bench.lives import REFERENCE_WEEKS, WEEKS, Absence, Day, Life, count_by_week
from porchlight.progress.rules import (
    fewer_fact,
    fewer_fact_with_time_away,
    longest_stay,
    recognition_combined,
    recognition_series,
)
from porchlight.progress.rules.config import USUAL
from porchlight.progress.rules.facts import WeekWithTimeAway
from porchlight.progress.rules.history import WEEK, WeekSum
from porchlight.progress.rules.recognition import RecognitionSeries, held
from porchlight.progress.rules.stretches import Stretches

SUSTAINED_OFF = USUAL.sustained_off
FIRST_MONDAY = date(2024, 1, 1)

Dimensions = Mapping[str, Sequence[float | None]]


def leaving_series(counts: Sequence[float], days: Sequence[float], *, min_events: float) -> RecognitionSeries:
    """Leaving alone, by the shipped rule with the values of the progress reference, sections 3.3 and 3.4."""
    return recognition_series(
        counts,
        days=days,
        phi=USUAL.phi,
        pattern_on=USUAL.pattern_on,
        pattern_off=USUAL.pattern_off,
        pattern_looks=USUAL.pattern_looks,
        sustained_on=USUAL.alone_on,
        sustained_off=SUSTAINED_OFF,
        sustained_looks=USUAL.sustained_looks,
        reference_weeks=REFERENCE_WEEKS,
        recent_min=USUAL.recent_min,
        recent_max=USUAL.recent_max,
        min_days=USUAL.min_days,
        min_events=min_events,
    )


def ever(chances: Sequence[float | None], *, on: float, looks: int, off: float, by: int = WEEKS) -> bool:
    """Whether the statement was shown at any look before week `by`; looks begin when eight weeks are over."""
    after = [None] * REFERENCE_WEEKS + list(chances[REFERENCE_WEEKS:by])
    return any(held(after, on=on, off=off, looks=looks))


def whole_weeks(life: Life) -> list[WeekSum]:
    """The weeks of a life in the engine's own form, as if everything were on record."""
    counts, days = life.weekly()
    weeks = [
        WeekSum(FIRST_MONDAY + place * WEEK, count=count, days=in_care, confirmed=7.0)
        for place, (count, in_care) in enumerate(zip(counts, days, strict=True))
    ]
    for absence in life.absences:
        week = weeks[absence.week]
        weeks[absence.week] = replace(
            week,
            returns=week.returns + 1,
            away_days=week.away_days + absence.days,
            own_yes=week.own_yes + absence.own_return,
            own_of=week.own_of + 1,
            contact_yes=week.contact_yes + absence.contact,
            contact_of=week.contact_of + 1,
        )
    return weeks


def four_dimensions(stretches: Stretches) -> Dimensions:
    """Probability of a change for the better, look by look, in leaving, time away, own return and contact."""
    reference, config = (0, REFERENCE_WEEKS), stretches.config
    ends = range(REFERENCE_WEEKS + config.recent_min, WEEKS + 1)
    spans = [(max(REFERENCE_WEEKS, end - config.recent_max), end) for end in ends]
    before = [None] * (WEEKS - len(spans))
    return {
        name: [*before, *(chance(reference, now) for now in spans)] for name, chance in stretches.dimensions().items()
    }


def two_agree(dimensions: Dimensions, *, looks: int, keep: float = SUSTAINED_OFF) -> list[bool]:
    """Two dimensions at .90 for so many looks, nothing blocked."""
    silent = [False] * WEEKS
    combined = recognition_combined(dimensions, blocked=silent, on=USUAL.agree_on, keep=keep, looks=looks)
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
