"""Writing the plan, opening it section by section, and agreeing on it."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date
from uuid import UUID, uuid5

from porchlight.kernel import clock
from porchlight.kernel.errors import Trouble
from porchlight.kernel.ids import new_id
from porchlight.policy.api import Category, Change, Grain, See, Visit, end_grant, grant, guarded, lines
from porchlight.safety.models import HealthLine, Plan, Version, Words, Writing, Yes
from porchlight.safety.queries import PLACE, PlanSheet, plan_dates
from porchlight.safety.rules import State, next_review

ON_CALL = UUID(int=0)  # stands for whoever is on call, among seats


class NothingToAgreeOn(Trouble):
    """A plan without a word of the young person's can't be agreed on."""

    code = "PL-SAF-001"
    sentence = "There is nothing of your own in this plan yet. Write one line first, then you can agree."
    repair = "SW-04: a plan written only by staff stays a staff draft."


class NoMedic(Trouble):
    """Health lines are for a medic whom the young person chose; there is none yet."""

    code = "PL-SAF-002"
    sentence = "Pick the nurse or doctor who may read this first. Until then we can't keep it. Your text is still here."
    repair = "Put a public health seat beside the young person; they choose it on their own page."


@guarded(Change(Category.PLAN, Grain.SLICE))
def begin_plan(youth: UUID, *, language: str, by: Visit) -> UUID:
    """Begin the plan, or give the one that is there."""
    today = clock.county_time(clock.now()).date()
    found = Plan.objects.filter(youth_id=youth).values_list("id", flat=True).first()
    if found:
        return found
    made = Plan.objects.create(
        agency_id=by.own_agency,
        youth_id=youth,
        made_by=by.actor,
        language=language,
        next_review=next_review(today),
    )
    return made.id


@guarded(Change(Category.PLAN, Grain.SLICE))
def write_section(youth: UUID, *, key: str, words: str, together: bool, seats: Collection[UUID], by: Visit) -> UUID:
    """Write one section anew and open it to just these seats (and to whoever is on call, if `OC` is among them).

    Staff write only what is open to their own seat; `together` says that the words are the young person's.
    """
    plan_id = begin_plan(youth, language=by.language, by=by)
    section = section_of(youth, plan_id, key)
    open_to(youth, section=section, seats=seats, by=by)
    owned = {"agency_id": by.own_agency, "youth_id": youth, "made_by": by.actor, "section_id": section}
    writing, row = new_id(), new_id()
    Writing.objects.create(id=writing, plan_id=plan_id, key=key, together=together and not by.is_youth, **owned)
    Words.objects.create(id=row, writing_id=writing, words=by.key(youth).seal(words, place=PLACE, row=row), **owned)
    return section


@guarded(Change(Category.PLAN, Grain.SLICE))
def open_to(youth: UUID, *, section: UUID, seats: Collection[UUID], by: Visit) -> None:
    """Make the section open to just these seats: a yes for each that is new, an end for each that is gone.

    The worker's seat that writes is always among them; `ON_CALL` stands for whoever is on call.
    """
    wanted = set(seats) | (set() if by.is_youth else {by.actor})
    mine = [line for line in lines(youth, by=by, kind="consent") if line.row == section]
    for line in mine:
        if (line.seat or ON_CALL) not in wanted:
            end_grant(line.id, by=by, youth=youth)
    for seat in wanted - {line.seat or ON_CALL for line in mine}:
        if seat == ON_CALL:
            grant("consent", by=by, youth=youth, role="OC", category=Category.PLAN, row=section)
        else:
            grant("consent", by=by, youth=youth, seat=seat, category=Category.PLAN, row=section)


@guarded(Change(Category.PLAN, Grain.SLICE))
def say_yes(youth: UUID, *, for_youth: bool = False, confidence: int | None = None, by: Visit) -> State:
    """Say yes to what is written now. `for_youth`: the young person said it beside the worker who records it.

    Agreed only when both have said so to the same words. Raises `NothingToAgreeOn`.
    """
    sheet = plan_dates(youth, by=by)
    if sheet is None or sheet.state in (State.EMPTY, State.STAFF_DRAFT):
        raise NothingToAgreeOn
    of_youth = by.is_youth or for_youth
    version = _version_for(sheet, by=by)
    Yes.objects.get_or_create(
        version_id=version,
        of_youth=of_youth,
        defaults={
            "id": new_id(),
            "agency_id": by.own_agency,
            "youth_id": youth,
            "made_by": by.actor,
            "for_youth": for_youth and not by.is_youth,
            "confidence": confidence,
        },
    )
    after = plan_dates(youth, by=by)
    return after.state if after else State.EMPTY


@guarded(Change(Category.PLAN, Grain.SLICE))
def set_review(youth: UUID, *, day: date, medium: str, by: Visit) -> None:
    """When to look at the plan again, and how the young person keeps it."""
    Plan.objects.filter(youth_id=youth).update(next_review=day, medium=medium)


@guarded(Change(Category.SEXUAL_HEALTH))
def write_health_lines(youth: UUID, *, words: str, medic: UUID | None, by: Visit) -> None:
    """Keep what a medic should know, for the one medic the young person picks. Raises `NoMedic`."""
    if medic is None:
        raise NoMedic
    for line in lines(youth, by=by, kind="treating"):
        if line.seat != medic:
            end_grant(line.id, by=by, youth=youth)
    if not any(line.seat == medic for line in lines(youth, by=by, kind="treating")):
        grant("treating", by=by, youth=youth, seat=medic, category=Category.SEXUAL_HEALTH)
    row = new_id()
    HealthLine.objects.create(
        id=row,
        agency_id=by.own_agency,
        youth_id=youth,
        made_by=by.actor,
        words=by.key(youth).seal(words, place="safety_health.words", row=row),
    )


@guarded(Change(Category.PLAN, Grain.SLICE))
def seats_that_see(youth: UUID, *, section: UUID, by: Visit) -> frozenset[UUID]:
    """The seats to which one section is open; `ON_CALL` stands for whoever is on call."""
    found = lines(youth, by=by, kind="consent")
    return frozenset(line.seat or ON_CALL for line in found if line.row == section)


@guarded(See(Category.PLAN, Grain.SLICE))
def who_sees(youth: UUID, *, by: Visit) -> dict[UUID, frozenset[UUID]]:
    """The seats to which each section is open, by section, in one statement; a section open to nobody is left out."""
    found: dict[UUID, set[UUID]] = {}
    for line in lines(youth, by=by, kind="consent"):
        if line.row:
            found.setdefault(line.row, set()).add(line.seat or ON_CALL)
    return {section: frozenset(seats) for section, seats in found.items()}


def section_of(youth: UUID, plan_id: UUID, key: str) -> UUID:
    """The lasting identity of one section: made from the plan's, so that it needs no row to be known."""
    return uuid5(plan_id, key)


def _version_for(sheet: PlanSheet, *, by: Visit) -> UUID:
    last = sheet.versions[-1] if sheet.versions else None
    if last and last.writings == sheet.writings:
        return last.id
    made = Version.objects.create(
        id=new_id(),
        agency_id=by.own_agency,
        youth_id=sheet.youth,
        made_by=by.actor,
        plan_id=sheet.id,
        number=sheet.version + 1,
        writings=list(sheet.writings),
    )
    return made.id
