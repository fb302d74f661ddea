"""How they came home, read kindly; and a talk in which nobody is asked twice."""

from __future__ import annotations

import pytest

from porchlight.absences.return_rules import (
    CALL_NOW,
    NOT_A_WAY_HOME,
    NOT_HELP_SEEKING,
    OUTPUTS,
    URGENT,
    Answer,
    needs_a_call,
    sought_help,
    still_to_ask,
)
from porchlight.kernel.coded import coded


def test_every_way_that_the_list_calls_help_seeking_counts_as_that():
    for way in coded("ways_back"):
        if way.tag == "help_seeking":
            assert sought_help(way.code), way.en


@pytest.mark.parametrize("unknown", ["", "other", "not_said", "not_sure"])
def test_where_nobody_knows_how_they_came_they_get_the_kinder_reading(unknown):
    assert sought_help(unknown)


@pytest.mark.parametrize("way", sorted(NOT_HELP_SEEKING))
def test_being_brought_is_no_fault_and_no_help_seeking(way):
    assert way in coded("ways_back")
    assert not sought_help(way)


def test_a_record_that_was_closed_is_not_a_coming_home():
    assert {"W12"} == NOT_A_WAY_HOME


def test_only_what_may_need_a_nurse_at_once_shows_the_number():
    assert set(URGENT) > CALL_NOW
    assert needs_a_call(("hungry", "injury"))
    assert needs_a_call(("withdrawal",))
    assert not needs_a_call(("hungry", "exhausted", "frightened", "none_seen", "unsure"))
    assert not needs_a_call(())


def test_the_four_outputs_are_those_of_the_duty_in_the_rule_pack():
    from datetime import date

    from porchlight.kernel.county import read_county

    county = read_county("california", on=date(2026, 11, 22))
    assert county.rule("return.conversation").evidence == OUTPUTS


def test_whoever_answered_or_declined_is_not_asked_again():
    answers = {"why_they_left": Answer.ANSWERED, "time_away": Answer.DECLINED}
    assert still_to_ask(answers) == ("what_the_home_changes", "possible_harm")
    assert still_to_ask(dict.fromkeys(OUTPUTS, Answer.THEY_ASKED_TO_WAIT)) == OUTPUTS


def test_not_asked_always_says_why():
    reasons = [answer for answer in Answer if answer.startswith("not_asked")]
    assert len(reasons) == len(Answer) - 2
    assert all(answer.removeprefix("not_asked_") for answer in reasons)
