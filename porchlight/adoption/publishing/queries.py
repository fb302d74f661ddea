"""What anybody may read."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db.models import Q

from porchlight.adoption.publishing.models import Publication
from porchlight.policy.api import Anybody, Visit, guarded

COLUMNS = ("id", "county", "kind", "subject", "title", "standing", "language", "body", "made_at")


@dataclass(frozen=True)
class PublicationSheet:
    """A published copy. `body` is Markdown; `has_file` says that there is a PDF."""

    id: UUID
    county: str
    kind: str
    subject: UUID
    title: str
    standing: str
    language: str
    body: str
    made_at: datetime
    has_file: bool = False


@guarded(Anybody())
def publications(*, by: Visit, county: str = "") -> tuple[PublicationSheet, ...]:
    """What that county has published, the newest first."""
    rows = Publication.objects.filter(county=county, withdrawn_at=None).order_by("-made_at", "id")
    return tuple(PublicationSheet(*row) for row in rows.values_list(*COLUMNS))


@guarded(Anybody())
def publication(row: UUID, *, by: Visit) -> PublicationSheet | None:
    """One published copy; None when there is none or it was withdrawn."""
    found = Publication.objects.filter(id=row, withdrawn_at=None).annotate(has_file=Q(file__isnull=False))
    one = found.values_list(*COLUMNS, "has_file").first()
    return PublicationSheet(*one) if one else None


@guarded(Anybody())
def published_file(row: UUID, *, by: Visit) -> tuple[str, bytes] | None:
    """Title and content of a published PDF."""
    one = Publication.objects.filter(id=row, withdrawn_at=None).values_list("title", "file").first()
    return (one[0], bytes(one[1])) if one and one[1] is not None else None
