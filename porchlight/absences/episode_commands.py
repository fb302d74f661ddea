"""Opening an absence, and saying what state it is in."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from porchlight.absences.day_confirming import they_left
from porchlight.absences.duty_models import Turn
from porchlight.absences.episode_queries import EpisodeSheet
from porchlight.absences.models import Episode
from porchlight.absences.night import open_night
from porchlight.absences.rules import CONCERN, first_state, may_turn, needs_why
from porchlight.absences.tap_queries import tap_sheet
from porchlight.absences.troubles import NotOurRecord, OpenAlready, SayWhy
from porchlight.kernel import clock
from porchlight.kernel.errors import Refused
from porchlight.kernel.ids import new_id
from porchlight.policy.api import Category, Change, Visit, ask, guarded

OPEN = "SELECT pl.open_episode(%s, %s, %s, %s, %s, %s, %s, %s, %s)"


@guarded(Change(Category.ABSENCE))
def open_episode(
    youth: UUID,
    *,
    state: str,
    nonminor: bool | None,
    by: Visit,
    left_at: datetime | None = None,
    about: bool = False,
    tap: UUID | None = None,
) -> EpisodeSheet:
    """Open an absence in the responsible agency's record. `tap` is the one that it comes from, if any.

    It is received when the tap was, else now; a nonminor (or unknown age, None) never begins as missing. The day
    of leaving is confirmed by it, where this seat may say days and nobody said that day before.
    Raises `OpenAlready`.
    """
    at, row = clock.now(), new_id()
    told = tap_sheet(youth, tap) if tap else None
    if tap and told is None:
        raise Refused
    received = told.received_at if told else at
    left = told.left_at if told else left_at or at
    about = told.about if told else about
    begins = first_state(state, nonminor=nonminor)
    opened = ask(OPEN, [row, youth, begins, left, received, tap, bool(nonminor), at, about])[0][0]
    if not opened:
        raise OpenAlready
    _turn(youth, row, begins, at=at, why="", by=by)
    they_left(youth, at=left, by=by)
    open_night(youth, by=by)
    return EpisodeSheet(youth, row, begins, left, received, bool(nonminor), at, about)


@guarded(Change(Category.ABSENCE))
def open_by_county_rule(youth: UUID, *, tap: UUID, by: Visit) -> None:
    """The county's value says that a tap opens an absence. It begins as a concern: a person says the rest.

    Nothing happens when one is open.
    """
    try:
        open_episode(youth, state=CONCERN, nonminor=None, tap=tap, by=by)
    except OpenAlready:
        return


@guarded(Change(Category.ABSENCE))
def turn_episode(youth: UUID, *, state: str, nonminor: bool | None, by: Visit, why: str = "") -> EpisodeSheet:
    """The open absence is now in another state. Raises `NotOurRecord`, and `SayWhy` for a nonminor called missing."""
    found = Episode.objects.filter(youth_id=youth, closed_at=None).first()
    if found is None or not may_turn(found.state, state):
        raise Refused
    if needs_why(state, nonminor=found.nonminor or bool(nonminor)) and not why.strip():
        raise SayWhy
    at = clock.now()
    changed = Episode.objects.filter(id=found.id, closed_at=None).update(state=state, changed_at=at)
    if not changed:
        raise NotOurRecord
    _turn(youth, found.id, state, at=at, why=why.strip(), by=by)
    return EpisodeSheet(youth, found.id, state, found.left_at, found.received_at, found.nonminor, at, found.about)


def _turn(youth: UUID, episode: UUID, state: str, *, at: datetime, why: str, by: Visit) -> None:
    row = new_id()
    Turn.objects.create(
        id=row,
        agency_id=by.own_agency,
        youth_id=youth,
        made_by=by.actor,
        episode_id=episode,
        state=state,
        at=at,
        why=by.key(youth).seal(why, place="absences_turn.why", row=row) if why else None,
    )
