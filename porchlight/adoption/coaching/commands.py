"""Writing down coaching; saying what came of a promise; asking for a talk after a hard night."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date
from uuid import UUID

from django.db import IntegrityError, transaction

from porchlight.adoption.coaching.models import Coaching, SupportOutcome, Talk
from porchlight.adoption.ground.rows import ours
from porchlight.adoption.ground.words import CaseFree
from porchlight.kernel import clock
from porchlight.kernel.errors import Refused, Trouble
from porchlight.policy.api import Event, InOffice, OfCounty, Office, Visit, guarded
from porchlight.teams import api as teams

COACHES = InOffice((Office.CHAIR, Office.LEAD, Office.MANAGER))


class NotYet(Trouble):
    """A day that has not come."""

    code = "PL-ADO-070"
    sentence = "That day has not come yet. Write coaching down after the talk. Nothing was lost."
    repair = "Choose today or an earlier day."


class NoDay(Trouble):
    """Support without a day, or a day without support."""

    code = "PL-ADO-071"
    sentence = "A promise needs what will be done and by which day. Please give both, or neither. Nothing was lost."
    repair = "Fill in both fields or leave both empty."


class NotTheirCoach(Trouble):
    """Somebody whom this seat does not coach."""

    code = "PL-ADO-072"
    sentence = "You coach people of your own agency; a chair coaches the leads of the county."
    repair = "Choose somebody from the list."


@guarded(COACHES)
def write_coaching(
    coached: UUID,
    *,
    on_day: date,
    strategy: CaseFree,
    barrier: CaseFree,
    support: CaseFree,
    support_by: date | None,
    by: Visit,
) -> UUID:
    """Keep one talk for the two of them. Raises `NotYet`, `NoDay`, `NotTheirCoach`."""
    if on_day > _today():
        raise NotYet
    if bool(support) != (support_by is not None):
        raise NoDay
    if not whom_i_coach(among=[coached], by=by):
        raise NotTheirCoach
    row = Coaching.objects.create(
        **ours(by), coach=by.actor, coached=coached, on_day=on_day, strategy=strategy, barrier=barrier,
        support=support, support_by=support_by,
    )  # fmt: skip
    by.note(Event("write", "adoption.write_coaching", why=str(row.id)))
    return row.id


@guarded(OfCounty())
def say_support(coaching: UUID, *, kept: bool, why: CaseFree, by: Visit) -> UUID:
    """Say whether a promised support came. Either of the two may, and may say it anew. Raises `Refused`."""
    found = Coaching.objects.filter(id=coaching).exclude(support="").first()
    if found is None:
        raise Refused
    row = SupportOutcome.objects.create(
        **ours(by), coach=found.coach, coached=found.coached, coaching_id=coaching, kept=kept, why=why
    )
    by.note(Event("write", "adoption.say_support", why=str(coaching)))
    return row.id


@guarded(OfCounty())
def whom_i_coach(
    *, by: Visit, named: str = "", among: Collection[UUID] | None = None, most: int | None = None
) -> tuple[teams.Colleague, ...]:
    """Whom this seat may coach: everybody else of its agency for a manager or lead; the leads for a chair. By name.

    Or those in whose name these words stand, of these seats, at most so many.
    """
    found: list[teams.Colleague] = []
    if not by.offices.isdisjoint({Office.LEAD, Office.MANAGER}):
        more = None if most is None else most + 1  # oneself is among them
        found += teams.colleagues(named=named, among=among, most=more, by=by)
    if Office.CHAIR in by.offices:
        found += [one for one in _leads(by) if named.casefold() in one.name.casefold()]
    reach = {one.seat: one for one in found if one.seat != by.actor and (among is None or one.seat in among)}
    return tuple(sorted(reach.values(), key=lambda one: (one.name, one.seat)))[:most]


def _leads(by: Visit) -> list[teams.Colleague]:
    held = [one for one in teams.offices(by=by) if one.office == Office.LEAD]
    return [teams.Colleague(one.seat, one.name, one.agency_name) for one in held]


@guarded(OfCounty())
def ask_for_a_talk(coach: UUID, *, by: Visit) -> bool:
    """Ask one of those who listen for a talk. False when that was asked already. Raises `NotTheirCoach`.

    It leaves no line in the audit and is deleted once they talked: taken or not, nobody can hold it against anybody.
    """
    if coach not in {one.seat for one in who_listens(by=by)}:
        raise NotTheirCoach
    try:
        with transaction.atomic():
            Talk.objects.create(**ours(by), coach=coach, coached=by.actor)
    except IntegrityError:
        return False
    return True


@guarded(OfCounty())
def who_listens(*, by: Visit) -> tuple[teams.OfficeSheet, ...]:
    """Managers and leads of the own agency, and for a lead the chair; each once, and not oneself."""
    kinds = {Office.MANAGER, Office.LEAD}
    leads = Office.LEAD in by.offices
    found = (
        one
        for one in teams.offices(by=by)
        if (one.agency == by.own_agency and one.office in kinds) or (leads and one.office == Office.CHAIR)
    )
    return tuple({one.seat: one for one in found if one.seat != by.actor}.values())


@guarded(OfCounty())
def no_talk_open(talk: UUID, *, by: Visit) -> bool:
    """They talked, or it is not needed any more: take it away. False when it was gone."""
    return bool(Talk.objects.filter(id=talk).delete()[0])


def _today() -> date:
    return clock.county_time(clock.now()).date()
