"""Print the grid, or explain one answer of it."""

from __future__ import annotations

import argparse
import csv
import json
import sys
from uuid import UUID

from porchlight.policy.grid import ON_CALL, Grid, the_grid
from porchlight.policy.values import Action, Category, Clause, Grain


def add(parser: argparse.ArgumentParser) -> None:
    verbs = parser.add_subparsers(dest="what", required=True)
    grid = verbs.add_parser("grid", help="the whole grid")
    grid.add_argument("--csv", action="store_true", help="in the shape of access-matrix.csv")
    explain = verbs.add_parser("explain", help="why one cell says yes or no, as JSON")
    explain.add_argument("role")
    explain.add_argument("category")
    explain.add_argument("grain", choices=[str(grain) for grain in Grain])
    explain.add_argument("action", choices=[str(action) for action in Action])
    explain.add_argument("--if", dest="conditions", action="append", default=[], help="a condition that holds")


def run(args: argparse.Namespace) -> int:
    if args.what == "grid":
        _print_grid(the_grid(), as_csv=args.csv)
    else:
        said = explain(args.role, args.category, args.grain, args.action, args.conditions)
        sys.stdout.write(json.dumps(said, indent=2) + "\n")
    return 0


def _print_grid(grid: Grid, *, as_csv: bool) -> None:
    roles = [code for code in grid.roles if code != ON_CALL]
    if as_csv:
        writer = csv.writer(sys.stdout, lineterminator="\n")
        writer.writerow(["category", "name", *roles])
        for category, name in grid.names.items():
            writer.writerow([category, name, *(_cell(grid.cell(role, category)) for role in roles)])
        return
    for role, category, clause in grid.clauses():
        sys.stdout.write(f"{role:5}{category}  {grid.names[category]:38}{clause}\n")


def _cell(clauses: tuple[Clause, ...]) -> str:
    return "; ".join(str(clause) for clause in clauses) or "-"


def explain(role: str, category: str, grain: str, action: str, conditions: list[str]) -> dict[str, object]:
    """Which clauses of the cell answer the question beside a young person, given the conditions that hold."""
    from porchlight.policy.decide import decide  # noqa: PLC0415 - because only this verb needs it
    from porchlight.policy.values import Fact  # noqa: PLC0415 - because only this verb needs it

    grid, youth = the_grid(), UUID(int=1)
    facts = [Fact(youth, role), *(Fact(youth, role, condition) for condition in conditions)]
    verdict = decide(
        facts, youth=youth, category=Category(category), grain=Grain(grain), action=Action(action), grid=grid
    )
    cell = grid.cell(role, Category(category))
    return {
        "question": f"{role} {action} {category} {grain}",
        "holding": sorted(conditions),
        "answer": "every row" if verdict.every else "own rows only" if verdict.own else "no",
        "because": list(verdict.because),
        "cell": [str(clause) for clause in cell],
        "would_help": sorted(
            clause.condition for clause in cell if clause.condition and clause.reaches(Action(action), Grain(grain))
        ),
    }
