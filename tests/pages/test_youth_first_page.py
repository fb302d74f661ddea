"""The young person's first page: their lawyer, and addresses that tell nothing."""

from __future__ import annotations

import re

import pytest

from porchlight.policy.api import doors
from porchlight.project import desks
from tests.lints.tree import read_page
from tests.messaging.household import make_household
from tests.pages.test_messages_pages import seen
from tests.support.client import youth_browser

PART = re.compile(r"[a-z]?|\d+|<\w+:\w+>")  # one letter, a number, or what the address is about
QUERY = re.compile(r"\?(l=\w\w|k=1|w=\d|to=[0-9a-f-]{36})")


def test_the_young_persons_lawyer_stands_on_the_first_page_with_a_number_to_call(cast):
    house = make_household(cast, beside=("ATT", "CASA"))
    with youth_browser(house.youth) as page:
        text = seen(page, "/", house="youth")
        html = page.text("/")
        assert "My lawyer, Att Person Call 555-0101" in " ".join(text.split())
        assert html.count("My lawyer") == 1
        assert 'href="tel:5550101"' in html
        assert "No lawyer is on your team" not in page.text("/n/5")


def test_with_no_lawyer_on_the_team_the_page_says_how_to_ask_and_invents_no_number(cast):
    house = make_household(cast, beside=("ADV", "CASA"))
    with youth_browser(house.youth) as page:
        text = " ".join(seen(page, "/", house="youth").split())
        assert "My lawyer How to ask who that is" in text
        assert 'href="tel:' not in page.text("/")
        assert "You can ask your worker, or ask at court" in seen(page, "/n/5", house="youth")


def test_before_coming_in_nothing_hints_at_a_lawyer(cast):
    with youth_browser() as page:
        assert "lawyer" not in page.text("/")


def test_the_house_says_in_one_tap_on_its_first_page_what_comes_first(cast):
    with youth_browser(cast.dee) as page:
        links = [link.attributes["href"] for link in read_page(page.text("/")).all("a")]
    here = [link for link in links if link.startswith("/n/")]
    assert here[:5] == ["/n/3", "/n/2", "/n/7", "/n/8", "/n/9"]


def test_no_address_of_this_house_carries_a_word():
    desks.load("youth")
    routes = [door.route for door in doors("youth") if door.route != "healthz"]
    assert len(routes) > 30
    assert [route for route in routes if not all(PART.fullmatch(part) for part in route.split("/"))] == []


@pytest.mark.parametrize("address", ["/", "/n/4", "/n/5", "/n/6", "/n/10", "/n/14", "/n/15", "/n/3"])
def test_no_link_of_its_pages_carries_one_either(cast, address):
    with youth_browser(cast.maya) as page:
        html = page.text(address)
    links = [link.attributes.get("href", "") for link in read_page(html).all("a")]
    places = [form.attributes.get("action", "") for form in read_page(html).all("form")]
    for link in [*links, *places]:
        if link.startswith(("tel:", "sms:", "#")):
            continue
        path, query = re.fullmatch(r"([^?]*)(\?.*)?", link).groups()
        assert all(PART.fullmatch(part) or len(part) == 36 for part in path.split("/")), link
        assert not query or QUERY.fullmatch(query), link


def test_each_person_stands_once_on_my_people_also_while_on_call(cast):
    house = make_household(cast, beside=("ADV",))
    house.put_on_call(first=house.worker)
    with youth_browser(house.youth) as page:
        page.send("/n/8", words="")
        text = seen(page, "/n/5", house="youth")
        assert "my worker" in text
        options = re.findall(r'name="seats" value="([^"]+)"', page.text("/n/4/1"))
    assert options.count(str(house.worker.seat)) == 1


def test_the_way_to_somebody_to_call_stands_at_the_foot_of_every_other_page(cast):
    with youth_browser(cast.maya) as page:
        for address in ("/n/1", "/n/4", "/n/7", "/n/13", "/n/21"):
            html = page.text(address)
            assert 'href="/n/3"' in html[html.index("</main>") :], address
