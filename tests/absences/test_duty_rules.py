"""When a notice may go out, and when a duty is done."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from porchlight.absences import duty_rules as rules
from porchlight.kernel.county import read_county

COUNTY = read_county("sample", on=date(2026, 11, 20))
QUESTIONS = ("court_limited", "part_of_harm")
AT = datetime(2026, 11, 20, 20, tzinfo=UTC)


@pytest.mark.parametrize(("first", "second"), list(product((None, *rules.ANSWERS), repeat=2)))
def test_a_notice_goes_out_only_after_two_noes_or_a_review(first, second):
    answers = [(question, said) for question, said in zip(QUESTIONS, (first, second), strict=True) if said]
    gate = rules.gate(QUESTIONS, answers, [])
    assert gate.may_send == (first == second == "no")
    assert gate.on_hold == bool({first, second} & set(rules.DOUBTS))
    reviewed = rules.gate(QUESTIONS, answers, [rules.SEND])
    assert reviewed.may_send == (first is not None and second is not None)
    held = rules.gate(QUESTIONS, answers, [rules.HOLD_BACK])
    assert held.may_send == (first == second == "no")


@given(st.lists(st.tuples(st.sampled_from(QUESTIONS), st.sampled_from(rules.ANSWERS)), max_size=8))
def test_no_later_answer_lifts_a_doubt(answers):
    doubted = any(answer in rules.DOUBTS for _, answer in answers)
    calm = [*answers, *((question, "no") for question in QUESTIONS)]
    assert rules.gate(QUESTIONS, calm, []).on_hold == doubted


def test_the_latest_review_counts():
    gate = rules.gate(QUESTIONS, [("part_of_harm", "yes"), ("court_limited", "no")], [rules.SEND, rules.HOLD_BACK])
    assert gate.verdict == rules.HOLD_BACK
    assert not gate.may_send
    assert gate.may_withhold


@pytest.mark.parametrize(("first", "second"), list(product((None, *rules.ANSWERS), repeat=2)))
@pytest.mark.parametrize("verdicts", [[], [rules.SEND], [rules.HOLD_BACK]])
def test_a_notice_is_withheld_after_its_questions_and_a_doubt_waits_for_a_review(first, second, verdicts):
    answers = [(question, said) for question, said in zip(QUESTIONS, (first, second), strict=True) if said]
    doubted = bool({first, second} & set(rules.DOUBTS))
    gate = rules.gate(QUESTIONS, answers, verdicts)
    assert gate.may_withhold == (first is not None and second is not None and (not doubted or bool(verdicts)))


def test_what_is_no_review_counts_as_none():
    gate = rules.gate(QUESTIONS, [("part_of_harm", "yes"), ("court_limited", "no")], [rules.SEND, rules.LATE, ""])
    assert gate.verdict == rules.SEND
    assert rules.gate(QUESTIONS, [("part_of_harm", "yes")], [rules.DONE]).on_hold


@pytest.mark.parametrize("minutes", [-600, -10, 10])
def test_a_duty_on_hold_is_said_to_be_so_whether_late_or_not(minutes):
    at = AT + timedelta(minutes=minutes)
    assert rules.duty_state(due=AT, kinds=[rules.LATE], on_hold=True, at=at) == "hold"


def test_a_duty_without_questions_is_never_held():
    assert rules.gate((), (), ()).may_send


@given(st.integers(-3000, 3000))
def test_a_duty_is_late_only_after_its_minute(minutes):
    at = AT + timedelta(minutes=minutes)
    assert rules.is_late(AT, at=at) == (minutes > 0)
    state = rules.duty_state(due=AT, kinds=[], on_hold=False, at=at)
    assert state == ("late" if minutes > 0 else "soon" if minutes >= -360 else "open")


def test_done_withheld_and_nobody_settle_a_duty_and_a_late_word_does_not():
    assert all(rules.is_settled([kind]) for kind in rules.SETTLING)
    assert not rules.is_settled([rules.LATE, rules.SEND, rules.HOLD_BACK])
    assert rules.duty_state(due=AT, kinds=[rules.LATE, rules.DONE], on_hold=True, at=AT) == "done"


def test_notices_are_counted_over_those_whom_somebody_is_there_to_get():
    duties = [
        ("missing.le_report", [rules.DONE]),
        ("missing.notice.parent", [rules.DONE]),
        ("missing.notice.court", [rules.WITHHELD]),
        ("missing.notice.tribe", [rules.NOBODY]),
        ("missing.notice.casa", [rules.LATE]),
    ]
    assert rules.count_notices(duties) == rules.Notices(done=2, owed=3, nobody=1)


def test_every_field_that_the_rule_pack_asks_for_is_asked():
    rule = COUNTY.rule("missing.le_report")
    assert rules.missing_fields(rule, {"agency": "x", "officer": " ", "time": "9"}) == ("case_number", "officer")
    assert rules.missing_fields(rule, dict.fromkeys(rule.evidence, "x")) == ()


def test_what_belongs_to_another_category_is_never_asked_here():
    asked = {field for rule in COUNTY.rules.values() for field in rules.fields_of(rule)}
    assert not asked & rules.ELSEWHERE
    assert rules.fields_of(COUNTY.rule("return.conversation")) == ("done_when",)
    assert rules.fields_of(COUNTY.rule("return.cse_screen")) == ("date",)


def test_a_duty_that_comes_again_has_a_next_time_after_every_moment():
    rule = COUNTY.rule("missing.recheck")
    seen = AT
    for _ in range(12):
        coming = rules.next_due(rule, start=AT, after=seen, county=COUNTY)
        assert coming is not None
        assert coming > seen
        seen = coming


def test_a_duty_that_comes_once_has_no_next_time():
    assert rules.next_due(COUNTY.rule("missing.le_report"), start=AT, after=AT, county=COUNTY) is None
