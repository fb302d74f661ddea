"""The night: while it is open, whoever is on call at the responsible agency stands beside the young person."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from porchlight.absences.models import Status
from porchlight.policy.api import Category, Event, Grain, See, Visit, ask, guarded


@dataclass(frozen=True)
class OnCallSheet:
    """Somebody who is on call this hour, and their number. `order` is the rota's word: first, second, desk."""

    name: str
    phone: str
    order: str


@guarded(See(Category.IDENTITY, Grain.SLICE))
def on_call_for(youth: UUID, *, by: Visit) -> tuple[OnCallSheet, ...]:
    """Whom to call this hour about this young person; empty when the rota has nobody."""
    return tuple(OnCallSheet(*row) for row in ask("SELECT * FROM pl.on_call_for(%s)", [youth]))


def open_night(youth: UUID, *, by: Visit, hours: int | None = None) -> None:
    """Open the night, or open it anew; with `hours` it ends by itself."""
    ask("SELECT pl.open_night(%s, %s)", [youth, hours])
    by.forget()
    by.note(Event("grant", "absences.open_night", youths=(youth,)))


def close_night(youth: UUID, *, by: Visit) -> None:
    """End the night now, whatever opened it."""
    ask("SELECT pl.close_night(%s)", [youth])
    by.forget()
    by.note(Event("end", "absences.close_night", youths=(youth,)))


def is_away(youth: UUID) -> bool:
    """Whether an absence is open, from the slice that a home may see too."""
    newest = Status.objects.filter(youth_id=youth).order_by("-made_at", "is_open").first()
    return newest is not None and newest.is_open
