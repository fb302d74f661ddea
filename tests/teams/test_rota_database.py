"""The database and Python say the same about the rota, at every quarter of the odd weeks; and nobody is promised
a reader who isn't there."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta

import pytest

from porchlight.kernel.clock import COUNTY_ZONE, county_time
from porchlight.teams.rota_rules import ORDERS, QUARTER, on_call, where_it_stands
from tests.support.connections import as_owner
from tests.teams.rota_world import RotaWorld, full, half, rows

WEEKS = [date(2026, 6, 1), date(2026, 3, 2), date(2026, 10, 26)]  # ordinary; clocks forward; clocks back
MINUTES = 10


def start_of(monday: date) -> datetime:
    return datetime.combine(monday, time(), tzinfo=COUNTY_ZONE).astimezone(UTC)


@pytest.mark.parametrize("monday", WEEKS)
def test_database_and_python_name_the_same_people_at_every_quarter(town, monday):
    world = half()
    world.add(world.desk, "first", time(1, 30), time(2, 30), day=monday + timedelta(days=6))
    world.add(None, "first", time(22), time(0), day=monday + timedelta(days=2))
    world.add(world.desk, "second", time(19), time(20))
    moments = [start_of(monday) + n * QUARTER for n in range(7 * 96 + 8)]
    with as_owner() as owner:
        said = rows(
            owner,
            'SELECT q, o."order", o.seat FROM unnest(%s::timestamptz[]) AS q, LATERAL pl.on_call_at(%s, q) AS o',
            moments,
            world.agency,
        )
    for moment in moments:
        mine = on_call(world.shifts, at=moment)
        theirs = {order: seat for at, order, seat in said if at == moment}
        assert {order: getattr(mine, order) for order in ORDERS if getattr(mine, order)} == theirs, moment


def test_a_seat_that_ended_or_belongs_elsewhere_is_on_no_rota(town):
    world, other = RotaWorld(), RotaWorld()
    world.every_day(world.first, "first", 0, 0)
    world.every_day(other.first, "second", 0, 0)
    with as_owner() as owner:
        now = datetime.now(UTC)
        asked = 'SELECT "order" FROM pl.on_call_at(%s, %s)'
        assert rows(owner, asked, world.agency, now) == [("first",)]
        owner.execute("UPDATE policy_grant SET ended_at = now() WHERE seat = %s", [world.first])
        assert rows(owner, asked, world.agency, now) == []


@pytest.mark.parametrize("monday", WEEKS[1:])
@pytest.mark.parametrize("make", [RotaWorld, half, full], ids=["empty", "half", "full"])
def test_nobody_ever_sees_sent_for_something_nobody_will_open(town, make, monday):
    """Every hour of the week, a few minutes past it too: where the button would send, somebody opens it."""
    world = make()
    shown = 0
    with as_owner() as owner:
        for hour in range(7 * 24):
            asked = start_of(monday) + timedelta(hours=hour, minutes=(hour * 7) % 60)
            ((staffed,),) = rows(owner, "SELECT pl.is_staffed(%s, %s, %s)", world.youth, asked, MINUTES)
            lines = rows(owner, "SELECT * FROM pl.rota_lines(%s, %s, %s)", world.youth, asked, MINUTES)
            if staffed:
                shown += 1
                check_that_somebody_opens_it(world, asked, lines)
            else:
                assert any(not on_call(world.shifts, at=moment).chain() for moment in steps(asked))
    assert (shown > 0) == bool(world.shifts)
    assert make is not full or shown == 7 * 24


def steps(asked: datetime) -> list[datetime]:
    """Every minute until the last step."""
    return [asked + timedelta(minutes=n) for n in range(3 * MINUTES + 1)]


def check_that_somebody_opens_it(world: RotaWorld, asked: datetime, lines: list[tuple]) -> None:
    assert all(asked <= starts < ends <= asked + timedelta(hours=24) for _, starts, ends in lines)
    for moment in steps(asked) + [asked + timedelta(hours=n) for n in range(1, 24)]:
        seats = on_call(world.shifts, at=moment)
        orders = [order for order in ORDERS if getattr(seats, order)]
        reading = {seat for seat, starts, ends in lines if starts <= moment < ends}
        stands = where_it_stands(asked, minutes=MINUTES, orders=orders, at=moment).with_whom
        assert reading <= set(seats.chain()), "somebody off duty could read it"
        match stands:
            case "nobody":
                assert not reading
            case "call":
                assert reading == set(seats.chain())
            case _:
                assert getattr(seats, stands) in reading
                assert seats.desk not in reading


def test_a_line_ends_with_its_shift_and_the_next_shift_takes_over(town):
    world = RotaWorld()
    day = date(2026, 6, 1)
    world.add(world.first, "first", time(8), time(18), weekday=0)
    world.add(world.second, "first", time(18), time(23), weekday=0)
    asked = datetime(2026, 6, 1, 17, 55, tzinfo=COUNTY_ZONE)
    with as_owner() as owner:
        lines = rows(owner, "SELECT * FROM pl.rota_lines(%s, %s, %s)", world.youth, asked, MINUTES)
    said = {seat: (county_time(starts).time(), county_time(ends).time()) for seat, starts, ends in lines}
    assert said == {world.first: (time(17, 55), time(18)), world.second: (time(18), time(23))}
    assert county_time(lines[0][1]).date() == day


def test_whom_a_young_person_blocked_is_not_asked_for_them(town):
    from tests.grid.world import line, write

    world = full()
    with as_owner() as owner:
        ((person,),) = rows(owner, "SELECT person FROM policy_grant WHERE seat = %s", world.first)
        write(owner, [line("block", youth=world.youth, person=person)])
        said = rows(owner, "SELECT seat FROM pl.chain_for(%s, now()) ORDER BY place", world.youth)
    assert said == [(world.second,), (world.desk,)]
