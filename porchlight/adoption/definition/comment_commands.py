"""Comments on a draft, and the chair's answers to them."""

from __future__ import annotations

from uuid import UUID

from porchlight.adoption.definition import queries, rules
from porchlight.adoption.definition.commands import CHAIR, version_now
from porchlight.adoption.definition.errors import TextIsClosed
from porchlight.adoption.definition.models import Comment, Reply
from porchlight.adoption.ground.api import CaseFree
from porchlight.adoption.ground.rows import here, ours
from porchlight.kernel import clock
from porchlight.kernel.errors import Refused
from porchlight.policy.api import Event, OfCounty, Visit, guarded


@guarded(OfCounty())
def comment(version: UUID, *, passage: UUID, words: CaseFree, by: Visit) -> None:
    """Say something about one passage of the draft, as it stands now. Raises `TextIsClosed`, `Refused`."""
    _must_be_draft(version, by=by)
    found = next((one for one in queries.passages(version, by=by) if one.passage == passage), None)
    if found is None:
        raise Refused
    Comment.objects.create(**ours(by), definition=version, passage=passage, edition=found.edition, words=words)
    by.note(Event("write", "adoption.comment", why=str(version)))


@guarded(OfCounty())
def withdraw_comment(row: UUID, *, by: Visit) -> None:
    """Take one's own comment back; nobody reads it any more."""
    Comment.objects.filter(id=row, made_by=by.actor, withdrawn_at=None).update(withdrawn_at=clock.now())
    by.note(Event("write", "adoption.withdraw_comment", why=str(row)))


@guarded(CHAIR)
def reply(version: UUID, *, row: UUID, is_taken: bool, words: CaseFree, by: Visit) -> None:
    """Answer a comment: taken in or not, and why. The newest answer counts. Raises `TextIsClosed`, `Refused`."""
    _must_be_draft(version, by=by)
    if not any(one.id == row for one in queries.comments(version, by=by)):
        raise Refused
    Reply.objects.create(**here(by), definition=version, comment=row, is_taken=is_taken, words=words)
    by.note(Event("write", "adoption.reply", why=str(version)))


def _must_be_draft(version: UUID, *, by: Visit) -> None:
    if version_now(version, by=by).state != rules.DRAFT:
        raise TextIsClosed
