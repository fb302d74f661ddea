"""Reading files."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from porchlight.adoption.files.models import File, FileAside
from porchlight.policy.api import OfCounty, SignedIn, Visit, guarded


@dataclass(frozen=True)
class FileSheet:
    """One file as a list shows it. `size` in bytes."""

    id: UUID
    name: str
    size: int
    pages: int
    made_at: datetime


@dataclass(frozen=True)
class AsideSheet:
    """A file that waits for the rest of its form."""

    id: UUID
    name: str


@guarded(SignedIn())
def aside(row: UUID, *, by: Visit) -> AsideSheet | None:
    """What this seat had set aside under that identifier, if it still waits."""
    found = FileAside.objects.filter(id=row, made_by=by.actor).values_list("id", "name").first()
    return AsideSheet(*found) if found else None


@guarded(OfCounty())
def files(rows: Collection[UUID], *, by: Visit) -> dict[UUID, FileSheet]:
    """Those of these files that this seat's county keeps."""
    found = File.objects.filter(id__in=rows).values_list("id", "name", "size", "pages", "made_at")
    return {row[0]: FileSheet(*row) for row in found}


@guarded(SignedIn())
def file_body(row: UUID, *, by: Visit) -> tuple[str, bytes] | None:
    """Name and content of one file, to give out; an agency that has left its county still reads its own."""
    found = File.objects.filter(id=row).values_list("name", "body").first()
    return (found[0], bytes(found[1])) if found else None


@guarded(OfCounty())
def files_saying(words: str, *, by: Visit) -> frozenset[UUID]:
    """The files of the county in whose text all of these words stand, in any case."""
    found = File.objects.all()
    for word in words.split():
        found = found.filter(words__icontains=word)
    return frozenset(found.values_list("id", flat=True)) if words.strip() else frozenset()
