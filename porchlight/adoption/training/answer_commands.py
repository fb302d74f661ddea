"""What somebody says about a training they had: before, after, and 60 days later. It is theirs alone."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import date
from decimal import Decimal
from uuid import UUID

from django.db import IntegrityError, transaction

from porchlight.adoption.ground.rows import here
from porchlight.adoption.ground.words import CaseFree
from porchlight.adoption.training.attendance_commands import today
from porchlight.adoption.training.models import Attended, Confidence, Intention, Learning, Outcome
from porchlight.adoption.training.rules import FOLLOW_UP, LEARNINGS, MOMENTS, OUTCOMES, is_whole
from porchlight.adoption.training.troubles import DayNotCome, SaidAlready
from porchlight.kernel.errors import Refused
from porchlight.policy.api import Event, OfCounty, Visit, guarded


@guarded(OfCounty())
def say_how_sure(session: UUID, *, moment: str, items: Sequence[int], by: Visit) -> None:
    """Keep five answers of 1 to 5, before or after. Once each. Raises `SaidAlready`; `Refused` for who was not there.

    Who trains sees averages of five and more people, and never whose answer it was.
    """
    _was_there(session, by=by)
    if moment not in MOMENTS or not is_whole(items):
        raise Refused
    with _once():
        Confidence.objects.create(**here(by), session=session, moment=moment, items=list(items))
    by.note(Event("write", "adoption.say_how_sure", why=str(session)))


@guarded(OfCounty())
def will_do_differently(session: UUID, *, words: CaseFree, by: Visit) -> UUID:
    """Keep what they will do differently, and ask 60 days after the session. Raises `SaidAlready`, `Refused`."""
    held_on = _was_there(session, by=by)
    with _once():
        row = Intention.objects.create(**here(by), session=session, words=words, ask_on=held_on + FOLLOW_UP)
    by.note(Event("write", "adoption.will_do_differently", why=str(row.id)))
    return row.id


@guarded(OfCounty())
def say_what_came(intention: UUID, *, came: str, in_the_way: CaseFree, by: Visit) -> None:
    """Say whether it happened, from the day on which it is asked. Raises `SaidAlready`, `Refused`."""
    asked = Intention.objects.filter(id=intention, made_by=by.actor, ask_on__lte=today()).exists()
    if not asked or came not in OUTCOMES:
        raise Refused
    with _once():
        Outcome.objects.create(**here(by), intention=intention, came=came, in_the_way=in_the_way)
    by.note(Event("write", "adoption.say_what_came", why=str(intention)))


@guarded(OfCounty())
def learned(kind: str, *, what: CaseFree, done_on: date, by: Visit, hours: Decimal | None = None) -> UUID:
    """Keep what somebody learned by reading, beside a colleague, or otherwise by themselves. Raises `DayNotCome`."""
    if kind not in LEARNINGS:
        raise Refused
    if done_on > today():
        raise DayNotCome
    row = Learning.objects.create(**here(by), kind=kind, what=what, hours=hours, done_on=done_on)
    by.note(Event("write", "adoption.learned", why=str(row.id)))
    return row.id


def _was_there(session: UUID, *, by: Visit) -> date:
    """The day of the session, when this seat attended it. Raises `Refused`."""
    day = Attended.objects.filter(session=session, seat=by.actor).values_list("done_on", flat=True).first()
    if day is None:
        raise Refused
    return day


@contextmanager
def _once() -> Iterator[None]:
    """Two sendings race, or somebody answers twice: the database keeps the first."""
    try:
        with transaction.atomic():
            yield
    except IntegrityError as twice:
        raise SaidAlready from twice
