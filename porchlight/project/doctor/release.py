"""Whether code and database are of one release."""

from __future__ import annotations

import platform
from collections.abc import Iterator

from django.db import connection
from django.db.migrations.executor import MigrationExecutor

from porchlight.project.doctor.finding import Finding, bad, either, good
from porchlight.project.doctor.tables import Ask
from porchlight.project.install import OLDEST
from porchlight.project.schema import release_matches

OLDEST_PYTHON = (3, 11)


def check_release(ask: Ask) -> Iterator[Finding]:
    """Versions, migrations, and the policies that the database carries."""
    yield from _versions(ask)
    mend = "run `porchlight migrate`, then start both houses again"
    yield either("migrations", _unapplied(), well="all applied", mend=mend)
    yield (
        good("policies", "the database carries this release's policies")
        if release_matches()
        else bad("policies", "the database carries those of another release", mend="run `porchlight migrate`")
    )


def _versions(ask: Ask) -> Iterator[Finding]:
    number, shown = int(ask("SHOW server_version_num")[0][0]), ask("SHOW server_version")[0][0]
    python = tuple(map(int, platform.python_version_tuple()[:2]))
    said = f"Python {platform.python_version()}, PostgreSQL {shown}"
    if number < OLDEST or python < OLDEST_PYTHON:
        yield bad("versions", said, mend="Python 3.11 or newer and PostgreSQL 16 or newer are needed")
    else:
        yield good("versions", said)


def _unapplied() -> list[str]:
    executor = MigrationExecutor(connection)
    plan = executor.migration_plan(executor.loader.graph.leaf_nodes())
    return [f"{migration.app_label} {migration.name}" for migration, _ in plan]
