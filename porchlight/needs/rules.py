"""The needs map, pure: what the answers are called, which needs nobody meets, how a helper may see a row."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Protocol, TypeVar

from porchlight.policy.values import Action, Clause, Grain

MATTERS = (3, 2, 1, 0)  # how much it matters to the young person, most first
MATTERS_MUCH = 2  # from here on a need wants somebody who meets it
VERDICTS = ("works", "sort_of", "doesnt")
BEFORE = ("no", "some", "mostly", "not_sure")
NOT_NEEDS = ("not_said", "not_sure")  # codes of the list that name no need

OPEN_ANYWAY = "open"  # the role reads the map without being asked for
CLOSED = ""  # no yes could open a row to this role


class Weighed(Protocol):
    """What ordering asks of a need."""

    @property
    def matters(self) -> int | None: ...

    @property
    def is_met(self) -> bool: ...


W = TypeVar("W", bound=Weighed)


def is_met(*, matters: int | None, has_helper: bool, verdict: str) -> bool:
    """Whether nobody has to be looked for: it matters little, or somebody meets it and it doesn't fail them.

    A need that the young person did not weigh counts as one that matters little.
    """
    if matters is None or matters < MATTERS_MUCH:
        return True
    return has_helper and verdict != "doesnt"


def in_order(needs: Iterable[W]) -> list[W]:
    """Those that nobody meets first, then by how much they matter; otherwise in the order given."""
    return sorted(needs, key=lambda need: (need.is_met, -(need.matters or 0)))


def opening(cell: Iterable[Clause]) -> str:
    """The kind of ledger line that opens one row to a role with this cell of K09.

    `OPEN_ANYWAY` when the role reads every row, `CLOSED` when nothing opens it.
    """
    conditions = {clause.condition for clause in cell if clause.reaches(Action.READ, Grain.FULL)}
    if "" in conditions:
        return OPEN_ANYWAY
    return next((kind for kind in ("row", "consent") if kind in conditions), CLOSED)
