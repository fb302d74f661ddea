"""Promises, pure: what can become of one, until when it is owed, and whether it was kept in time."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

KEPT, NOT_KEPT, MOVED = "kept", "not_kept", "moved"
OUTCOMES = (KEPT, NOT_KEPT, MOVED)
NEED_A_WHY = (NOT_KEPT, MOVED)  # the young person is owed a reason


class Standing(StrEnum):
    """Where a promise stands now."""

    OPEN = "open"
    KEPT = "kept"
    KEPT_LATE = "kept_late"
    NOT_KEPT = "not_kept"


@dataclass(frozen=True)
class Outcome:
    """What became of it: a code of `OUTCOMES`, and the day that goes with it."""

    what: str
    on: date | None = None


def standing(outcomes: Sequence[Outcome], *, first_due: date) -> Standing:
    """Where it stands by the newest of `outcomes`, which are oldest first.

    In time means by the date that was said first: another date, however kindly told, does not make it so.
    """
    newest = outcomes[-1] if outcomes else Outcome(MOVED)
    if newest.what == KEPT and newest.on is not None:
        return Standing.KEPT if newest.on <= first_due else Standing.KEPT_LATE
    return Standing.NOT_KEPT if newest.what == NOT_KEPT else Standing.OPEN


def due(outcomes: Sequence[Outcome], *, first_due: date) -> date:
    """The day until which it is owed now."""
    moved = [one.on for one in outcomes if one.what == MOVED and one.on is not None]
    return moved[-1] if moved else first_due


def dates_before(outcomes: Sequence[Outcome], *, first_due: date) -> tuple[date, ...]:
    """Every date that was said and does not hold any more, oldest first."""
    moved = [one.on for one in outcomes if one.what == MOVED and one.on is not None]
    return tuple([first_due, *moved][:-1])
