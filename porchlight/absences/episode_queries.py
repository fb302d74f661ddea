"""Absences: one, the open ones of a whole list, and the slice that a home may see."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from porchlight.absences.duty_models import Contact
from porchlight.absences.models import Episode, Status
from porchlight.policy.api import Category, Grain, See, Visit, guarded


@dataclass(frozen=True)
class EpisodeSheet:
    """One open absence. Duties count from `received_at`. `about`: they left about then."""

    youth: UUID
    id: UUID
    state: str
    left_at: datetime
    received_at: datetime
    nonminor: bool
    changed_at: datetime
    about: bool = False


@dataclass(frozen=True)
class StatusSheet:
    """Away or home, since when, or since about when: no more."""

    youth: UUID
    is_open: bool
    left_at: datetime
    back_at: datetime | None
    about: bool


@dataclass(frozen=True)
class ContactSheet:
    """One contact: who reached out, by which channel, to whom, how it went."""

    youth: UUID
    id: UUID
    at: datetime
    who: UUID
    channel: str
    effort: str
    result: str


@guarded(See(Category.ABSENCE))
def open_absence(youth: UUID, *, by: Visit) -> EpisodeSheet | None:
    """The open absence, if there is one."""
    row = Episode.objects.filter(youth_id=youth, closed_at=None).first()
    if row is None:
        return None
    return EpisodeSheet(youth, row.id, row.state, row.left_at, row.received_at, row.nonminor, row.changed_at, row.about)


@guarded(See(Category.ABSENCE, Grain.SLICE))
def away_or_home(youth: UUID, *, by: Visit) -> StatusSheet | None:
    """The newest word on whether they are away; None when there never was an absence."""
    row = Status.objects.filter(youth_id=youth).order_by("-made_at", "is_open").first()
    return StatusSheet(youth, row.is_open, row.left_at, row.back_at, row.about) if row else None


@guarded(See(Category.ABSENCE))
def contacts(youth: UUID, *, since: datetime, by: Visit) -> tuple[ContactSheet, ...]:
    """The contacts since a moment, the newest first, 30 at most."""
    rows = Contact.objects.filter(youth_id=youth, at__gte=since).order_by("-at", "-made_at")[:30]
    return tuple(ContactSheet(youth, row.id, row.at, row.made_by, row.channel, row.effort, row.result) for row in rows)
