"""Writing down that colleagues talked: which questions, what was thought, who sat there."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date
from uuid import UUID

from porchlight.adoption.ground.rows import here, ours
from porchlight.adoption.ground.words import CaseFree
from porchlight.adoption.training.attendance_commands import today
from porchlight.adoption.training.models import Circle, Presence
from porchlight.adoption.training.question_bank import questions as bank
from porchlight.adoption.training.troubles import DayNotCome
from porchlight.kernel.errors import Refused
from porchlight.policy.api import Event, InOffice, Office, Visit, guarded
from porchlight.teams import api as teams

HOLDERS = InOffice((Office.CHAIR, Office.MEMBER, Office.LEAD, Office.MANAGER, Office.TRAINER))


@guarded(HOLDERS)
def keep_circle(
    held_on: date,
    *,
    questions: Collection[str],
    own_question: CaseFree,
    notes: CaseFree,
    seats: Collection[UUID],
    others: int,
    by: Visit,
) -> UUID:
    """Keep a circle of the own agency. `others` sat there and have no seat here; whoever writes it down sat there too.

    Raises `DayNotCome`; `Refused` for people of another agency.
    """
    if held_on > today():
        raise DayNotCome
    there = {*seats, by.seat}
    if not there <= {one.seat for one in teams.colleagues(among=there, by=by)}:
        raise Refused
    row = Circle.objects.create(
        **ours(by), held_on=held_on, own_question=own_question, notes=notes, people=len(there) + others,
        questions=[one.key for one in bank() if one.key in questions],
    )  # fmt: skip
    Presence.objects.bulk_create([Presence(**here(by), circle=row.id, seat=seat) for seat in there])
    by.note(Event("write", "adoption.keep_circle", why=str(row.id)))
    return row.id
