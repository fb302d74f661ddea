"""Every examination in order, run as the owner on a connection of Django's."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from django.db import connection

from porchlight.kernel.secrets import Keys
from porchlight.project.doctor.clocks import check_clock
from porchlight.project.doctor.county import check_county, check_gates, check_words
from porchlight.project.doctor.finding import Finding
from porchlight.project.doctor.functions import check_functions
from porchlight.project.doctor.keys import check_keys
from porchlight.project.doctor.release import check_release
from porchlight.project.doctor.roles import check_roles
from porchlight.project.doctor.tables import check_tables


def examine(keys: Keys) -> Iterator[Finding]:
    """What was found, in the order in which it is said."""
    yield from check_release(ask)
    yield from check_roles(ask)
    yield from check_tables(ask)
    yield from check_functions(ask)
    yield from check_keys(ask, keys)
    yield from check_clock(ask)
    yield from check_county()
    yield from check_words()
    yield from check_gates()


def ask(statement: str, values: Sequence[Any] = ()) -> list[tuple[Any, ...]]:
    """All rows of one statement."""
    with connection.cursor() as cursor:
        cursor.execute(statement, list(values))
        return list(cursor.fetchall())
