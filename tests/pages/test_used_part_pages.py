"""I used this: one tap on a part of my plan, without a script, said beforehand who sees it."""

from __future__ import annotations

import re

import pytest

from tests.needs.making import as_seat, young_person
from tests.pages.looking import looked_at, statements
from tests.safety.using import days_ago, seen_by, seen_by_them, used, wrote
from tests.support.client import team_browser, youth_browser

STAY = "3"  # what helps me stay: the third part


@pytest.fixture
def youth(cast):
    return young_person(cast)


def test_one_tap_says_it_and_another_takes_it_back(cast, youth):
    part = wrote(youth, seats=[cast["SW"]])
    with youth_browser(youth) as page:
        assert "I used this" in page.text("/n/4")
        sent = page.send("/n/4", used=STAY)
        assert (sent.status_code, sent.headers["Location"]) == (303, "/n/4#p3")
        shown = page.text("/n/4")
        assert "You used this today." in shown
        assert 'id="p3"' in shown
    assert [one for one, _ in seen_by(cast["SW"], youth)] == [part]
    with youth_browser(youth) as page:
        page.send("/n/4", undo=STAY)
        assert "You used this today." not in page.text("/n/4")
    assert seen_by(cast["SW"], youth) == []


def test_who_sees_it_stands_before_the_first_button(youth):
    wrote(youth)
    with youth_browser(youth) as page:
        shown = page.text("/n/4")
    said = shown.index("People who can see the part can then see that you used it, and on which day.")
    assert said < shown.index('name="used"')


def test_without_a_part_in_their_words_nothing_is_said_of_using_one(cast, youth):
    from porchlight.safety import api as safety

    with as_seat(cast["SW"]) as sw:
        safety.write_section(youth, key="signs", words="It gets loud.", together=False, seats=[], by=sw)
    with youth_browser(youth) as page:
        shown = page.text("/n/4")
    assert "It gets loud." in shown
    assert "used" not in shown


def test_yesterdays_tap_leaves_room_for_todays(youth):
    part = wrote(youth)
    with days_ago(1):
        used(youth, part)
    with youth_browser(youth) as page:
        shown = page.text("/n/4")
    assert "You used this today." not in shown
    assert 'name="used"' in shown


def test_there_is_one_button_for_each_part_in_their_words_and_none_for_one_that_staff_wrote(cast, youth):
    from porchlight.safety import api as safety

    wrote(youth, "stay")
    wrote(youth, "back")
    with as_seat(cast["SW"]) as sw:
        safety.write_section(youth, key="signs", words="It gets loud.", together=False, seats=[], by=sw)
    with youth_browser(youth) as page:
        shown = page.text("/n/4")
        assert "It gets loud." in shown
        assert re.findall(r'name="used" value="(\d+)"', shown) == ["11", "3"]
        sent = page.send("/n/4", used="2")
        assert sent.status_code == 422
        assert "That part is not in your own words." in sent.content.decode()
    assert seen_by_them(youth) == []


def test_a_part_that_does_not_exist_leads_back_to_the_plan(youth):
    with youth_browser(youth) as page:
        assert page.send("/n/4", used=STAY).headers["Location"] == "/n/4"
    wrote(youth)
    with youth_browser(youth) as page:
        assert page.send("/n/4", used="99").headers["Location"] == "/n/4"
    assert seen_by_them(youth) == []


def test_the_language_of_the_address_goes_along(youth):
    wrote(youth)
    with youth_browser(youth) as page:
        sent = page.send("/n/4?l=es", page="/n/4", used=STAY)
        assert sent.headers["Location"] == "/n/4?l=es#p3"


@pytest.mark.parametrize("accept", ["en", "es"])
def test_a_whole_plan_passes_the_lints_and_costs_little(cast, youth, accept):
    from porchlight.safety import api as safety

    for key in safety.KEYS:
        part = wrote(youth, key, seats=[cast["SW"]])
    used(youth, part)
    with youth_browser(youth, accept=accept) as page, statements() as asked:
        html = looked_at(page.text("/n/4"), house="youth", address="/n/4", simple=accept == "en")
    assert ("Usaste esto hoy." if accept == "es" else "You used this today.") in html
    assert len(asked) <= 12, [one[:90] for one in asked]
    assert html.count('name="used"') == len(safety.KEYS) - 1
    assert html.count('name="undo"') == 1


def test_somebody_else_finds_nothing_of_it(cast, youth):
    part = wrote(youth, seats=[cast["SW"]])
    used(youth, part)
    with youth_browser(young_person(cast)) as page:
        assert page.send("/n/4", undo=STAY).status_code == 303
    assert [one for one, _ in seen_by_them(youth)] == [part]
    with team_browser(cast.quinn) as page:
        assert page.get(f"/y/{youth}/plan").status_code == 404
