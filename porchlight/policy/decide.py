"""The decision, pure: grid and facts in, verdict out. PostgreSQL's `pl.may` answers the same question."""

from __future__ import annotations

from collections.abc import Iterable
from uuid import UUID

from porchlight.policy.grid import OWN, Grid
from porchlight.policy.values import Action, Category, Clause, Fact, Grain, Verdict


def decide(
    facts: Iterable[Fact], *, youth: UUID, category: Category, grain: Grain, action: Action, grid: Grid
) -> Verdict:
    """What these facts allow beside `youth`. Nothing that the grid does not say is allowed."""
    every, own, rows, because = False, False, set[UUID](), list[str]()
    for fact in facts:
        if fact.youth != youth or fact.category not in ("", category):
            continue
        for clause in grid.cell(fact.role, category):
            if not clause.reaches(action, grain) or not _holds(clause, fact):
                continue
            because.append(f"{fact.role} {category}: {clause}")
            if clause.condition == OWN:
                own = True
            elif fact.row is None:
                every = True
            else:
                rows.add(fact.row)
    return Verdict(every, own, frozenset(rows), tuple(because))


def _holds(clause: Clause, fact: Fact) -> bool:
    """A bare standing carries the clauses without a condition and those about one's own rows."""
    if not fact.condition:
        return clause.condition in ("", OWN) and fact.row is None
    return clause.condition == fact.condition
