"""What the young person picks for three questions of our own, at most once a week."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from porchlight.kernel import clock
from porchlight.policy.api import Category, OwnHand, Visit, guarded
from porchlight.progress.rules.weeks import monday_of
from porchlight.progress.scale_models import ScaleAnswer
from porchlight.progress.scale_rules import ITEMS, PICKS, Picked, picks_higher

OWN = OwnHand(Category.RECOGNITION)


@dataclass(frozen=True)
class FeelingSheet:
    """Every week with an answer, newest first, and the questions for which they have been picking higher lately."""

    youth: UUID
    this_week: date
    weeks: tuple[tuple[date, Mapping[str, int]], ...]
    higher: tuple[str, ...]

    @property
    def now(self) -> Mapping[str, int]:
        """What they picked for this week so far."""
        return dict(self.weeks).get(self.this_week, {})


@guarded(OWN)
def say_how_it_feels(youth: UUID, *, picked: Mapping[str, int], by: Visit) -> None:
    """Keep what they picked for this county week; a question that is not in `picked` was skipped.

    What was picked before for the same week and question is replaced by the newer row.
    """
    week = monday_of(clock.county_time(clock.now()).date())
    rows = [(item, picked[item]) for item in ITEMS if picked.get(item) in PICKS]
    ScaleAnswer.objects.bulk_create(
        ScaleAnswer(**by.fact_about(youth), item=item, picked=value, week=week) for item, value in rows
    )


@guarded(OWN)
def how_it_feels(youth: UUID, *, by: Visit) -> FeelingSheet:
    """Their own answers, for themselves alone."""
    today = clock.county_time(clock.now()).date()
    weeks: dict[date, dict[str, int]] = {}
    rows = ScaleAnswer.objects.filter(youth_id=youth).order_by("made_at", "id")
    for item, picked, week in rows.values_list("item", "picked", "week"):
        weeks.setdefault(week, {})[item] = picked
    higher = [item for item in ITEMS if picks_higher(_picked(weeks, item), as_of=today)]
    return FeelingSheet(youth, monday_of(today), tuple(sorted(weeks.items(), reverse=True)), tuple(higher))


def _picked(weeks: Mapping[date, Mapping[str, int]], item: str) -> list[Picked]:
    return [Picked(week, said[item]) for week, said in weeks.items() if item in said]
