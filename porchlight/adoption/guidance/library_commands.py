"""Keeping the library: documents and their versions, moments, what comes with the product, what anybody may read."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db import IntegrityError, transaction
from django.db.models import Max

from porchlight.adoption.files import api as files
from porchlight.adoption.ground.rows import here
from porchlight.adoption.ground.words import CaseFree
from porchlight.adoption.guidance.library_models import Guide, GuideMoment, GuideVersion
from porchlight.adoption.guidance.library_queries import guide_version
from porchlight.adoption.guidance.library_rules import LANGUAGES, READERS, came_along, is_past
from porchlight.adoption.guidance.shipped import EVIDENCE, MOMENTS, PARTS, ShippedDocument, shipped
from porchlight.adoption.publishing import api as publishing
from porchlight.kernel import clock
from porchlight.kernel.errors import Refused, Trouble
from porchlight.policy.api import Event, InOffice, Office, Visit, guarded

NOTHING = CaseFree("")
KEEPERS = InOffice((Office.CHAIR, Office.LEAD, Office.TRAINER))
CHAIR = InOffice((Office.CHAIR,))


class WrittenMeanwhile(Trouble):
    """Somebody else saved a version of this document after this writer began."""

    code = "PL-ADO-020"
    sentence = "Somebody saved a newer version while you wrote. Yours is not lost: it stands here as you wrote it."
    repair = "Look at the newer version, put into yours what should stay, and save again."


class ReviewDayPassed(Trouble):
    """The day by which somebody looks at it again lies in the past."""

    code = "PL-ADO-021"
    sentence = "That day has passed. Please pick a day on which somebody will look at it again."
    repair = "Pick a day from today on."


class NothingToRead(Trouble):
    """Neither a text nor a PDF was given."""

    code = "PL-ADO-022"
    sentence = "Please write the page, or pick a PDF."
    repair = "A document has a text, a PDF, or both."


@dataclass(frozen=True)
class Draft:
    """What a new version says. Every word passed `case_free`; `file` is a PDF that was kept before."""

    title: CaseFree
    publisher: CaseFree
    language: str
    part: str
    evidence: str
    review_on: date
    roles: tuple[str, ...] = ()
    agencies: tuple[UUID, ...] = ()
    readers: tuple[str, ...] = ()
    body: CaseFree = NOTHING
    file: UUID | None = None


@guarded(KEEPERS)
def add_guide(draft: Draft, *, by: Visit) -> UUID:
    """Put a new document into the county's library; gives its first version.

    Raises `ReviewDayPassed`, `NothingToRead`.
    """
    _check(draft)
    guide = Guide.objects.create(**here(by))
    return _add(guide.id, draft, number=1, by=by)


@guarded(KEEPERS)
def add_version(guide: UUID, *, draft: Draft, after: int, by: Visit) -> UUID:
    """Add the version that follows number `after` in its language (0: the first in it); earlier ones stay as they are.

    Raises `WrittenMeanwhile` when another one follows already, `ReviewDayPassed`, `NothingToRead`.
    """
    _check(draft)
    if not Guide.objects.filter(id=guide).exists():
        raise Refused
    rows = GuideVersion.objects.filter(guide_id=guide, language=draft.language)
    if (rows.aggregate(last=Max("number"))["last"] or 0) != after:
        raise WrittenMeanwhile
    try:
        with transaction.atomic():
            return _add(guide, draft, number=after + 1, by=by)
    except IntegrityError as other:  # the other of two who saved at once was first
        raise WrittenMeanwhile from other


@guarded(CHAIR)
def take_over(keys: Collection[str], *, by: Visit) -> int:
    """Make documents of the product the county's own, in all their languages, tied to the same moments.

    Gives how many: what the county has taken over before, or another chair takes over right now, stays as it is.
    """
    wanted = (Guide(**here(by), shipped_key=key) for key in sorted({one.key for one in shipped()} & set(keys)))
    made = [row.id for row in Guide.objects.bulk_create(wanted, ignore_conflicts=True)]
    taken = dict(Guide.objects.filter(id__in=made).values_list("shipped_key", "id"))
    for one in (one for one in shipped() if one.key in taken):
        _tie(taken[one.key], {(moment, role) for moment in one.moments for role in one.roles}, by)
        _add(taken[one.key], _draft_of(one), number=1, by=by)
    return len(taken)


@guarded(KEEPERS)
def tie(guide: UUID, *, moments: Collection[tuple[str, str]], by: Visit) -> None:
    """From now on the document shows at exactly these moments, each with a role; none: at no moment."""
    if not Guide.objects.filter(id=guide).exists() or {moment for moment, _ in moments} - set(MOMENTS):
        raise Refused
    rows = GuideMoment.objects.filter(guide_id=guide, ended_at=None)
    tied = {(row.moment, row.role): row.id for row in rows}
    gone = [row for pair, row in tied.items() if pair not in moments]
    GuideMoment.objects.filter(id__in=gone).update(ended_at=clock.now())
    _tie(guide, {pair for pair in moments if pair not in tied}, by)
    by.note(Event("write", "adoption.tie_guide", why=str(guide)))


@guarded(KEEPERS)
def take_out(guide: UUID, *, by: Visit) -> bool:
    """Nobody is led to the document any more; who was sent it still reads it. False when it was out."""
    by.note(Event("write", "adoption.take_out_guide", why=str(guide)))
    return bool(Guide.objects.filter(id=guide, taken_out_at=None).update(taken_out_at=clock.now()))


@guarded(KEEPERS)
def put_back(guide: UUID, *, by: Visit) -> bool:
    """The document stands in the library again. False when it stood there."""
    by.note(Event("write", "adoption.put_back_guide", why=str(guide)))
    return bool(Guide.objects.filter(id=guide, taken_out_at__isnull=False).update(taken_out_at=None))


@guarded(CHAIR)
def publish_guide(version: UUID, *, standing: str, by: Visit) -> UUID:
    """Let anybody read a copy of this version; `standing` is our own line under its title: its grade and its day."""
    found = guide_version(version, by=by)
    if found is None or not found.sheet.readers:
        raise Refused
    one = found.sheet
    pdf = files.file_body(one.file, by=by) if one.file else None
    assert one.guide is not None  # noqa: S101 - because a version that was found has a document
    return publishing.publish(
        "guidance", subject=one.guide, title=CaseFree(one.title), language=one.language, body=CaseFree(one.body),
        standing=CaseFree(standing), file=pdf[1] if pdf else None, by=by,
    )  # fmt: skip


def _check(draft: Draft) -> None:
    if is_past(draft.review_on, today=clock.county_time(clock.now()).date()):
        raise ReviewDayPassed
    if not draft.body and draft.file is None:
        raise NothingToRead
    if draft.part not in PARTS or draft.evidence not in EVIDENCE or draft.language not in LANGUAGES:
        raise Refused
    if set(draft.readers) - set(READERS):
        raise Refused


def _add(guide: UUID, draft: Draft, *, number: int, by: Visit) -> UUID:
    row = GuideVersion.objects.create(
        **here(by), guide_id=guide, number=number, language=draft.language, title=draft.title,
        publisher=draft.publisher, part=draft.part, evidence=draft.evidence, roles=list(draft.roles),
        agencies=list(draft.agencies), readers=list(draft.readers), review_on=draft.review_on, body=draft.body,
        file=draft.file,
    )  # fmt: skip
    by.note(Event("write", "adoption.add_guide_version", why=str(row.id)))
    return row.id


def _tie(guide: UUID, pairs: Collection[tuple[str, str]], by: Visit) -> None:
    rows = (GuideMoment(**here(by), guide_id=guide, moment=moment, role=role) for moment, role in sorted(pairs))
    GuideMoment.objects.bulk_create(rows, ignore_conflicts=True)  # somebody else may tie the same at once


def _draft_of(one: ShippedDocument) -> Draft:
    sheet = came_along(one)  # words of the product: nobody typed them
    return Draft(
        title=CaseFree(sheet.title), publisher=CaseFree(sheet.publisher), language=sheet.language, part=sheet.part,
        evidence=sheet.evidence, review_on=sheet.review_on, roles=sheet.roles, body=CaseFree(sheet.body),
    )  # fmt: skip
