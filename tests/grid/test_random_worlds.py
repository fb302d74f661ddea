"""Random ledgers against the live tables: what a visitor can read, add, change and remove is what decide() says."""

from __future__ import annotations

import os
import random
from collections import Counter, defaultdict
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from uuid import UUID, uuid4

import psycopg

from porchlight.policy.decide import decide
from porchlight.policy.grid import OWN, the_grid
from porchlight.policy.registry import Table
from porchlight.policy.values import Action, Fact, Verdict
from tests.grid.world import insert_statement, line, new_uuids, row_for, write, youth_tables
from tests.support.connections import as_admin, as_owner, as_visitor

DECISIONS = int(os.environ.get("PORCHLIGHT_DECISIONS", "20000"))
ROLES = [role for role in the_grid().roles if role not in ("Y", "OC")]
CONDITIONS = sorted(set(the_grid().conditions) - {OWN})


@dataclass
class World:
    """Agencies, seats and young people with a random ledger, and rows in every table."""

    choose: random.Random
    agencies: list[UUID] = field(default_factory=lambda: new_uuids(3))
    youths: list[UUID] = field(default_factory=lambda: new_uuids(5))
    seats: dict[UUID, tuple[str, UUID]] = field(default_factory=dict)
    rows: dict[str, list[dict[str, object]]] = field(default_factory=dict)

    def ledger(self):
        at = datetime.now(UTC)
        for youth in self.youths:
            yield line("responsible", youth=youth, agency=self.choose.choice(self.agencies))
        for _ in range(8):
            seat, role, agency = uuid4(), self.choose.choice(ROLES), self.choose.choice(self.agencies)
            self.seats[seat] = (role, agency)
            person = uuid4()
            yield line("seat", seat=seat, person=person, role=role, agency=agency)
            for youth in self.choose.sample(self.youths, 3):
                yield line("standing", youth=youth, seat=seat, **self.life(at), **self.footing())
                if self.choose.random() < 0.1:
                    yield line("block", youth=youth, person=person)
        for _ in range(60):
            yield self.condition(at)

    def condition(self, at):
        seat = self.choose.choice([None, *self.seats])
        role = "" if seat else self.choose.choice([*ROLES, "OC", "Y"])
        row = self.choose.choice([None, None, *self.pool])
        return line(
            self.choose.choice([*CONDITIONS, "consent", "consent", "household", "thread", "row"]),
            youth=self.choose.choice(self.youths),
            seat=seat,
            role=role,
            agency=self.choose.choice([None, *self.agencies]),
            category=self.choose.choice(["", f"K{self.choose.randint(1, 29):02}"]),
            row_id=row,
            **self.life(at),
        )

    def footing(self) -> dict[str, str]:
        footing = self.choose.choice(["CASE_RESP", "CFT_832", "ONCALL", "EMERGENCY"])
        return {"footing": footing, "category": "K06" if footing == "EMERGENCY" else ""}

    def life(self, at) -> dict[str, object]:
        kind = self.choose.random()
        if kind < 0.1:
            return {"ended_at": at}
        if kind < 0.2:
            return {"ends_at": at - timedelta(minutes=1)}
        if kind < 0.3:
            return {"starts_at": at + timedelta(days=1)}
        return {}

    def __post_init__(self) -> None:
        self.pool = new_uuids(6)

    def a_row(self, admin: psycopg.Connection, table: Table, maker: UUID) -> dict[str, object]:
        known = {
            "id": self.choose.choice(self.pool) if table.row == "id" and self.choose.random() < 0.3 else uuid4(),
            "agency_id": self.choose.choice(self.agencies),
            "youth_id": self.choose.choice(self.youths),
            "made_by": maker,
        }
        if table.row and table.row != "id":
            known[table.row] = self.choose.choice([*self.pool, uuid4()])
        return row_for(admin, table, **known)


def build(choose: random.Random) -> World:
    world = World(choose)
    with as_owner() as owner:
        write(owner, list(world.ledger()))
    with as_admin() as admin:
        admin.execute("SET session_replication_role = replica")
        for table in youth_tables():
            made: dict[object, dict[str, object]] = {}
            for _ in range(24):
                row = world.a_row(admin, table, choose.choice([*world.seats, *world.youths]))
                if row["id"] in made:
                    continue
                done = admin.execute(insert_statement(table.name, row) + " ON CONFLICT DO NOTHING", list(row.values()))
                if done.rowcount:
                    made[row["id"]] = row
            world.rows[table.name] = list(made.values())
    return world


