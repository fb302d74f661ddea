"""Small worlds for the audit: leaves in the worker's own database, verified as the worker does."""

from __future__ import annotations

import json
import time
from collections.abc import Iterator
from contextlib import contextmanager
from uuid import uuid4

import psycopg
from django.db import connections

from porchlight.audit.api import Report, verify
from tests.support.connections import as_admin, connect


@contextmanager
def as_worker() -> Iterator[None]:
    """Make Django's connection the worker's, as `porchlight audit` does."""
    before = connections["default"]
    connections["default"] = connections["work"]
    try:
        yield
    finally:
        connections["default"] = before


def seal() -> int:
    """Seal what can be sealed; how many leaves."""
    with connect("pl_work") as worker:
        return worker.execute("SELECT pl.audit_seal()").fetchone()[0]


def seal_all(count: int) -> None:
    """Seal until so many leaves are sealed: transactions anywhere on this server hold the window back a while."""
    sealed, until = 0, time.monotonic() + 20
    while sealed < count and time.monotonic() < until:
        sealed += seal()
        time.sleep(0.01)
    assert sealed == count


def report() -> Report:
    with as_worker():
        return verify()


def forget_everything() -> None:
    """Empty the audit, as nobody but the superuser could: each test counts its own leaves."""
    with as_admin() as admin:
        admin.execute("TRUNCATE audit_leaf, audit_segment")


def add(connection: psycopg.Connection, *whats: str) -> None:
    """Leaves of a request without identity about somebody, on a connection of the team house."""
    for what in whats:
        line = {"what": what, "youths": [str(uuid4())]}
        connection.execute("SELECT pl.audit_record(%s::jsonb)", [json.dumps([line])])


def add_committed(*whats: str) -> None:
    """Leaves of one request that went through."""
    with connect("pl_team") as house, house.transaction():
        add(house, *whats)
