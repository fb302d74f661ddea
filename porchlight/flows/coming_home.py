"""Somebody came home: one form, and everything that follows of it in one transaction."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from porchlight.absences import api as absences
from porchlight.policy.api import Visit


@dataclass(frozen=True)
class Told:
    """What the return screen says. Only the time is needed; the rest may be empty.

    `came_how` is a code of CL-4, `first_needs` are codes of CL-12, `urgent` of `absences.URGENT`.
    """

    back_at: datetime
    came_how: str = ""
    first_needs: tuple[str, ...] = ()
    urgent: tuple[str, ...] = ()
    kind_word: str = ""


def come_home(youth: UUID, *, told: Told, by: Visit) -> absences.CameHome:
    """Keep the return, end the absence and its night, and open what is owed after a return.

    Nothing here looks at agreements: on the night of return there is no way to them.
    """
    return absences.record_return(
        youth,
        back_at=told.back_at,
        came_how=told.came_how,
        first_needs=told.first_needs,
        urgent=told.urgent,
        kind_word=told.kind_word,
        by=by,
    )
