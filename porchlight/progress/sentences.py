"""A sentence that the young person lets somebody read: a court for one. Never a number, never more than what lasts."""

from __future__ import annotations

import json
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from uuid import UUID

from porchlight.kernel import clock
from porchlight.kernel.errors import Refused
from porchlight.kernel.ids import new_id
from porchlight.policy.api import Action, Category, Change, Grain, See, SeeMany, Visit, end_grant, grant, guarded, lines
from porchlight.policy.grid import the_grid
from porchlight.progress.errors import NobodyPicked
from porchlight.progress.models import Sentence
from porchlight.progress.phrasing import Audience, Item, phrase

CONSENT = "consent"
PAGE = 50
HOLDS = timedelta(days=90)  # a consent ends by itself unless it is given anew; source: the consent object of the field
COURT_SIDE = frozenset({"CRT", "ATT", "CASA"})  # whom a young person may let read such a sentence


@dataclass(frozen=True)
class SentenceSheet:
    """One sentence as a court reads it, about the one whom it knows as `name`.

    `seats` may read it, as far as the young person's own visit knows; empty for anybody else.
    """

    youth: UUID
    id: UUID
    word: UUID
    name: str
    item: Item
    made_at: datetime
    seats: frozenset[UUID] = frozenset()

    def text(self, language: str) -> str:
        """The one sentence that the young person approved."""
        return phrase(self.item, audience=Audience.COURT, language=language).text


def may_be_let(role: str) -> bool:
    """Whether the young person's yes opens such a sentence to this role. To police and probation nothing does."""
    if role not in COURT_SIDE:
        return False
    clauses = the_grid().cell(role, Category.RECOGNITION)
    return any(one.condition == CONSENT and one.reaches(Action.READ, Grain.FULL) for one in clauses)


@guarded(Change(Category.RECOGNITION))
def let_read(youth: UUID, *, word: UUID, item: Item, name: str, seats: frozenset[UUID], by: Visit) -> UUID:
    """The young person's yes: these seats read this one sentence from now on, and nothing else of it.

    Each yes ends by itself after 90 days. `name` is the one that they use before a court.
    A yes given before for the same word is taken back first. Raises `NotForThem` for anything but what lasts,
    `NobodyPicked` without a seat, `Refused` when it is not the young person who says it.
    """
    if not by.is_youth:
        raise Refused
    phrase(replace(item, approved=True), audience=Audience.COURT, language="en")
    if not seats:
        raise NobodyPicked
    take_back(youth, word=word, by=by)
    row = new_id()
    parts = json.dumps({"name": name, "slots": dict(item.slots)})
    sealed = by.key(youth).seal(parts, place="progress_sentence.parts", row=row)
    Sentence.objects.create(id=row, **by.fact_about(youth), word_id=word, fact=item.fact, parts=sealed)
    for seat in sorted(seats):
        grant(
            CONSENT,
            by=by,
            youth=youth,
            seat=seat,
            category=Category.RECOGNITION,
            row=row,
            footing="CONSENT_YOUTH",
            ends=clock.now() + HOLDS,
        )
    return row


@guarded(Change(Category.RECOGNITION))
def take_back(youth: UUID, *, word: UUID, by: Visit) -> None:
    """Nobody reads it from now on. What was read before stays in the log. Taking back twice changes nothing."""
    open_rows = Sentence.objects.filter(youth_id=youth, word_id=word, ended_at=None)
    ended = set(open_rows.values_list("id", flat=True))
    for line in lines(youth, by=by) if ended else ():
        if line.row in ended:
            end_grant(line.id, by=by, youth=youth)
    open_rows.update(ended_at=clock.now())


@guarded(See(Category.RECOGNITION))
def sentences(youth: UUID, *, word: UUID, by: Visit) -> tuple[SentenceSheet, ...]:
    """The sentence that stands for this word, with who may read it; none when it is not let to anybody."""
    rows = list(Sentence.objects.filter(youth_id=youth, word_id=word, ended_at=None).order_by("-made_at", "id"))
    opened = lines(youth, by=by) if rows and by.is_youth else []
    return tuple(
        _sheet(row, seats=frozenset(line.seat for line in opened if line.row == row.id and line.seat), by=by)
        for row in rows
    )


@guarded(SeeMany(Category.RECOGNITION))
def sentences_for_me(*, by: Visit) -> tuple[SentenceSheet, ...]:
    """Every sentence that some young person lets this seat read, the newest first, 50 at most."""
    rows = Sentence.objects.filter(ended_at=None).order_by("-made_at", "id")[:PAGE]
    return tuple(_sheet(row, seats=frozenset(), by=by) for row in rows)


def _sheet(row: Sentence, *, seats: frozenset[UUID], by: Visit) -> SentenceSheet:
    text = by.key(row.youth_id).open(bytes(row.parts), place="progress_sentence.parts", row=row.id)
    parts = json.loads(text)
    item = Item(row.fact, parts["slots"], approved=True)
    return SentenceSheet(row.youth_id, row.id, row.word_id, parts["name"], item, row.made_at, seats)
