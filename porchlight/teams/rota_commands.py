"""Keeping the rota, and asking those on call."""

from __future__ import annotations

from datetime import date, time
from uuid import UUID

from porchlight.kernel import clock
from porchlight.kernel.errors import Trouble
from porchlight.policy.api import Action, Category, Event, StandBeside, Visit, ask, guarded
from porchlight.teams.models import Seat
from porchlight.teams.rota_models import Shift
from porchlight.teams.rota_queries import ROTA_KEEPERS
from porchlight.teams.rota_rules import quarter_trouble, shift_trouble


class ShiftNotWhole(Trouble):
    """A shift lacks something, or is for a seat that can't be on call here."""

    code = "PL-TEA-020"
    sentence = "That shift is not whole yet. Please look at it again."
    repair = "A shift has a seat of the same agency, first, second or desk, a weekday or a date, and quarter hours."


class NobodyOnCall(Trouble):
    """Nobody is on call long enough to open a question asked now."""

    code = "PL-TEA-021"
    sentence = "Nobody is on call right now, so we sent nothing. Please call the number instead."
    repair = "The page Rota names the hours in which nobody is on call."


@guarded(ROTA_KEEPERS)
def add_shift(
    *,
    seat: UUID | None,
    order: str,
    weekday: int | None = None,
    day: date | None = None,
    starts: time,
    ends: time,
    by: Visit,
) -> UUID:
    """Put a seat of one's own agency on call: once on `day`, weekly on `weekday` (0 is Monday), else every day.

    With no seat, `day` says that nobody is there in those hours. Raises `ShiftNotWhole`.
    """
    trouble = shift_trouble(order=order, seat=seat, weekday=weekday, day=day) or quarter_trouble(starts, ends)
    if trouble:
        raise ShiftNotWhole(trouble)
    if seat and not _can_be_on_call(seat, by=by):
        raise ShiftNotWhole("Pick somebody of your own agency.")
    shift = Shift.objects.create(
        agency_id=by.own_agency,
        seat_id=seat,
        order=order,
        weekday=weekday,
        day=day,
        starts=starts,
        ends=ends,
        made_by=by.actor,
    )
    ask("SELECT pl.rota_changed()")
    by.note(Event("write", "teams.add_shift", why=str(shift.id)))
    return shift.id


@guarded(ROTA_KEEPERS)
def end_shift(shift: UUID, *, by: Visit) -> bool:
    """End a shift of one's own agency now. What is still unread goes to those who are on call then."""
    found = Shift.objects.filter(id=shift, ended_at=None).update(ended_at=clock.now())
    ask("SELECT pl.rota_changed()")
    by.note(Event("end", "teams.end_shift", why=str(shift)))
    return bool(found)


@guarded(StandBeside(Category.MESSAGES, action=Action.WRITE))
def ask_the_rota(youth: UUID, *, thread: UUID, minutes: int, by: Visit) -> None:
    """Ask those on call, in a thread that is open to the asker. Raises `NobodyOnCall`.

    Opens the young person's facts to whoever is on call, in turn, until each shift ends and 24 hours at most.
    """
    if not ask("SELECT pl.ask_the_rota(%s, %s, %s)", [youth, thread, minutes])[0][0]:
        raise NobodyOnCall
    by.forget()


@guarded(StandBeside(Category.MESSAGES))
def rota_heard(youth: UUID, *, thread: UUID, by: Visit, answered: bool = False) -> None:
    """This seat has the question in front of it, or has answered: it moves on to nobody else."""
    ask("SELECT pl.rota_heard(%s, %s, %s)", [youth, thread, answered])


@guarded(StandBeside(Category.MESSAGES))
def rota_called(youth: UUID, *, thread: UUID, by: Visit) -> None:
    """This seat reached the asker by phone: the question waits for nobody any more. The asker can't say so."""
    ask("SELECT pl.rota_called(%s, %s)", [youth, thread])


def _can_be_on_call(seat: UUID, *, by: Visit) -> bool:
    """A caregiver asks those on call, so is never one of them."""
    return Seat.objects.filter(id=seat, agency_id=by.own_agency, ended_at=None).exclude(role="CG").exists()
