"""Offices that a seat holds beside its role: who leads, manages, trains, signs, sits on the committee."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from porchlight.kernel.errors import Trouble
from porchlight.policy.api import Office, SignedIn, Visit, ask, end_grant, grant, guarded
from porchlight.teams.models import Seat

GIVES = {
    "ADM": tuple(Office),
    Office.CHAIR: (Office.MEMBER, Office.TRAINER),
    Office.LEAD: (Office.MANAGER, Office.TRAINER, Office.SIGNATORY),
}


class HeldAlready(Trouble):
    """That seat holds that office already."""

    code = "PL-TEA-030"
    sentence = "They hold that office already."
    repair = "Nothing to do."


@dataclass(frozen=True)
class OfficeSheet:
    """Who holds which office, in which seat, since when. `line` names it when it is to end."""

    line: UUID
    seat: UUID
    agency: UUID
    office: str
    since: datetime
    name: str
    agency_name: str


@guarded(SignedIn())
def offices(*, by: Visit) -> tuple[OfficeSheet, ...]:
    """Everybody who holds an office in this seat's county; for an administrator, everywhere. By agency and name."""
    found = ask(
        "SELECT o.line, o.seat, o.agency, o.office, o.since, s.name, a.name FROM pl.office_holders() AS o "
        "JOIN teams_seat AS s ON s.id = o.seat JOIN teams_agency AS a ON a.id = o.agency "
        "ORDER BY a.name, s.name, s.id, o.since, o.office"
    )
    return tuple(OfficeSheet(*row) for row in found)


@guarded(SignedIn())
def give_office(seat: UUID, *, office: Office, by: Visit) -> UUID:
    """Give a seat an office. The database refuses who may not (`pl.office_allowed`). Raises `HeldAlready`."""
    if ask("SELECT pl.office_held(%s, %s)", [office, seat])[0][0]:
        raise HeldAlready
    agency = Seat.objects.values_list("agency_id", flat=True).get(id=seat)
    return grant("office", by=by, seat=seat, agency=agency, footing=office)


@guarded(SignedIn())
def end_office(line: UUID, *, by: Visit) -> bool:
    """End it now; what was signed and said in office stays. False when it had ended."""
    return end_grant(line, by=by)


def may_give(visit: Visit) -> tuple[Office, ...]:
    """The offices that this seat may give to somebody: what the page offers; the database decides."""
    hats = (visit.role, *sorted(visit.offices))
    return tuple(office for office in Office if any(office in GIVES.get(hat, ()) for hat in hats))
