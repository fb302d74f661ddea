"""Raw connections for tests that look past the product: the owner, an administrator, a visitor."""

from __future__ import annotations

import json
import os
import time
from collections.abc import Iterator
from contextlib import contextmanager
from uuid import UUID

import psycopg
from psycopg.conninfo import make_conninfo

from porchlight.kernel.secrets import Keys
from porchlight.policy.context import Identity, sign
from tests.support.server import ENVIRONMENT


def connect(login: str, *, autocommit: bool = True, **options: str) -> psycopg.Connection:
    """A raw connection to the worker's database as one of our logins."""
    where = os.environ["PORCHLIGHT_DB"]
    return psycopg.connect(where, user=login, password=Keys.here().password(login), autocommit=autocommit, **options)


@contextmanager
def as_owner() -> Iterator[psycopg.Connection]:
    """The owner: bound by row security like everybody, free in the closed tables."""
    with connect("pl_migrate", options="-c role=pl_owner") as owner:
        yield owner


@contextmanager
def as_admin() -> Iterator[psycopg.Connection]:
    """The server's administrator, as an intruder with the superuser's password would be."""
    admin = json.loads(os.environ[ENVIRONMENT])["admin"]
    database = psycopg.conninfo.conninfo_to_dict(os.environ["PORCHLIGHT_DB"])["dbname"]
    with psycopg.connect(make_conninfo(admin, dbname=database), autocommit=True) as connection:
        yield connection


def context_for(connection: psycopg.Connection, login: str, kind: str, actor: UUID, **changed: object) -> str:
    """A signed context for this connection, as the house's process would make it."""
    values = {"pid": connection.info.backend_pid, "issued": time.time(), "key": Keys.here().context(login)}
    return sign(Identity(kind, actor), login=login, **(values | changed))


@contextmanager
def as_visitor(login: str, kind: str, actor: UUID) -> Iterator[psycopg.Connection]:
    """A transaction of a house's login with a true context on; rolled back at the end."""
    with connect(login, autocommit=False) as connection:
        text = context_for(connection, login, kind, actor)
        connection.execute("SELECT set_config('pl.context', %s, true)", [text])
        yield connection
        connection.rollback()
