"""An agency of its own with a rota, a young person it answers for and the three who take turns."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import UTC, datetime, time
from uuid import UUID, uuid4

import psycopg

from porchlight.teams.rota_rules import Shift
from tests.grid.world import line, write
from tests.support.connections import as_admin, as_owner

ADD = (
    'INSERT INTO teams_shift (id, agency_id, seat_id, "order", weekday, day, starts, ends, made_by, made_at)'
    " VALUES (%s, %s, %s, %s, %s, %s, %s, %s, %s, %s)"
)


@dataclass
class RotaWorld:
    """Three seats in the ledger; `shifts` as Python reckons with them, the same rows in the database."""

    agency: UUID = field(default_factory=uuid4)
    youth: UUID = field(default_factory=uuid4)
    first: UUID = field(default_factory=uuid4)
    second: UUID = field(default_factory=uuid4)
    desk: UUID = field(default_factory=uuid4)
    shifts: list[Shift] = field(default_factory=list)

    def __post_init__(self) -> None:
        seats = [
            line("seat", seat=seat, person=uuid4(), role="SW", agency=self.agency)
            for seat in (self.first, self.second, self.desk)
        ]
        with as_owner() as owner:
            write(owner, [*seats, line("responsible", youth=self.youth, agency=self.agency)])

    def add(self, seat: UUID | None, order: str, starts: time, ends: time, **when: object) -> None:
        """One shift, weekly on `weekday` or dated on `day`."""
        made = datetime(2026, 1, 1, 0, 0, len(self.shifts), tzinfo=UTC)
        new = Shift(uuid4(), seat, order, when.get("weekday"), when.get("day"), starts, ends, made)
        self.shifts.append(new)
        row = [new.id, self.agency, seat, order, new.weekday, new.day, starts, ends, self.first, made]
        with as_admin() as admin:
            admin.execute(ADD, row)

    def every_day(self, seat: UUID, order: str, starts: int, ends: int) -> None:
        """The same hours on each day of the week."""
        for weekday in range(7):
            self.add(seat, order, time(starts), time(ends), weekday=weekday)


def full() -> RotaWorld:
    """First and second at any hour, and a desk."""
    world = RotaWorld()
    for order in ("first", "second", "desk"):
        world.every_day(getattr(world, order), order, 7, 19)
        world.every_day(getattr(world, order), order, 19, 7)
    return world


def half() -> RotaWorld:
    """Holes everywhere: nights of the first, a few evenings of the second, a desk in office hours; one night off."""
    world = RotaWorld()
    world.every_day(world.first, "first", 22, 6)
    for weekday in (1, 3, 5):
        world.add(world.second, "second", time(17), time(23, 15), weekday=weekday)
    for weekday in range(5):
        world.add(world.desk, "desk", time(9), time(16, 45), weekday=weekday)
    return world


def rows(connection: psycopg.Connection, statement: str, *values: object) -> list[tuple]:
    return connection.execute(statement, values).fetchall()
