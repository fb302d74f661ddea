"""Pages that seldom show: what is said to whom, in whose language, and where one goes on from there."""

from __future__ import annotations

import re

import pytest

from porchlight.desks.team.social_worker import plan_words
from porchlight.project.stage import acting, in_house
from porchlight.safety import api as safety
from tests.messaging.household import make_household
from tests.pages.test_messages_pages import seen
from tests.support.client import team_browser, youth_browser


@pytest.fixture
def house(cast):
    return make_household(cast, beside=("CG", "ADV"))


def start_code(house) -> str:
    with team_browser(house.worker) as page:
        answer = page.send(f"/y/{house.youth}/start-code", page=f"/y/{house.youth}/team")
    return re.search(r"<code>([^<]+)</code>", answer.content.decode()).group(1)


def test_the_way_in_leads_past_what_the_way_out_cannot_do_and_nothing_is_stored_for_it(cast):
    with youth_browser() as page:
        front = page.text("/")
        assert '<a href="/n/1"' not in front
        assert '<a href="/n/13"' in front
        about = page.text("/n/13")
        assert "It is not a promise that nobody can see." in about
        assert about.count('href="/n/1"') == 2, "at the top for whoever knows it, and below"
        assert not page.client.cookies


def test_whoever_was_here_a_moment_ago_goes_straight_in(cast):
    with youth_browser() as page:
        assert '<a href="/n/1"' in page.text("/?w=1")


def test_somebody_inside_comes_back_to_their_own_page_from_there(cast):
    with youth_browser(cast.maya) as page:
        about = page.text("/n/13")
    assert 'href="/n/1"' not in about
    assert '<a class="button" data-tone="primary" href="/"' in about


def test_a_start_code_leads_to_where_five_words_are_made(cast, house):
    code = start_code(house)
    with youth_browser() as page:
        assert page.send("/n/1", words=code).headers["Location"] == "/n/19"
        assert page.get("/n/19").headers["Location"] == "/n/14"
        assert "Take your five words now." in page.text("/n/14")


def test_what_is_not_there_is_said_in_the_language_of_whoever_is_in(cast, house):
    with youth_browser(house.youth, accept="en") as page:
        page.send("/l", page="/", lang="es", back="/")
        text = page.get("/n/999").content.decode()
    assert "Aquí no hay nada" in text
    assert 'name="lang" value="en"' in text
    assert 'name="back" value="/"' in text, "the same page whatever was asked for"


def test_what_is_not_there_is_said_in_the_browsers_language_to_anybody_else(cast):
    with youth_browser(accept="es") as page:
        page.client.cookies["n"] = "of-nobody"
        assert "Aquí no hay nada" in page.get("/n/999").content.decode()


def test_an_invitation_that_is_over_says_whom_to_ask_and_leads_to_the_way_in(cast):
    with team_browser() as page:
        text = page.text("/i/gone")
    assert "Ask whoever gave it to you for a new one." in text
    assert 'href="/sign-in/"' in text


def test_a_call_is_told_to_the_young_person_as_what_somebody_wrote_down(cast, house):
    house.put_on_call(first=house.worker)
    with youth_browser(house.youth) as page:
        thread = page.send("/n/9", words="A later curfew").headers["Location"]
    with team_browser(house.worker) as page:
        address = f"/m/{thread.rsplit('/', 1)[1]}"
        page.text(address)
        assert page.send(f"{address}/called", page=address).status_code == 303
    with youth_browser(house.youth) as page:
        text = " ".join(seen(page, thread, house="youth").split())
    assert "wrote that you two talked by phone" in text
    assert "If that is not so, call, or write here." in text
    assert "555-" in text, "the number stays, should it not be so"
    assert "Not read yet" not in text


def test_the_plan_names_who_can_see_a_part_and_nobody_who_was_not_picked(cast, house):
    with in_house("youth"), acting(house.youth, youth=True) as by:
        safety.write_section(house.youth, key="safe", words="A door", together=False, seats=[house.worker.seat], by=by)
    with team_browser(house.worker) as page:
        text = " ".join(seen(page, f"/y/{house.youth}/plan", house="team").split())
    assert "Who can see this: Kit, you" in text
    assert "Kit, you, " not in text


def test_who_can_see_a_part_is_counted_where_names_are_not_known():
    from uuid import UUID

    ana, bo, cy = (UUID(int=number) for number in (1, 2, 3))
    assert plan_words.how_many("Kit", frozenset()) == "Kit and you"
    assert plan_words.how_many("Kit", {ana, safety.ON_CALL}) == "Kit, you, and 2 more whom they picked"
    named = plan_words.by_name("Kit", {ana, bo, cy, safety.ON_CALL}, {ana: "Ana", bo: "Bo"}, me=bo)
    assert named == "Kit, you, Ana, whoever is on call at night"
