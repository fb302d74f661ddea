"""Writing: an agency's own wording, and the passages of the county's draft."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import asdict, dataclass
from uuid import UUID

from django.db import IntegrityError, transaction

from porchlight.adoption.definition import queries, rules
from porchlight.adoption.definition.commands import version_now
from porchlight.adoption.definition.errors import SomebodyElseWrote, TextIsClosed
from porchlight.adoption.definition.models import Passage, Wording, Writers
from porchlight.adoption.definition.sheets import PassageSheet
from porchlight.adoption.definition.shipped import shipped
from porchlight.adoption.ground.api import CaseFree
from porchlight.adoption.ground.rows import here, ours
from porchlight.kernel.ids import new_id
from porchlight.policy.api import Event, InOffice, Office, Visit, guarded


@dataclass(frozen=True)
class Written:
    """A passage as a form sends it. `edition` is the one that the form was opened on, 0 for a new passage."""

    passage: UUID
    edition: int
    kind: str
    heading: CaseFree
    words: CaseFree
    heading_es: CaseFree
    words_es: CaseFree


WORDERS = InOffice((Office.LEAD, Office.SIGNATORY))
DRAFTERS = InOffice((Office.CHAIR, Office.MEMBER))


@guarded(WORDERS)
def write_wording(*, words: CaseFree, by: Visit) -> None:
    """Say how the own agency puts it; what it said before stays."""
    Wording.objects.create(**ours(by), words=words)
    by.note(Event("write", "adoption.write_wording"))


@guarded(DRAFTERS)
def write_passage(version: UUID, *, written: Written, by: Visit) -> None:
    """Save the next edition of a passage. `written.edition` is the one that the form was opened on.

    Raises `SomebodyElseWrote` when that is not the newest any more, `TextIsClosed`.
    """
    _save(version, written, is_out=False, by=by)


@guarded(DRAFTERS)
def take_out(version: UUID, *, passage: UUID, edition: int, by: Visit) -> None:
    """Take a passage out of the draft; what stood there stays on record. Raises as `write_passage`."""
    found = next((one for one in queries.passages(version, by=by) if one.passage == passage), None)
    if found is not None:
        texts = (CaseFree(text) for text in (found.heading, found.words, found.heading_es, found.words_es))
        kept = Written(passage, edition, found.kind, *texts)
        _save(version, kept, is_out=True, by=by)


@guarded(DRAFTERS)
def say_who_wrote(version: UUID, *, kind: str, words: CaseFree, by: Visit) -> None:
    """Say who wrote one of the version's texts (`rules.TEXTS`). Raises `TextIsClosed`."""
    _must_be_draft(version, by=by)
    if kind in rules.TEXTS:
        Writers.objects.create(**here(by), definition=version, kind=kind, words=words)
        by.note(Event("write", "adoption.say_who_wrote", why=str(version)))


@guarded(DRAFTERS)
def take_over(version: UUID, *, keys: Collection[str], by: Visit) -> int:
    """Put these starters into the draft, as they come with the product; how many. Raises `TextIsClosed`.

    A starter whose English stands there already is left out.
    """
    _must_be_draft(version, by=by)
    there = queries.passages(version, by=by)
    said = {one.words for one in there}
    place = max((one.place for one in there), default=0)
    rows = [row for row in starter_rows() if row[0] in keys and row[1].words not in said]
    for at, (_key, one) in enumerate(rows, place + 1):
        Passage.objects.create(
            **here(by), definition=version, passage=new_id(), edition=1, kind=one.kind, place=at,
            heading=CaseFree(one.heading), words=CaseFree(one.words),
            heading_es=CaseFree(one.heading_es), words_es=CaseFree(one.words_es),
        )  # fmt: skip
    by.note(Event("write", "adoption.take_over", why=str(version)))
    return len(rows)


def starter_rows() -> tuple[tuple[str, PassageSheet], ...]:
    """Every starter by its key, as the passage that it would become."""
    nobody = UUID(int=0)
    will_not = [(f"w-{n.key}", PassageSheet(nobody, 0, "will_not", 0, "", n.en, "", n.es)) for n in shipped().will_not]
    terms = [
        (f"t-{t.key}", PassageSheet(nobody, 0, "term", 0, t.word_en, t.en, t.word_es, t.es)) for t in shipped().terms
    ]
    return (*will_not, *terms)


def _save(version: UUID, written: Written, *, is_out: bool, by: Visit) -> None:
    _must_be_draft(version, by=by)
    there = {one.passage: one.place for one in queries.passages(version, by=by)}
    place = there.get(written.passage) or max(there.values(), default=0) + 1
    columns = asdict(written) | {"edition": written.edition + 1, "place": place, "is_out": is_out}
    try:
        with transaction.atomic():
            Passage.objects.create(**here(by), definition=version, **columns)
    except IntegrityError:
        raise SomebodyElseWrote(_newest(version, written, by=by)) from None
    by.note(Event("write", "adoption.write_passage", why=str(version)))


def _newest(version: UUID, written: Written, *, by: Visit) -> PassageSheet:
    found = next((one for one in queries.passages(version, by=by) if one.passage == written.passage), None)
    if found is not None:
        return found
    last = Passage.objects.filter(definition=version, passage=written.passage).order_by("-edition").first()
    edition = last.edition if last else written.edition
    return PassageSheet(written.passage, edition, written.kind, place=0)


def _must_be_draft(version: UUID, *, by: Visit) -> None:
    if version_now(version, by=by).state != rules.DRAFT:
        raise TextIsClosed
