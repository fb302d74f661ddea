"""My code word on "I'm not safe": the number first, who gets it beforehand, one tap, a receipt that is true."""

from __future__ import annotations

import re

import pytest

from tests.lints.grade import too_hard
from tests.lints.visible import visible_blocks
from tests.messaging.household import make_household
from tests.pages.test_messages_pages import NAMES, seen
from tests.support.client import team_browser, youth_browser

BUTTON = 'action="/n/3"'


@pytest.fixture
def house(cast):
    return make_household(cast)


def sets(page, *seats, words="Blue umbrella"):
    return page.send("/n/21", words=words, seats=[str(seat) for seat in seats], do="send")


def test_somebody_who_did_not_come_in_meets_numbers_and_no_code_word(cast, house):
    with youth_browser() as page:
        text = seen(page, "/n/3", house="youth")
    assert "This page sends nothing and tells nobody." in text
    assert "911" in text
    assert "code word" not in text


def test_without_a_word_there_is_a_way_to_set_one_and_no_button(cast, house):
    with youth_browser(house.youth) as page:
        html = page.text("/n/3")
        assert "Set my code word" in html
        assert BUTTON not in html
        assert "Write a word" in sets(page, cast["ADV"].seat, words=" ").content.decode()
        nobody = sets(page)
        assert nobody.status_code == 422
        assert "Pick who gets it" in nobody.content.decode()
        assert "Blue umbrella" in nobody.content.decode()
        assert str(cast["LE"].seat) not in page.text("/n/21")


def test_before_the_tap_the_page_says_who_is_told_and_whether_police_can_come(cast, house):
    house.put_on_call(first=house.ana)
    with youth_browser(house.youth) as page:
        assert sets(page, cast["ADV"].seat).headers["Location"] == "/n/3"
        html = page.text("/n/3")
        before = html[: html.index(BUTTON)]
        assert "Adv Person, the people on call at your agency" in before
        assert "We never send police." in before
        assert "Then police can come." in before
        assert before.index("555-0142") < before.index("Who gets your word:")
        assert "Blue umbrella" not in html
        assert "Blue umbrella" in page.text("/n/21")


def test_one_tap_asks_nothing_else_and_the_receipt_is_true(cast, house):
    house.put_on_call(first=house.ana)
    with youth_browser(house.youth) as page:
        sets(page, house.worker.seat)
        assert page.send("/n/3").headers["Location"] == "/n/20"
        text = seen(page, "/n/20", house="youth")
        assert text.index("555-0142") < text.index("Nobody has read this yet. If you can, call.")
        assert text.count("Nobody has read this yet.") == 2
    with team_browser(house.worker) as page:
        first = page.text("/")
        assert "sent their code word: not safe" in first
        thread = re.search(r'href="(/m/[^"]+)"', first).group(1)
        text = seen(page, thread, house="team")
        assert "It means: I am not safe." in text
        assert "Blue umbrella" in text
    with youth_browser(house.youth) as page:
        text = seen(page, "/n/20", house="youth")
        assert "Wren read it" in text
        assert text.count("Nobody has read this yet.") == 1


def test_with_nobody_to_open_it_there_is_no_button_and_a_late_tap_says_that_nothing_went(cast, house):
    from porchlight.project.stage import acting, in_house
    from porchlight.teams import api as teams

    with youth_browser(house.youth) as page:
        sets(page, house.worker.seat)
    with in_house("team"), acting(house.worker.seat) as worker:
        (line,) = [one.line for one in teams.team_of(house.youth, by=worker) if one.seat == house.worker.seat]
        teams.leave_team(house.youth, line=line, by=worker)
    with youth_browser(house.youth) as page:
        text = seen(page, "/n/3", house="youth")
        assert "there is no button" in text
        assert "the desk" in text
        answer = page.send("/n/3")
        assert answer.status_code == 422
        assert "we sent nothing" in answer.content.decode()
        assert page.get("/n/20").headers["Location"] == "/n/3"


def test_they_can_have_no_code_word_any_more(cast, house):
    with youth_browser(house.youth) as page:
        sets(page, cast["ADV"].seat)
        page.send("/n/21", do="discard")
        assert "Set my code word" in page.text("/n/3")
        assert "Blue umbrella" not in page.text("/n/21")


def test_in_spanish_too(cast, house):
    house.put_on_call(first=house.ana)
    with youth_browser(house.youth, accept="es") as page:
        sets(page, cast["ADV"].seat)
        text = "\n".join(visible_blocks(page.text("/n/3")))
        assert too_hard(text, "es", names=NAMES) == []
        assert "Mi palabra clave" in text
        assert "Nunca mandamos a la policía." in text
