"""Naming a conflict, saying who fixes it by when, and that it is fixed."""

from __future__ import annotations

from datetime import date
from uuid import UUID

from django.db import IntegrityError, transaction

from porchlight.adoption.ground.rows import here, ours
from porchlight.adoption.ground.words import CaseFree
from porchlight.adoption.policies.conflict_models import Conflict, ConflictFixed, ConflictPlan
from porchlight.adoption.policies.conflict_queries import conflict
from porchlight.adoption.policies.shipped import shipped
from porchlight.adoption.policies.troubles import DayIsPast, FixedAlready, NotYetThere
from porchlight.kernel import clock
from porchlight.kernel.errors import Refused
from porchlight.policy.api import Event, InOffice, OfCounty, Office, Visit, guarded

LEADS = InOffice((Office.LEAD,))


@guarded(OfCounty())
def name_conflict(kind: str, *, about: UUID, what: CaseFree, by: Visit, policy: UUID | None = None) -> UUID:
    """Say that a rule or a practice of an agency works against harm reduction. Raises `ValueError` for no such kind."""
    if kind not in {one.key for one in shipped().conflicts}:
        raise ValueError(f"{kind} is no kind of conflict")
    row = Conflict.objects.create(**here(by), kind=kind, about=about, what=what, policy=policy)
    by.note(Event("write", "adoption.name_conflict", why=str(row.id)))
    return row.id


@guarded(OfCounty())
def take_back(row: UUID, *, by: Visit) -> bool:
    """Whoever named a conflict takes it back; False when it is not theirs to take back, or not any more."""
    found = Conflict.objects.filter(id=row, made_by=by.actor, withdrawn_at=None)
    by.note(Event("write", "adoption.take_back", why=str(row)))
    return bool(found.update(withdrawn_at=clock.now()))


@guarded(LEADS)
def plan_fix(row: UUID, *, owner: UUID, owner_name: str, due: date, by: Visit) -> UUID:
    """Say who of the own agency sees to it, and by which day. Raises `DayIsPast`, `FixedAlready`."""
    if due < _today():
        raise DayIsPast
    _about_us(row, by)
    said = ConflictPlan.objects.create(
        **ours(by), conflict=row, owner=owner, owner_name=CaseFree(owner_name), due=due
    )  # fmt: skip
    by.note(Event("write", "adoption.plan_fix", why=str(row)))
    return said.id


@guarded(LEADS)
def fix_conflict(row: UUID, *, on: date, how: CaseFree, by: Visit) -> UUID:
    """Say that it is fixed, since when, and how. Raises `NotYetThere`, `FixedAlready`."""
    if on > _today():
        raise NotYetThere
    _about_us(row, by)
    try:
        with transaction.atomic():
            said = ConflictFixed.objects.create(**ours(by), conflict=row, fixed_on=on, how=how)
    except IntegrityError as raced:
        raise FixedAlready from raced
    by.note(Event("write", "adoption.fix_conflict", why=str(row)))
    return said.id


def _about_us(row: UUID, by: Visit) -> None:
    found = conflict(row, by=by) if by.county is not None else None
    if found is None or found.about != by.own_agency:
        raise Refused
    if found.fixed_on:
        raise FixedAlready


def _today() -> date:
    return clock.county_time(clock.now()).date()
