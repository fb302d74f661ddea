"""Who works where, and who stands beside a young person."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from porchlight.policy.api import (
    Anybody,
    Category,
    Grain,
    Holding,
    OfCounty,
    See,
    SignedIn,
    Visit,
    ask,
    ask_one,
    guarded,
)
from porchlight.policy.grid import the_grid
from porchlight.policy.session import hash_of
from porchlight.teams.models import Agency, Seat


@dataclass(frozen=True)
class AgencySheet:
    """An agency as setup shows it. `kind` is a code of `rules.KINDS`; `county` None after it left its county."""

    id: UUID
    name: str
    kind: str
    phone: str
    county: str | None = ""


@dataclass(frozen=True)
class SeatSheet:
    """A seat: who, in which role, where."""

    id: UUID
    person: UUID
    name: str
    role: str
    agency: UUID
    phone: str


@dataclass(frozen=True)
class StaffSheet:
    """A person as the administrator sees them: never a password, only whether there is one."""

    person: UUID
    name: str
    email: str
    has_password: bool


@dataclass(frozen=True)
class Beside:
    """One person beside a young person: in which seat, on which footing, until when."""

    line: UUID
    seat: UUID
    name: str
    phone: str
    role: str
    agency: UUID
    agency_name: str
    footing: str
    since: datetime
    until: datetime | None

    @property
    def role_name(self) -> str:
        return the_grid().roles[self.role].name


@guarded(SignedIn())
def agencies(*, by: Visit) -> tuple[AgencySheet, ...]:
    """Every agency that is known here, by name."""
    rows = Agency.objects.order_by("name").values_list("id", "name", "kind", "phone", "county", "left_at")
    return tuple(AgencySheet(*row[:4], None if row[5] else row[4]) for row in rows)


@guarded(OfCounty())
def agencies_of_county(*, by: Visit) -> tuple[AgencySheet, ...]:
    """The agencies that belong to this seat's county now, by name."""
    rows = Agency.objects.filter(county=by.county, left_at=None).order_by("name")
    return tuple(AgencySheet(*row) for row in rows.values_list("id", "name", "kind", "phone", "county"))


@guarded(SignedIn())
def seats(*, by: Visit) -> tuple[SeatSheet, ...]:
    """Every live seat, by name. Staff of the county see each other; young people don't see this list."""
    rows = Seat.objects.filter(ended_at=None).order_by("name", "role")
    return tuple(SeatSheet(*row) for row in rows.values_list("id", "person_id", "name", "role", "agency_id", "phone"))


@guarded(OfCounty())
def seats_of_county(among: Collection[UUID] | None = None, *, by: Visit) -> tuple[SeatSheet, ...]:
    """Every live seat at an agency of this seat's county, by name; or those of them that are among these."""
    inside = Agency.objects.filter(county=by.county, left_at=None).values("id")
    rows = Seat.objects.filter(ended_at=None, agency_id__in=inside).order_by("name", "role", "id")
    rows = rows if among is None else rows.filter(id__in=among)
    return tuple(SeatSheet(*row) for row in rows.values_list("id", "person_id", "name", "role", "agency_id", "phone"))


@guarded(SignedIn())
def seat_names(rows: Collection[UUID], *, by: Visit) -> dict[UUID, str]:
    """The names in these seats, those that ended included: what somebody signed or sent keeps its name."""
    return dict(Seat.objects.filter(id__in=rows).values_list("id", "name"))


@guarded(Holding(("ADM",)))
def staff(*, by: Visit) -> tuple[StaffSheet, ...]:
    """Everybody who may sign in, by name."""
    return tuple(StaffSheet(*row) for row in ask("SELECT * FROM pl.staff()"))


@guarded(See(Category.IDENTITY, Grain.SLICE))
def team_of(youth: UUID, *, by: Visit) -> tuple[Beside, ...]:
    """Everybody who stands beside this young person now."""
    return tuple(Beside(*row) for row in ask("SELECT * FROM pl.beside(%s)", [youth]))


def once_each(team: Iterable[Beside]) -> tuple[Beside, ...]:
    """Each seat once, in the same order: somebody may stand beside on several footings."""
    first: dict[UUID, Beside] = {}
    for one in team:
        first.setdefault(one.seat, one)
    return tuple(first.values())


@guarded(Anybody())
def invited(token: str, *, by: Visit) -> tuple[str, str] | None:
    """Name and e-mail that an invitation link is for, while it works."""
    row = ask_one("SELECT * FROM pl.invited(%s)", [hash_of(token)])
    return (row["name"], row["email"]) if row else None
