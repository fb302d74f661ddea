from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from itertools import pairwise
from uuid import UUID, uuid4

import pytest
from hypothesis import given
from hypothesis import strategies as st

from porchlight.kernel.clock import COUNTY_ZONE
from porchlight.teams.rota_rules import (
    HORIZON,
    OnCall,
    Shift,
    on_call,
    quarter_trouble,
    shift_trouble,
    week,
    where_it_stands,
)

ANA, SAM, LEE = (UUID(int=n) for n in (1, 2, 3))
MADE = datetime(2026, 1, 1, tzinfo=UTC)
MONDAY = date(2026, 6, 1)


def shift(
    seat: UUID | None = ANA,
    order: str = "first",
    *,
    weekday: int | None = 0,
    day: date | None = None,
    hours: tuple[int, int] = (8, 18),
    made: int = 0,
) -> Shift:
    weekday = None if day else weekday
    starts, ends = (time(hour) for hour in hours)
    return Shift(uuid4(), seat, order, weekday, day, starts, ends, MADE + timedelta(days=made))


def every_day(seat: UUID, order: str, hours: tuple[int, int]) -> list[Shift]:
    return [shift(seat, order, weekday=weekday, hours=hours) for weekday in range(7)]


def county(day: date, hour: int, minute: int = 0) -> datetime:
    return datetime(day.year, day.month, day.day, hour, minute, tzinfo=COUNTY_ZONE)


def test_a_shift_begins_on_its_minute_and_its_end_is_already_the_next_ones() -> None:
    rota = [shift()]
    assert on_call(rota, at=county(MONDAY, 7, 59)) == OnCall()
    assert on_call(rota, at=county(MONDAY, 8)).first == ANA
    assert on_call(rota, at=county(MONDAY, 17, 59)).first == ANA
    assert on_call(rota, at=county(MONDAY, 18)) == OnCall()


def test_a_night_shift_goes_on_until_the_next_morning() -> None:
    rota = [shift(hours=(22, 6))]
    assert on_call(rota, at=county(MONDAY + timedelta(days=1), 5, 59)).first == ANA
    assert on_call(rota, at=county(MONDAY + timedelta(days=1), 6)).first is None
    assert on_call(rota, at=county(MONDAY, 3)).first is None


def test_equal_ends_are_a_whole_day() -> None:
    rota = [shift(hours=(9, 9))]
    assert on_call(rota, at=county(MONDAY, 9)).first == ANA
    assert on_call(rota, at=county(MONDAY + timedelta(days=1), 8, 59)).first == ANA
    assert on_call(rota, at=county(MONDAY + timedelta(days=1), 9)).first is None


def test_a_swap_for_one_night_stands_in_place_of_the_weekly_shift_and_only_then() -> None:
    rota = [shift(made=5), shift(SAM, day=MONDAY, hours=(12, 14))]
    assert on_call(rota, at=county(MONDAY, 11)).first == ANA
    assert on_call(rota, at=county(MONDAY, 13)).first == SAM
    assert on_call(rota, at=county(MONDAY + timedelta(days=7), 13)).first == ANA


def test_saying_that_nobody_is_there_on_one_day_makes_a_gap() -> None:
    rota = [shift(), shift(None, day=MONDAY, hours=(8, 18))]
    assert on_call(rota, at=county(MONDAY, 10)).chain() == ()


def test_a_shift_on_one_weekday_stands_in_place_of_the_one_of_every_day() -> None:
    rota = [shift(SAM, hours=(12, 14)), shift(ANA, weekday=None, made=9)]
    assert on_call(rota, at=county(MONDAY, 13)).first == SAM
    assert on_call(rota, at=county(MONDAY, 15)).first == ANA
    assert on_call(rota, at=county(MONDAY + timedelta(days=1), 13)).first == ANA


def test_of_two_shifts_of_the_same_kind_the_newer_counts() -> None:
    rota = [shift(SAM, made=2), shift(ANA, made=1)]
    assert on_call(rota, at=county(MONDAY, 10)).first == SAM


def test_a_question_never_reaches_the_same_person_twice() -> None:
    assert OnCall(ANA, ANA, SAM).chain() == (ANA, SAM)


