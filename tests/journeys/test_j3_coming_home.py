"""J3: the caregiver at the door on return. A phone, no scripts needed, one button; and a quiet page the day after."""

from __future__ import annotations

from datetime import timedelta

import pytest

from porchlight.kernel import clock
from tests.journeys.looking import look, only_ours
from tests.journeys.people import comes_in
from tests.support.connections import as_owner

pytestmark = pytest.mark.browser
WORD = {
    "en": "Opening the door tonight is the right thing. Sample County stands behind you.",
    "es": "Abrir la puerta esta noche es lo correcto. El Condado de Sample te respalda.",
}
BED = {
    "en": "Their bed is held tonight, at any hour.",
    "es": "Su cama está guardada esta noche, a cualquier hora.",
}


@pytest.fixture
def home(cast):
    from tests.absences.homecoming import Scene

    return Scene(cast)


@pytest.fixture
def at_the_door(houses, visit, home):
    """A window of that member of the cast: `at_the_door(role, width=…)` gives a page and how to go to an address."""

    def come(role: str, **how: object):
        page = visit(**how)
        comes_in(page, houses.team, home.cast[role])
        return page, lambda youth, address: page.goto(f"{houses.team}/y/{youth}/{address}")

    return come


def away(home, *, left: timedelta, name: str = "Robin"):
    """Somebody who has been away since then, with a bed held tonight and one agreement made long before."""
    from porchlight.absences import api as absences

    now = clock.now()
    youth = home.young_person(name=name)
    home.agree(youth, at=now - timedelta(days=20), what="Text by nine when out late")
    home.leave(youth, at=now - left)
    tomorrow = clock.county_time(now).date() + timedelta(days=1)
    home.bed(youth, at=now, role="CG", state=absences.BedState.OPEN, last_night=tomorrow)
    return youth


@pytest.mark.parametrize("lang", ["en", "es"])
def test_opening_the_door_takes_one_screen_and_one_button(houses, home, at_the_door, lang):
    from porchlight.absences import api as absences

    youth = away(home, left=timedelta(hours=5))
    page, go = at_the_door("CG", scripts=False)
    go(youth, "")
    if lang == "es":
        page.locator("button[lang=es]").click()
        go(youth, "")
    page.locator(f"main a.button[href='/y/{youth}/back']").click()
    said = page.locator("main").inner_text()
    assert WORD[lang] in said
    assert BED[lang] in said
    page.select_option("select[name=came_how]", "W01")
    page.locator("input[name=first_needs][value=F01]").check()
    page.locator("input[name=kind_word]").fill("Good that you rang")
    page.locator("main form[action$='/back'] button").last.click()
    assert page.url.endswith(f"/y/{youth}/welcome")
    assert BED[lang] in page.locator("main").inner_text()
    assert page.locator("main form").count() == 0
    if lang == "es":
        page.locator("button[lang=en]").click()
    with home.seen_by("SW", at=clock.now()) as sw:
        assert not absences.home_now(youth, by=sw).is_away
        assert [told.came_how for told in absences.last_returns(youth, since=home.long_ago, by=sw)] == ["W01"]
    only_ours(page, houses.team)


@pytest.fixture(params=["en", "es"])
def read_by_the_home(request, cast):
    """What the caregiver reads; afterwards English again."""
    speak(cast["CG"].person, request.param)
    yield request.param
    speak(cast["CG"].person, "en")


def speak(person, language: str) -> None:
    with as_owner() as owner, owner.transaction():
        owner.execute("SET LOCAL pl.migration_window = 'open'")
        done = owner.execute("UPDATE teams_person SET language = %s WHERE id = %s", [language, person])
        assert done.rowcount == 1


def test_every_screen_of_coming_home_is_sound_on_a_phone_and_on_a_desk(home, at_the_door, read_by_the_home):
    dark = read_by_the_home == "es"
    youth = away(home, left=timedelta(hours=40))
    home.come_back(youth, at=clock.now(), back_at=clock.now() - timedelta(hours=20), came_how="W08", kind_word="Hello")
    screens = {"CG": ("", "back", "welcome", "bed", "later", "agreed"), "SW": ("", "talk", "later", "agreed")}
    for role, addresses in screens.items():
        for width in (320, 1280):
            page, go = at_the_door(role, width=width, dark=dark)
            for address in addresses:
                go(youth, address)
                for folded in page.locator("main details").all():
                    folded.locator("summary").first.click()
                look(page)
                if role == "CG":
                    assert page.locator("html").get_attribute("lang") == read_by_the_home


def test_the_day_after_none_needed_is_chosen_already_and_the_keyboard_is_enough(home, at_the_door):
    youth = away(home, left=timedelta(hours=40))
    home.come_back(youth, at=clock.now(), back_at=clock.now() - timedelta(hours=20), came_how="W08", kind_word="Hello")
    page, go = at_the_door("CG", scripts=False)
    go(youth, "later")
    said = page.locator("main").inner_text()
    assert said.index("Hello") < said.index("None needed") < said.index("Text by nine when out late")
    assert page.locator("input[name=agreed]:checked").get_attribute("value") == "none"
    page.locator("input[name=agreed]:checked").focus()
    for _time in range(2):
        page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    page.get_by_text("None needed. That is settled.").wait_for()


def test_on_the_night_itself_no_screen_shows_such_a_form(home, at_the_door):
    youth = away(home, left=timedelta(hours=5))
    home.come_back(youth, at=clock.now(), came_how="W08")
    page, go = at_the_door("CG", scripts=False)
    for address in ("", "welcome", "back", "bed", "later", "agreed"):
        go(youth, address)
        assert page.locator("main [name=agreed], main [name=kind], main [name=hours]").count() == 0, address
