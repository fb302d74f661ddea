"""Whether every table of the database stands in the registry, and every one of them is guarded."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

from porchlight.policy.registry import the_registry
from porchlight.project.doctor.finding import Finding, either

Ask = Callable[..., list[tuple[Any, ...]]]
"""Runs one statement with its values and gives all rows."""

TABLES = """
  SELECT c.relname::text, c.relrowsecurity, c.relforcerowsecurity, pg_get_userbyid(c.relowner)::text,
         ARRAY(SELECT p.polname::text FROM pg_policy AS p WHERE p.polrelid = c.oid)
  FROM pg_class AS c WHERE c.relnamespace = 'public'::regnamespace AND c.relkind IN ('r', 'p', 'f')
  ORDER BY 1
"""
SEEN_THROUGH = """
  SELECT relname::text FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relkind IN ('v', 'm')
"""


def check_tables(ask: Ask) -> Iterator[Finding]:
    """Registered, owned by the owner, row security on and forced, at least one policy; and no views."""
    yield either(
        "tables",
        list(unguarded(ask)),
        well=f"{len(the_registry())} tables, each registered and under forced row security",
        mend="give the table its entry in porchlight/policy/registry.toml and run `porchlight migrate`",
    )


def unguarded(ask: Ask) -> Iterator[str]:
    """Every way in which a table is not as the registry says."""
    registry, found = the_registry(), ask(TABLES)
    for name, on, forced, owner, policies in found:
        if name not in registry:
            yield f"{name} stands in no registry"
        elif not on or not forced:
            yield f"{name} has no forced row security"
        elif owner != "pl_owner":
            yield f"{name} belongs to {owner}"
        elif not policies:
            yield f"{name} has no policy"
    yield from (f"{name} is registered and is not there" for name in sorted(set(registry) - {row[0] for row in found}))
    yield from (f"{name} is a view, which row security does not reach" for (name,) in ask(SEEN_THROUGH))
