from __future__ import annotations

from datetime import UTC, datetime, timedelta
from uuid import UUID, uuid4

import pytest
from hypothesis import given
from hypothesis import strategies as st

from porchlight.messaging.rules import (
    Number,
    Reading,
    first_reading,
    must_pass_on,
    number_now,
    who_gets_a_check_in,
)
from porchlight.policy.grid import the_grid

NOON = datetime(2026, 6, 1, 12, tzinfo=UTC)


@pytest.mark.parametrize(
    ("on_call", "desk", "hotline", "number"),
    [
        (["555-0101", "555-0102"], "555-0103", "555-0104", Number("555-0101", "on_call")),
        (["", "555-0102"], "555-0103", "555-0104", Number("555-0102", "on_call")),
        ([""], "555-0103", "555-0104", Number("555-0103", "desk")),
        ([], "", "555-0104; 555-0105", Number("555-0104", "hotline")),
        ([], "", "", Number("988", "line")),
    ],
)
def test_there_is_always_a_number_and_the_nearest_person_stands_first(
    on_call: list[str], desk: str, hotline: str, number: Number
) -> None:
    assert number_now(on_call=on_call, desk=desk, hotline=hotline) == number


@given(st.lists(st.sampled_from(["", "555-0101"])), st.sampled_from(["", "555-0103"]), st.text(";5 -0", max_size=9))
def test_no_hour_and_no_county_leaves_somebody_without_a_number(on_call: list[str], desk: str, hotline: str) -> None:
    assert number_now(on_call=on_call, desk=desk, hotline=hotline).number


def test_the_county_lane_passes_on_and_the_confidential_lane_does_not() -> None:
    assert all(must_pass_on(role) for role in ("SW", "SUP", "CG", "PO", "OC"))
    assert not any(must_pass_on(role) for role in ("BH", "ADV", "ATT", "PH", "CASA"))


def test_a_role_that_nobody_placed_in_a_lane_promises_the_least() -> None:
    placed = {"BH", "ADV", "ATT", "PH", "CASA"}
    assert all(must_pass_on(role) for role in set(the_grid().roles) - placed)


def test_the_first_other_person_who_read_it_counts_and_the_writer_never() -> None:
    writer, ana, sam = (uuid4() for _ in range(3))
    readings = [
        Reading(sam, NOON + timedelta(minutes=5)),
        Reading(writer, NOON),
        Reading(ana, NOON + timedelta(minutes=2)),
    ]
    assert first_reading(readings, writer=writer) == readings[2]
    assert first_reading(readings[1:2], writer=writer) is None
    assert first_reading([], writer=writer) is None


@given(st.lists(st.uuids(), max_size=4), st.lists(st.uuids(), max_size=3))
def test_nobody_but_the_picked_and_those_the_county_names_gets_a_check_in(
    chosen: list[UUID], passed_on_to: list[UUID]
) -> None:
    assert set(who_gets_a_check_in(chosen, passed_on_to=[])) == set(chosen)
    getting = who_gets_a_check_in(chosen, passed_on_to=passed_on_to)
    assert set(getting) == {*chosen, *passed_on_to}
    assert len(getting) == len(set(getting))
