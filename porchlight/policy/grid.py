"""The grid as a frozen value, read once from `grid.toml`."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from porchlight.policy.values import Category, Clause

OWN = "own"  # the one condition that is read off the row (its author), not off the ledger
ON_CALL = "OC"
YOUTH = "Y"
PLACE = Path(__file__).with_name("grid.toml")


@dataclass(frozen=True)
class Condition:
    """A named condition: one sentence, the ledger fact that makes it true, the room that records it.

    No room yet means that the fact cannot exist in the product yet, so the condition is false.
    """

    name: str
    says: str
    fact: str
    made_by: str


@dataclass(frozen=True)
class Role:
    """A hat. `gate` names what must exist before real people may wear it; empty means open."""

    code: str
    name: str
    gate: str = ""


@dataclass(frozen=True)
class Grid:
    roles: Mapping[str, Role]
    conditions: Mapping[str, Condition]
    names: Mapping[Category, str]
    cells: Mapping[tuple[str, Category], tuple[Clause, ...]]

    def cell(self, role: str, category: Category) -> tuple[Clause, ...]:
        """The clauses of one cell; an unknown role or an empty cell has none."""
        return self.cells.get((role, category), ())

    def clauses(self) -> Iterator[tuple[str, Category, Clause]]:
        """Every clause with its role and category, in a fixed order."""
        for (role, category), clauses in sorted(self.cells.items()):
            for clause in clauses:
                yield role, category, clause


def read_grid(text: str) -> Grid:
    """Build the grid from TOML. Raises `ValueError` for an unknown role, condition or word."""
    data = tomllib.loads(text)
    roles = {code: Role(code, **entry) for code, entry in data["roles"].items()}
    conditions = {name: Condition(name, **entry) for name, entry in data["conditions"].items()}
    names: dict[Category, str] = {}
    cells: dict[tuple[str, Category], tuple[Clause, ...]] = {}
    for code, row in data["categories"].items():
        category = Category(code)
        names[category] = row.pop("name")
        for role, clauses in row.items():
            cell = tuple(Clause.read(clause) for clause in clauses)
            _check(role, cell, roles, conditions)
            cells[role, category] = cell
    return Grid(roles, conditions, names, cells)


def _check(role: str, cell: tuple[Clause, ...], roles: Mapping[str, Role], conditions: Mapping[str, Condition]) -> None:
    if role not in roles:
        raise ValueError(f"grid.toml: {role} is not a role")
    for clause in cell:
        if clause.condition and clause.condition not in conditions:
            raise ValueError(f"grid.toml: {clause.condition} is not a condition")


@cache
def the_grid() -> Grid:
    """The grid that this release ships."""
    return read_grid(PLACE.read_text(encoding="utf-8"))
