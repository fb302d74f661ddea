"""Promises as this visit may see them; beside them the goals; and an agency's promises as counts."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from porchlight.policy.api import Category, Event, Holding, OwnHand, See, Visit, ask, guarded
from porchlight.progress.goal_sheets import GOALS, PROMISES, GoalSheet, PromiseSheet, goal_sheet, promise_sheet, read
from porchlight.progress.promise_rules import KEPT, Standing
from porchlight.progress.showing import shown_rows


@dataclass(frozen=True)
class Glance:
    """What they aim for and what we promised, beside each other: goals that go on, promises that are owed."""

    youth: UUID
    goals: tuple[GoalSheet, ...]
    promises: tuple[PromiseSheet, ...]


@dataclass(frozen=True)
class QuarterSheet:
    """Promises of one quarter, by the date that was said first. All counts are None below eleven young people."""

    starts_on: date
    promised: int | None
    in_time: int | None
    late: int | None
    not_kept: int | None
    waiting: int | None


@guarded(See(Category.NEEDS))
def promises(youth: UUID, *, by: Visit) -> tuple[PromiseSheet, ...]:
    """The promises that this visit may see: what is owed first, the nearest date on top; then the newest."""
    return read_promises(youth, by=by)


@guarded(See(Category.NEEDS))
def glance(youth: UUID, *, by: Visit) -> Glance:
    """Goals shown to this visit and promises still owed, in one statement: a page of many cards asks little."""
    found = read(f"{GOALS} UNION ALL {PROMISES}", youth)
    goals = tuple(goal_sheet(row, by=by) for row in found["goal"])
    if goals:
        by.note(Event("read", "progress.goals", Category.RECOGNITION, "full", (youth,)))
    owed = in_order([promise_sheet(row, by=by) for row in found["promise"]])
    return Glance(youth, tuple(one for one in goals if one.goes_on), tuple(one for one in owed if one.is_open))


@guarded(OwnHand(Category.NEEDS))
def who_sees_promises(youth: UUID, *, by: Visit) -> dict[UUID, frozenset[UUID]]:
    """The seats that see each promise by the young person's yes."""
    return shown_rows(youth, category=Category.NEEDS, by=by)


@guarded(See(Category.NEEDS))
def promises_kept(youth: UUID, *, since: date, by: Visit) -> tuple[tuple[UUID, date], ...]:
    """For the engine: the promises kept on or after `since`, with the county day; those that this visit may read."""
    kept = (one for one in read_promises(youth, by=by) if one.standing in (Standing.KEPT, Standing.KEPT_LATE))
    days = [(one.id, one.newest.on) for one in kept if one.newest and one.newest.what == KEPT]
    return tuple(sorted(((row, on) for row, on in days if on and on >= since), key=lambda pair: pair[1]))


@guarded(Holding(("SUP", "ADM")))
def promise_counts(*, by: Visit) -> tuple[QuarterSheet, ...]:
    """The last eight quarters as counts: of the own agency, for an administrator of the whole county."""
    rows = ask("SELECT starts_on, promised, in_time, late, not_kept, waiting FROM pl.promise_counts()")
    return tuple(QuarterSheet(*row) for row in rows)


def read_promises(youth: UUID, *, by: Visit) -> tuple[PromiseSheet, ...]:
    """The promises without a question; for this room's commands, which have asked theirs."""
    return in_order([promise_sheet(row, by=by) for row in read(PROMISES, youth)["promise"]])


def in_order(found: list[PromiseSheet]) -> tuple[PromiseSheet, ...]:
    """What is owed, by its date; then the rest, the latest date first."""
    owed = sorted((one for one in found if one.is_open), key=lambda one: one.due_on)
    rest = sorted((one for one in found if not one.is_open), key=lambda one: one.due_on, reverse=True)
    return (*owed, *rest)
