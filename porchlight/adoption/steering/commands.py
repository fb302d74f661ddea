"""Bodies and places: who sits at the table."""

from __future__ import annotations

from uuid import UUID

from django.db import IntegrityError, transaction

from porchlight.adoption.ground.rows import here
from porchlight.adoption.ground.words import CaseFree
from porchlight.adoption.steering.errors import OneCommittee
from porchlight.adoption.steering.models import Body, Place
from porchlight.kernel import clock
from porchlight.kernel.errors import Refused
from porchlight.policy.api import Event, InOffice, Office, Visit, guarded

CHAIR = InOffice((Office.CHAIR,))


@guarded(CHAIR)
def found_body(kind: str, *, name: CaseFree, purpose: CaseFree, by: Visit) -> UUID:
    """Begin the committee or a taskforce. Raises `OneCommittee`."""
    try:
        with transaction.atomic():
            row = Body.objects.create(**here(by), kind=kind, name=name, purpose=purpose)
    except IntegrityError as twice:
        raise OneCommittee from twice
    by.note(Event("write", "adoption.found_body", why=str(row.id)))
    return row.id


@guarded(CHAIR)
def end_body(body: UUID, *, by: Visit) -> bool:
    """A taskforce has done its work, or the committee ends. False when it had ended."""
    by.note(Event("write", "adoption.end_body", why=str(body)))
    return bool(Body.objects.filter(id=body, ended_at=None).update(ended_at=clock.now()))


@guarded(CHAIR)
def set_place(
    body: UUID,
    *,
    partner: str,
    name: CaseFree,
    holder: CaseFree,
    alternate: CaseFree,
    paid: bool,
    by: Visit,
    instead_of: UUID | None = None,
) -> UUID:
    """Set a place at the table; an empty holder names a vacancy. `instead_of` is the place that it follows.

    Raises `Refused` for a body that is not of this county.
    """
    if not Body.objects.filter(id=body, ended_at=None).exists():
        raise Refused
    if instead_of:
        clear_place(instead_of, by=by)
    row = Place.objects.create(
        **here(by), body_id=body, partner=partner, name=name, holder=holder, alternate=alternate, paid=paid
    )
    by.note(Event("write", "adoption.set_place", why=str(row.id)))
    return row.id


@guarded(CHAIR)
def clear_place(place: UUID, *, by: Visit) -> bool:
    """The place ends; meetings keep who came for it. False when it had ended."""
    by.note(Event("write", "adoption.clear_place", why=str(place)))
    return bool(Place.objects.filter(id=place, ended_at=None).update(ended_at=clock.now()))
