"""The floor: the same statements over raw psycopg, filtered by hand instead of by row security.

Each table about young people gets a view of its own name in a schema of its own, with the filter that somebody would
write by hand: those beside whom this seat stands. Recorded statements then run there unchanged.
"""

from __future__ import annotations

from typing import Any
from uuid import UUID

import psycopg

from porchlight.policy.registry import Rule, the_registry

MINE = """SELECT g.youth FROM public.policy_grant AS g
  WHERE g.kind = 'standing' AND g.seat = current_setting('floor.seat')::uuid AND g.ended_at IS NULL
    AND g.starts_at <= now() AND (g.ends_at IS NULL OR g.ends_at > now())"""
# Two ways to write the filter, each the faster one for some pages; the floor is whichever is faster for a task.
WAYS = {"floor_in": f"IN ({MINE})", "floor_any": f"= ANY (ARRAY({MINE}))"}
VIEW = "CREATE VIEW {way}.{table} AS SELECT * FROM public.{table} AS t WHERE t.youth_id {mine} WITH CHECK OPTION"

# The team beside a young person: `pl.beside` of teams/sql/people.sql, with the same filter by hand.
BESIDE = """CREATE FUNCTION {way}.beside(p_youth uuid)
RETURNS TABLE (line uuid, seat uuid, name text, phone text, role text, agency uuid, agency_name text, footing text,
               since timestamptz, until timestamptz)
LANGUAGE sql STABLE AS $$
  SELECT g.id, s.id, s.name, s.phone, s.role, s.agency_id, a.name, g.footing, g.starts_at, g.ends_at
  FROM public.policy_grant AS g
  JOIN public.teams_seat AS s ON s.ended_at IS NULL
   AND (s.id = g.seat OR (g.seat IS NULL AND s.agency_id = g.agency AND s.role = g.role))
  JOIN public.teams_agency AS a ON a.id = s.agency_id
  WHERE g.kind = 'standing' AND g.youth = p_youth AND g.ended_at IS NULL AND g.starts_at <= now()
    AND (g.ends_at IS NULL OR g.ends_at > now()) AND EXISTS (
      SELECT 1 FROM public.policy_grant AS m
      WHERE m.kind = 'standing' AND m.youth = p_youth AND m.seat = current_setting('floor.seat')::uuid
        AND m.ended_at IS NULL AND m.starts_at <= now() AND (m.ends_at IS NULL OR m.ends_at > now()))
  ORDER BY s.role, s.name
$$"""


def build(admin: psycopg.Connection[Any]) -> None:
    """Make the views, in both ways."""
    for way, mine in WAYS.items():
        admin.execute(f"DROP SCHEMA IF EXISTS {way} CASCADE")
        admin.execute(f"CREATE SCHEMA {way}")
        for table in the_registry().values():
            if table.rule is Rule.YOUTH:
                admin.execute(VIEW.format(way=way, table=table.name, mine=mine))
        admin.execute(BESIDE.format(way=way))


def by_hand(statement: str, way: str) -> str:
    """The recorded statement as the floor asks it."""
    return statement.replace("pl.beside(", f"{way}.beside(")


def stand_on(admin: psycopg.Connection[Any], seat: UUID, way: str) -> None:
    """Make this connection see the views as that seat, and nothing of row security."""
    admin.execute(f"SET search_path = {way}, public")
    admin.execute("SELECT set_config('floor.seat', %s, false)", [str(seat)])