@pytest.mark.parametrize(("day", "hours"), [(date(2026, 3, 8), 23), (date(2026, 11, 1), 25)])
def test_when_the_clocks_change_the_night_is_longer_or_shorter_and_nobody_is_missing(day: date, hours: int) -> None:
    rota = [*every_day(ANA, "first", (22, 6)), *every_day(SAM, "first", (6, 22))]
    monday = day - timedelta(days=6)
    blocks = week(rota, monday=monday)
    assert not [block for block in blocks if block.is_gap]
    sunday = [block for block in blocks if block.ends.astimezone(UTC) > county(day, 0).astimezone(UTC)]
    length = sum(
        ((b.ends.astimezone(UTC) - max(b.starts, county(day, 0)).astimezone(UTC)) for b in sunday), timedelta()
    )
    assert length == timedelta(hours=hours)


def test_a_week_names_its_gaps_and_has_no_holes_between_its_blocks() -> None:
    blocks = week([shift()], monday=MONDAY)
    assert [block.is_gap for block in blocks] == [True, False, True]
    assert blocks[1].starts == county(MONDAY, 8)
    assert blocks[0].starts == county(MONDAY, 0)
    assert blocks[-1].ends == county(MONDAY + timedelta(days=7), 0)
    assert all(one.ends == two.starts for one, two in pairwise(blocks))


def test_an_empty_rota_is_one_long_gap() -> None:
    (only,) = week([], monday=MONDAY)
    assert only.is_gap


ASKED = datetime(2026, 6, 1, 9, 41, tzinfo=UTC)


def at(minutes: float) -> datetime:
    return ASKED + timedelta(minutes=minutes)


@pytest.mark.parametrize(
    ("orders", "minutes", "stands", "moves_on"),
    [
        (("first", "second", "desk"), 0, "first", 10),
        (("first", "second", "desk"), 9.9, "first", 10),
        (("first", "second", "desk"), 10, "second", 20),
        (("first", "second", "desk"), 20, "call", None),
        (("first",), 5, "first", 10),
        (("first",), 10, "call", None),
        (("second",), 3, "second", 10),
        (("desk",), 0, "call", None),
        ((), 0, "nobody", None),
        ((), 600, "nobody", None),
        (("first",), 24 * 60, "over", None),
    ],
)
def test_an_unread_question_moves_from_one_to_the_next_and_ends_as_a_call(
    orders: tuple[str, ...], minutes: float, stands: str, moves_on: int | None
) -> None:
    found = where_it_stands(ASKED, minutes=10, orders=orders, at=at(minutes))
    assert found.with_whom == stands
    assert found.moves_on == (None if moves_on is None else at(moves_on))


@given(
    st.integers(1, 60),
    st.sets(st.sampled_from(("first", "second", "desk"))),
    st.timedeltas(timedelta(), HORIZON * 2),
)
def test_a_question_is_never_said_to_be_with_somebody_who_is_not_on_call(
    minutes: int, orders: set[str], later: timedelta
) -> None:
    found = where_it_stands(ASKED, minutes=minutes, orders=orders, at=ASKED + later)
    assert found.with_whom in orders | {"call", "nobody", "over"}
    assert found.with_whom != "call" or orders
    assert found.moves_on is None or found.moves_on > ASKED + later


def test_what_is_missing_of_a_shift_is_said_in_a_sentence() -> None:
    assert not shift_trouble(order="first", seat=ANA, weekday=0, day=None)
    assert not shift_trouble(order="desk", seat=None, weekday=None, day=MONDAY)
    assert "first, second or desk" in shift_trouble(order="third", seat=ANA, weekday=0, day=None)
    assert "either" in shift_trouble(order="first", seat=ANA, weekday=0, day=MONDAY)
    assert not shift_trouble(order="first", seat=ANA, weekday=None, day=None)
    assert "end the shift" in shift_trouble(order="first", seat=None, weekday=0, day=None)
    assert "end the shift" in shift_trouble(order="first", seat=None, weekday=None, day=None)
    assert not quarter_trouble(time(6, 15), time(22, 45))
    assert "quarters" in quarter_trouble(time(6, 10), time(22))
    assert "quarters" in quarter_trouble(time(6), time(22, 15, 1))
    assert "quarters" in quarter_trouble(time(6, 0, 0, 1), time(22))
