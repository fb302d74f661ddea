"""My code word: chosen beforehand, sent by one tap, never to police."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from django.db.models import OuterRef, Subquery

from porchlight.kernel import clock
from porchlight.kernel.errors import Refused, Trouble
from porchlight.kernel.ids import new_id
from porchlight.messaging.commands import BEGIN, NobodyThere, ask_those_on_call, write_to
from porchlight.messaging.models import CodeWord, Message, Read, Thread
from porchlight.messaging.queries import this_hour, to_write_to
from porchlight.messaging.rules import NEVER_A_CODE_WORD
from porchlight.policy.api import Category, Event, SeeMany, Visit, end_grant, grant, guarded, lines
from porchlight.teams.api import KnownSeat

K22 = Category.MESSAGES
PLACE = "messaging_code_word.words"
LATELY = timedelta(hours=24)  # how long the page of what was sent looks back


class NobodyGetsIt(Trouble):
    """No code word is set, or nobody would open it now."""

    code = "PL-MES-002"
    sentence = "Nobody would get your word right now, so we sent nothing. Please call a number on the page."
    repair = "Nobody chosen stands beside the young person any more, and nobody is on call in this hour."


@dataclass(frozen=True)
class CodeWordSheet:
    """The word that holds now, and the seats that it was chosen for. For staff, `seats` is empty."""

    youth: UUID
    id: UUID
    words: str
    seats: frozenset[UUID]


@dataclass(frozen=True)
class SentSheet:
    """The newest sending of the word in one thread. `seat` is None for those on call."""

    youth: UUID
    thread: UUID
    seat: UUID | None
    at: datetime
    read_by: UUID | None
    read_at: datetime | None


@guarded(SeeMany(K22))
def code_word(youth: UUID, *, by: Visit) -> tuple[CodeWordSheet, ...]:
    """The word that holds now, if this visit may know it; else nothing. That there is none leaves its line too."""
    by.note(Event("read", "messaging.code_word", K22, youths=(youth,)))
    row = CodeWord.objects.filter(youth_id=youth, ended_at=None).order_by("-made_at").first()
    if row is None:
        return ()
    opened = by.key(youth).open(bytes(row.words), place=PLACE, row=row.id)
    seats = (line.seat for line in lines(youth, by=by, kind="thread") if line.row == row.id) if by.is_youth else ()
    return (CodeWordSheet(youth, row.id, opened, frozenset(seat for seat in seats if seat)),)


@guarded(BEGIN)
def can_get_a_code_word(youth: UUID, *, by: Visit) -> tuple[KnownSeat, ...]:
    """Who can be chosen: everybody beside the young person who can be in a thread, police never."""
    return tuple(seat for seat in to_write_to(youth, by=by) if seat.role not in NEVER_A_CODE_WORD)


@guarded(BEGIN)
def choose_code_word(youth: UUID, *, words: str, seats: Collection[UUID], by: Visit) -> None:
    """Keep a word for these seats, in place of the one before; they can read it from now on. Raises `NobodyThere`."""
    known = {seat.seat for seat in can_get_a_code_word(youth, by=by)}
    if not seats or not known.issuperset(seats):
        raise NobodyThere
    forget_code_word(youth, by=by)
    row = new_id()
    grant("thread", by=by, youth=youth, role="Y", category=K22, row=row)
    for seat in seats:
        grant("thread", by=by, youth=youth, seat=seat, category=K22, row=row)
    sealed = by.key(youth).seal(words, place=PLACE, row=row)
    CodeWord.objects.create(id=row, agency_id=by.own_agency, youth_id=youth, made_by=by.actor, words=sealed)


@guarded(BEGIN)
def forget_code_word(youth: UUID, *, by: Visit) -> None:
    """Have no code word any more; nobody reads the old one from now on. Raises `Refused` for staff."""
    if not by.is_youth:
        raise Refused
    rows = set(CodeWord.objects.filter(youth_id=youth, ended_at=None).values_list("id", flat=True))
    CodeWord.objects.filter(id__in=rows).update(ended_at=clock.now())
    for line in lines(youth, by=by, kind="thread") if rows else ():
        if line.row in rows:
            end_grant(line.id, by=by, youth=youth)


@guarded(BEGIN)
def who_gets_the_word(youth: UUID, *, word: CodeWordSheet, by: Visit) -> tuple[KnownSeat, ...]:
    """Those whom the word was chosen for and who still stand beside the young person."""
    return tuple(seat for seat in can_get_a_code_word(youth, by=by) if seat.seat in word.seats)


@guarded(BEGIN)
def send_code_word(youth: UUID, *, by: Visit) -> None:
    """Send the word to whom it was chosen for and to those on call, if anybody is. No place goes along.

    Raises `NobodyGetsIt` when there is no word, or nobody would open it; then nothing is kept.
    """
    found = code_word(youth, by=by) if by.is_youth else ()
    getting = who_gets_the_word(youth, word=found[0], by=by) if found else ()
    can_ask = bool(found) and this_hour(youth, by=by).can_ask
    if not getting and not can_ask:
        raise NobodyGetsIt
    words = found[0].words
    for seat in getting:
        write_to(youth, seat=seat.seat, words=words, kind="code", by=by)
    if can_ask:
        ask_those_on_call(youth, topic="code", words=words, kind="code", by=by)


@guarded(SeeMany(K22))
def code_word_sent(youth: UUID, *, by: Visit) -> tuple[SentSheet, ...]:
    """What became of the word in the last 24 hours, the newest of each thread; those on call first."""
    reads = Read.objects.filter(message_id=OuterRef("id")).exclude(made_by=OuterRef("made_by")).order_by("made_at")
    threads = Thread.objects.filter(id=OuterRef("thread_id"))
    rows = Message.objects.filter(youth_id=youth, kind="code", made_by=by.actor, made_at__gt=clock.now() - LATELY)
    found: dict[UUID | None, SentSheet] = {}
    for row in rows.order_by("made_at").annotate(
        seat=Subquery(threads.values("seat_id")[:1]),
        read_by=Subquery(reads.values("made_by")[:1]),
        read_at=Subquery(reads.values("made_at")[:1]),
    ):
        found[row.seat] = SentSheet(youth, row.thread_id, row.seat, row.made_at, row.read_by, row.read_at)
    return tuple(sorted(found.values(), key=lambda one: one.seat is not None))
