"""What the eye finds on staff pages: the way back, the one button first, each person once."""

from __future__ import annotations

import re

import pytest

from tests.messaging.household import make_household
from tests.support.client import team_browser

ABOUT_ONE = (
    "absence",
    "agreed",
    "back",
    "bed",
    "contact",
    "days",
    "good-word",
    "home",
    "left",
    "messages",
    "needs",
    "plan",
    "talk",
    "team",
    "week",
    "weeks",
)


@pytest.fixture(scope="module")
def house(cast):
    return make_household(cast)


@pytest.mark.parametrize("place", ABOUT_ONE)
def test_every_page_about_a_young_person_leads_back_to_theirs_and_stands_under_young_people(house, place):
    with team_browser(house.worker) as page:
        text = page.text(f"/y/{house.youth}/{place}")
    assert re.search(rf'<p class="page-over"><a href="/y/{house.youth}/">.*Kit</a></p>', text)
    assert '<a href="/" aria-current="page">Young people' in text


def test_a_seat_that_cant_open_their_page_is_led_back_to_its_own_list(cast, house):
    house.put_on_call(first=house.ana)
    with team_browser(cast["CG"]) as page:
        thread = page.send(f"/y/{house.youth}/backup", words="Company would help.", reach="").headers["Location"]
    with team_browser(house.ana) as page:
        back = re.search(r'<p class="page-over"><a href="([^"]+)">', page.text(thread)).group(1)
        assert page.get(back).status_code == 200
    house.take_off_call()


@pytest.mark.parametrize("who", ["worker", "lead"])
def test_a_plan_without_a_version_says_so(house, who):
    with team_browser(getattr(house, who)) as page:
        answer = page.get(f"/y/{house.youth}/plan/versions")
        assert answer.status_code == 200
        assert "No version yet" in answer.content.decode()


def test_a_plan_that_nobody_said_yes_to_has_no_version_either(cast):
    house = make_household(cast)
    address = f"/y/{house.youth}/plan"
    with team_browser(house.worker) as page:
        page.send(f"{address}/write/safe", words="A door that locks.", whose="theirs")
        assert "No version yet" in page.text(f"{address}/versions")
        assert page.send(f"{address}/yes", page=address, who="worker").status_code == 303
        assert "Version 1" in page.text(f"{address}/versions")


def test_somebody_beside_on_two_footings_is_named_once(cast):
    from porchlight.project.stage import acting, in_house
    from porchlight.teams import api as teams

    house = make_household(cast, beside=("CG", "BH"))
    with in_house("team"), acting(house.worker.seat) as sw:
        teams.join_team(house.youth, seat=cast["CG"].seat, footing="HOME_INFO", by=sw)
        lines = [one.seat for one in teams.team_of(house.youth, by=sw)]
        assert lines.count(cast["CG"].seat) == 2
        assert [one.seat for one in teams.once_each(teams.team_of(house.youth, by=sw))].count(cast["CG"].seat) == 1
    with team_browser(house.worker) as page:
        assert page.text(f"/y/{house.youth}/").count(">Cg Person<") == 1
        assert page.text(f"/y/{house.youth}/plan/write/safe").count("Cg Person, caregiver") == 1


@pytest.mark.parametrize(("place", "button"), [("back", "They are home"), ("left", " left")])
def test_at_the_door_the_one_button_stands_before_every_question(house, place, button):
    with team_browser(house.worker) as page:
        text = page.text(f"/y/{house.youth}/{place}")
    main = text[text.index("<main") :]
    assert main.index(f"{button}</button>") < main.index('<input class="input"')


def test_the_administrator_finds_an_agency_or_a_person_by_a_part_of_the_name(cast, house):
    with team_browser(person=_administrator(cast), seat=cast.administrator) as page:
        other, found = page.text("/setup/?q=SW+pers"), page.text("/setup/?q=CG+pers")
    assert "Sw Person" in other
    assert "Cg Person" in found
    assert "Sw Person" not in found


def test_setup_shows_fifty_at_most_and_says_so(cast, house, monkeypatch):
    from porchlight.desks.team.setup import pages

    monkeypatch.setattr(pages, "MOST", 2)
    with team_browser(person=_administrator(cast), seat=cast.administrator) as page:
        everything = page.text("/setup/")
    assert "Type a part of a name to find others." in everything
    assert everything.count('action="/setup/links"') == 2


def _administrator(cast):
    from porchlight.project.stage import acting, in_house
    from porchlight.teams import api as teams

    with in_house("team"), acting(cast.administrator) as adm:
        return next(seat.person for seat in teams.seats(by=adm) if seat.id == cast.administrator)


def test_each_role_is_called_as_the_grid_calls_it_and_has_a_word_in_spanish():
    from django.utils import translation

    from porchlight.desks.team.shell.roles import role_words
    from porchlight.teams import api as teams

    with translation.override("en"):
        english = role_words()
    with translation.override("es"):
        spanish = role_words()
    assert english == {code: name for code, name in teams.role_names().items() if code not in ("Y", "OC")}
    assert all(spanish[code] != english[code] for code in english)


def test_somebody_asked_twice_while_on_call_stands_on_the_team_page_once_and_by_words(cast):
    house = make_household(cast, beside=("CG",))
    house.put_on_call(first=house.ana)
    with team_browser(cast["CG"]) as page:
        for words in ("Company would help.", "Somebody to talk to."):
            page.send(f"/y/{house.youth}/backup", words=words, reach="")
    with team_browser(house.worker) as page:
        text = page.text(f"/y/{house.youth}/team")
    house.take_off_call()
    assert "ONCALL" not in text
    assert text.count("On call: it ends by itself") == 1
