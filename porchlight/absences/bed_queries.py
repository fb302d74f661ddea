"""The bed as it stands, and the line that may be said about it."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from porchlight.absences.bed_models import Bed
from porchlight.absences.bed_rules import BedFact, BedState, Line, welcome_line
from porchlight.absences.return_county import number_to_call
from porchlight.absences.return_queries import where_now
from porchlight.kernel import clock
from porchlight.policy.api import Category, Grain, See, Visit, guarded


@dataclass(frozen=True)
class WelcomeSheet:
    """What is true about tonight's bed, and the newest record behind it."""

    youth: UUID
    is_away: bool
    line: Line
    bed: BedFact | None


@guarded(See(Category.ABSENCE, Grain.SLICE))
def welcome_for(youth: UUID, *, by: Visit) -> WelcomeSheet:
    """The line for the young person's house and for the home, chosen by the current record alone.

    It holds no time since they left and nothing that could go by: no clock for the young person.
    """
    where = where_now(youth, by=by)
    bed = _newest(youth, by=by)
    line = welcome_line(bed, at=clock.now(), left_at=where.left_at, call=number_to_call())
    return WelcomeSheet(youth, where.is_away, line, bed)


def _newest(youth: UUID, *, by: Visit) -> BedFact | None:
    row = Bed.objects.filter(youth_id=youth).order_by("-made_at").first()
    if row is None:
        return None
    return BedFact(
        BedState(row.state),
        row.last_night,
        by.key(youth).open(row.place, place="absences_bed.place", row=row.id) if row.place else "",
        by.key(youth).open(row.call, place="absences_bed.call", row=row.id) if row.call else "",
        row.made_at,
    )
