"""The text of the row policies, and what in it would be asked once a row instead of once a statement."""

from __future__ import annotations

import re
from collections.abc import Iterator

import psycopg

POLICIES = """
  SELECT p.polrelid::regclass::text, p.polname::text,
         concat_ws(' AND ', pg_get_expr(p.polqual, p.polrelid), pg_get_expr(p.polwithcheck, p.polrelid)),
         ARRAY(SELECT a.attname::text FROM pg_attribute AS a WHERE a.attrelid = p.polrelid AND a.attnum > 0)
  FROM pg_policy AS p ORDER BY 1, 2
"""
CALL = re.compile(r"\b([a-z_][a-z_.0-9]*)\s*\(([^()]*)\)")
ONCE_A_STATEMENT = re.compile(r"\(\s*SELECT pl\.[a-z_]+\([^()]*\) AS [a-z_]+\)")
QUOTED = re.compile(r"'(?:[^']|'')*'")
NO_FUNCTIONS = {"any", "and", "or", "not", "select", "in", "array", "exists"}


def asked_once_a_row(connection: psycopg.Connection) -> Iterator[str]:
    """Policies that call a function with a column of the row, or one of ours outside of a SELECT of its own."""
    for table, policy, text, columns in connection.execute(POLICIES).fetchall():
        bare = QUOTED.sub("''", text)
        for name, arguments in CALL.findall(bare):
            named = set(re.findall(r"[a-z_][a-z_0-9]*", arguments))
            if name not in NO_FUNCTIONS and named & set(columns):
                yield f"{table}.{policy} calls {name} with a column"
        if "pl." in ONCE_A_STATEMENT.sub("", bare):
            yield f"{table}.{policy} calls a function of ours outside a SELECT of its own"