def reaches(verdict: Verdict, table: Table, row: dict[str, object], actor: UUID) -> bool:
    named = row.get(table.row) in verdict.rows if table.row else False
    return verdict.every or (verdict.own and row["made_by"] == actor) or named


class Comparison:
    """One visitor, in a request about one young person or about none, against every table; `asked` counts."""

    def __init__(self, world: World, connection: psycopg.Connection, actor: UUID, asked: Counter[str]) -> None:
        self.world, self.connection, self.actor, self.asked = world, connection, actor, asked
        self.facts = defaultdict(list)
        for row in connection.execute("SELECT youth, role, condition, category, row_id FROM pl.facts_everywhere()"):
            self.facts[row[0]].append(Fact(*row))
        self.audiences = set(connection.execute("SELECT pl.audiences()").fetchone()[0])
        self.agency = connection.execute("SELECT pl.agency()").fetchone()[0]
        self.about = world.choose.choice([None, None, None, *world.youths])
        connection.execute("SELECT set_config('pl.about', %s, true)", [str(self.about or "")])

    def verdict(self, table: Table, row: dict[str, object], action: Action) -> bool:
        youth = row["youth_id"]
        verdict = decide(
            self.facts[youth],
            youth=youth,
            category=table.category,
            grain=table.grain,
            action=action,
            grid=the_grid(),
        )
        heard = not table.audience or row[table.audience] in self.audiences
        if self.about not in (None, youth):
            return False
        return heard and reaches(verdict, table, row, self.actor)

    def read(self, table: Table) -> None:
        seen = {row[0] for row in self.connection.execute(f"SELECT id FROM {table.name}")}
        for row in self.world.rows[table.name]:
            assert (row["id"] in seen) == self.verdict(table, row, Action.READ), (table.name, row)
            self.asked["read"] += 1

    def add(self, table: Table) -> None:
        row = self.world.a_row(self.connection, table, self.actor)
        if self.world.choose.random() < 0.7:
            row["agency_id"] = self.agency
        if self.world.choose.random() < 0.1:
            row["made_by"] = uuid4()
        right = row["agency_id"] == self.agency and row["made_by"] == self.actor
        if table.own_hand:
            right = right and row["youth_id"] == self.actor
        expected = right and self.verdict(table, row, Action.WRITE)
        assert self._works(insert_statement(table.name, row), list(row.values())) == expected, (
            table.name,
            row,
        )
        self.asked["add"] += 1

    def change(self, table: Table, verb: str) -> None:
        for row in self.world.rows[table.name][:3]:
            own = row["agency_id"] == self.agency if verb == "change" else row["youth_id"] == self.actor
            may = own and self.verdict(table, row, Action.WRITE) and self.verdict(table, row, Action.READ)
            column = table.updates[0] if table.updates else "id"
            statement = (
                f"UPDATE {table.name} SET {column} = {column} WHERE id = %s"
                if verb == "change"
                else f"DELETE FROM {table.name} WHERE id = %s"
            )
            possible = bool(table.updates) if verb == "change" else table.deletes
            assert self._touches(statement, row["id"]) == (possible and may), (verb, table.name, row)
            self.asked[verb] += 1

    def _works(self, statement: str, values: list[object]) -> bool:
        try:
            with self.connection.transaction(force_rollback=True):
                self.connection.execute(statement, values)
        except psycopg.errors.InsufficientPrivilege:
            return False
        except psycopg.errors.UniqueViolation:
            return True
        return True

    def _touches(self, statement: str, row: object) -> bool:
        try:
            with self.connection.transaction(force_rollback=True):
                return bool(self.connection.execute(statement, [row]).rowcount)
        except psycopg.errors.InsufficientPrivilege:
            return False


def compare(world: World, asked: Counter[str]) -> None:
    visitors = [("pl_team", "seat", seat) for seat in world.seats]
    visitors += [("pl_youth", "youth", youth) for youth in world.youths[:2]]
    for login, kind, actor in visitors:
        with as_visitor(login, kind, actor) as connection:
            comparison = Comparison(world, connection, actor, asked)
            for table in youth_tables():
                comparison.read(table)
                comparison.add(table)
                comparison.change(table, "change")
                comparison.change(table, "remove")


def test_twenty_thousand_random_decisions_are_the_same_in_python_and_in_the_database(town):
    asked: Counter[str] = Counter()
    seed = 0
    while sum(asked.values()) < DECISIONS:
        compare(build(random.Random(seed)), asked)
        seed += 1
    assert min(asked[verb] for verb in ("read", "add", "change", "remove")) > DECISIONS / 40, asked
