"""A young person's goals, each by their own hand: write, name the rungs, move, let rest, write anew, show."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from uuid import UUID

from porchlight.kernel.ids import new_id
from porchlight.policy.api import Category, OwnHand, Visit, guarded
from porchlight.progress.goal_errors import NoGoalWords, NoSuchGoal
from porchlight.progress.goal_models import Goal, GoalRung, GoalStep, GoalTurn
from porchlight.progress.goal_queries import read_goals
from porchlight.progress.goal_rules import ANEW, GOING, LEVELS, RESTING, moved
from porchlight.progress.goal_sheets import GoalSheet
from porchlight.progress.showing import show_row

OWN = OwnHand(Category.RECOGNITION)


@guarded(OWN)
def write_goal(youth: UUID, *, words: str, place: int | None = None, by: Visit) -> UUID:
    """Begin a goal that nobody else sees. `place` 0 to 4 is where they are now, None when they skipped it.

    Raises `NoGoalWords`.
    """
    return _write(youth, words, place, None, by=by)


@guarded(OWN)
def write_goal_anew(youth: UUID, *, goal: UUID, words: str, place: int | None = None, by: Visit) -> UUID:
    """Begin a new ladder from an old one, which is kept and shown to nobody any more. The new one is private too.

    Raises `NoGoalWords`, `NoSuchGoal`.
    """
    old = _theirs(youth, goal, by=by)
    row = _write(youth, words, place, old.id, by=by)
    _turn(youth, old.id, ANEW, by=by)
    return row


@guarded(OWN)
def name_rungs(youth: UUID, *, goal: UUID, rungs: Sequence[str], by: Visit) -> None:
    """Keep the words of the five rungs, from the lowest; an empty one is taken out. Raises `NoSuchGoal`."""
    found = _theirs(youth, goal, by=by)
    key, rows = by.key(youth), []
    for level, before, words in zip(LEVELS, found.rungs, rungs, strict=True):
        if words.strip() != before:
            row = new_id()
            sealed = key.seal(words.strip(), place="progress_goal_rung.words", row=row) if words.strip() else None
            rows.append(GoalRung(id=row, **by.fact_about(youth), goal_id=goal, level=level, words=sealed))
    GoalRung.objects.bulk_create(rows)


@guarded(OWN)
def place_goal(youth: UUID, *, goal: UUID, place: int, by: Visit) -> None:
    """Say on which place of the ladder they are, 0 to 4. Raises `NoSuchGoal`."""
    _step(youth, _theirs(youth, goal, by=by), place, by=by)


@guarded(OWN)
def move_goal(youth: UUID, *, goal: UUID, up: bool, by: Visit) -> None:
    """Move one place up or down from where they are; at an end, or with no place yet, nothing is kept.

    Raises `NoSuchGoal`.
    """
    found = _theirs(youth, goal, by=by)
    if found.place is not None:
        _step(youth, found, moved(found.place, up=up), by=by)


@guarded(OWN)
def let_goal_rest(youth: UUID, *, goal: UUID, by: Visit) -> None:
    """Let it rest: kept as it is, shown to nobody any more. Raises `NoSuchGoal`."""
    _turn(youth, _theirs(youth, goal, by=by).id, RESTING, by=by)


@guarded(OWN)
def pick_goal_up(youth: UUID, *, goal: UUID, by: Visit) -> None:
    """Go on with a goal that rests, shown to nobody until they say so. Raises `NoSuchGoal`."""
    if not any(one.id == goal and one.rests for one in read_goals(youth, by=by)):
        raise NoSuchGoal
    GoalTurn.objects.create(**by.fact_about(youth), goal_id=goal, turn=GOING)


@guarded(OWN)
def show_goal(youth: UUID, *, goal: UUID, to: Mapping[UUID, str], by: Visit) -> None:
    """Show it to just these seats, each with its role, and to nobody else. Raises `NoSuchGoal`, `NotOpenToThem`.

    A seat that does not stand beside the young person sees nothing by it.
    """
    show_row(youth, _theirs(youth, goal, by=by).id, category=Category.RECOGNITION, to=to, by=by)


def _theirs(youth: UUID, goal: UUID, *, by: Visit) -> GoalSheet:
    found = next((one for one in read_goals(youth, by=by) if one.id == goal and one.goes_on), None)
    if found is None:
        raise NoSuchGoal
    return found


def _write(youth: UUID, words: str, place: int | None, follows: UUID | None, *, by: Visit) -> UUID:
    if not words.strip():
        raise NoGoalWords
    row = new_id()
    sealed = by.key(youth).seal(words.strip(), place="progress_goal.words", row=row)
    Goal.objects.create(id=row, **by.fact_about(youth), words=sealed, follows=follows)
    if place is not None:
        GoalStep.objects.create(**by.fact_about(youth), goal_id=row, level=LEVELS[place])
    return row


def _step(youth: UUID, goal: GoalSheet, place: int, *, by: Visit) -> None:
    if place != goal.place:
        GoalStep.objects.create(**by.fact_about(youth), goal_id=goal.id, level=LEVELS[place])


def _turn(youth: UUID, goal: UUID, turn: str, *, by: Visit) -> None:
    show_row(youth, goal, category=Category.RECOGNITION, to={}, by=by)
    GoalTurn.objects.create(**by.fact_about(youth), goal_id=goal, turn=turn)
