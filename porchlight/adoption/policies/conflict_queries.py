"""Reading conflicts: who sees to each, by when, and whether it is fixed."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from porchlight.policy.api import OfCounty, Visit, ask, guarded

CONFLICTS = """
  SELECT c.id, c.about, c.policy, c.kind, c.what, c.made_at, c.made_by = %(actor)s, p.owner_name, p.due,
    f.fixed_on, f.how
  FROM adoption_conflict AS c
  LEFT JOIN LATERAL (
    SELECT n.owner_name, n.due FROM adoption_conflict_plan AS n
    WHERE n.conflict = c.id AND n.agency_id = c.about ORDER BY n.made_at DESC, n.id LIMIT 1) AS p ON true
  LEFT JOIN adoption_conflict_fixed AS f ON f.conflict = c.id AND f.agency_id = c.about
  WHERE c.county = %(county)s AND c.withdrawn_at IS NULL
    AND (c.about = %(about)s OR %(about)s::uuid IS NULL) AND (c.id = %(one)s OR %(one)s::uuid IS NULL)
    AND (f.id IS NULL OR NOT %(open)s)
  ORDER BY p.due, c.made_at, c.id
"""


@dataclass(frozen=True)
class ConflictSheet:
    """One conflict. `mine` says that this seat named it; who else did, nobody is told.

    `owner_name` and `due` are empty until the agency's lead has said who sees to it and by when; `fixed_on` and `how`
    until it is fixed.
    """

    id: UUID
    about: UUID
    policy: UUID | None
    kind: str
    what: str
    named_at: datetime
    mine: bool
    owner_name: str | None
    due: date | None
    fixed_on: date | None
    how: str | None


@guarded(OfCounty())
def open_conflicts(*, by: Visit, agency: UUID | None = None) -> tuple[ConflictSheet, ...]:
    """What is not fixed yet in the county, or in that agency: by the day it is due, then by when it was named."""
    return _conflicts(by, about=agency, only_open=True)


@guarded(OfCounty())
def conflicts(agency: UUID, *, by: Visit) -> tuple[ConflictSheet, ...]:
    """Everything that was named about one agency, fixed or not."""
    return _conflicts(by, about=agency)


@guarded(OfCounty())
def conflict(row: UUID, *, by: Visit) -> ConflictSheet | None:
    """One conflict; None when there is none, or when it was taken back."""
    return next(iter(_conflicts(by, one=row)), None)


def _conflicts(
    by: Visit, *, about: UUID | None = None, one: UUID | None = None, only_open: bool = False
) -> tuple[ConflictSheet, ...]:
    asked = {"actor": by.actor, "county": by.county, "about": about, "one": one, "open": only_open}
    return tuple(ConflictSheet(*row) for row in ask(CONFLICTS, asked))
