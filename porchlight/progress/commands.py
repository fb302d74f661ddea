"""Sending a kind word or a fact, and the young person's wishes about hearing them."""

from __future__ import annotations

import json
from collections.abc import Collection, Mapping
from uuid import UUID

from porchlight.kernel.ids import new_id
from porchlight.policy.api import Category, Change, Visit, guarded
from porchlight.policy.grid import the_grid
from porchlight.progress.errors import NoSuchWord, NotSayable, NoWords
from porchlight.progress.ground import ground_of, packed
from porchlight.progress.models import Choice, Word
from porchlight.progress.rules.weekly import Candidate
from porchlight.progress.sentences import take_back
from porchlight.progress.words import TOPICS, fits


@guarded(Change(Category.RECOGNITION))
def send_kind_word(youth: UUID, *, words: str, by: Visit) -> UUID:
    """Send something that the writer saw, in their own words. Nothing of the engine is asked, nothing counted.

    Raises `NoWords` when there are none.
    """
    if not words.strip():
        raise NoWords
    return _send(youth, None, words, by=by)


@guarded(Change(Category.RECOGNITION))
def send_fact(youth: UUID, *, said: Candidate, words: str = "", by: Visit) -> UUID:
    """Send something that the record holds now, with the writer's own words if they like.

    The caller has just worked it out in this visit (`flows.recognising`). Raises `NotSayable` for what
    has no reviewed sentence, or for numbers that do not fit it.
    """
    if not fits(said.fact, said.slots):
        raise NotSayable
    return _send(youth, said, words, by=by)


@guarded(Change(Category.RECOGNITION))
def choose(youth: UUID, *, quiet: bool, numbers: bool, hidden: Collection[str], by: Visit) -> None:
    """Keep what the young person wants to hear, from now on and for what was sent before."""
    topics = " ".join(topic for topic in TOPICS if topic in hidden)
    wanted = {"quiet": "yes" * quiet, "numbers": "yes" * numbers, "hidden": topics}
    Choice.objects.bulk_create(_choice(youth, kind, value, by=by) for kind, value in wanted.items())


@guarded(Change(Category.RECOGNITION))
def delete_word(youth: UUID, *, word: UUID, by: Visit) -> None:
    """Delete a kind word for good, on the young person's page and its writer's. Raises `NoSuchWord`.

    Only the young person can: the database lets nobody else. That it was deleted stays in the audit, without a word.
    A sentence that came from it is taken back first.
    """
    take_back(youth, word=word, by=by)
    deleted, _by_table = Word.objects.filter(id=word, youth_id=youth).delete()
    if not deleted:
        raise NoSuchWord


def _choice(youth: UUID, kind: str, value: str, *, by: Visit) -> Choice:
    return Choice(agency_id=by.own_agency, youth_id=youth, made_by=by.actor, kind=kind, value=value)


def _send(youth: UUID, said: Candidate | None, words: str, *, by: Visit) -> UUID:
    row, key = new_id(), by.key(youth)
    signed = by.name or the_grid().roles[by.role].name
    slots: Mapping[str, int] = said.slots if said else {}
    Word.objects.create(
        id=row,
        **by.fact_about(youth),
        kind="fact" if said else "own_words",
        fact=said.fact if said else "",
        slots=key.seal(json.dumps(dict(slots)), place="progress_word.slots", row=row),
        words=key.seal(words.strip(), place="progress_word.words", row=row) if words.strip() else None,
        signed=key.seal(signed, place="progress_word.signed", row=row),
        ground=key.seal(packed(ground_of(said)), place="progress_word.ground", row=row) if said else None,
    )
    return row
