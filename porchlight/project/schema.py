"""Migrations and the policy script, as the owner, in one transaction."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import django
from django.conf import settings
from django.core.management import call_command
from django.db import connection, transaction

from porchlight.policy.grid import the_grid
from porchlight.policy.registry import the_registry
from porchlight.policy.script import build, release_of

ROOT = Path(__file__).resolve().parents[1]


@cache
def the_script() -> str:
    """The SQL script of this release: policy's own, then the rooms' functions in order of the layers."""
    rooms = [room for room in settings.ROOMS if room != "policy"]
    files = [path for room in rooms for path in sorted((ROOT / room / "sql").glob("*.sql"))]
    functions = [path.read_text(encoding="utf-8") for path in files]
    return build(grid=the_grid(), registry=the_registry(), functions=functions)


def migrate() -> None:
    """Bring the database to this release. Settings must be the owner's."""
    django.setup()
    with transaction.atomic():
        call_command("migrate", verbosity=0, interactive=False)
        with connection.cursor() as cursor:
            cursor.execute(the_script())


def release_matches() -> bool:
    """Whether the database carries the script of this very code."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT hash FROM pl.release")
        row = cursor.fetchone()
    return bool(row) and row[0] == release_of(the_script())
