"""Somebody left: from the tap to the absence, its duties and its states."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from porchlight.absences import api as absences
from porchlight.kernel import clock
from porchlight.people import api as people
from porchlight.policy.api import Action, Category, Grain, Visit

HEARD_MISSING = "missing_information_received"
AGES = ("under", "over", "unknown")  # what a desk says that may not see the birth date


def tell_leaving(youth: UUID, *, left_at: datetime, heard: str, by: Visit, about: bool = False) -> UUID:
    """Record that they left; where the county's value says so, the tap opens an absence by itself."""
    tap = absences.record_leaving(youth, left_at=left_at, about=about, heard=heard, by=by)
    if absences.the_county().yes("leaving.tap_opens_episode"):
        absences.open_by_county_rule(youth, tap=tap, by=by)
    return tap


def begin_absence(
    youth: UUID,
    *,
    state: str,
    by: Visit,
    tap: UUID | None = None,
    left_at: datetime | None = None,
    about: bool = False,
    said_age: str = "unknown",
) -> absences.EpisodeSheet:
    """Open an absence, take the tap that it comes from, and open the duties of its state."""
    nonminor = nonminor_of(youth, said_age=said_age, by=by)
    episode = absences.open_episode(youth, state=state, nonminor=nonminor, tap=tap, left_at=left_at, about=about, by=by)
    if tap:
        absences.acknowledge_leaving(youth, tap=tap, by=by)
    _duties(youth, episode, by=by)
    return episode


def turn_absence(youth: UUID, *, state: str, by: Visit, why: str = "", said_age: str = "unknown") -> None:
    """Another state; missing opens the duties that were not opened yet, counted from receipt."""
    nonminor = nonminor_of(youth, said_age=said_age, by=by)
    _duties(youth, absences.turn_episode(youth, state=state, nonminor=nonminor, why=why, by=by), by=by)


def nonminor_of(youth: UUID, *, said_age: str, by: Visit) -> bool | None:
    """Whether they are 18 or older: from the record where this visit may see it, else as the writer says, else None."""
    if by.may(youth, Category.IDENTITY, Grain.FULL, Action.READ):
        detail = people.detail(youth, by=by)
        if detail is not None:
            return detail.is_nonminor(clock.county_time(clock.now()).date())
    return {"under": False, "over": True}.get(said_age)


def _duties(youth: UUID, episode: absences.EpisodeSheet, *, by: Visit) -> None:
    """Law's duties count from the moment at which we were told, whenever somebody calls it missing."""
    if episode.state != absences.MISSING:
        return
    absences.open_duties(youth, episode=episode.id, trigger=HEARD_MISSING, at=episode.received_at, by=by)
    absences.open_duties(youth, episode=episode.id, trigger="state_missing", at=clock.now(), by=by)
