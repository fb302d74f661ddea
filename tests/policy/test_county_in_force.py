"""Which county's values apply: what the administrator chose, asked seldom, and at once after a change."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from django.test import override_settings

from porchlight.policy import county


@pytest.fixture(autouse=True)
def _afresh(town):
    county.county_changed()
    yield
    county.county_changed()


@pytest.fixture
def asked(monkeypatch):
    """Answers of the database one after the other, and how often it was asked."""
    said: list[dict[str, str | None] | None] = []
    seen: list[str] = []

    def ask_one(statement: str):
        seen.append(statement)
        return said.pop(0)

    monkeypatch.setattr(county, "ask_one", ask_one)
    monkeypatch.setattr(county.time, "monotonic", lambda: clock[0])
    clock = [1000.0]
    return said, seen, clock


def test_the_database_is_asked_once_in_ten_seconds_and_then_believed(asked):
    said, seen, clock = asked
    said += [{"key": "06001"}, {"key": "06003"}]
    assert [county.county_key(), county.county_key()] == ["06001", "06001"]
    clock[0] += county.EVERY
    assert county.county_key() == "06001"
    clock[0] += 0.1
    assert county.county_key() == "06003"
    assert len(seen) == 2


def test_somebody_who_has_just_chosen_is_not_shown_the_one_before(asked):
    said, seen, _ = asked
    said += [{"key": "06001"}, {"key": "06003"}]
    assert county.county_key() == "06001"
    county.county_changed()
    assert county.county_key() == "06003"
    assert len(seen) == 2


@pytest.mark.parametrize("row", [None, {"key": None}, {"key": ""}])
def test_where_nobody_has_chosen_the_settings_county_holds(asked, row):
    said, seen, _ = asked
    said.append(row)
    with override_settings(COUNTY="sample"):
        assert [county.county_key(), county.county_key()] == ["sample", "sample"]
    assert len(seen) == 1


def test_what_a_session_told_is_not_asked_for(asked):
    said, seen, clock = asked
    assert county.county_told("06001") == "06001"
    assert county.county_key() == "06001"
    assert seen == []
    clock[0] += county.EVERY + 0.1
    said.append({"key": "06003"})
    assert county.county_key() == "06003"


def test_a_value_is_the_one_of_the_countys_own_day(asked, monkeypatch):
    days = []
    monkeypatch.setattr(county, "read_county", lambda key, *, on: days.append((key, on.isoformat())))
    county.county_told("06001")
    county.the_county(datetime(2027, 1, 1, 2, tzinfo=UTC))
    with county.clock.standing_still(datetime(2026, 7, 1, 6, 59, tzinfo=UTC)):
        county.the_county()
    assert days == [("06001", "2026-12-31"), ("06001", "2026-06-30")]
