"""The record of one young person as one visit reads it, in the form that the progress engine takes."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date, datetime, timedelta
from uuid import UUID

from porchlight.absences import api as absences
from porchlight.kernel import clock
from porchlight.people import api as people
from porchlight.policy.api import Action, Category, Grain, Visit
from porchlight.progress import api as progress
from porchlight.safety import api as safety

LOOK_BACK = timedelta(weeks=60)  # a little more than days are kept one by one
OWN_RETURN = frozenset({"W01", "W02", "W03"})  # of CL-4: alone, by calling for a ride, by school or clinic
HELPED_RETURN = frozenset({"W04", "W05", "W06"})  # with family or a friend, advocate, worker or therapist


def reads_all(youth: UUID, *, by: Visit) -> bool:
    """Whether this visit reads every day and every time away: a part of the record would count too little."""
    days_open = by.may(youth, Category.DAY_STATUS, Grain.FULL, Action.READ).every
    return days_open and by.may(youth, Category.ABSENCE, Grain.SLICE, Action.READ).every


def reads_all_of(fact: str, youth: UUID, *, by: Visit) -> bool:
    """Whether this visit could know that a fact is gone: what is closed to it may still be so."""
    rests_on = {
        "plan_step": (Category.PLAN, Grain.FULL),
        "goal_step": (Category.RECOGNITION, Grain.FULL),
        "trusted_person": (Category.CONTACT, Grain.SLICE),
    }
    return fact not in rests_on or by.may(youth, *rests_on[fact], Action.READ).every


def history(youth: UUID, *, by: Visit) -> progress.History:
    """What is on record, and what the young person did with their plan and their people, as far as it is open."""
    record = days_on_record(youth, by=by)
    since = clock.now() - LOOK_BACK
    deeds = (
        *_plan_deeds(youth, since=_on(since), by=by),
        *_goal_deeds(youth, since=_on(since), by=by),
        *_trusted_deeds(youth, since=since, by=by),
    )
    return replace(record, deeds=(*record.deeds, *deeds))


def days_on_record(youth: UUID, *, by: Visit) -> progress.History:
    """What is on record of days: 13 months of them, summed weeks before.

    Contacts and ways of coming back are in it only where all of them are open to this visit.
    """
    since = clock.now() - LOOK_BACK
    found = absences.look_back(youth, since=since, first=_on(since), by=by)
    return progress.History(
        days=tuple(progress.Day(one.on, one.status, str(one.id)) for one in found.days),
        leavings=_leavings(found),
        away=tuple(
            progress.Away(one.left_at, one.back_at, one.own_return, one.contact, str(one.id)) for one in found.away
        ),
        deeds=(*contact_deeds(found.words, away=found.away), *return_deeds(found.returns)),
        earlier=tuple(
            progress.WeekSum(one.monday, one.leavings, one.days, one.confirmed, id=str(one.id)) for one in found.weeks
        ),
        changes=tuple(progress.Change(one.why, one.on, str(one.id)) for one in found.afresh),
    )


def contact_deeds(words: Iterable[absences.Word], *, away: Iterable[absences.TimeAway]) -> tuple[progress.Deed, ...]:
    """Words that came from the young person while away. What was said is not here, nor from where."""
    spans = [(one.left_at, one.back_at) for one in away]
    return tuple(
        progress.Deed("kept_contact", _on(word.at), str(word.id))
        for word in words
        if any(left <= word.at and (back is None or word.at <= back) for left, back in spans)
    )


def return_deeds(returns: Iterable[absences.CameBack]) -> tuple[progress.Deed, ...]:
    """Returns in which the young person took a part, on the county day when somebody wrote it down."""
    kinds = {**dict.fromkeys(OWN_RETURN, "own_return"), **dict.fromkeys(HELPED_RETURN, "helped_return")}
    return tuple(
        progress.Deed(kinds[one.came_how], _on(one.told_at), str(one.id)) for one in returns if one.came_how in kinds
    )


def _goal_deeds(youth: UUID, *, since: date, by: Visit) -> Iterable[progress.Deed]:
    """Steps up a ladder, of those goals that the young person shows to this visit."""
    if not by.may(youth, Category.RECOGNITION, Grain.FULL, Action.READ):
        return ()
    return tuple(
        progress.Deed("goal_step", on, str(row)) for row, on in progress.goal_steps_up(youth, since=since, by=by)
    )


def _plan_deeds(youth: UUID, *, since: date, by: Visit) -> Iterable[progress.Deed]:
    """Parts of the plan that they used, of those that the young person opened to this visit."""
    if not by.may(youth, Category.PLAN, Grain.FULL, Action.READ):
        return ()
    used = safety.steps_used(youth, since=since, by=by)
    return (progress.Deed("plan_step", one.on, str(one.id)) for one in used)


def _trusted_deeds(youth: UUID, *, since: datetime, by: Visit) -> Iterable[progress.Deed]:
    """One more person whom they trust, never who; not offered any more when somebody came off the list since."""
    if not by.may(youth, Category.CONTACT, Grain.SLICE, Action.READ):
        return ()
    more = people.one_more(youth, since=since, by=by)
    return (
        progress.Deed("trusted_person", _on(one.at), over=_on(one.fewer_at) if one.fewer_at else None) for one in more
    )


def _leavings(found: absences.LookBack) -> tuple[progress.Leaving, ...]:
    """What somebody told of; and an absence that nobody tapped, from when it began."""
    told = {one.at: str(one.id) for one in found.leavings}
    began = {one.left_at: str(one.id) for one in found.away if one.left_at not in told}
    return tuple(progress.Leaving(at, name) for at, name in sorted({**began, **told}.items()))


def _on(moment: datetime) -> date:
    return clock.county_time(moment).date()
