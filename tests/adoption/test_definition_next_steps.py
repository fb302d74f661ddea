"""Whoever is asked for something reads it on their first page, and nobody else does."""

from __future__ import annotations

from datetime import timedelta

from porchlight.adoption.definition import api as definition
from porchlight.adoption.front import api as front
from porchlight.adoption.ground.api import case_free
from porchlight.kernel import clock
from porchlight.policy.api import Office
from tests.adoption.counties import add_person
from tests.adoption.drafts import answers, closed, draft, in_force, wordings
from tests.adoption.test_definition_drafting import comment, comments
from tests.support.client import team_browser


def steps(county, who: str) -> list[str]:
    with county.by(who) as visit:
        return [one.step for one in front.what_waits(by=visit).steps]


def first_page(county, who: str) -> str:
    with team_browser(county[who]) as browser:
        return browser.text("/")


def test_before_anything_is_written_a_chair_begins_and_a_lead_says_how_the_agency_puts_it(county):
    assert steps(county, "chair") == ["begin"]
    assert steps(county, "services.lead") == ["wording"]
    assert steps(county, "services.signatory") == ["wording"]
    assert "a draft is yours to open" in first_page(county, "chair")
    assert "Your agency has not written yet what harm reduction means to it." in first_page(county, "services.lead")


def test_an_agency_that_said_how_it_puts_it_is_asked_no_more(county):
    wordings(county)
    assert steps(county, "services.lead") == []
    assert "Your agency has not written yet" not in first_page(county, "services.lead")


def test_a_comment_waits_for_the_chair_until_it_has_an_answer(county):
    wordings(county)
    version = draft(county)
    comment(county, version, "services.worker")
    assert steps(county, "chair") == ["comments"]
    assert "1 comment has no answer yet." in first_page(county, "chair")
    assert "has no answer yet" not in first_page(county, "services.lead")
    (row,) = comments(county, version)
    with county.by("chair") as chair:
        definition.reply(version, row=row.id, is_taken=True, words=case_free("Yes.", by=chair), by=chair)
    assert steps(county, "chair") == []


def test_a_signatory_is_asked_until_the_agency_has_answered_and_then_the_chair_may_declare(county):
    version = closed(county, asked=("services",))
    assert steps(county, "services.signatory") == ["answer"]
    assert steps(county, "probation.signatory") == []
    assert steps(county, "chair") == []
    assert "You sign for it." in first_page(county, "services.signatory")
    answers(county, version, services="ratifies")
    assert steps(county, "services.signatory") == []
    assert steps(county, "chair") == ["force"]
    with county.by("chair") as chair:
        definition.come_in_force(version, by=chair)
    assert steps(county, "chair") == []


def test_a_lead_reads_that_nobody_signs_for_the_agency(cast, county):
    lead = add_person(cast, county, "other.lead", agency="committee", office=Office.LEAD)
    closed(county, asked=("committee", "services"))
    assert lead.agency == county.agencies["committee"]
    assert steps(county, "other.lead") == ["name_signatory"]
    assert "No one signs for it yet: you can name somebody." in first_page(county, "other.lead")
    add_person(cast, county, "other.signatory", agency="committee", office=Office.SIGNATORY)
    assert steps(county, "other.lead") == []
    assert steps(county, "services.lead") == [], "somebody signs for theirs"


def test_a_year_later_the_chair_is_told_of_the_review(county):
    in_force(county)
    assert steps(county, "chair") == []
    with clock.standing_still(clock.now() + timedelta(days=366)):
        assert steps(county, "chair") == ["review"]


def test_who_holds_no_such_office_is_asked_nothing(county):
    assert steps(county, "services.worker") == []
    page = first_page(county, "services.worker")
    assert "One definition" not in page.partition("<main")[2].partition("</main>")[0]


def test_a_hat_that_no_team_takes_in_reads_of_its_own_work_and_of_no_list_of_young_people(county):
    page = first_page(county, "member")
    assert "Nobody yet" not in page
    assert "What waits for you" in page
    assert 'href="/practice"' in page.partition("<main")[2]
    assert "Nobody yet" in first_page(county, "services.worker")
