"""The foot names who has not ratified; the page behind it says what that means, and no more than the record carries."""

from __future__ import annotations

from datetime import timedelta

import pytest

from porchlight.desks.team.leadership.days import on_day
from porchlight.kernel import clock
from tests.adoption.drafts import answers, closed, draft, in_force
from tests.support.client import team_browser

MEANS = "At the foot of each page, “not ratified by” means: no yes from them so far."
NOT_A_NO = "No answer yet is not a no."


def in_days(many: int):
    return clock.county_time(clock.now()).date() + timedelta(days=many)


def page_of(county) -> str:
    with team_browser(county["services.worker"]) as worker:
        return worker.text("/harm-reduction")


def test_s16a_a_newcomer_reads_that_agencies_without_an_answer_have_until_a_day(county):
    closed(county, answers_by=in_days(5))
    assert f"{MEANS} Agencies without an answer have until {on_day(in_days(5))}. {NOT_A_NO}" in page_of(county)


def test_where_no_day_was_named_none_is_promised(county):
    closed(county)
    assert f"{MEANS} Agencies without an answer have time: no day is set. {NOT_A_NO}" in page_of(county)


def test_once_the_day_is_over_the_page_says_so_and_that_an_answer_counts(county):
    closed(county, answers_by=in_days(1))
    with clock.standing_still(clock.now() + timedelta(days=3)):
        page = page_of(county)
        assert f"The day for answers was {on_day(in_days(-2))}. An answer counts after it, too. {NOT_A_NO}" in page


def test_where_all_have_answered_and_one_did_not_say_yes_nobody_is_said_to_be_waited_for(county):
    version = closed(county)
    answers(county, version, services="ratifies", probation="ratifies", advocates="dissents")
    page = page_of(county)
    assert f"{MEANS} Each agency that was asked has answered. What each one said stands below." in page
    assert NOT_A_NO not in page


def test_where_all_said_yes_there_is_nothing_to_explain(county):
    version = closed(county)
    answers(county, version, services="ratifies", probation="ratifies", advocates="ratifies")
    assert MEANS not in page_of(county)


def test_an_agency_that_answered_unasked_is_not_in_the_foot_and_is_not_explained(county):
    version = closed(county, asked=("services",))
    answers(county, version, services="ratifies", advocates="dissents")
    assert MEANS not in page_of(county)


@pytest.mark.parametrize("make", [draft, in_force])
def test_of_a_draft_and_of_a_text_in_force_the_foot_says_nothing_of_the_kind(county, make):
    make(county)
    assert MEANS not in page_of(county)
