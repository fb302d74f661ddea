"""The pages on which people write to one another, as both of them see them."""

from __future__ import annotations

import re
from html import unescape
from uuid import uuid4

import pytest

from tests.lints.grade import too_hard
from tests.lints.html import inspect
from tests.lints.visible import visible_blocks
from tests.lints.words import check_words
from tests.messaging.household import make_household
from tests.support.client import team_browser, youth_browser
from tests.support.statements import statements

MOST = 12
PEOPLE = ("Kit", "Ana", "Sam", "Lee", "Lou", "Wren", "Adv Person", "Bh Person", "Cg Person", "Le Person")
NAMES = (*PEOPLE, "Sample County")


@pytest.fixture
def house(cast):
    return make_household(cast)


def seen(page, address: str, *, house: str) -> str:
    """The page's visible text; on the way it is cheap, whole, kind and easy enough."""
    with statements() as sent:
        answer = page.get(address)
    assert answer.status_code == 200, address
    assert len(sent) <= MOST, (address, len(sent), sent)
    html = answer.content.decode()
    found = inspect(html, house=house, path=address)
    assert [one for one in found if "planted" not in one.said] == []  # another test plants texts in the county's lines
    text = "\n".join(visible_blocks(html))
    assert check_words(text, house=house, path=address) == []
    if house == "youth":
        assert too_hard(text, "en", names=NAMES) == []
    return unescape(text)


def test_a_young_person_sees_who_is_with_them_and_writes_to_one(cast, house):
    with youth_browser(house.youth) as page:
        text = seen(page, "/n/5", house="youth")
        assert "Adv Person" in text
        assert "my advocate" in text
        assert "555-0101" in text
        advocate = cast["ADV"].seat
        before = seen(page, f"/n/6?to={advocate}", house="youth")
        assert "What I must pass on: only if you or someone else could get hurt now. Not where you are." in before
        assert "you and Adv Person, no one else" in before
        answer = page.send("/n/6", page=f"/n/6?to={advocate}", to=advocate, words="Hello there.")
        thread = answer.headers["Location"]
        assert "Nobody has read this yet." in seen(page, thread, house="youth")
        assert "Not read yet" in seen(page, "/n/6", house="youth")
        assert page.get(f"/n/6?to={advocate}").headers["Location"] == thread
    with team_browser(cast["ADV"]) as page:
        assert "A young person who writes with you wrote to you" in page.text("/")
        text = seen(page, f"/m/{thread.rsplit('/', 1)[1]}", house="team")
        assert "Hello there." in text
        assert "only that they or someone else could get hurt now" in text
        assert page.send(f"/m/{thread.rsplit('/', 1)[1]}", words="Good to hear you.").status_code == 303
        assert f"/m/{thread.rsplit('/', 1)[1]}" not in page.text("/")
    with youth_browser(house.youth) as page:
        text = seen(page, thread, house="youth")
        assert "Adv Person read it" in text
        assert "Good to hear you." in text


def test_what_was_typed_too_short_is_asked_for_again_and_nothing_is_lost(cast, house):
    with youth_browser(house.youth) as page:
        answer = page.send("/n/6", page=f"/n/6?to={cast['BH'].seat}", to=cast["BH"].seat, words="  ")
        assert answer.status_code == 422
        assert "Write a line" in answer.content.decode()
        answer = page.send("/n/7", words="I ate well")
        assert answer.status_code == 422
        assert "I ate well" in answer.content.decode()
        assert "Pick who gets it" in answer.content.decode()


