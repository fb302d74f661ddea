"""Python's decide() and PostgreSQL's may() give the same answer, to every question, from the same facts."""

from __future__ import annotations

from collections import defaultdict
from itertools import chain, combinations
from uuid import UUID, uuid4

import pytest

from porchlight.policy.decide import decide
from porchlight.policy.grid import OWN, YOUTH, the_grid
from porchlight.policy.values import Action, Category, Fact, Grain
from tests.grid.world import line, write
from tests.support.connections import as_owner, as_visitor

QUESTIONS = """
  SELECT c, g, a, pl.may(c, g, a), pl.may_own(c, g, a), pl.may_rows(c, g, a)
  FROM unnest(%s::text[]) AS c, unnest(ARRAY['slice', 'full']) AS g, unnest(ARRAY['read', 'write']) AS a
"""
OTHERS = 40  # young people of other cells who are asked about as well


def subsets(conditions: list[str]):
    return chain.from_iterable(combinations(conditions, n) for n in range(len(conditions) + 1))


def cases(role: str, category: Category) -> list[tuple[str, ...]]:
    """Every combination of the conditions that the cell names, and each further condition alone."""
    named = sorted({c.condition for c in the_grid().cell(role, category)} - {"", OWN})
    further = sorted(set(the_grid().conditions) - {OWN} - set(named))
    return [*subsets(named), *((condition,) for condition in further)]


def build(role: str) -> tuple[UUID, dict[Category, list[UUID]]]:
    """A seat of that role and, for each case, one young person with just those facts."""
    seat, agency = uuid4(), uuid4()
    lines = [line("seat", seat=seat, person=uuid4(), role=role, agency=agency)]
    youths: dict[Category, list[UUID]] = defaultdict(list)
    for category in Category:
        for number, case in enumerate(cases(role, category)):
            youth = uuid4()
            youths[category].append(youth)
            lines.append(line("standing", youth=youth, seat=seat))
            for condition in case:
                one_row = uuid4() if (number + len(condition)) % 3 == 0 else None
                named = category if number % 2 else ""
                lines.append(line(condition, youth=youth, seat=seat, category=named, row_id=one_row))
    with as_owner() as owner:
        write(owner, lines)
        owner.execute("ANALYZE policy_grant")
    return seat, youths


@pytest.mark.parametrize("role", [role for role in the_grid().roles if role not in (YOUTH, "OC")])
def test_every_cell_in_every_combination_of_its_conditions(town, role):
    seat, youths = build(role)
    with as_visitor("pl_team", "seat", seat) as visitor:
        rows = visitor.execute("SELECT youth, role, condition, category, row_id FROM pl.facts(NULL)").fetchall()
        answers = visitor.execute(QUESTIONS, [[str(c) for c in Category]]).fetchall()
    facts = defaultdict(list)
    for row in rows:
        facts[row[0]].append(Fact(*row))
    everybody = [youth for found in youths.values() for youth in found]
    asked = 0
    for category, grain, action, *sets in answers:
        every, own, row_ids = map(set, sets)
        for youth in chain(youths[Category(category)], everybody[:OTHERS]):
            verdict = decide(
                facts[youth],
                youth=youth,
                category=Category(category),
                grain=Grain(grain),
                action=Action(action),
                grid=the_grid(),
            )
            mine = {fact.row for fact in facts[youth]} - {None}
            assert verdict.every == (youth in every), (role, category, grain, action)
            assert verdict.own == (youth in own), (role, category, grain, action)
            assert verdict.rows == (row_ids & mine), (role, category, grain, action)
            asked += 1
    assert asked > 4000
