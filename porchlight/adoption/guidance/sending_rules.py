"""To whom something goes, pure: an audience becomes seats, and seats are counted as people."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Protocol
from uuid import UUID


class Step(StrEnum):
    """What a recipient did with one thing. Neither says that anything is done differently."""

    OPENED = "opened"
    ACKNOWLEDGED = "acknowledged"


class SeatLike(Protocol):
    """As much of a seat as an audience asks for."""

    @property
    def id(self) -> UUID: ...
    @property
    def person(self) -> UUID: ...
    @property
    def name(self) -> str: ...
    @property
    def role(self) -> str: ...
    @property
    def agency(self) -> UUID: ...


@dataclass(frozen=True)
class Audience:
    """Seats with one of these roles at one of these agencies, none meaning all; or, where there are any, `seats`."""

    roles: tuple[str, ...] = ()
    agencies: tuple[UUID, ...] = ()
    seats: tuple[UUID, ...] = ()


@dataclass(frozen=True)
class Named:
    """What lines of names led to: the seats, the lines that fit nobody, and those that fit several people."""

    seats: tuple[UUID, ...]
    unknown: tuple[str, ...]
    several: tuple[str, ...]


def seats_in(
    audience: Audience, *, seats: Iterable[SeatLike], within: Collection[UUID] | None, sender: UUID
) -> tuple[SeatLike, ...]:
    """Every seat that the audience reaches, so that nobody misses it who wears another hat today; never the sender's.

    `within` are the agencies that the sender may write to; None means every one. `sender` is a person.
    """
    inside = (seat for seat in seats if within is None or seat.agency in within)
    return tuple(seat for seat in inside if _fits(seat, audience) and seat.person != sender)


def how_many(seats: Iterable[SeatLike]) -> int:
    """How many people hold these seats: somebody with two of them is one person."""
    return len({seat.person for seat in seats})


def _fits(seat: SeatLike, audience: Audience) -> bool:
    if audience.seats:
        return seat.id in audience.seats
    of_role = not audience.roles or seat.role in audience.roles
    return of_role and (not audience.agencies or seat.agency in audience.agencies)


def named(lines: str, *, seats: Collection[SeatLike], agencies: Mapping[UUID, str]) -> Named:
    """Who stands on these lines, one a line: a name, or `name, agency` where two people share it."""
    chosen, unknown, several = list[UUID](), list[str](), list[str]()
    for line in filter(None, (line.strip() for line in lines.splitlines())):
        asked = line.casefold()
        by_name = [seat for seat in seats if seat.name.casefold() == asked]
        fit = by_name or [s for s in seats if f"{s.name}, {agencies.get(s.agency, '')}".casefold() == asked]
        people = {seat.person for seat in fit}
        if len(people) == 1:
            chosen.append(fit[0].id)
        else:
            (several if people else unknown).append(line)
    return Named(tuple(dict.fromkeys(chosen)), tuple(unknown), tuple(several))
