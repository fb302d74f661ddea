"""Meetings: calling them, who came, what was decided, who does what, and the minutes."""

from __future__ import annotations

from datetime import date, datetime
from uuid import UUID

from django.db import IntegrityError, transaction

from porchlight.adoption.ground.rows import here
from porchlight.adoption.ground.words import CaseFree
from porchlight.adoption.steering.errors import HasBegun, MinutesApproved, NotBegun, WrittenMeanwhile
from porchlight.adoption.steering.models import (
    Action,
    ActionOutcome,
    Attendance,
    Body,
    Decision,
    Meeting,
    Minutes,
    Paper,
    Place,
)
from porchlight.kernel import clock
from porchlight.kernel.errors import Refused
from porchlight.policy.api import Event, InOffice, Office, Visit, guarded

CHAIR = InOffice((Office.CHAIR,))
TABLE = InOffice((Office.CHAIR, Office.MEMBER))


@guarded(CHAIR)
def call_meeting(body: UUID, *, starts_at: datetime, venue: CaseFree, agenda: CaseFree, by: Visit) -> UUID:
    """Call a meeting. Raises `Refused` for a body that is not there."""
    if not Body.objects.filter(id=body, ended_at=None).exists():
        raise Refused
    row = Meeting.objects.create(**here(by), body_id=body, starts_at=starts_at, venue=venue, agenda=agenda)
    return _noted("call_meeting", row.id, by)


@guarded(CHAIR)
def change_agenda(meeting: UUID, *, venue: CaseFree, agenda: CaseFree, by: Visit) -> None:
    """Change where it is and what it is about. Raises `HasBegun`, `Refused`."""
    if _meeting(meeting).starts_at <= clock.now():
        raise HasBegun
    Meeting.objects.filter(id=meeting).update(venue=venue, agenda=agenda)
    _noted("change_agenda", meeting, by)


@guarded(CHAIR)
def call_off(meeting: UUID, *, by: Visit) -> bool:
    """The meeting does not take place. False when it was called off already."""
    _noted("call_off", meeting, by)
    return bool(Meeting.objects.filter(id=meeting, called_off_at=None).update(called_off_at=clock.now()))


@guarded(CHAIR)
def add_paper(meeting: UUID, *, title: CaseFree, file: UUID, by: Visit) -> UUID:
    """Lay a paper before the meeting. `file` is one that `files` keeps."""
    _meeting(meeting)
    return _noted("add_paper", Paper.objects.create(**here(by), meeting_id=meeting, title=title, file_id=file).id, by)


@guarded(CHAIR)
def note_attendance(meeting: UUID, *, place: UUID, came: str, by: Visit) -> UUID:
    """Say who came for a place: a code of `rules.CAME`. Raises `NotBegun`, `Refused`."""
    found = _begun(meeting)
    if not Place.objects.filter(id=place, body_id=found.body_id).exists():
        raise Refused
    row = Attendance.objects.create(**here(by), meeting_id=meeting, place_id=place, came=came)
    return _noted("note_attendance", row.id, by)


@guarded(CHAIR)
def decide_on(meeting: UUID, *, words: CaseFree, how: str, by: Visit) -> UUID:
    """Keep a decision: a code of `rules.HOW` says how. Raises `NotBegun`."""
    _begun(meeting)
    row = Decision.objects.create(**here(by), meeting_id=meeting, words=words, how=how)
    return _noted("decide_on", row.id, by)


@guarded(CHAIR)
def ask_for(meeting: UUID, *, words: CaseFree, owner: CaseFree, due_on: date, by: Visit) -> UUID:
    """Keep who does what by which day. Raises `NotBegun`."""
    _begun(meeting)
    row = Action.objects.create(**here(by), meeting_id=meeting, words=words, owner=owner, due_on=due_on)
    return _noted("ask_for", row.id, by)


@guarded(TABLE)
def say_action(action: UUID, *, done: bool, words: CaseFree, by: Visit) -> UUID:
    """Say what came of an action; it can be said anew. Raises `Refused`."""
    if not Action.objects.filter(id=action).exists():
        raise Refused
    row = ActionOutcome.objects.create(**here(by), action_id=action, done=done, words=words)
    return _noted("say_action", row.id, by)


@guarded(CHAIR)
def write_minutes(meeting: UUID, *, words: CaseFree, after: int, by: Visit) -> int:
    """Keep the next version of the minutes; its number comes back. `after` is the version that the writer had open.

    Raises `NotBegun`, `MinutesApproved`, `WrittenMeanwhile`.
    """
    _begun(meeting)
    newest = Minutes.objects.filter(meeting_id=meeting).order_by("-number").first()
    if newest and newest.approved_at:
        raise MinutesApproved
    if (newest.number if newest else 0) != after:
        raise WrittenMeanwhile
    try:
        with transaction.atomic():
            row = Minutes.objects.create(**here(by), meeting_id=meeting, number=after + 1, words=words)
    except IntegrityError as twice:
        raise WrittenMeanwhile from twice
    _noted("write_minutes", row.id, by)
    return row.number


@guarded(CHAIR)
def approve_minutes(meeting: UUID, *, number: int, by: Visit) -> bool:
    """The meeting agrees that these are its minutes. False unless that version is the newest and not approved yet."""
    newest = Minutes.objects.filter(meeting_id=meeting).order_by("-number").first()
    _noted("approve_minutes", meeting, by)
    if newest is None or newest.number != number or newest.approved_at:
        return False
    return bool(Minutes.objects.filter(id=newest.id, approved_at=None).update(approved_at=clock.now()))


def _noted(what: str, row: UUID, by: Visit) -> UUID:
    by.note(Event("write", f"adoption.{what}", why=str(row)))
    return row


def _meeting(meeting: UUID) -> Meeting:
    found = Meeting.objects.filter(id=meeting, called_off_at=None).first()
    if found is None:
        raise Refused
    return found


def _begun(meeting: UUID) -> Meeting:
    found = _meeting(meeting)
    if found.starts_at > clock.now():
        raise NotBegun
    return found
