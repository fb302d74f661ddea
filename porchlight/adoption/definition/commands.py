"""A version's way: opened as a draft, closed for answers, answered agency by agency, in force, published."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db import IntegrityError, transaction

from porchlight.adoption.definition import queries, rules
from porchlight.adoption.definition.errors import (
    AnsweredAlready,
    DraftIsOpen,
    InForceAlready,
    NothingWritten,
    NotTheOneInForce,
    NotYetInForce,
    TextIsClosed,
)
from porchlight.adoption.definition.foot import forget_foot
from porchlight.adoption.definition.models import AgencyAnswer, Definition, Passage, Writers
from porchlight.adoption.definition.sheets import VersionSheet
from porchlight.adoption.definition.text_rules import whole
from porchlight.adoption.ground.api import CaseFree, fingerprint
from porchlight.adoption.ground.rows import here, ours
from porchlight.adoption.publishing import api as publishing
from porchlight.kernel import clock
from porchlight.kernel.errors import Refused
from porchlight.policy.api import Event, InOffice, Office, Visit, ask, guarded

CHAIR = InOffice((Office.CHAIR,))
SIGNATORY = InOffice((Office.SIGNATORY,))
LOCK = "SELECT pg_advisory_xact_lock(hashtextextended(%s, 0))"


@dataclass(frozen=True)
class Copy:
    """One copy to publish: in which language, under which title, with its text and its PDF."""

    language: str
    title: str
    standing: str
    body: str
    file: bytes | None = None


@guarded(CHAIR)
def open_round(*, by: Visit) -> UUID:
    """Open a draft. It begins with the text of the version before it, if there is one. Raises `DraftIsOpen`."""
    before = queries.versions(by=by)
    if any(one.state == rules.DRAFT for one in before):
        raise DraftIsOpen
    try:
        with transaction.atomic():
            row = Definition.objects.create(**here(by), number=before[0].number + 1 if before else 1)
    except IntegrityError:
        raise DraftIsOpen from None
    if before:
        _carry_over(before[0], to=row.id, by=by)
    _changed("open_round", row.id, by=by)
    return row.id


@guarded(CHAIR)
def close_round(version: UUID, *, asked: Collection[UUID], answers_by: date | None, by: Visit) -> None:
    """Lock the text and ask these agencies. Raises `TextIsClosed`, `NothingWritten`.

    Whoever is saving a passage meanwhile is waited for, so that the fingerprint is of the whole text.
    """
    ask(LOCK, [str(version)])
    if version_now(version, by=by).state != rules.DRAFT:
        raise TextIsClosed
    passages = queries.passages(version, by=by)
    if not any(one.kind == "passage" for one in passages):
        raise NothingWritten
    Definition.objects.filter(id=version, closed_at=None).update(
        closed_at=clock.now(),
        asked=sorted(asked),
        answers_by=answers_by,
        fingerprint=fingerprint(*whole(passages, queries.written_by(version, by=by))),
    )
    _changed("close_round", version, by=by)


@guarded(SIGNATORY)
def answer(version: UUID, *, kind: str, reason: CaseFree, by: Visit) -> None:
    """Ratify, abstain or dissent for the own agency, under the signatory's own name, once.

    Raises `TextIsClosed` for a draft and for a version that a newer one has replaced, `AnsweredAlready`.
    """
    if kind not in rules.ANSWERS or version_now(version, by=by).state not in (rules.ANSWERING, rules.IN_FORCE):
        raise TextIsClosed
    signed = CaseFree(by.name)  # not typed here: the name that the administrator gave the seat
    try:
        with transaction.atomic():
            AgencyAnswer.objects.create(**ours(by), definition=version, kind=kind, signed=signed, reason=reason)
    except IntegrityError:
        raise AnsweredAlready from None
    _changed("answer", version, by=by)


@guarded(CHAIR)
def come_in_force(version: UUID, *, by: Visit) -> None:
    """Declare a version in force from now on; the one before stays to be read. Raises `NotYetInForce`."""
    ask(LOCK, [str(version)])  # whoever moves the day for answers is waited for
    found = version_now(version, by=by)
    now = queries.said(found, by=by).standing
    today = clock.county_time(clock.now()).date()
    if not rules.may_come_in_force(now, answers_by=found.answers_by, today=today):
        raise NotYetInForce
    newer = [one for one in queries.versions(by=by) if one.in_force_at and one.number > found.number]
    if newer or not Definition.objects.filter(id=version, in_force_at=None).update(in_force_at=clock.now()):
        raise InForceAlready
    _changed("come_in_force", version, by=by)


@guarded(CHAIR)
def publish_version(version: UUID, *, copies: Iterable[Copy], youth: Iterable[Copy], by: Visit) -> None:
    """Let anybody read the version in force; the young people's text stands beside it under a title of its own.

    Copies of earlier versions are withdrawn. Raises `TextIsClosed` for a version that is not in force.
    """
    if version_now(version, by=by).state != rules.IN_FORCE:
        raise NotTheOneInForce
    for one in queries.versions(by=by):
        for subject, language in ((s, x) for s in (one.id, youth_subject(one.id)) for x in ("en", "es")):
            publishing.withdraw(subject, language=language, by=by)
    for subject, found in ((version, copies), (youth_subject(version), youth)):
        for copy in found:  # whoever typed a part of it had it looked through
            publishing.publish(
                "definition", subject=subject, title=CaseFree(copy.title), standing=CaseFree(copy.standing),
                language=copy.language, body=CaseFree(copy.body), file=copy.file, by=by,
            )  # fmt: skip


def youth_subject(version: UUID) -> UUID:
    """What names the young people's text of a version among published copies."""
    return UUID(int=version.int ^ 1)


def version_now(version: UUID, *, by: Visit) -> VersionSheet:
    """That version of this seat's county. Raises `Refused` when there is none."""
    found = next((one for one in queries.versions(by=by) if one.id == version), None)
    if found is None:
        raise Refused
    return found


def _carry_over(before: VersionSheet, *, to: UUID, by: Visit) -> None:
    rows = queries.passages(before.id, by=by)
    columns = ("passage", "kind", "heading", "words", "heading_es", "words_es")
    texts = ("heading", "words", "heading_es", "words_es")
    copied = ({name: getattr(one, name) for name in columns} for one in rows)
    kept = ({name: CaseFree(v) if name in texts else v for name, v in values.items()} for values in copied)
    Passage.objects.bulk_create(
        Passage(**here(by), definition=to, edition=1, place=place, **values) for place, values in enumerate(kept, 1)
    )
    said = queries.written_by(before.id, by=by)
    Writers.objects.bulk_create(Writers(**here(by), definition=to, kind=k, words=CaseFree(w)) for k, w in said.items())


def _changed(what: str, version: UUID, *, by: Visit) -> None:
    by.note(Event("write", f"adoption.{what}", why=str(version)))
    transaction.on_commit(forget_foot)
