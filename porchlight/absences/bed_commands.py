"""Recording what is true about the bed."""

from __future__ import annotations

from datetime import date
from uuid import UUID

from porchlight.absences.bed_models import Bed
from porchlight.absences.bed_rules import BedState, is_whole
from porchlight.absences.return_errors import BedUnclear
from porchlight.kernel.ids import new_id
from porchlight.policy.api import Category, Change, Grain, Visit, guarded


@guarded(Change(Category.ABSENCE, Grain.SLICE))
def record_bed(
    youth: UUID, *, state: BedState, last_night: date | None = None, place: str = "", call: str = "", by: Visit
) -> None:
    """Keep the bed's state. `last_night` is the evening on which its last night begins.

    A place typed beside a held bed is kept and not said; beside "we don't know yet" nothing is.

    Raises `BedUnclear` when a sentence made of it would promise what the record does not carry.
    """
    if not is_whole(state, last_night=last_night, place=place):
        raise BedUnclear
    if state is BedState.UNKNOWN:
        last_night, place = None, ""
    row, key = new_id(), by.key(youth)
    Bed.objects.create(
        id=row,
        agency_id=by.own_agency,
        youth_id=youth,
        made_by=by.actor,
        state=state,
        last_night=last_night,
        place=key.seal(place, place="absences_bed.place", row=row) if place else None,
        call=key.seal(call, place="absences_bed.call", row=row) if call else None,
    )
