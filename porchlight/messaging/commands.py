"""Writing to one another, asking those on call, and saying I'm OK."""

from __future__ import annotations

from collections.abc import Collection
from uuid import UUID

from porchlight.kernel import clock
from porchlight.kernel.errors import Trouble
from porchlight.kernel.ids import new_id
from porchlight.messaging import county
from porchlight.messaging.models import InTouch, Message, Read, Thread
from porchlight.messaging.queries import ThreadSheet, passed_on_to, to_write_to
from porchlight.messaging.rules import TOPICS, who_gets_a_check_in
from porchlight.policy.api import Action, Category, Change, StandBeside, Visit, ask, grant, guarded
from porchlight.teams import api as teams

K22 = Category.MESSAGES
BEGIN = StandBeside(K22, action=Action.WRITE)


class NobodyThere(Trouble):
    """The person to write to does not stand beside the young person any more."""

    code = "PL-MES-001"
    sentence = "That person is not with you any more, so we sent nothing. Pick someone else, or call."
    repair = "Their standing has ended, or the young person closed the door to them."


@guarded(BEGIN)
def write_to(youth: UUID, *, seat: UUID, words: str, by: Visit, kind: str = "words") -> UUID:
    """Write in the thread between the young person and one seat beside them, begun if there is none yet.

    The young person names the seat; a member of staff writes from their own. Raises `NobodyThere`.
    """
    if seat not in {known.seat for known in to_write_to(youth, by=by)} or (not by.is_youth and seat != by.actor):
        raise NobodyThere
    found = Thread.objects.filter(youth_id=youth, kind="person", seat_id=seat).values_list("id", flat=True).first()
    thread = found or _begin_with(youth, seat, by=by)
    _add(youth, thread, words, by=by, kind=kind)
    return thread


@guarded(Change(K22))
def reply(youth: UUID, *, thread: ThreadSheet, words: str, by: Visit) -> None:
    """Write on in a thread. Raises `NobodyThere` or `NobodyOnCall` when nobody would open it."""
    if thread.seat and not thread.is_rota and by.is_youth:
        write_to(youth, seat=thread.seat, words=words, by=by)
        return
    _add(youth, thread.id, words, by=by)
    if not thread.is_rota:
        return
    if by.is_youth or thread.seat == by.actor:
        teams.ask_the_rota(youth, thread=thread.id, minutes=county.moves_on(), by=by)
    else:
        teams.rota_heard(youth, thread=thread.id, answered=True, by=by)


@guarded(Change(K22))
def settled_by_phone(youth: UUID, *, thread: ThreadSheet, by: Visit) -> None:
    """This seat reached whoever asked those on call by phone. Who and when is kept; nothing is written to anybody."""
    if thread.is_rota:
        teams.rota_called(youth, thread=thread.id, by=by)


@guarded(BEGIN)
def ask_those_on_call(youth: UUID, *, topic: str, words: str, by: Visit, reach: str = "", kind: str = "words") -> UUID:
    """Begin a thread with those on call about one of `rules.TOPICS`. Raises `NobodyOnCall`; then nothing is kept.

    Open to the asker, to whoever is on call at the responsible agency, and to its supervisors. `reach` is a safe
    way to call, if the asker gives one.
    """
    if topic not in TOPICS or (topic == "backup") == by.is_youth:
        raise ValueError(topic)
    thread, home = new_id(), _responsible(youth)
    asker = {"role": "Y"} if by.is_youth else {"seat": by.actor}
    for who in (asker, {"role": "OC", "agency": home}, {"role": "SUP", "agency": home}):
        grant("thread", by=by, youth=youth, category=K22, row=thread, **who)
    seat = None if by.is_youth else by.actor
    Thread.objects.create(id=thread, kind="rota", seat_id=seat, topic=topic, **_facts(youth, by=by))
    _add(youth, thread, words, by=by, reach=reach, kind=kind)
    teams.ask_the_rota(youth, thread=thread, minutes=county.moves_on(), by=by)
    return thread


@guarded(BEGIN)
def check_in(youth: UUID, *, seats: Collection[UUID], words: str, tell_the_day: bool, by: Visit) -> tuple[UUID, ...]:
    """Say *I'm OK* to the chosen seats, and to the workers where the county makes it pass on. No place goes along.

    With `tell_the_day` everybody else beside the young person, police and court apart, may see that they were in
    touch today and nothing more. Raises `NobodyThere`.
    """
    getting = who_gets_a_check_in(seats, passed_on_to=[known.seat for known in passed_on_to(youth, by=by)])
    sent = tuple(write_to(youth, seat=seat, words=words, by=by, kind="ok") for seat in getting)
    if tell_the_day:
        people = [known.seat for known in to_write_to(youth, by=by) if known.role != "LE"]
        _tell_the_day(youth, people, by=by)
    return sent


@guarded(Change(K22))
def mark_read(youth: UUID, *, thread: ThreadSheet, messages: Collection[UUID], by: Visit) -> None:
    """These messages are on this seat's screen now. A young person's own reading is kept nowhere."""
    if by.is_youth:
        return
    readings = (Read(thread_id=thread.id, message_id=message, **_facts(youth, by=by)) for message in messages)
    Read.objects.bulk_create(readings, ignore_conflicts=True)  # two tabs may open the thread at once
    if thread.is_rota and thread.seat != by.actor:
        teams.rota_heard(youth, thread=thread.id, by=by)


def _begin_with(youth: UUID, seat: UUID, *, by: Visit) -> UUID:
    thread = new_id()
    grant("thread", by=by, youth=youth, role="Y", category=K22, row=thread)
    grant("thread", by=by, youth=youth, seat=seat, category=K22, row=thread)
    Thread.objects.create(id=thread, kind="person", seat_id=seat, **_facts(youth, by=by))
    return thread


def _add(youth: UUID, thread: UUID, words: str, *, by: Visit, kind: str = "words", reach: str = "") -> None:
    row, key = new_id(), by.key(youth)
    Message.objects.create(
        id=row,
        thread_id=thread,
        kind=kind,
        words=key.seal(words, place="messaging_message.words", row=row),
        reach=key.seal(reach, place="messaging_message.reach", row=row) if reach else None,
        **_facts(youth, by=by),
    )


def _tell_the_day(youth: UUID, seats: Collection[UUID], *, by: Visit) -> None:
    row = new_id()
    grant("thread", by=by, youth=youth, role="Y", category=K22, row=row)
    for seat in seats:
        grant("thread", by=by, youth=youth, seat=seat, category=K22, row=row)
    today = clock.county_time(clock.now()).date()
    InTouch.objects.create(id=row, on_day=today, **_facts(youth, by=by))


def _responsible(youth: UUID) -> UUID:
    return UUID(str(ask("SELECT pl.responsible(%s)", [youth])[0][0]))


def _facts(youth: UUID, *, by: Visit) -> dict[str, UUID]:
    return {"agency_id": by.own_agency, "youth_id": youth, "made_by": by.actor}
