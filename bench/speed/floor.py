"""The floor: the same statements over raw psycopg, filtered by hand instead of by row security.

Each table about young people gets a view of its own name in a schema of its own, with the filter that somebody would
write by hand: those beside whom this seat stands. Recorded statements then run there unchanged.
"""

from __future__ import annotations

from typing import Any
from uuid import UUID

import psycopg

from porchlight.policy.registry import Rule, the_registry

VIEW = """CREATE VIEW floor.{table} AS SELECT * FROM public.{table} AS t WHERE t.youth_id IN (
  SELECT g.youth FROM public.policy_grant AS g
  WHERE g.kind = 'standing' AND g.seat = current_setting('floor.seat')::uuid AND g.ended_at IS NULL
    AND g.starts_at <= now() AND (g.ends_at IS NULL OR g.ends_at > now())) WITH CHECK OPTION"""


def build(admin: psycopg.Connection[Any]) -> None:
    """Make the views."""
    admin.execute("DROP SCHEMA IF EXISTS floor CASCADE")
    admin.execute("CREATE SCHEMA floor")
    for table in the_registry().values():
        if table.rule is Rule.YOUTH:
            admin.execute(VIEW.format(table=table.name))


def stand_on(admin: psycopg.Connection[Any], seat: UUID) -> None:
    """Make this connection see the views as that seat, and nothing of row security."""
    admin.execute("SET search_path = floor, public")
    admin.execute("SELECT set_config('floor.seat', %s, false)", [str(seat)])
