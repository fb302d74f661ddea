"""What the register of policies begins with: plain, sourced, and honest about what nobody has checked."""

from __future__ import annotations

import re

import pytest

from porchlight.adoption.picture.indicators import indicators
from porchlight.adoption.policies.shipped import shipped
from porchlight.teams.rules import KINDS
from tests.adoption.reading import trouble_with

ALL = shipped()
KEYS = [row.key for row in ALL.rows]
LAWFUL = (*ALL.partners, *ALL.sections, *ALL.sendings)
by_key = {"ids": lambda one: one.key}


def test_every_row_of_a_role_and_every_row_that_an_indicator_serves_can_be_named_by_a_policy():
    assert {f"R{n}" for n in range(1, 11)} <= set(KEYS)
    assert {"S4", "S5", "S14", "S16a", "S16b", "S16c", "S16d"} <= set(KEYS)
    served = {row for one in indicators() for row in one.rows}
    assert served - set(KEYS) == {"S1"}  # S1 is who receives the notice: no policy serves that
    assert len(set(KEYS)) == len(KEYS)


@pytest.mark.parametrize("row", ALL.rows, **by_key)
def test_a_row_is_one_short_plain_sentence(row):
    assert trouble_with(row.says, where=row.key) == []
    assert row.says.endswith(".")
    assert len(row.says.split()) <= 20


def test_the_six_kinds_of_conflict_that_were_asked_for_are_there():
    asked = {"absence_costs", "absence_closes", "takes_phones", "needless_signature", "shares_with_police"}
    assert asked | {"blaming_words"} <= {one.key for one in ALL.conflicts}


@pytest.mark.parametrize("one", ALL.conflicts, **by_key)
def test_a_conflict_says_how_it_looks_why_it_harms_and_what_to_write_instead(one):
    for text in (one.name, one.looks_like, one.because, one.instead):
        assert trouble_with(text, where=one.key) == []
    assert set(one.rows) <= set(KEYS)
    assert one.rows


def test_the_seven_statutory_partners_are_there_and_human_services_leads():
    required = [one for one in ALL.partners if one.required]
    assert [one.key for one in required] == [
        *("human_services", "probation", "mental_health", "public_health"),
        *("juvenile_court", "education_office", "sheriff"),
    ]
    assert [one.key for one in ALL.partners if one.leads] == ["human_services"]
    assert all(one.kind == "law" for one in required)


@pytest.mark.parametrize("one", ALL.partners, **by_key)
def test_a_partner_can_be_filled_by_kinds_of_agency_that_exist(one):
    assert one.kinds
    assert set(one.kinds) <= set(KINDS)
    assert trouble_with(one.name) == []


def test_the_three_sections_that_the_countys_plan_asks_for_are_law_and_the_others_are_ours():
    assert [one.key for one in ALL.sections if one.kind == "law"] == ["team_approach", "case_management", "services"]
    assert all(one.source.startswith("Design default") for one in ALL.sections if one.kind == "local")


@pytest.mark.parametrize("one", ALL.sections, **by_key)
def test_a_section_has_one_guiding_line(one):
    assert trouble_with(f"{one.name}\n\n{one.asks}", where=one.key) == []
    assert one.asks.count(".") == 1


@pytest.mark.parametrize("one", LAWFUL, **by_key)
def test_everything_of_law_has_its_source_and_nobody_is_said_to_have_checked_it(one):
    assert one.kind in ("law", "local")
    assert one.source
    assert one.checked_by == ""


@pytest.mark.parametrize("one", ALL.sendings, **by_key)
def test_what_goes_to_the_state_says_what_nobody_has_looked_up(one):
    assert one.not_verified.endswith(".")
    assert trouble_with(one.name, limit=14) == []  # names of programs and bodies; nobody can spare the reader these
    assert one.every_months in (0, 12)


def test_the_yearly_plan_is_yearly_and_no_day_is_made_up():
    plan = next(one for one in ALL.sendings if one.key == "csec_plan")
    assert plan.every_months == 12
    assert "16524.6" in plan.source
    assert "due day" in plan.not_verified
    assert not any(re.search(r"\b(?:January|July|October|\d{4}-\d\d-\d\d)\b", one.not_verified) for one in ALL.sendings)
