"""The rota, pure: who is on call at a moment, where a week has gaps, where a question stands.

Times are the county's wall clock, so a night shift lasts an hour longer or shorter when the clocks change and
leaves no gap. PostgreSQL's `pl.on_call_at` answers the same question; a test compares them.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from uuid import UUID

from porchlight.kernel.clock import COUNTY_ZONE, county_time

ORDERS = ("first", "second", "desk")
QUARTER = timedelta(minutes=15)
HORIZON = timedelta(hours=24)  # an unread question stays with those on call this long, then with supervisors


@dataclass(frozen=True)
class Shift:
    """Hours of one seat, or of nobody: once on `day`, weekly on `weekday`, or with neither every day.

    `ends` at or before `starts` is on the next day.
    """

    id: UUID
    seat: UUID | None
    order: str
    weekday: int | None
    day: date | None
    starts: time
    ends: time
    made_at: datetime

    def covers(self, wall: datetime) -> bool:
        """Whether the county's wall clock shows a time within these hours; the end is not within."""
        overnight = self.ends <= self.starts
        now = wall.time()
        if self._begins_on(wall.date()) and now >= self.starts and (overnight or now < self.ends):
            return True
        return overnight and self._begins_on(wall.date() - timedelta(days=1)) and now < self.ends

    def _begins_on(self, day: date) -> bool:
        return day == self.day if self.day else self.weekday in (None, day.weekday())

    @property
    def weight(self) -> tuple[bool, bool, datetime]:
        """What counts where several cover an hour: one date, then one weekday, then the newer."""
        return self.day is not None, self.weekday is not None, self.made_at


@dataclass(frozen=True)
class OnCall:
    """Who is on call at a moment; None where nobody is."""

    first: UUID | None = None
    second: UUID | None = None
    desk: UUID | None = None

    def chain(self) -> tuple[UUID, ...]:
        """Those that a question reaches one after the other; nobody twice."""
        return tuple(dict.fromkeys(seat for seat in (self.first, self.second, self.desk) if seat))


@dataclass(frozen=True)
class Block:
    """A stretch of a week in which the same seats are on call. Ends are exclusive, in county time."""

    starts: datetime
    ends: datetime
    seats: OnCall

    @property
    def is_gap(self) -> bool:
        return not self.seats.chain()


def on_call(shifts: Collection[Shift], *, at: datetime) -> OnCall:
    """Who is on call at `at`. For one order the shift that says most about its day counts, then the newer."""
    wall = county_time(at).replace(tzinfo=None)
    found: dict[str, UUID | None] = {}
    for shift in sorted(shifts, key=lambda one: one.weight):
        if shift.covers(wall):
            found[shift.order] = shift.seat
    return OnCall(**found)


def week(shifts: Collection[Shift], *, monday: date) -> tuple[Block, ...]:
    """The county week from midnight of `monday` on, cut where those on call change. Gaps are blocks too."""
    start = datetime.combine(monday, time(), tzinfo=COUNTY_ZONE)
    end = datetime.combine(monday + timedelta(days=7), time(), tzinfo=COUNTY_ZONE)
    blocks: list[Block] = []
    for moment in _quarters(start, end):
        seats, until = on_call(shifts, at=moment), county_time(moment + QUARTER)
        if blocks and blocks[-1].seats == seats:
            blocks[-1] = Block(blocks[-1].starts, until, seats)
        else:
            blocks.append(Block(county_time(moment), until, seats))
    return tuple(blocks)


def _quarters(start: datetime, end: datetime) -> Iterator[datetime]:
    """Every quarter of an hour of elapsed time; a week has 167, 168 or 169 hours."""
    moment, last = start.timestamp(), end.timestamp()
    while moment < last:
        yield datetime.fromtimestamp(moment, tz=COUNTY_ZONE)
        moment += QUARTER.total_seconds()


@dataclass(frozen=True)
class Standing:
    """Where an unread question stands: with the first, with the second, on the list of calls, or with nobody.

    `moves_on` is when it goes further; None when it does not by itself.
    """

    with_whom: str
    moves_on: datetime | None = None


def where_it_stands(asked_at: datetime, *, minutes: int, orders: Collection[str], at: datetime) -> Standing:
    """Where a question that nobody has read stands at `at`, when these `orders` are on call.

    It reaches each person on call in turn, `minutes` apart; after the last of them, or at once when only the
    desk is there, it is a call to make. When nobody is on call it stands with nobody, whatever was before.
    """
    people = [order for order in ORDERS if order in orders and order != "desk"]
    if at - asked_at >= HORIZON:
        return Standing("over")
    if not orders:
        return Standing("nobody")
    step = (at - asked_at) // timedelta(minutes=minutes)
    if step >= len(people):
        return Standing("call")
    return Standing(people[step], asked_at + (step + 1) * timedelta(minutes=minutes))


def shift_trouble(*, order: str, seat: UUID | None, weekday: int | None, day: date | None) -> str:
    """What is missing of a new shift, in a sentence; empty when it is whole."""
    if order not in ORDERS:
        return "Please pick first, second or desk."
    if weekday is not None and day is not None:
        return "Pick either a day of the week or one date."
    if seat is None and day is None:
        return "Nobody can be picked for one date only. For every week, end the shift."
    return ""


def quarter_trouble(starts: time, ends: time) -> str:
    """Shifts begin and end on whole quarters of an hour; the sentence when one does not, else empty."""
    if any(one.minute % 15 or one.second or one.microsecond for one in (starts, ends)):
        return "Use whole quarters of an hour, such as 6:00, 6:15 or 6:30."
    return ""
