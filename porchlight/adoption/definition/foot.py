"""The version in force as every staff page needs it: asked at most every ten seconds in a process, county by county.

And who has not been shown it yet: asked when somebody signs in, and never on another page.
"""

from __future__ import annotations

import time
from collections.abc import Mapping
from datetime import datetime
from typing import Any
from uuid import UUID

from porchlight.adoption.definition import rules
from porchlight.adoption.definition.models import DefinitionReceipt
from porchlight.adoption.definition.sheets import FootSheet
from porchlight.adoption.ground.rows import here
from porchlight.policy.api import OfCounty, Visit, ask_one, guarded

EVERY = 10.0  # seconds
FOOT = """
  SELECT d.id, d.number, d.closed_at, d.in_force_at, ARRAY(
    SELECT a.name FROM teams_agency AS a
    WHERE a.id = ANY (d.asked) AND a.county = d.county AND a.left_at IS NULL AND NOT EXISTS (
      SELECT 1 FROM adoption_definition_answer AS y
      WHERE y.definition = d.id AND y.agency_id = a.id AND y.kind = 'ratifies')
    ORDER BY a.name) AS lacking
  FROM adoption_definition AS d WHERE d.county = %(county)s
  ORDER BY d.in_force_at DESC NULLS LAST, d.number DESC LIMIT 1
"""
UNREAD = """
  SELECT d.id FROM (
    SELECT id FROM adoption_definition WHERE county = %s AND in_force_at IS NOT NULL ORDER BY in_force_at DESC LIMIT 1
  ) AS d WHERE NOT EXISTS (
    SELECT 1 FROM adoption_definition_receipt AS r WHERE r.definition = d.id AND r.made_by = %s)
"""
_kept: dict[str, tuple[float, FootSheet | None]] = {}


@guarded(OfCounty())
def foot(*, by: Visit, oldest: float = EVERY) -> FootSheet | None:
    """The version in force in this seat's county, else the newest; None when the county has none.

    What was heard more than `oldest` seconds ago is asked anew: until then a change by another process is not seen.
    """
    county = str(by.county)
    asked, found = _kept.get(county, (0.0, None))
    if not asked or time.monotonic() - asked >= oldest:
        found = _keep(county, ask_one(FOOT, {"county": county}))
    return found


def foot_told(row: Mapping[str, Any] | None, *, by: Visit) -> None:
    """Remember what `FOOT` said, as JSON, when it was asked along with something else."""
    if row and row["in_force_at"]:
        row = {**row, "in_force_at": datetime.fromisoformat(row["in_force_at"])}
    _keep(str(by.county), row and {**row, "id": UUID(row["id"])})


def forget_foot() -> None:
    """Ask again for the next page: something has just changed here."""
    _kept.clear()


@guarded(OfCounty())
def unread(*, by: Visit) -> UUID | None:
    """The version in force, if this seat was not shown it yet."""
    row = ask_one(UNREAD, [by.county, by.actor])
    return row["id"] if row else None


@guarded(OfCounty())
def keep_receipt(version: UUID, *, by: Visit) -> None:
    """Keep that this seat was shown that version; twice is once. It says nothing about what anybody does."""
    DefinitionReceipt.objects.bulk_create([DefinitionReceipt(**here(by), definition=version)], ignore_conflicts=True)


def _keep(county: str, row: Mapping[str, Any] | None) -> FootSheet | None:
    found = _sheet(row) if row else None
    _kept[county] = (time.monotonic(), found)
    return found


def _sheet(row: Mapping[str, Any]) -> FootSheet:
    state = rules.state_of(
        is_closed=row["closed_at"] is not None, is_in_force=row["in_force_at"] is not None, is_newest_in_force=True
    )
    return FootSheet(row["id"], row["number"], state, row["in_force_at"], tuple(row["lacking"]))
