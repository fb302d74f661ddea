"""Threads, their words and who has read them; the number that a person answers now."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import Exists, Max, OuterRef, Subquery

from porchlight.messaging import county
from porchlight.messaging.models import InTouch, Message, Read, Thread
from porchlight.messaging.rules import Number, Reading, first_reading, number_now
from porchlight.policy.api import Category, Event, See, SeeMany, StandBeside, Visit, ask, guarded
from porchlight.policy.grid import the_grid
from porchlight.teams import api as teams

PAGE = 50  # threads of a list, messages of a thread
FIELDS = ("youth_id", "id", "kind", "seat_id", "topic", "made_at")

UNREAD = """
SELECT m.youth_id, m.thread_id, m.made_at, m.kind FROM messaging_message AS m
WHERE m.thread_id IN (SELECT t.id FROM messaging_thread AS t WHERE t.seat_id = %s) AND m.made_by <> %s
  AND NOT EXISTS (SELECT 1 FROM messaging_read AS r WHERE r.message_id = m.id AND r.made_by = %s)
ORDER BY m.made_at LIMIT %s
"""  # in SQL because every first page asks it, and to compile it anew costs more than the answer


@dataclass(frozen=True)
class ThreadSheet:
    """A thread. `last_at`, `last_by` and `last_is_read` tell of its newest message."""

    youth: UUID
    id: UUID
    kind: str
    seat: UUID | None
    topic: str
    made_at: datetime
    last_at: datetime | None = None
    last_by: UUID | None = None
    last_is_read: bool = False

    @property
    def is_rota(self) -> bool:
        return self.kind == "rota"


@dataclass(frozen=True)
class MessageSheet:
    """One message, opened. `read_by` and `read_at` tell of the first other seat that had it on its screen.

    `is_new`: written by somebody else and not on this visit's own screen before.
    """

    youth: UUID
    id: UUID
    by: UUID
    at: datetime
    kind: str
    words: str
    reach: str
    read_by: UUID | None
    read_at: datetime | None
    is_new: bool


@dataclass(frozen=True)
class UnreadSheet:
    """A thread with words that this seat has not had on its screen, since the oldest of them.

    `is_code_word`: the young person's code word is among them.
    """

    youth: UUID
    thread: UUID
    since: datetime
    is_check_in: bool
    is_code_word: bool


@dataclass(frozen=True)
class SafeWay:
    """A number and hours at which somebody may be called, in their own words."""

    youth: UUID
    words: str


@dataclass(frozen=True)
class NowSheet:
    """What can be done this hour: a number that a person answers, and whether those on call can be written to."""

    number: Number
    name: str
    can_ask: bool


@guarded(SeeMany(Category.MESSAGES))
def threads(youth: UUID, *, by: Visit) -> tuple[ThreadSheet, ...]:
    """The threads of one young person that this visit is in, the newest words first, 50 at most.

    That there are none is read of the young person too, so it leaves its line.
    """
    by.note(Event("read", "messaging.threads", Category.MESSAGES, youths=(youth,)))
    newest = Message.objects.filter(thread_id=OuterRef("id")).order_by("-made_at")
    rows = (
        Thread.objects.filter(youth_id=youth)
        .annotate(
            last_at=Subquery(newest.values("made_at")[:1]),
            last_by=Subquery(newest.values("made_by")[:1]),
            last_id=Subquery(newest.values("id")[:1]),
            last_is_read=Exists(
                Read.objects.filter(message_id=OuterRef("last_id")).exclude(made_by=OuterRef("last_by"))
            ),
        )
        .order_by("-last_at")
    )
    return tuple(ThreadSheet(*row) for row in rows.values_list(*FIELDS, "last_at", "last_by", "last_is_read")[:PAGE])


@guarded(SeeMany(Category.MESSAGES))
def thread_named(thread: UUID, *, by: Visit) -> tuple[ThreadSheet, ...]:
    """That one thread, or nothing: whether it is not there or not open to this visit looks the same."""
    return tuple(ThreadSheet(*row) for row in Thread.objects.filter(id=thread).values_list(*FIELDS))


@guarded(See(Category.MESSAGES))
def messages(youth: UUID, *, thread: UUID, by: Visit) -> tuple[MessageSheet, ...]:
    """The newest 50 messages of a thread, the oldest of them first."""
    reads = Read.objects.filter(message_id=OuterRef("id")).order_by("made_at", "id")
    rows = Message.objects.filter(youth_id=youth, thread_id=thread).annotate(
        read_seats=ArraySubquery(reads.values("made_by")), read_times=ArraySubquery(reads.values("made_at"))
    )
    return tuple(_opened(row, by) for row in reversed(rows.order_by("-made_at")[:PAGE]))


@guarded(SeeMany(Category.MESSAGES))
def unread(*, by: Visit) -> tuple[UnreadSheet, ...]:
    """What was written to this seat and was not on its screen yet: code words first, then the oldest first.

    Questions to those on call are not among them: `teams.rota_waiting` has those.
    """
    found: dict[UUID, list[tuple[UUID, UUID, datetime, str]]] = {}
    for youth, thread, at, kind in ask(UNREAD, [by.actor, by.actor, by.actor, PAGE]):
        found.setdefault(thread, []).append((youth, thread, at, kind))
    sheets = [
        UnreadSheet(*said[0][:3], is_check_in=said[0][3] == "ok", is_code_word=any(one[3] == "code" for one in said))
        for said in found.values()
    ]
    return tuple(sorted(sheets, key=lambda one: not one.is_code_word))


@guarded(SeeMany(Category.MESSAGES))
def safe_way(thread: UUID, *, by: Visit) -> tuple[SafeWay, ...]:
    """The newest safe way to call that somebody gave in this thread, or nothing."""
    rows = Message.objects.filter(thread_id=thread).exclude(reach=None).order_by("-made_at")[:1]
    return tuple(SafeWay(row.youth_id, _reach(row, by)) for row in rows)


@guarded(StandBeside(Category.MESSAGES))
def to_write_to(youth: UUID, *, by: Visit) -> tuple[teams.KnownSeat, ...]:
    """Everybody beside this young person who can be in a thread."""
    return tuple(seat for seat in teams.ever_beside(youth, by=by).values() if seat.is_beside and _can_be_in(seat.role))


@guarded(StandBeside(Category.MESSAGES))
def passed_on_to(youth: UUID, *, by: Visit) -> tuple[teams.KnownSeat, ...]:
    """Who else gets every check-in because the county makes it pass on: the workers beside them; else nobody."""
    if not county.passes_on():
        return ()
    return tuple(seat for seat in to_write_to(youth, by=by) if seat.role == "SW")


@guarded(StandBeside(Category.MESSAGES))
def this_hour(youth: UUID, *, by: Visit) -> NowSheet:
    """The number that a person answers now, and whether those on call can be asked."""
    on_call = teams.rota_now(youth, minutes=county.moves_on(), by=by)
    number = number_now(on_call=[seat.phone for seat in on_call], desk=county.desk(), hotline=county.hotline())
    name = next((seat.name for seat in on_call if seat.phone == number.number), "")
    return NowSheet(number, name if number.whose == "on_call" else "", bool(on_call) and on_call[0].is_staffed)


@guarded(See(Category.MESSAGES))
def in_touch_on(youth: UUID, *, by: Visit) -> date | None:
    """The newest day on which the young person let this visit know that they were in touch."""
    found: date | None = InTouch.objects.filter(youth_id=youth).aggregate(day=Max("on_day"))["day"]
    return found


def _opened(row: Any, by: Visit) -> MessageSheet:
    """Open a message that carries its readings, `read_seats` beside `read_times`."""
    readings = [Reading(seat, at) for seat, at in zip(row.read_seats, row.read_times, strict=True)]
    read = first_reading(readings, writer=row.made_by)
    return MessageSheet(
        youth=row.youth_id,
        id=row.id,
        by=row.made_by,
        at=row.made_at,
        kind=row.kind,
        words=by.key(row.youth_id).open(row.words, place="messaging_message.words", row=row.id),
        reach=_reach(row, by),
        read_by=read.seat if read else None,
        read_at=read.at if read else None,
        is_new=by.actor != row.made_by and by.actor not in row.read_seats,
    )


def _reach(row: Message, by: Visit) -> str:
    return by.key(row.youth_id).open(row.reach, place="messaging_message.reach", row=row.id) if row.reach else ""


def _can_be_in(role: str) -> bool:
    return any(clause.condition == "thread" for clause in the_grid().cell(role, Category.MESSAGES))
