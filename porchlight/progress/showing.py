"""Showing one goal or one promise to single people: a line of the ledger each, and nothing beside the ledger."""

from __future__ import annotations

from collections.abc import Mapping
from uuid import UUID

from porchlight.policy.api import Action, Category, Grain, Line, Visit, end_grant, grant, lines
from porchlight.policy.grid import the_grid
from porchlight.progress.goal_errors import NotOpenToThem

KINDS = ("row", "consent")  # the kinds of line that a yes can be


def can_be_shown(role: str, *, category: Category) -> bool:
    """Whether the young person's yes opens a row of this category to that role; not when it reads every row anyway."""
    return bool(_kind(role, category))


def show_row(youth: UUID, row: UUID, *, category: Category, to: Mapping[UUID, str], by: Visit) -> None:
    """Open one row to just these seats from now on. Raises `NotOpenToThem` for a role that no yes lets see it."""
    shown = {line.seat: line.id for line in _lines(youth, category, by=by) if line.row == row}
    for seat in shown.keys() - to.keys():
        end_grant(shown[seat], by=by, youth=youth)
    for seat in to.keys() - shown.keys():
        kind = _kind(to[seat], category)
        if not kind:
            raise NotOpenToThem
        grant(kind, by=by, youth=youth, seat=seat, category=category, row=row, footing="CONSENT_YOUTH")


def shown_rows(youth: UUID, *, category: Category, by: Visit) -> dict[UUID, frozenset[UUID]]:
    """The seats to which each row of the category is shown, by row."""
    found: dict[UUID, set[UUID]] = {}
    for line in _lines(youth, category, by=by):
        if line.row and line.seat:
            found.setdefault(line.row, set()).add(line.seat)
    return {row: frozenset(seats) for row, seats in found.items()}


def _lines(youth: UUID, category: Category, *, by: Visit) -> list[Line]:
    return [line for line in lines(youth, by=by) if line.category == category and line.kind in KINDS]


def _kind(role: str, category: Category) -> str:
    """The kind of line that opens a row to this role; empty when none does, or when none is asked."""
    cell = the_grid().cell(role, category)
    conditions = {clause.condition for clause in cell if clause.reaches(Action.READ, Grain.FULL)}
    return "" if "" in conditions else next((kind for kind in KINDS if kind in conditions), "")
