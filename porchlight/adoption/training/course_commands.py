"""Writing courses, planning sessions, calling one off."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date
from decimal import Decimal
from uuid import UUID

from django.db.models import Max

from porchlight.adoption.ground.rows import ours
from porchlight.adoption.ground.words import CaseFree
from porchlight.adoption.training.models import Curriculum, Session
from porchlight.adoption.training.rules import SURVIVORS
from porchlight.kernel import clock
from porchlight.kernel.errors import Refused
from porchlight.policy.api import Event, InOffice, Office, Visit, guarded, the_county

KEEPERS = InOffice((Office.CHAIR, Office.LEAD, Office.MANAGER, Office.TRAINER))


@guarded(KEEPERS)
def write_curriculum(
    title: CaseFree,
    *,
    hours: Decimal,
    serves: Collection[str],
    outline: CaseFree,
    by: Visit,
    follows: UUID | None = None,
) -> UUID:
    """Keep a course, or its next version when it `follows` one of the own agency. No version is ever overwritten.

    `serves` are keys of required trainings; others are left out. Raises `Refused` for another agency's course.
    """
    known = the_county().training_rules
    row = Curriculum.objects.create(
        **ours(by), **_next(follows, by=by), title=title, hours=hours, outline=outline,
        serves=[key for key in known if key in serves],
    )  # fmt: skip
    by.note(Event("write", "adoption.write_curriculum", why=str(row.id)))
    return row.id


def _next(follows: UUID | None, *, by: Visit) -> dict[str, UUID | int]:
    if follows is None:
        return {}
    before = Curriculum.objects.filter(id=follows, agency_id=by.own_agency, county=by.county).first()
    if before is None:
        raise Refused
    last = Curriculum.objects.filter(series=before.series).aggregate(last=Max("version"))["last"]
    return {"series": before.series, "version": last + 1}


@guarded(KEEPERS)
def plan_session(
    curriculum: UUID, *, held_on: date, room: CaseFree, led_by: CaseFree, survivor_trainer: str, by: Visit
) -> UUID:
    """Plan a day for a course of the county, or write down one that was. Empty `room`: online.

    Whether a survivor trained, and was paid, is said of the session and never beside a name.
    """
    if survivor_trainer not in SURVIVORS or not Curriculum.objects.filter(id=curriculum, county=by.county).exists():
        raise Refused
    row = Session.objects.create(
        **ours(by), curriculum=curriculum, held_on=held_on, room=room, led_by=led_by, survivor_trainer=survivor_trainer
    )
    by.note(Event("write", "adoption.plan_session", why=str(row.id)))
    return row.id


@guarded(KEEPERS)
def call_off(session: UUID, *, by: Visit) -> bool:
    """The session is not held. False when it had been called off, or is not the own agency's."""
    found = Session.objects.filter(id=session, agency_id=by.own_agency, called_off_at=None)
    by.note(Event("write", "adoption.call_off", why=str(session)))
    return bool(found.update(called_off_at=clock.now()))
