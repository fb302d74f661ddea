"""Who came home, and what the return screen kept."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from porchlight.absences.agreement_rules import Home
from porchlight.absences.return_models import Back, Return
from porchlight.policy.api import Category, Grain, See, Visit, guarded

MOST = 200  # returns of a first page


@dataclass(frozen=True)
class BackSheet:
    """One coming home. `about`: they came about then."""

    youth: UUID
    id: UUID
    episode: UUID | None
    left_at: datetime | None
    back_at: datetime
    sought_help: bool
    about: bool = False

    @property
    def home(self) -> Home:
        """What the rules of agreements need of it."""
        return Home(self.back_at, self.left_at, self.sought_help)


@dataclass(frozen=True)
class ReturnSheet:
    """What one return screen kept. Codes of CL-4 and CL-12; empty where nobody said."""

    youth: UUID
    id: UUID
    back: UUID
    came_how: str
    first_needs: tuple[str, ...]
    urgent: tuple[str, ...]
    made_at: datetime


@guarded(See(Category.ABSENCE, Grain.SLICE))
def last_back(youth: UUID, *, by: Visit) -> BackSheet | None:
    """The last coming home that this visit may see."""
    row = Back.objects.filter(youth_id=youth).order_by("-back_at", "-made_at").first()
    return _sheet(row) if row else None


@guarded(See(Category.ABSENCE))
def last_returns(youth: UUID, *, since: datetime, by: Visit) -> tuple[ReturnSheet, ...]:
    """What return screens kept since then, the newest first. A caregiver sees their own."""
    rows = Return.objects.filter(youth_id=youth, made_at__gte=since).order_by("-made_at")[:MOST]
    return tuple(_return(row) for row in rows)


def _sheet(row: Back) -> BackSheet:
    return BackSheet(row.youth_id, row.id, row.episode_id, row.left_at, row.back_at, row.sought_help, row.about)


def _return(row: Return) -> ReturnSheet:
    needs, urgent = tuple(row.first_needs), tuple(row.urgent)
    return ReturnSheet(row.youth_id, row.id, row.back_id, row.came_how, needs, urgent, row.made_at)
