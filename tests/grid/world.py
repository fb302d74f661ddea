"""Worlds for comparing the two enforcers: ledgers, and rows in every table about young people."""

from __future__ import annotations

import random
from collections.abc import Iterable
from datetime import UTC, datetime, timedelta
from uuid import UUID, uuid4

import psycopg

from porchlight.policy.registry import Rule, Table, the_registry

FILL = {
    "uuid": uuid4,
    "text": lambda: "x",
    "bytea": lambda: b"\x01x",  # as a sealed value begins, so that no net takes it for one in clear
    "boolean": lambda: False,
    "integer": lambda: 0,
    "smallint": lambda: 0,
    "bigint": lambda: 0,
    "double precision": lambda: 0.0,
    "date": lambda: datetime.now(UTC).date(),
    "timestamp with time zone": lambda: datetime.now(UTC) - timedelta(hours=1),
    "jsonb": lambda: "{}",
    "ARRAY": list,
}
LINE = (
    "INSERT INTO policy_grant (id, kind, person, seat, role, agency, youth, category, row_id, footing, starts_at,"
    " ends_at, ended_at) VALUES (%s, %s, %s, %s, %s, %s, %s, %s, %s, %s, %s, %s, %s)"
)
AUDIENCES = ("me", "team", "home", "school", "court", "family", "public")


def line(kind: str, **more: object) -> tuple[object, ...]:
    """One ledger line with sensible emptiness."""
    at = datetime.now(UTC) - timedelta(hours=1)
    fields = ("person", "seat", "role", "agency", "youth", "category", "row_id", "footing")
    blank = {"role": "", "category": "", "footing": ""}
    values = [more.get(name, blank.get(name)) for name in fields]
    return (uuid4(), kind, *values, more.get("starts_at", at), more.get("ends_at"), more.get("ended_at"))


def write(owner: psycopg.Connection, lines: Iterable[tuple[object, ...]]) -> None:
    """Put lines into the ledger past every check, as the owner."""
    with owner.cursor() as cursor:
        cursor.executemany(LINE, list(lines))


def youth_tables() -> list[Table]:
    """Every registered table about young people, by name."""
    return [table for _, table in sorted(the_registry().items()) if table.rule is Rule.YOUTH]


def columns(connection: psycopg.Connection, table: str) -> dict[str, str]:
    """The table's columns with their types."""
    rows = connection.execute(
        "SELECT column_name, data_type FROM information_schema.columns WHERE table_name = %s", [table]
    ).fetchall()
    return dict(rows)


def row_for(connection: psycopg.Connection, table: Table, **known: object) -> dict[str, object]:
    """A row with every column filled, `known` values first."""
    values = {name: FILL[kind]() for name, kind in columns(connection, table.name).items()}
    if table.audience:
        values[table.audience] = random.choice(AUDIENCES)
    return values | known


def insert_statement(table: str, values: dict[str, object]) -> str:
    """An INSERT of those columns with as many placeholders."""
    return f"INSERT INTO {table} ({', '.join(values)}) VALUES ({', '.join(['%s'] * len(values))})"


def new_uuids(count: int) -> list[UUID]:
    return [uuid4() for _ in range(count)]
