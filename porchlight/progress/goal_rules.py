"""Ladders, pure: five rungs, a step up or down, and what counts as having moved up.

A rung is kept as -2 to 2 and shown as a place from 0, the lowest, to 4: no page prints either number.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from uuid import UUID

LEVELS = (-2, -1, 0, 1, 2)
HOPED_FOR = 2  # the place, from 0, of what the young person hopes for
RESTING, GOING, ANEW = "resting", "going", "anew"
TURNS = (RESTING, GOING, ANEW)


@dataclass(frozen=True)
class Step:
    """One row: on this county day they said that they stand on this place of this goal's ladder."""

    id: UUID
    goal: UUID
    on: date
    place: int


def place_of(level: int) -> int:
    """The place, from 0 to 4, of a rung kept as -2 to 2."""
    return LEVELS.index(level)


def moved(place: int, *, up: bool) -> int:
    """The next place up or down; the ends stay where they are."""
    return min(place + 1, len(LEVELS) - 1) if up else max(place - 1, 0)


def steps_up(steps: Iterable[Step], *, since: date) -> tuple[Step, ...]:
    """For each goal and day from `since` on that ended higher than it began, the row with which it ended.

    `steps` are in the order in which they were made. Where a ladder has its first row, that is the beginning; so a
    first place is no step, and neither is a tap that was taken back on the same day.
    """
    ended: dict[tuple[UUID, date], Step] = {}
    began: dict[tuple[UUID, date], int] = {}
    last: dict[UUID, int] = {}
    for step in steps:
        key = (step.goal, step.on)
        began.setdefault(key, last.get(step.goal, step.place))
        ended[key] = step
        last[step.goal] = step.place
    return tuple(step for key, step in ended.items() if step.on >= since and step.place > began[key])
