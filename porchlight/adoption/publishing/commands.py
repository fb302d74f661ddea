"""Publishing a copy, and withdrawing it."""

from __future__ import annotations

from uuid import UUID

from porchlight.adoption.ground.rows import here
from porchlight.adoption.ground.words import CaseFree
from porchlight.adoption.publishing.models import Publication
from porchlight.kernel import clock
from porchlight.policy.api import Event, InOffice, Office, Visit, guarded

PUBLISHERS = InOffice((Office.CHAIR,))


@guarded(PUBLISHERS)
def publish(
    kind: str,
    *,
    subject: UUID,
    title: CaseFree,
    language: str,
    by: Visit,
    body: CaseFree = CaseFree(""),  # noqa: B008 - because words can't change
    standing: CaseFree = CaseFree(""),  # noqa: B008 - because words can't change
    file: bytes | None = None,
) -> UUID:
    """Let anybody read a copy from now on; a copy of the same thing in the same language makes way for it."""
    withdraw(subject, language=language, by=by)
    row = Publication.objects.create(
        **here(by), kind=kind, subject=subject, title=title, standing=standing, language=language, body=body, file=file
    )
    by.note(Event("write", "adoption.publish", why=str(row.id)))
    return row.id


@guarded(PUBLISHERS)
def withdraw(subject: UUID, *, language: str, by: Visit) -> bool:
    """Nobody reads the copy from now on. False when there was none."""
    found = Publication.objects.filter(county=by.county, subject=subject, language=language, withdrawn_at=None)
    by.note(Event("write", "adoption.withdraw", why=str(subject)))
    return bool(found.update(withdrawn_at=clock.now()))
