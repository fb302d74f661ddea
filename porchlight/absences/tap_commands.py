"""A tap: somebody left. And what became of it, each step a fact of its own."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from porchlight.absences.day_confirming import they_left, they_never_left
from porchlight.absences.day_models import Tap, TapStep
from porchlight.absences.night import close_night, is_away, open_night
from porchlight.absences.rules import (
    ACKNOWLEDGED,
    CALLED,
    HEARD,
    OVER,
    RECEIVED,
    SCREEN,
    SET_ASIDE,
    TAP_KEEPS_NIGHT,
)
from porchlight.absences.tap_queries import latest_tap
from porchlight.kernel import clock
from porchlight.kernel.errors import Refused
from porchlight.policy.api import Action, Category, Change, Grain, Visit, guarded


@guarded(Change(Category.DAY_STATUS))
def record_leaving(youth: UUID, *, left_at: datetime, by: Visit, heard: str = SCREEN, about: bool = False) -> UUID:
    """Keep that the young person left, and that we received it now. It calls nobody by itself.

    Its day is confirmed by it, unless somebody said that day before. `about`: they know only about when.

    `heard` is how it came to us (`rules.HEARD`): a caregiver's own screen, or told to the desk by phone, in
    person or in a message. Whoever is on call stands beside the young person from now on.
    """
    if heard not in HEARD:
        raise ValueError(f"heard is one of {HEARD}")
    at = clock.now()
    tap = Tap.objects.create(
        agency_id=by.own_agency,
        youth_id=youth,
        made_by=by.actor,
        left_at=left_at,
        about=about,
        received_at=at,
        heard=heard,
    )
    _step(youth, tap.id, RECEIVED, at=at, by=by)
    if heard != SCREEN:  # because a person took it
        _step(youth, tap.id, ACKNOWLEDGED, at=at, by=by)
    they_left(youth, at=left_at, by=by)
    if not is_away(youth):
        open_night(youth, by=by)
    return tap.id


@guarded(Change(Category.DAY_STATUS))
def acknowledge_leaving(youth: UUID, *, tap: UUID, by: Visit) -> None:
    """A worker or the desk says: I have it. A caregiver can't say it for them; saying it twice changes nothing."""
    if by.role == "CG" or by.is_youth:
        raise Refused
    _known(youth, tap)
    if not TapStep.objects.filter(youth_id=youth, tap_id=tap, step=ACKNOWLEDGED).exists():
        _step(youth, tap, ACKNOWLEDGED, at=clock.now(), by=by)
    if not is_away(youth):
        open_night(youth, by=by, hours=TAP_KEEPS_NIGHT)


@guarded(Change(Category.DAY_STATUS))
def note_call(youth: UUID, *, tap: UUID, by: Visit) -> None:
    """Somebody says: I have called."""
    _known(youth, tap)
    _step(youth, tap, CALLED, at=clock.now(), by=by)


@guarded(Change(Category.DAY_STATUS))
def set_leaving_aside(youth: UUID, *, tap: UUID, by: Visit) -> None:
    """It was a mistake, or they were only late: nothing more to do about this tap. The tap itself stays.

    Its day is put right where nothing else says that they were away.
    """
    found = _known(youth, tap)
    _step(youth, tap, SET_ASIDE, at=clock.now(), by=by)
    they_never_left(youth, at=found.left_at, by=by)
    if not is_away(youth):
        close_night(youth, by=by)


@guarded(Change(Category.ABSENCE))
def no_longer_waiting(youth: UUID, *, back_at: datetime, ended: bool, by: Visit) -> None:
    """They came home at `back_at`: a tap from before is over then, and the night ends. The leaving stays a leaving.

    `ended`: this return ended the open absence. Otherwise the night goes on while another absence is open, or
    where this seat can't see whether one is; and it goes on for a tap from after they were back.
    """
    if not ended and (not by.may(youth, Category.ABSENCE, Grain.SLICE, Action.READ).every or is_away(youth)):
        return
    if by.may(youth, Category.DAY_STATUS, Grain.FULL, Action.WRITE):
        found = latest_tap(youth, by=by)
        if found is not None and found.left_at > back_at:
            return
        if found is not None:
            _step(youth, found.id, OVER, at=back_at, by=by)
    close_night(youth, by=by)


def _known(youth: UUID, tap: UUID) -> Tap:
    found = Tap.objects.filter(youth_id=youth, id=tap).first()
    if found is None:
        raise Refused
    return found


def _step(youth: UUID, tap: UUID, step: str, *, at: datetime, by: Visit) -> None:
    TapStep.objects.create(agency_id=by.own_agency, youth_id=youth, made_by=by.actor, tap_id=tap, step=step, at=at)
