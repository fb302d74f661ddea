"""The access grid as a page: roles, conditions, and for each category its tables and who may do what."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from porchlight.policy.grid import Grid
from porchlight.policy.registry import ANYBODY, PUBLIC, Rule, Table
from porchlight.policy.values import Action, Category, Clause
from porchlight.project.catalogue.tables import table


def drawn(grid: Grid, registry: Mapping[str, Table]) -> str:
    """The whole page between its marks."""
    parts = [_roles(grid), _conditions(grid), _others(registry), "## Categories about a young person"]
    parts += [_category(category, grid, registry) for category in grid.names]
    return "\n\n".join(parts)


def _roles(grid: Grid) -> str:
    rows = ((f"`{role.code}`", role.name, role.gate or "open") for role in grid.roles.values())
    return f"## Roles\n\n{table(('code', 'role', 'waits for, before real people hold it'), rows)}"


def _conditions(grid: Grid) -> str:
    head = ("condition", "holds when", "ledger fact", "recorded by")
    rows = (
        (f"`{c.name}`", c.says, c.fact, c.made_by or "nothing yet: the condition is false")
        for c in grid.conditions.values()
    )
    return f"## Conditions\n\n{table(head, rows)}"


def _others(registry: Mapping[str, Table]) -> str:
    head = ("table", "holds", "rule", "who reads", "who writes")
    rows = [
        (f"`{t.name}`", t.about, str(t.rule), *_reach(t)) for _, t in sorted(registry.items()) if t.rule != Rule.YOUTH
    ]
    return f"## Tables that hold no facts about a young person\n\n{table(head, rows)}"


def _reach(found: Table) -> tuple[str, str]:
    match found.rule:
        case Rule.MINE:
            return "whoever wrote the row", "the same"
        case Rule.SHARED:
            readers = {"all": "everybody", "signed_in": "everybody signed in", "seats": "every seat"}[found.readers]
            return readers, ", ".join(f"`{role}`" for role in found.writers) or "nobody through the product"
        case Rule.PAIR:
            return "the coach and the coached", "the coach; both change what is promised"
        case Rule.COUNTY | Rule.AGENCY:
            where = "the county" if found.rule is Rule.COUNTY else "the agency"
            readers = _holders(found.open_to, "the county")
            own = "the agency, " if found.rule is Rule.AGENCY else ""
            named = f", whoever `{found.named}` names" if found.named else ""
            return f"{own}{readers}, whoever wrote it{named}", _holders(found.kept_by, where)
        case _:
            return "nobody; definer functions only", "the same"


def _holders(offices: tuple[str, ...], where: str) -> str:
    if PUBLIC in offices:
        return "everybody, without signing in"
    if ANYBODY in offices:
        return f"every seat of {where}"
    return f"in {where}: {', '.join(offices)}"


def _category(category: Category, grid: Grid, registry: Mapping[str, Table]) -> str:
    title = f"### {category} {grid.names[category]}"
    tables = [t for _, t in sorted(registry.items()) if t.category is category]
    said = "; ".join(_named(t) for t in tables) or "none yet"
    cells = list(_cells(category, grid))
    grown = table(("role", "reads", "writes"), cells) if cells else "Nobody reads or writes it."
    return f"{title}\n\nTables: {said}.\n\n{grown}"


def _named(found: Table) -> str:
    sealed = f", sealed: {', '.join(found.sealed)}" if found.sealed else ""
    return f"`{found.name}` ({found.grain}{sealed}): {found.about}"


def _cells(category: Category, grid: Grid) -> Iterator[tuple[str, str, str]]:
    for code, role in grid.roles.items():
        clauses = grid.cell(code, category)
        if clauses:
            yield f"`{code}` {role.name}", _said(clauses, Action.READ), _said(clauses, Action.WRITE)


def _said(clauses: tuple[Clause, ...], action: Action) -> str:
    found = (clause for clause in clauses if clause.action is action)
    return "; ".join(f"{c.grain} if {c.condition}" if c.condition else str(c.grain) for c in found)
