"""Being there: by the code on the wall, or marked by name."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date
from uuid import UUID

from porchlight.adoption.ground.rows import here
from porchlight.adoption.ground.words import CaseFree
from porchlight.adoption.training.course_commands import KEEPERS
from porchlight.adoption.training.models import Attended, Curriculum, Session
from porchlight.adoption.training.rules import same_code, wall_code
from porchlight.adoption.training.troubles import CalledOff, DayNotCome, ManyTries
from porchlight.kernel import clock
from porchlight.kernel.errors import Refused
from porchlight.kernel.secrets import Keys
from porchlight.policy.api import Event, OfCounty, Visit, guarded
from porchlight.policy.network import TooFast, missed, seat_key, slow_down
from porchlight.teams import api as teams


def today() -> date:
    """The day on the county's clock."""
    return clock.county_time(clock.now()).date()


def code_of(session: UUID, *, day: date) -> str:
    """What stands on the wall that day."""
    return wall_code(session, day=day, secret=Keys.here().pepper)


@guarded(OfCounty())
def attend_by_code(typed: str, *, by: Visit) -> UUID | None:
    """Say that one is here; gives the session whose code it is, today. None when it is no session's.

    A code holds on the day of its session alone. Raises `ManyTries` after several that were none.
    """
    tries = seat_key(by.seat, what="training code")
    try:
        slow_down(tries)
    except TooFast as wait:
        raise ManyTries from wait
    for session in Session.objects.filter(county=by.county, held_on=today(), called_off_at=None):
        if same_code(typed, code_of(session.id, day=session.held_on)):
            _attend(session, [by.seat], how="code", by=by)
            return session.id
    missed(tries)
    return None


@guarded(KEEPERS)
def mark_attended(session: UUID, *, seats: Collection[UUID], by: Visit) -> None:
    """Write down by name who was there, from the day of the session on. Somebody who is on the list stays there once.

    Raises `DayNotCome`, `CalledOff`, and `Refused` for another agency's session or people of another county.
    """
    row = Session.objects.filter(id=session, agency_id=by.own_agency, county=by.county).first()
    if row is None or not set(seats) <= {one.id for one in teams.seats_of_county(seats, by=by)}:
        raise Refused
    if row.called_off_at:
        raise CalledOff
    if row.held_on > today():
        raise DayNotCome
    _attend(row, seats, how="marked", by=by)


def _attend(session: Session, seats: Collection[UUID], *, how: str, by: Visit) -> None:
    course = Curriculum.objects.get(id=session.curriculum)
    known = {"title": CaseFree(course.title), "hours": course.hours, "serves": course.serves}
    Attended.objects.bulk_create(
        [
            Attended(**here(by), seat=seat, session=session.id, done_on=session.held_on, how=how, **known)
            for seat in dict.fromkeys(seats)
        ],
        ignore_conflicts=True,
    )
    by.note(Event("write", "adoption.attend", why=str(session.id)))
