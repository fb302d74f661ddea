"""The 22 signs of adoption: each plain, each for somebody, each tied to what the notice asks."""

from __future__ import annotations

import re

import pytest

from porchlight.adoption.picture.indicators import NOTICE, indicators, indicators_of, levels, said
from porchlight.kernel.coded import coded
from porchlight.kernel.coded.lists import ALWAYS
from porchlight.teams.rules import KINDS
from tests.adoption.reading import trouble_with

ALL = indicators()
each = pytest.mark.parametrize("one", ALL, ids=lambda one: one.key)
ROWS = re.compile(r"S(?:[1-9]|1[0-5]|5b|10b|16[a-d])|R(?:[1-9]|10)")


def codes(name: str) -> list[str]:
    return [entry.code for entry in coded(name) if entry.code not in ALWAYS]


def test_they_are_the_22_of_the_coded_list_and_the_six_levels():
    assert [one.key for one in ALL] == codes("adoption_indicators")
    assert [str(one.number) for one in levels()] == codes("adoption_levels")


@each
def test_an_indicator_concerns_kinds_of_agency_that_exist_each_named_once(one):
    assert one.kinds
    assert set(one.kinds) <= set(KINDS)
    assert len(set(one.kinds)) == len(one.kinds)


@pytest.mark.parametrize(
    ("kind", "key"),
    [
        *(("probation", "A08"), ("education", "A09"), ("court", "A10"), ("advocacy", "A11")),
        *(("public_health", "A12"), ("law_enforcement", "A07")),
    ],
)
def test_what_is_one_crafts_own_concerns_that_kind_alone(kind, key):
    assert next(one.kinds for one in ALL if one.key == key) == (kind,)
    assert key in [one.key for one in indicators_of(kind)]


@pytest.mark.parametrize("key", ["A17", "A21"])
def test_what_is_the_countys_is_asked_of_no_single_agency(key):
    assert set(next(one.kinds for one in ALL if one.key == key)) == {"steering", "administration"}


def test_a_kind_that_nothing_is_asked_of_has_none():
    assert indicators_of("state") == ()


def test_every_agency_that_serves_young_people_is_asked_for_something():
    outside = {kind for kind in KINDS if not indicators_of(kind)}
    assert outside == {"state"}


@each
def test_it_serves_rows_of_the_mission_and_parts_of_the_notice(one):
    assert one.rows
    assert all(ROWS.fullmatch(row) for row in one.rows)
    assert set(one.notice) <= set(NOTICE)
    assert one.notice or one.key == "A21"


def test_the_nine_examples_of_the_notice_have_an_indicator_each():
    assert {row for one in ALL for row in one.rows if row.startswith("R")} == {f"R{n}" for n in range(1, 10)}


@each
def test_it_is_plain_and_short(one):
    assert trouble_with(f"{one.name}\n\n{one.means}", where=one.key) == []
    assert len(one.name) <= 40
    assert one.means.endswith(".")
    assert one.means.count(".") == 1


@pytest.mark.parametrize("one", [*ALL, *levels()], ids=lambda one: one.name)
def test_it_is_as_plain_in_spanish(one):
    assert trouble_with(f"{one.name_es}\n\n{one.means_es}", language="es", where=one.name) == []
    assert said(one, "name", "es") == one.name_es != one.name == said(one, "name", "en")
    assert one.means_es.endswith(".")
    assert len(one.name_es) <= 45


def test_a_heading_of_the_picture_has_one_spanish():
    assert len({(one.part, one.part_es) for one in ALL}) == len({one.part for one in ALL}) == 4


@pytest.mark.parametrize("one", levels(), ids=lambda one: str(one.number))
def test_a_level_is_said_in_words(one):
    assert trouble_with(f"{one.name}\n\n{one.means}") == []
    assert not re.search(r"\d", one.name + one.means)


def test_no_indicator_sets_a_target_and_numbers_belong_to_four_of_them():
    assert {one.key: one.figure for one in ALL if one.figure} == {
        "A13": "share",
        "A14": "share",
        "A15": "per_quarter",
        "A22": "share",
    }
    assert not [one.key for one in ALL if re.search(r"%|percent|at least|target", one.means)]
    assert {n for one in ALL for n in re.findall(r"\d+", one.means)} == {"60", "90"}
