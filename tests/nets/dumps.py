"""A dump of the whole database as an intruder with a backup would have it, read table by table."""

from __future__ import annotations

import json
import os
import re
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass

from psycopg.conninfo import conninfo_to_dict

from porchlight.project.postgres import tool
from tests.support.server import ENVIRONMENT

COPY = re.compile(r"^COPY (\S+) \((.*)\) FROM stdin;$")


@dataclass(frozen=True)
class Cell:
    """One value of the dump and where it stood."""

    table: str
    column: str
    value: str


def dump() -> str:
    """`pg_dump` of the worker's database, as the server's administrator."""
    admin = conninfo_to_dict(json.loads(os.environ[ENVIRONMENT])["admin"])
    database = str(conninfo_to_dict(os.environ["PORCHLIGHT_DB"])["dbname"])
    version = int(os.environ.get("PORCHLIGHT_TEST_POSTGRES", "18"))
    environment = {"PGHOST": admin["host"], "PGPORT": admin["port"], "PGUSER": admin["user"], "PATH": "/usr/bin:/bin"}
    told = subprocess.run(
        [tool("pg_dump", version=version), database],
        env={name: str(value) for name, value in environment.items()} | {"PGPASSWORD": str(admin["password"])},
        capture_output=True,
        check=True,
    )
    return told.stdout.decode()


def cells(dumped: str) -> Iterator[Cell]:
    """Every value of every table in the dump."""
    table, columns = "", []
    for line in dumped.splitlines():
        begins = COPY.match(line)
        if begins:
            table, columns = begins.group(1).removeprefix("public."), begins.group(2).replace('"', "").split(", ")
        elif line == "\\.":
            table = ""
        elif table:
            yield from (Cell(table, column, v) for column, v in zip(columns, line.split("\t"), strict=True))
