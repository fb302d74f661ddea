"""Keeping that somebody reached out, in seconds. There is no field for a place, here or anywhere in this room."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from porchlight.absences.day_confirming import they_were_in_touch
from porchlight.absences.duty_models import Contact
from porchlight.absences.rules import CHANNELS, TO_THE_YOUTH, is_in_touch
from porchlight.kernel import clock
from porchlight.kernel.coded import coded
from porchlight.policy.api import Category, Change, Visit, guarded


@guarded(Change(Category.ABSENCE))
def record_contact(
    youth: UUID, *, channel: str, effort: str, result: str, by: Visit, at: datetime | None = None
) -> None:
    """Keep one contact: by which channel, whom we reached out to (CL-9), how it went (CL-7). Who is the writer.

    A word from the young person while they are away confirms that day, where this seat may say days.
    """
    if channel not in CHANNELS or effort not in efforts() or result not in results():
        raise ValueError("a contact has a channel, an effort (CL-9) and a contact status (CL-7)")
    at = at or clock.now()
    Contact.objects.create(
        agency_id=by.own_agency,
        youth_id=youth,
        made_by=by.actor,
        at=at,
        channel=channel,
        effort=effort,
        result=result,
    )
    if effort == TO_THE_YOUTH and is_in_touch(result):
        they_were_in_touch(youth, at=at, by=by)


def results() -> tuple[str, ...]:
    """How a contact went: CL-7, less the choices that would need words. None of them says a place."""
    return tuple(entry.code for entry in coded("contact_status") if entry.code.startswith("C"))


def efforts() -> tuple[str, ...]:
    """Whom somebody reached out to: CL-9, less the choices that would need words."""
    return tuple(entry.code for entry in coded("locating_efforts") if entry.code.startswith("E"))
