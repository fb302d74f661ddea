"""What is said above a form that needs another look: in the order of its fields, and nothing that is not so."""

from __future__ import annotations

import re

import pytest

from tests.messaging.household import make_household
from tests.support.client import team_browser, youth_browser

LINK = re.compile(r'<li><a href="#(field-[^"]+)">')
ABOUT_ONE = ("agreed", "bed", "contact", "days/afresh", "harm-mark", "home", "messages", "needs/new", "promises/new")


@pytest.fixture(scope="module")
def house(cast):
    return make_household(cast)


def in_order(html: str) -> bool:
    """Whether every line of the summary leads to a field of the page, one below the other."""
    places = [html.find(f'id="{field}"') for field in LINK.findall(html)]
    return bool(places) and -1 not in places and places == sorted(places)


@pytest.mark.parametrize("place", ABOUT_ONE)
def test_an_empty_form_is_answered_in_the_order_of_its_fields(house, place):
    with team_browser(house.worker) as page:
        answer = page.send(f"/y/{house.youth}/{place}", page=f"/y/{house.youth}/{place.removesuffix('/afresh')}")
    assert answer.status_code == 422
    assert in_order(answer.content.decode())


@pytest.mark.parametrize("place", ["/y/new", "/rota"])
def test_so_is_one_that_is_about_nobody_yet(house, place):
    with team_browser(house.worker) as page:
        answer = page.send(place)
    assert answer.status_code == 422
    assert in_order(answer.content.decode())


def test_words_that_open_nothing_are_not_shown_again_and_the_page_does_not_say_that_they_are_kept(house):
    with youth_browser() as page:
        html = page.send("/n/1", words="lamp river stone cloud bread").content.decode()
    assert "Check each word" in html
    assert "river" not in html
    assert "is lost" not in html


@pytest.mark.parametrize(("email", "said"), [("nobody@county.example", ""), ("", "Please type your e-mail.")])
def test_neither_does_the_way_in_of_the_team(house, email, said):
    with team_browser() as page:
        html = page.send("/sign-in/", email=email, password="not the right one at all").content.decode()
    assert said in html
    assert 'class="errors"' in html
    assert "not the right one" not in html
    assert "is lost" not in html
