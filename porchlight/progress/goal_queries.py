"""Goals as this visit may see them, and what the engine asks about them."""

from __future__ import annotations

from datetime import date
from uuid import UUID

from porchlight.kernel import clock
from porchlight.policy.api import Category, OwnHand, See, Visit, guarded
from porchlight.progress.goal_models import GoalStep
from porchlight.progress.goal_rules import Step, place_of, steps_up
from porchlight.progress.goal_sheets import GOALS, GoalSheet, goal_sheet, read
from porchlight.progress.showing import shown_rows


@guarded(See(Category.RECOGNITION))
def goals(youth: UUID, *, by: Visit) -> tuple[GoalSheet, ...]:
    """The goals that this visit may see, oldest first: all for the young person, for others those shown to them."""
    return read_goals(youth, by=by)


@guarded(See(Category.RECOGNITION))
def one_goal(youth: UUID, *, goal: UUID, by: Visit) -> GoalSheet | None:
    """One goal; None when it is not there, or not for this visit."""
    return next((one for one in read_goals(youth, by=by) if one.id == goal), None)


@guarded(OwnHand(Category.RECOGNITION))
def who_sees_goals(youth: UUID, *, by: Visit) -> dict[UUID, frozenset[UUID]]:
    """The seats to which each goal is shown; a goal that nobody else sees is left out."""
    return shown_rows(youth, category=Category.RECOGNITION, by=by)


@guarded(See(Category.RECOGNITION))
def goal_steps_up(youth: UUID, *, since: date, by: Visit) -> tuple[tuple[UUID, date], ...]:
    """For the engine: each day from `since` on that ended on a higher rung, with the row that says so.

    Only rows that this visit may read: all for the young person, for others those of goals shown to them.
    """
    rows = GoalStep.objects.filter(youth_id=youth).order_by("made_at", "id")
    found = rows.values_list("id", "goal_id", "made_at", "level")
    steps = [Step(row, goal, clock.county_time(at).date(), place_of(level)) for row, goal, at, level in found]
    return tuple((step.id, step.on) for step in steps_up(steps, since=since))


def read_goals(youth: UUID, *, by: Visit) -> tuple[GoalSheet, ...]:
    """The goals without a question; for this room's commands, which have asked theirs."""
    return tuple(goal_sheet(row, by=by) for row in read(GOALS, youth)["goal"])
