"""Reading an agency's register."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID

from porchlight.adoption.policies.policy_models import Policy, PolicyStep, PolicyVersion
from porchlight.adoption.policies.rules import Standing, Step, standing
from porchlight.policy.api import OfCounty, SignedIn, Visit, ask, guarded

REGISTER = """
  SELECT p.id, p.agency_id, v.number, v.title, v.serves, v.owner_name, v.review_on, v.survivors_asked, v.served_asked,
    (SELECT coalesce(jsonb_agg(jsonb_build_array(s.id, s.number, s.state, s.on_day, s.corrects)
       ORDER BY s.made_at), '[]')
     FROM adoption_policy_step AS s WHERE s.policy = p.id AND s.agency_id = p.agency_id)
  FROM adoption_policy AS p CROSS JOIN LATERAL (
    SELECT n.* FROM adoption_policy_version AS n
    WHERE n.policy = p.id AND n.agency_id = p.agency_id ORDER BY n.number DESC LIMIT 1) AS v
  WHERE (p.county = %(county)s OR %(county)s::text IS NULL) AND (p.agency_id = %(agency)s OR %(agency)s::uuid IS NULL)
  ORDER BY p.agency_id, v.title, p.id
"""


@dataclass(frozen=True)
class PolicySheet:
    """One policy as a register shows it: what its newest version says of it, and where it stands."""

    id: UUID
    agency: UUID
    number: int
    title: str
    serves: tuple[str, ...]
    owner_name: str
    review_on: date | None
    survivors_asked: bool | None
    served_asked: bool | None
    standing: Standing


@dataclass(frozen=True)
class VersionSheet:
    """One version of a policy, whole."""

    policy: UUID
    agency: UUID
    number: int
    title: str
    serves: list[str]
    owner: UUID
    owner_name: str
    review_on: date | None
    survivors_asked: bool | None
    survivors_gave: str
    served_asked: bool | None
    served_gave: str
    body: str
    file: UUID | None
    made_at: datetime


@dataclass(frozen=True)
class RowStanding:
    """For the adoption picture: in which state a policy of that agency that serves that row of the notice is."""

    agency: UUID
    row: str
    policy: UUID
    state: str
    dates: dict[str, date]
    title: str


COLUMNS = (
    "policy", "agency_id", "number", "title", "serves", "owner", "owner_name", "review_on", "survivors_asked",
    "survivors_gave", "served_asked", "served_gave", "body", "file", "made_at",
)  # fmt: skip


@guarded(SignedIn())
def policies(*, by: Visit, agency: UUID | None = None) -> tuple[PolicySheet, ...]:
    """The policies of the county, or of that agency, by title; after an agency left its county, those of its own."""
    ours = by.own_agency if by.county is None else agency
    return tuple(_sheet(row) for row in ask(REGISTER, {"county": by.county, "agency": ours}))


@guarded(SignedIn())
def versions(policy: UUID, *, by: Visit) -> tuple[VersionSheet, ...]:
    """Every version of one policy, the newest first; empty when there is none to be read."""
    found = (
        PolicyVersion.objects.filter(policy=policy, agency_id__in=_whose(policy))
        .order_by("-number")
        .values_list(*COLUMNS)
    )
    return tuple(VersionSheet(*row) for row in found)


@guarded(SignedIn())
def steps(policy: UUID, *, by: Visit) -> tuple[Step, ...]:
    """Every step of one policy with those that were corrected, in the order in which they were written down."""
    found = PolicyStep.objects.filter(policy=policy, agency_id__in=_whose(policy)).order_by("made_at", "id")
    return tuple(Step(*row) for row in found.values_list("id", "number", "state", "on_day", "corrects"))


@guarded(OfCounty())
def rows_served(*, by: Visit) -> tuple[RowStanding, ...]:
    """For each agency of the county and each row of the notice: every policy that serves it, with its dates."""
    return tuple(
        RowStanding(one.agency, row, one.id, one.standing.state, dict(one.standing.dates), one.title)
        for one in policies(by=by)
        for row in one.serves
    )


def _whose(policy: UUID) -> Any:
    """The agency that the policy belongs to: rows of another one under its name count for nothing."""
    return Policy.objects.filter(id=policy).values("agency_id")


def _sheet(row: tuple[Any, ...]) -> PolicySheet:
    kept = [
        Step(UUID(step), number, state, date.fromisoformat(on) if on else None, UUID(corrects) if corrects else None)
        for step, number, state, on, corrects in json.loads(row[9])
    ]
    return PolicySheet(*[*row[:4], tuple(row[4]), *row[5:9], standing(kept, newest=row[2])])
