"""Recognising the smallest change: what this visit may read becomes what may be said, and a person sends it.

What could be said is worked out in the visit of the person who looks and is kept nowhere.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from uuid import UUID

from porchlight.absences import api as absences
from porchlight.kernel import clock
from porchlight.policy.api import Action, Category, Grain, Visit
from porchlight.progress import api as progress

LOOK_BACK = timedelta(weeks=26)
LATELY = timedelta(weeks=3)
OWN_RETURN = frozenset({"W01", "W02", "W03"})  # of CL-4: alone, by calling for a ride, by school or clinic
HELPED_RETURN = frozenset({"W04", "W05", "W06"})  # with family or a friend, advocate, worker or therapist
TO_THE_YOUTH = "E01"  # of CL-9: a talk with somebody else is no word from the young person


@dataclass(frozen=True)
class Sayable:
    """What may be said now about one young person, or why nothing can be worked out in this visit."""

    youth: UUID
    found: progress.Candidates


def sayable(youth: UUID, *, by: Visit) -> Sayable:
    """At most two true facts from what this very visit may read, and why there are no others.

    A seat that reads only some rows of the record would count too little, so nothing is counted for it.
    """
    days_open = by.may(youth, Category.DAY_STATUS, Grain.FULL, Action.READ).every
    times_open = by.may(youth, Category.ABSENCE, Grain.SLICE, Action.READ).every
    if not (days_open and times_open):
        return _nothing(youth, "not_for_this_seat")
    today = clock.county_time(clock.now()).date()
    history = _history(youth, today=today, by=by)
    if not history.days:
        return _nothing(youth, "no_record")
    return Sayable(youth, progress.candidates(history, as_of=today, zone=clock.COUNTY_ZONE))


def send_what_is_true(youth: UUID, *, fact: str, words: str, by: Visit) -> UUID:
    """Send a fact that is still true now, worked out anew. Raises `NotSayable` when the record changed."""
    candidate = next((one for one in sayable(youth, by=by).found.facts if one.fact == fact), None)
    if candidate is None:
        raise progress.NotSayable
    return progress.send_fact(youth, fact=fact, slots=candidate.slots, words=words, by=by)


def contact_deeds(
    contacts: Iterable[absences.ContactSheet], *, away: Iterable[absences.TimeAwaySheet]
) -> tuple[progress.Deed, ...]:
    """Days on which the young person was in touch while away. What was said is not here, nor from where."""
    spans = [(one.left_at, one.back_at) for one in away]
    moments = [one.at for one in contacts if one.effort == TO_THE_YOUTH and absences.is_in_touch(one.result)]
    days = {
        clock.county_time(at).date()
        for at in moments
        if any(left <= at and (back is None or at <= back) for left, back in spans)
    }
    return tuple(progress.Deed("kept_contact", on) for on in sorted(days))


def return_deeds(returns: Iterable[absences.ReturnSheet]) -> tuple[progress.Deed, ...]:
    """Returns in which the young person took a part, on the county day when somebody wrote it down."""
    kinds = {**dict.fromkeys(OWN_RETURN, "own_return"), **dict.fromkeys(HELPED_RETURN, "helped_return")}
    found = ((kinds.get(one.came_how), clock.county_time(one.made_at).date()) for one in returns)
    return tuple(progress.Deed(kind, on) for kind, on in found if kind)


def _history(youth: UUID, *, today: date, by: Visit) -> progress.History:
    """The record as this visit reads it; contacts and ways of coming back only where all of them are open."""
    now = clock.now()
    away = absences.times_away(youth, since=now - LOOK_BACK, by=by)
    told = absences.leavings(youth, since=now - LOOK_BACK, by=by)
    left = {*(one.at for one in told), *(one.left_at for one in away)}
    deeds: tuple[progress.Deed, ...] = ()
    if by.may(youth, Category.ABSENCE, Grain.FULL, Action.READ).every:
        deeds = contact_deeds(absences.contacts(youth, since=now - LATELY, by=by), away=away)
        deeds += return_deeds(absences.last_returns(youth, since=now - LATELY, by=by))
    days = absences.days(youth, since=today - LOOK_BACK, until=today, by=by)
    return progress.History(
        days=tuple(progress.Day(one.day, one.status) for one in days),
        leavings=tuple(map(progress.Leaving, sorted(left))),
        away=tuple(progress.Away(one.left_at, one.back_at) for one in away),
        deeds=deeds,
        said=progress.said_lately(youth, since=now - LATELY, by=by),
    )


def _nothing(youth: UUID, reason: str) -> Sayable:
    return Sayable(youth, progress.Candidates((), (progress.Withheld("everything", (reason,)),)))
