"""States of policies, sections and seats of protocols: rules without a database."""

from __future__ import annotations

from datetime import date, timedelta
from uuid import uuid4

from porchlight.adoption.policies.protocol_rules import may_fill, missing, signed_text, unwritten
from porchlight.adoption.policies.rules import (
    NONE,
    STATES,
    Step,
    corrected,
    is_kept,
    is_late,
    living,
    not_served,
    standing,
)
from porchlight.adoption.policies.shipped import shipped

DAY = date(2026, 5, 1)
ALL = shipped()


def step(state: str, *, number: int = 1, on: date | None = DAY, corrects=None) -> Step:
    return Step(uuid4(), number, state, on, corrects)


def test_a_policy_without_a_step_is_in_no_state():
    found = standing([], newest=1)
    assert (found.state, found.dates, found.newer) == (NONE, {}, None)


def test_a_policy_stands_where_its_furthest_step_is_and_keeps_the_day_of_each():
    steps = [step(state, on=DAY + timedelta(days=n)) for n, state in enumerate(STATES)]
    for n, state in enumerate(STATES, 1):
        assert standing(steps[:n], newest=1).state == state
    assert standing(steps, newest=1).dates["adopted"] == DAY + timedelta(days=2)


def test_a_version_in_force_stays_in_force_while_a_newer_one_is_drafted():
    found = standing([step("in_use"), step("drafting", number=2)], newest=2)
    assert (found.state, found.number) == ("in_use", 1)
    assert (found.newer.state, found.newer.number) == ("drafting", 2)
    assert standing([step("in_use"), step("adopted", number=2)], newest=2).number == 2


def test_a_corrected_day_takes_the_place_of_the_first_and_a_step_that_never_happened_is_gone():
    first = step("adopted")
    later = step("adopted", on=DAY + timedelta(days=3), corrects=first.id)
    assert standing([first, later], newest=1).dates == {"adopted": DAY + timedelta(days=3)}
    assert corrected([first, later]) == {first.id}
    never = step("adopted", on=None, corrects=later.id)
    assert living([first, later, never]) == ()
    assert standing([first, later, never], newest=1).state == NONE


def test_a_policy_is_adopted_once_a_version_and_may_be_reviewed_on_many_days():
    steps = [step("adopted"), step("reviewed")]
    other_day = DAY + timedelta(days=9)
    assert is_kept(steps, number=1, state="adopted", on=other_day)
    assert not is_kept(steps, number=2, state="adopted", on=other_day)
    assert is_kept(steps, number=1, state="reviewed", on=DAY)
    assert not is_kept(steps, number=1, state="reviewed", on=other_day)


def test_a_day_is_late_only_once_it_has_passed():
    assert not is_late(None, today=DAY)
    assert not is_late(DAY, today=DAY)
    assert is_late(DAY, today=DAY + timedelta(days=1))


def test_rows_that_nothing_serves_come_in_their_order():
    assert not_served(["R2"], rows=["S4", "R2", "R1"]) == ("S4", "R1")


def test_only_sections_of_law_hold_a_protocol_back():
    lawful = {one.key for one in ALL.sections if one.kind == "law"}
    assert {one.key for one in unwritten({}, sections=ALL.sections)} == lawful
    written = dict.fromkeys(lawful, "Words.")
    assert unwritten(written, sections=ALL.sections) == ()
    assert unwritten(written | {"services": "  "}, sections=ALL.sections)[0].key == "services"


def test_a_seat_that_the_law_names_and_nobody_fills_is_missing():
    required = [one.key for one in ALL.partners if one.required]
    assert [one.key for one in missing((), partners=ALL.partners)] == required
    assert missing(required, partners=ALL.partners) == ()


def test_a_seat_is_filled_by_agencies_of_its_kind():
    sheriff = next(one for one in ALL.partners if one.key == "sheriff")
    assert may_fill(sheriff, kind="law_enforcement")
    assert not may_fill(sheriff, kind="advocacy")


def test_a_signature_stands_under_title_sections_partners_and_definition():
    text = {"texts": [("away", "We stay in touch.")], "partners": [("sheriff", "Sample Sheriff")], "definition": "2"}
    assert signed_text("One", **text) == ("One", "away\nWe stay in touch.", "sheriff: Sample Sheriff", "2")
