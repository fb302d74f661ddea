"""Policies, pure: which state a policy is in, which rows of the notice are served, what is late."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from uuid import UUID

NONE = "none"
STATES = ("drafting", "consulted", "adopted", "in_use", "reviewed")
IN_FORCE = ("adopted", "in_use", "reviewed")
ONCE = ("drafting", "adopted", "in_use")  # the others may happen again, each on its day


@dataclass(frozen=True)
class Step:
    """One step of one version; without a day it says that the step it corrects never happened."""

    id: UUID
    number: int
    state: str
    on: date | None
    corrects: UUID | None = None


@dataclass(frozen=True)
class Standing:
    """The state of a policy and the version it is about; `dates` has the last day of each step of that version.

    `newer` is the standing of a version after it that is not in force yet.
    """

    state: str
    number: int
    dates: Mapping[str, date] = field(default_factory=dict)
    newer: Standing | None = None


def corrected(steps: Iterable[Step]) -> frozenset[UUID]:
    """Those steps that a later one took the place of."""
    return frozenset(step.corrects for step in steps if step.corrects)


def living(steps: Sequence[Step]) -> tuple[Step, ...]:
    """The steps that happened, as they stand after every correction."""
    gone = corrected(steps)
    return tuple(step for step in steps if step.on and step.id not in gone)


def standing(steps: Sequence[Step], *, newest: int) -> Standing:
    """Where a policy stands: by its newest version in force, else by its newest version.

    >>> from uuid import uuid4
    >>> first = Step(uuid4(), 1, "in_use", date(2026, 5, 1))
    >>> (found := standing([first], newest=2)).state, found.number, found.newer.state
    ('in_use', 1, 'none')
    """
    each = {number: _of_version(living(steps), number) for number in range(1, newest + 1)}
    forced = [found for found in each.values() if found.state in IN_FORCE]
    if not forced:
        return each[newest]
    found = forced[-1]
    newer = each[newest] if newest > found.number else None
    return Standing(found.state, found.number, found.dates, newer)


def _of_version(steps: Iterable[Step], number: int) -> Standing:
    dates: dict[str, date] = {}
    for step in steps:
        if step.number == number and step.on:
            dates[step.state] = max(step.on, dates.get(step.state, step.on))
    state = next((state for state in reversed(STATES) if state in dates), NONE)
    return Standing(state, number, dates)


def is_kept(steps: Sequence[Step], *, number: int, state: str, on: date) -> bool:
    """Whether that step of that version is on record: by its name, or by its day for what may happen again."""
    same = [step for step in living(steps) if (step.number, step.state) == (number, state)]
    return bool(same) if state in ONCE else any(step.on == on for step in same)


def is_late(day: date | None, *, today: date) -> bool:
    """Whether a day by which something was to be done has passed."""
    return day is not None and day < today


def not_served(served: Iterable[str], *, rows: Iterable[str]) -> tuple[str, ...]:
    """The rows that nothing serves, in their order."""
    found = set(served)
    return tuple(row for row in rows if row not in found)
