"""Counting what a page costs the database."""

from __future__ import annotations

from contextlib import contextmanager

from django.db import connections

FREE = ("BEGIN", "COMMIT", "SAVEPOINT", "RELEASE SAVEPOINT")


@contextmanager
def statements():
    """The statements sent inside the block, without beginning, ending and savepoints of transactions."""
    found: list[str] = []

    def note(execute, sql, params, many, context):
        if not sql.startswith(FREE):
            found.append(sql)
        return execute(sql, params, many, context)

    with connections["default"].execute_wrapper(note):
        yield found
