"""Days, taps and states as pure rules."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from uuid import UUID, uuid4

import pytest
from hypothesis import given
from hypothesis import strategies as st

from porchlight.absences import rules

NOON = datetime(2026, 11, 20, 20, tzinfo=UTC)


@dataclass(frozen=True)
class Said:
    day: date
    status: str
    made_at: datetime
    id: UUID
    corrects: UUID | None = None


def said(day: date, status: str, *, minutes: int = 0, corrects: UUID | None = None) -> Said:
    return Said(day, status, NOON + timedelta(minutes=minutes), uuid4(), corrects)


def test_not_known_is_an_answer_and_not_a_confirmation():
    assert not rules.is_confirmed("not_known")
    assert all(rules.is_confirmed(status) for status in ("home", "away", "elsewhere"))
    assert not rules.is_confirmed("")


def test_a_correction_holds_even_at_the_very_same_moment():
    first = said(date(2026, 11, 20), "home")
    second = said(date(2026, 11, 20), "away", corrects=first.id)
    for rows in ([first, second], [second, first]):
        assert rules.current_by_day(rows)[first.day].status == "away"


@given(st.lists(st.sampled_from(rules.DAYS), min_size=1, max_size=8), st.randoms())
def test_of_a_chain_of_corrections_the_last_one_holds(statuses, shuffle):
    chain: list[Said] = []
    for status in statuses:
        chain.append(said(date(2026, 11, 20), status, corrects=chain[-1].id if chain else None))
    rows = chain[:]
    shuffle.shuffle(rows)
    assert rules.current_by_day(rows) == {chain[0].day: chain[-1]}


@given(st.lists(st.tuples(st.integers(0, 5), st.integers(0, 90)), max_size=12))
def test_each_day_that_somebody_spoke_of_has_one_word_and_no_other_day_has_any(entries):
    rows = [said(date(2026, 11, 1) + timedelta(days=d), "home", minutes=m) for d, m in entries]
    holding = rules.current_by_day(rows)
    assert set(holding) == {row.day for row in rows}
    for day, row in holding.items():
        assert row.made_at == max(other.made_at for other in rows if other.day == day)


@pytest.mark.parametrize("asked", rules.WHILE_AWAY)
def test_a_nonminor_never_begins_as_missing(asked):
    assert rules.first_state(asked, nonminor=True) != rules.MISSING


@pytest.mark.parametrize("asked", rules.WHILE_AWAY)
def test_somebody_whose_age_is_not_known_here_never_begins_as_missing(asked):
    assert rules.first_state(asked, nonminor=None) != rules.MISSING


def test_a_minor_begins_as_the_worker_says():
    assert [rules.first_state(state, nonminor=False) for state in rules.WHILE_AWAY] == list(rules.WHILE_AWAY)


def test_no_state_turns_into_coming_home_by_itself():
    assert not any(rules.may_turn(state, rules.RETURNED) for state in rules.STATES)
    assert not any(rules.may_turn(rules.RETURNED, state) for state in rules.STATES)
    assert rules.may_turn(rules.CONCERN, rules.MISSING)
    assert not rules.may_turn(rules.MISSING, rules.MISSING)


def test_only_for_a_nonminor_called_missing_a_reason_is_asked():
    assert rules.needs_why(rules.MISSING, nonminor=True)
    assert not rules.needs_why(rules.MISSING, nonminor=False)
    assert not rules.needs_why(rules.AWAY_KNOWN, nonminor=True)


def test_trying_is_not_contact_and_an_answer_is():
    assert [code for code in ("C0", "C1", "C2", "C3", "C4", "C5", "C6") if rules.is_in_touch(code)] == [
        "C3",
        "C4",
        "C5",
        "C6",
    ]


@given(st.booleans(), st.booleans(), st.booleans())
def test_a_tap_that_nobody_acknowledged_is_never_reported(acknowledged, called, aside):
    tap = rules.TapSheet(
        uuid4(),
        uuid4(),
        rules.SCREEN,
        NOON,
        NOON,
        acknowledged_at=NOON if acknowledged else None,
        called_at=NOON if called else None,
        set_aside_at=NOON if aside else None,
    )
    assert tap.is_reported == acknowledged
    assert tap.is_waiting == (not acknowledged and not aside)


def test_an_entry_with_several_numbers_is_read_as_several():
    assert rules.phone_numbers("844-555-0100; 209-555-0101") == ("844-555-0100", "209-555-0101")
    assert rules.phone_numbers("") == ()
    assert rules.phone_numbers(" ; 844-555-0100 ;") == ("844-555-0100",)


def test_a_form_says_anew_what_is_set_and_differs():
    before = [("mon", "home"), ("tue", "away")]
    after = [("mon", "home"), ("tue", "home"), ("wed", "not_known"), ("thu", "")]
    assert rules.changed(before, after) == {"tue": "home", "wed": "not_known"}
    assert rules.changed(before, [("tue", "")]) == {}, "what is left empty takes nothing back"


PAIRS = st.dictionaries(st.integers(0, 4), st.sampled_from(("", *rules.DAYS)))


@given(PAIRS, PAIRS)
def test_a_form_that_is_sent_again_says_nothing_anew(before, after):
    new = rules.changed(tuple(before.items()), tuple(after.items()))
    assert rules.changed(tuple((before | new).items()), tuple(after.items())) == {}
    assert all(after[key] == value and before.get(key) != value for key, value in new.items())
