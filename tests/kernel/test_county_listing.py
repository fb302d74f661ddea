"""The list of California's counties."""

from __future__ import annotations

import re

import pytest

from porchlight.kernel.county import NoSuchCounty, list_counties, listing


def test_all_fifty_eight_counties_are_listed_once() -> None:
    counties = list_counties()
    assert len(counties) == 58
    assert len({county.fips for county in counties}) == 58
    assert len({county.name for county in counties}) == 58


def test_every_county_has_a_code_of_california_and_a_seat() -> None:
    for county in list_counties():
        assert re.fullmatch(r"06\d{3}", county.fips)
        assert county.seat


def test_every_number_carries_its_source_and_a_missing_one_is_empty() -> None:
    for county in list_counties():
        assert bool(county.child_welfare_hotline) is bool(county.source)
    assert sum(not county.child_welfare_hotline for county in list_counties()) == 14


def test_a_missing_list_says_that_it_is_missing(monkeypatch, tmp_path) -> None:
    monkeypatch.setattr(listing, "COUNTIES", tmp_path)
    with pytest.raises(NoSuchCounty, match="list of counties is missing"):
        list_counties.__wrapped__()


def test_a_code_that_is_not_listed_has_no_listing() -> None:
    assert listing.listed("06002") is None
    found = listing.listed("06113")
    assert found is not None
    assert found.name == "Yolo"