def test_somebody_who_left_is_not_offered_and_their_thread_has_no_button(cast, house):
    from porchlight.project.stage import acting, in_house
    from porchlight.teams import api as teams

    with youth_browser(house.youth) as page:
        thread = page.send("/n/6", page=f"/n/6?to={cast['BH'].seat}", to=cast["BH"].seat, words="Hi.").headers[
            "Location"
        ]
        once = re.search(r'name="once" value="([^"]+)"', page.text(thread)).group(1)
    with in_house("team"), acting(house.worker.seat) as worker:
        line = next(one.line for one in teams.team_of(house.youth, by=worker) if one.seat == cast["BH"].seat)
        teams.leave_team(house.youth, line=line, by=worker)
    with youth_browser(house.youth) as page:
        text = page.text(thread)
        assert "not on your team any more" in unescape(text)
        assert "<textarea" not in text
        assert str(cast["BH"].seat) not in page.text("/n/6")
        once = re.search(r'name="once" value="([^"]+)"', text).group(1)
        answer = page.client.post(thread, {"once": once, "words": "Are you gone?"})
        assert answer.status_code == 422
        assert "Are you gone?" in answer.content.decode()
        assert "We did not send this" in answer.content.decode()


def test_i_am_ok_says_before_sending_who_gets_it_and_that_no_place_is_sent(cast, house):
    with youth_browser(house.youth) as page:
        text = seen(page, "/n/7", house="youth")
        assert "No place is sent." in text
        assert "We can't say when." in text
        assert "Your county does not ask us to pass it on." in text
        assert "555-0101" in text
        picked = re.findall(r"<input[^>]* checked>", page.text("/n/7"))
        assert len(picked) == 1  # that today does not count
        assert 'name="today" value=""' in picked[0]
        answer = page.send("/n/7", seats=[str(cast["ADV"].seat)], words="")
        assert "I'm OK" in seen(page, answer.headers["Location"], house="youth")
        answer = page.send("/n/7", seats=[str(cast["ADV"].seat), str(cast["CG"].seat)], words="", tell="yes")
        assert answer.headers["Location"] == "/n/6"
    with team_browser(cast["ADV"]) as page:
        assert "is OK" in page.text("/")
    with team_browser(house.worker) as page:
        young = page.text(f"/y/{house.youth}/")
        assert "In touch on" in young
        assert "is OK" not in page.text("/")


def test_where_the_county_passes_a_check_in_on_the_page_says_so_first(cast, house, monkeypatch):
    from porchlight.messaging import county

    monkeypatch.setattr(county, "passes_on", lambda: True)
    with youth_browser(house.youth) as page:
        text = seen(page, "/n/7", house="youth")
        assert "Your county says Wren must get it too, with your words." in text
        assert "does not ask us to pass it on" not in text
        page.send("/n/7", seats=[str(cast["ADV"].seat)], words="Fine.")
    with team_browser(house.worker) as page:
        assert "Kit is OK" in page.text("/")


def test_staff_write_first_from_the_young_persons_page(cast, house):
    with team_browser(cast["CG"]) as page:
        address = f"/y/{house.youth}/messages"
        assert address in page.text(f"/y/{house.youth}/")
        assert "Write to" in seen(page, address, house="team")
        answer = page.send(address, words="Soup is on the stove.")
        assert answer.status_code == 303
        assert "<textarea" not in page.text(address)
    with youth_browser(house.youth) as page:
        assert "Cg Person wrote last" in seen(page, "/n/6", house="youth")


def test_an_outsider_and_a_neighbour_find_the_same_nothing(cast, house):
    with youth_browser(house.youth) as page:
        thread = (
            page.send("/n/6", page=f"/n/6?to={cast['BH'].seat}", to=cast["BH"].seat, words="Hi.")
            .headers["Location"]
            .rsplit("/", 1)[1]
        )
    nowhere = f"/m/{uuid4()}"
    for member in (cast.quinn, cast["ADV"], house.worker, house.lead):
        with team_browser(member) as page:
            there = page.get(f"/m/{thread}")
            assert there.status_code == 404
            assert there.content == page.get(nowhere).content
            assert page.send(f"/m/{thread}", page="/seat", words="x").status_code == 404
    with team_browser(cast.quinn) as page:
        for address in ("messages", "backup"):
            assert page.get(f"/y/{house.youth}/{address}").status_code == 404
    with youth_browser(cast.dee) as page:
        assert page.get(f"/n/6/{thread}").status_code == 404
