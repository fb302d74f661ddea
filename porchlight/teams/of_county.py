"""People of a county, for our own practice: found by name, and at the own agency by e-mail."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from uuid import UUID

from porchlight.policy.api import InOffice, OfCounty, Office, SignedIn, Visit, ask, guarded
from porchlight.teams.models import Seat
from porchlight.teams.passwords import email_key

MOST_FOUND = 40
IN_AGENCY = "SELECT s.id, s.name, a.name FROM teams_seat AS s JOIN teams_agency AS a ON a.id = s.agency_id "
LIVE = "s.ended_at IS NULL AND a.left_at IS NULL AND a.county = %s"
NAMED = f"{IN_AGENCY} WHERE {LIVE} AND (s.name ILIKE %s OR a.name ILIKE %s) ORDER BY s.name, s.id LIMIT %s"


@dataclass(frozen=True)
class Colleague:
    """Somebody who works in the county: in which seat, at which agency."""

    seat: UUID
    name: str
    agency_name: str


@guarded(OfCounty())
def colleagues_named(words: str, *, by: Visit) -> tuple[Colleague, ...]:
    """At most 40 people of this seat's county in whose name or agency these words stand, by name."""
    if not words.strip():
        return ()
    within = f"%{words.strip()}%"
    return tuple(Colleague(*row) for row in ask(NAMED, [by.county, within, within, MOST_FOUND]))


@guarded(SignedIn())
def colleagues(
    *, by: Visit, named: str = "", among: Collection[UUID] | None = None, most: int | None = None
) -> tuple[Colleague, ...]:
    """People of the own agency by name: in whose name these words stand, of these seats, at most so many."""
    rows = Seat.objects.filter(agency_id=by.own_agency, ended_at=None).order_by("name", "id")
    rows = rows.filter(name__icontains=named) if named else rows
    rows = rows if among is None else rows.filter(id__in=among)
    return tuple(Colleague(seat, name, by.agency_name) for seat, name in rows.values_list("id", "name")[:most])


@guarded(InOffice((Office.LEAD, Office.MANAGER, Office.TRAINER)))
def seats_with_email(emails: Collection[str], *, by: Visit) -> dict[str, tuple[UUID, ...]]:
    """The seats at the own agency of whoever has one of these e-mails; nobody of another agency is found."""
    keys = {email_key(email): email for email in emails}
    found: dict[str, tuple[UUID, ...]] = {}
    for key, seat in ask("SELECT email_key, seat FROM pl.seats_with_email(%s)", [list(keys)]):
        email = keys[bytes(key)]
        found[email] = (*found.get(email, ()), seat)
    return found
