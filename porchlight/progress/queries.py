"""What was sent to a young person, as they want to hear it, and what they said they want."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from uuid import UUID

from porchlight.policy.api import Category, See, Visit, guarded
from porchlight.progress.ground import Ground, unpacked
from porchlight.progress.models import Choice, Word
from porchlight.progress.phrasing import Preferences
from porchlight.progress.rules.weekly import Candidate
from porchlight.progress.words import topics_of

PAGE = 50  # words on a page, newest first


@dataclass(frozen=True)
class Wishes:
    """What the young person wants to hear. Nothing said means: everything, without numbers.

    `quiet`: new words wait until they ask. `hidden` are topics of `words.TOPICS`.
    """

    youth: UUID
    quiet: bool = False
    numbers: bool = False
    hidden: frozenset[str] = frozenset()

    @property
    def preferences(self) -> Preferences:
        """What of it concerns the wording."""
        return Preferences(self.numbers, self.hidden)

    def lets_through(self, word: WordSheet) -> bool:
        """Whether it is of no hidden topic; a person's own words always are shown."""
        return not word.fact or not topics_of(word.fact, word.slots) & self.hidden


@dataclass(frozen=True)
class WordSheet:
    """One kind word or fact. `fact` is empty for own words; `words` are the writer's, perhaps none."""

    youth: UUID
    id: UUID
    fact: str
    words: str
    signed: str
    sent_at: datetime
    is_mine: bool
    slots: Mapping[str, int] = field(default_factory=dict)
    ground: Ground | None = None

    @property
    def said(self) -> Candidate | None:
        """What was said from the record, with what it rests on; None for own words."""
        if self.ground is None:
            return None
        return Candidate(self.fact, self.ground.since, self.ground.until, self.slots, self.ground.rests_on)


@guarded(See(Category.RECOGNITION))
def wishes(youth: UUID, *, by: Visit) -> Wishes:
    """The newest wish of each kind, as far as this visit may read them."""
    rows = list(Choice.objects.filter(youth_id=youth).order_by("made_at").values_list("kind", "value"))
    newest = dict(rows)
    return Wishes(
        youth,
        quiet=bool(newest.get("quiet")),
        numbers=bool(newest.get("numbers")),
        hidden=frozenset(newest.get("hidden", "").split()),
    )


@guarded(See(Category.RECOGNITION))
def received(youth: UUID, *, wanted: Wishes, by: Visit) -> tuple[WordSheet, ...]:
    """The newest words that this visit may read, without those of hidden topics."""
    rows = Word.objects.filter(youth_id=youth).order_by("-made_at", "id")
    return tuple(sheet for row in rows[:PAGE] if wanted.lets_through(sheet := _sheet(row, by=by)))


def _sheet(row: Word, *, by: Visit) -> WordSheet:
    youth = row.youth_id
    slots = _open(by, youth, row.slots, "progress_word.slots", row.id)
    ground = _open(by, youth, row.ground, "progress_word.ground", row.id)
    return WordSheet(
        youth=youth,
        id=row.id,
        fact=row.fact,
        words=_open(by, youth, row.words, "progress_word.words", row.id),
        signed=_open(by, youth, row.signed, "progress_word.signed", row.id),
        sent_at=row.made_at,
        is_mine=row.made_by == by.actor,
        slots=json.loads(slots) if slots else {},
        ground=unpacked(ground) if ground else None,
    )


def _open(by: Visit, youth: UUID, sealed: bytes | memoryview | None, place: str, row: UUID) -> str:
    return by.key(youth).open(bytes(sealed), place=place, row=row) if sealed else ""
