"""Who is on call, and where a question to them stands."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from porchlight.policy.api import Category, Holding, SeeMany, StandBeside, Visit, ask, ask_one, guarded
from porchlight.teams.models import Seat
from porchlight.teams.rota_models import Shift as ShiftRow
from porchlight.teams.rota_rules import Shift, Standing, where_it_stands

ROTA_KEEPERS = Holding(("SW", "SUP", "ADM"))


@dataclass(frozen=True)
class OnCallSheet:
    """Somebody on call now. `order` is first, second or desk."""

    seat: UUID
    order: str
    name: str
    phone: str
    is_staffed: bool


@dataclass(frozen=True)
class AskSheet:
    """The newest question of a thread. `at` is the database's moment of asking, to reckon from.

    `called_by` is the seat that settled it by phone, at `answered_at`.
    """

    asked_at: datetime
    minutes: int
    heard_at: datetime | None
    heard_by: UUID | None
    answered_at: datetime | None
    called_by: UUID | None
    orders: list[str]
    at: datetime

    @property
    def standing(self) -> Standing:
        """Where it stands while nobody has read it."""
        return where_it_stands(self.asked_at, minutes=self.minutes, orders=self.orders, at=self.at)


@dataclass(frozen=True)
class WaitingSheet:
    """A question that waits for this seat. `asker` and `phone` are empty when the young person asked."""

    youth: UUID
    thread: UUID
    asked_at: datetime
    minutes: int
    heard_at: datetime | None
    orders: list[str]
    at: datetime
    asker: str
    phone: str

    @property
    def is_call(self) -> bool:
        """Nobody read it in time: now it is a call to make."""
        where = where_it_stands(self.asked_at, minutes=self.minutes, orders=self.orders, at=self.at)
        return self.heard_at is None and where.with_whom in ("call", "nobody", "over")


@dataclass(frozen=True)
class KnownSeat:
    """Somebody who stands or stood beside a young person, by name, so that old words keep their writer."""

    seat: UUID
    name: str
    phone: str
    role: str
    is_beside: bool


@guarded(ROTA_KEEPERS)
def shifts(*, by: Visit) -> tuple[Shift, ...]:
    """The agency's shifts that hold, as `rota_rules` reckons with them; a seat that ended is on no shift."""
    ended = Seat.objects.exclude(ended_at=None).values("id")
    rows = ShiftRow.objects.filter(agency_id=by.own_agency, ended_at=None).exclude(seat_id__in=ended)
    fields = ("id", "seat_id", "order", "weekday", "day", "starts", "ends", "made_at")
    return tuple(Shift(*row) for row in rows.order_by("order", "weekday", "day", "starts").values_list(*fields))


@guarded(StandBeside(Category.MESSAGES))
def rota_now(youth: UUID, *, minutes: int, by: Visit) -> tuple[OnCallSheet, ...]:
    """Who is on call for this young person now, in turn. Empty when nobody is."""
    return tuple(OnCallSheet(*row) for row in ask("SELECT * FROM pl.rota_now(%s, %s)", [youth, minutes]))


@guarded(StandBeside(Category.MESSAGES))
def asked(youth: UUID, *, thread: UUID, by: Visit) -> AskSheet | None:
    """The newest question to those on call in a thread that this visit is in."""
    row = ask_one("SELECT * FROM pl.asked(%s, %s)", [youth, thread])
    return AskSheet(**row) if row else None


@guarded(SeeMany(Category.MESSAGES))
def rota_waiting(*, by: Visit) -> tuple[WaitingSheet, ...]:
    """What was asked of those on call and waits for this seat, the oldest first."""
    return tuple(WaitingSheet(*row) for row in ask("SELECT * FROM pl.rota_waiting()"))


@guarded(StandBeside(Category.MESSAGES))
def ever_beside(youth: UUID, *, by: Visit) -> dict[UUID, KnownSeat]:
    """Everybody who stands or ever stood beside this young person, by seat."""
    return {row[0]: KnownSeat(*row) for row in ask("SELECT * FROM pl.ever_beside(%s)", [youth])}
