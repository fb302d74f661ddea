"""Print the golden list of functions: `python -m tests.grid.functions > tests/grid/functions.txt`."""

from __future__ import annotations

import sys

import psycopg

from porchlight.project.doctor.functions import functions
from tests.support.server import Town


def listed(connection: psycopg.Connection) -> list[str]:
    """One line a function, as the golden file holds them."""
    return [str(function) for function in functions(lambda sql: connection.execute(sql).fetchall())]


def main() -> None:
    town = Town()
    try:
        with psycopg.connect(town.place.admin, dbname=town.place.name) as connection:
            sys.stdout.write("\n".join(listed(connection)) + "\n")
    finally:
        town.close()


if __name__ == "__main__":
    main()
