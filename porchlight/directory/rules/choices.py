"""Where can I go now? Asked without sign-in, answered without asking where the young person is."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import IntEnum
from zlib import crc32

from porchlight.directory.rules.naming import names_the_subject, needs_neutral_name, neutral_description
from porchlight.directory.rules.opening import OpenNow, must_have_zone, open_at, open_until, opens_next
from porchlight.directory.rules.service import (
    EVERYWHERE,
    Ages,
    Answer,
    Confirmed,
    Service,
    TextTo,
    address_to_show,
    is_confirmed,
)
from porchlight.directory.rules.words import Words
from porchlight.kernel.clock import county_time


class DoorState(IntEnum):
    """What we can honestly say about the door, best first."""

    OPEN = 1
    CALL_FIRST = 2
    OPENS_LATER = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """One place or line that serves young people while they are away: nobody has to go back first.

    `heading` is the name, or plain words where the name says too much; then `name_after_a_tap` is
    true. `open_until` is set for an open door that closes within a week, `opens_at` where the hours
    say closed now; both in UTC. `address` is set only under the service's written yes.
    `confirmed` is None where no check of the county counts today: then show `last_checked`, a check that has
    become too old, or else `source_read_on`.
    """

    key: str
    heading: Words
    name: Words
    name_after_a_tap: bool
    what_it_is: tuple[str, ...]
    area: str
    phone: str
    text: TextTo | None
    address: str | None
    door: DoorState
    open_until: datetime | None
    opens_at: datetime | None
    hours_note: Words
    ok_while_still_with_them: Answer
    no_id: Answer
    no_parent: Answer
    no_police_call: Answer
    walk_in: Answer
    ages: Ages
    gender_policy: Words
    languages: Words
    disability_access: Words
    tells_others: Words
    tells_others_after_a_tap: bool
    confirmed: Confirmed | None
    last_checked: Confirmed | None
    source_read_on: date


def where_can_i_go(
    services: Iterable[Service],
    *,
    at: datetime,
    area: str,
    age: int | None = None,
    looking_for: frozenset[str] = frozenset(),
    later_within: timedelta = timedelta(hours=24),
) -> tuple[Choice, ...]:
    """What a young person who is away can turn to at `at`, in the order that `ORDER_IN_WORDS` explains.

    Only services with a phone that surely serve young people while away. `area` keeps that area and
    whatever serves everywhere; `EVERYWHERE` keeps all. `age` leaves out only what surely excludes it.
    `looking_for` keeps services with at least one of these CL-8 codes; empty keeps all. A confirmed
    place that is closed is offered when it opens within `later_within`; zero leaves it out. What the
    county has not confirmed is always "call first". Raises `MomentWithoutZone`.
    """
    must_have_zone(at)
    fitting = [
        service
        for service in services
        if _is_there_while_away(service)
        and (area == EVERYWHERE or service.area in {EVERYWHERE, area})
        and (age is None or service.ages.include(age))
        and (not looking_for or looking_for.intersection(service.what_it_is))
    ]
    choices = [as_choice(service, at=at) for service in fitting]
    soon = [choice for choice in choices if _is_soon_enough(choice, until=at + later_within)]
    return tuple(sorted(soon, key=lambda choice: _place_in_line(choice, at=at)))


def _is_there_while_away(service: Service) -> bool:
    return service.away_ok is Answer.YES and bool(service.phone.strip())


def as_choice(service: Service, *, at: datetime) -> Choice:
    """What can be said of one service at `at`, whether or not it is offered. Raises `MomentWithoutZone`."""
    must_have_zone(at)
    today = county_time(at).date()
    telling_name = any(needs_neutral_name(name) for name in (service.name.en, service.name.es))
    hours_say = open_at(service.hours, at)
    door = _door(service, hours_say=hours_say, today=today)
    return Choice(
        key=service.key,
        heading=neutral_description(service.kind) if telling_name else service.name,
        name=service.name,
        name_after_a_tap=telling_name,
        what_it_is=service.what_it_is,
        area=service.area,
        phone=service.phone,
        text=service.text,
        address=address_to_show(service, on=today),
        door=door,
        open_until=open_until(service.hours, at) if door is DoorState.OPEN else None,
        opens_at=opens_next(service.hours, at) if hours_say is OpenNow.CLOSED else None,
        hours_note=service.hours_note,
        ok_while_still_with_them=service.ok_while_still_with_them,
        no_id=service.no_id,
        no_parent=service.no_parent,
        no_police_call=service.no_police_call,
        walk_in=service.walk_in,
        ages=service.ages,
        gender_policy=service.gender_policy,
        languages=service.languages,
        disability_access=service.disability_access,
        tells_others=service.reports_what,
        tells_others_after_a_tap=names_the_subject(service.reports_what.en + service.reports_what.es),
        confirmed=service.confirmed if is_confirmed(service, on=today) else None,
        last_checked=service.confirmed if service.confirmed and service.confirmed.on <= today else None,
        source_read_on=service.source_read_on,
    )


def _door(service: Service, *, hours_say: OpenNow, today: date) -> DoorState:
    if not is_confirmed(service, on=today) or hours_say is OpenNow.UNCLEAR:
        return DoorState.CALL_FIRST
    return DoorState.OPEN if hours_say is OpenNow.OPEN else DoorState.OPENS_LATER


def _is_soon_enough(choice: Choice, *, until: datetime) -> bool:
    if choice.door is not DoorState.OPENS_LATER:
        return True
    return choice.opens_at is not None and choice.opens_at <= until


def _place_in_line(choice: Choice, *, at: datetime) -> tuple[DoorState, bool, datetime, int, int]:
    """The smaller, the higher. Equals take turns by the county's day, so that nobody is always last."""
    asks_less = (choice.walk_in, choice.no_id, choice.no_parent, choice.no_police_call)
    turn = crc32(f"{county_time(at).date()} {choice.key}".encode())
    said_closed = choice.opens_at is not None
    return choice.door, said_closed, choice.opens_at or at, -asks_less.count(Answer.YES), turn


ORDER_IN_WORDS = Words(
    "First what is open now. Then who to call first. Then what opens later, the soonest one first. "
    "Of these, the ones that ask the least of you come first. The rest take turns each day.",
    "Primero lo que está abierto ahora. Luego a quién llamar primero. Luego lo que abre más tarde, "
    "empezando por lo que abre antes. De estos, van primero los que menos te piden. "
    "Los demás se turnan cada día.",
)
