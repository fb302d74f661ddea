"""The record of one young person as one visit reads it, in the form that the progress engine takes."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime, timedelta
from uuid import UUID

from porchlight.absences import api as absences
from porchlight.kernel import clock
from porchlight.policy.api import Action, Category, Grain, Visit
from porchlight.progress import api as progress

LOOK_BACK = timedelta(weeks=56)  # 13 months: so long days are kept one by one
OWN_RETURN = frozenset({"W01", "W02", "W03"})  # of CL-4: alone, by calling for a ride, by school or clinic
HELPED_RETURN = frozenset({"W04", "W05", "W06"})  # with family or a friend, advocate, worker or therapist
TO_THE_YOUTH = "E01"  # of CL-9: a talk with somebody else is no word from the young person


def reads_all(youth: UUID, *, by: Visit) -> bool:
    """Whether this visit reads every day and every time away: a part of the record would count too little."""
    days_open = by.may(youth, Category.DAY_STATUS, Grain.FULL, Action.READ).every
    return days_open and by.may(youth, Category.ABSENCE, Grain.SLICE, Action.READ).every


def history(youth: UUID, *, since: datetime, by: Visit) -> progress.History:
    """What is on record since then. Contacts and ways of coming back only where all of them are open."""
    away = absences.times_away(youth, since=since, by=by)
    left = {*absences.leavings(youth, since=since, by=by), *(one.left_at for one in away)}
    deeds: tuple[progress.Deed, ...] = ()
    if by.may(youth, Category.ABSENCE, Grain.FULL, Action.READ).every:
        deeds = contact_deeds(absences.contacts(youth, since=since, by=by), away=away)
        deeds += return_deeds(absences.last_returns(youth, since=since, by=by))
    first, today = (clock.county_time(moment).date() for moment in (since, clock.now()))
    days = absences.days(youth, since=first, until=today, by=by)
    return progress.History(
        days=tuple(progress.Day(one.day, one.status) for one in days),
        leavings=tuple(map(progress.Leaving, sorted(left))),
        away=tuple(progress.Away(one.left_at, one.back_at) for one in away),
        deeds=deeds,
    )


def contact_deeds(
    contacts: Iterable[absences.ContactSheet], *, away: Iterable[absences.TimeAwaySheet]
) -> tuple[progress.Deed, ...]:
    """Days on which the young person was in touch while away. What was said is not here, nor from where."""
    spans = [(one.left_at, one.back_at) for one in away]
    moments = [one.at for one in contacts if one.effort == TO_THE_YOUTH and absences.is_in_touch(one.result)]
    days = {_on(at) for at in moments if any(left <= at and (back is None or at <= back) for left, back in spans)}
    return tuple(progress.Deed("kept_contact", on) for on in sorted(days))


def return_deeds(returns: Iterable[absences.ReturnSheet]) -> tuple[progress.Deed, ...]:
    """Returns in which the young person took a part, on the county day when somebody wrote it down."""
    kinds = {**dict.fromkeys(OWN_RETURN, "own_return"), **dict.fromkeys(HELPED_RETURN, "helped_return")}
    found = ((kinds.get(one.came_how), _on(one.made_at)) for one in returns)
    return tuple(progress.Deed(kind, on) for kind, on in found if kind)


def _on(moment: datetime) -> date:
    return clock.county_time(moment).date()
