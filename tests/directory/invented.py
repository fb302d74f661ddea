"""Invented services and moments for the tests of the directory."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

from hypothesis import strategies as st

from porchlight.directory.rules import Answer, Confirmed, MayShowAddress, Service, Words, read_hours
from porchlight.directory.rules.hours import UNCLEAR_HOURS, Hours, Span
from porchlight.kernel.clock import COUNTY_ZONE

DAY_OF_CHECK = date(2026, 3, 1)
BLUE_HOUSE = Service(
    key="blue-house",
    name=Words("Blue House", "Casa Azul"),
    kind="V01",
    what_it_is=("V01", "V04"),
    phone="555-0190",
    source="Invented for a test",
    source_read_on=DAY_OF_CHECK,
    hours=read_hours("Mon-Fri 09:00-17:00"),
    area="north",
    away_ok=Answer.YES,
    confirmed=Confirmed(by="Sample County", on=DAY_OF_CHECK),
)


def county(year: int, month: int, day: int, hour: int = 0, minute: int = 0, *, fold: int = 0) -> datetime:
    """A moment on the county's wall clock; fold 1 is the second time that the hour comes round."""
    return datetime(year, month, day, hour, minute, tzinfo=COUNTY_ZONE, fold=fold).astimezone(UTC)


def with_hours(written: str, **changes: object) -> Service:
    return replace(BLUE_HOUSE, hours=read_hours(written), **changes)


MONDAY_NOON = county(2026, 6, 1, 12)
moments = st.integers(0, 640 * 24 * 60).map(lambda minutes: county(2026, 3, 2) + timedelta(minutes=minutes))
spans = st.builds(
    lambda day, opens, length: Span(day, opens, opens + length),
    st.integers(0, 6),
    st.integers(0, 1439),
    st.integers(1, 1440),
)
hours = st.just(UNCLEAR_HOURS) | st.builds(
    Hours,
    spans=st.lists(spans, min_size=1, max_size=6).map(tuple),
    closed_on=st.frozensets(st.dates(date(2026, 3, 1), date(2027, 12, 1)), max_size=3),
)
answers = st.sampled_from(Answer)
services = st.builds(
    Service,
    key=st.uuids().map(str),
    name=st.sampled_from([Words("Blue House", "Casa Azul"), Words("Stop Trafficking Now", "Alto a la Trata")]),
    kind=st.sampled_from(["V01", "V03", "trafficking", "crisis"]),
    what_it_is=st.sampled_from([("V01",), ("V03", "V04"), ()]),
    phone=st.sampled_from(["555-0191", "", " "]),
    source=st.just("Invented for a test"),
    source_read_on=st.just(DAY_OF_CHECK),
    hours=hours,
    area=st.sampled_from(["north", "south", ""]),
    away_ok=answers,
    no_id=answers,
    walk_in=answers,
    reports_what=st.sampled_from([Words(), Words("They ask you first.", "Antes te preguntan.")]),
    confidential_address=st.booleans(),
    street_address=st.just("77 Quiet Lane"),
    may_show_address=st.none()
    | st.builds(MayShowAddress, given_by=st.just("Blue House"), on=st.dates(date(2026, 1, 1), date(2028, 1, 1))),
    confirmed=st.none()
    | st.builds(Confirmed, by=st.just("Sample County"), on=st.dates(date(2026, 1, 1), date(2028, 1, 1))),
)
