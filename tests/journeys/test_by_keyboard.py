"""J1 to J3 by keyboard alone: each stop can be seen, nothing lies over it, and the journey ends well."""

from __future__ import annotations

from datetime import timedelta

import pytest

from porchlight.kernel import clock
from porchlight.project.stage import acting, in_house
from tests.journeys.keyboard import pick, press, tab_to, type_into
from tests.journeys.people import card_code, comes_in, five_words
from tests.journeys.test_j3_coming_home import away
from tests.needs.making import young_person

pytestmark = pytest.mark.browser
STEPS = "Phone charged, then the bus to Aunt Lu"
SIGN = "At the library, reading"


@pytest.fixture
def sky(cast):
    from porchlight.safety import api as safety

    youth = young_person(cast, "ADV")
    with in_house("youth"), acting(youth, youth=True) as visit:
        safety.write_section(youth, key="safer", words=STEPS, together=False, seats=[], by=visit)
    return youth


def comes_in_by_keyboard(page, houses, typed: str) -> None:
    page.goto(f"{houses.youth}/")
    press(page, "a[href='/n/13']")
    press(page, "main a[href='/n/1']")
    type_into(page, "input[name=words]", typed)
    page.keyboard.press("Enter")
    page.wait_for_url(f"{houses.youth}/")


def test_j1_a_place_the_plan_a_sign_of_life_and_out(visit, houses, cast, sky):
    page = visit()
    page.goto(f"{houses.youth}/")
    press(page, "a[href='/n/2']")
    assert page.url.startswith(f"{houses.youth}/n/2")
    comes_in_by_keyboard(page, houses, five_words(sky))
    press(page, "a[href='/n/4']")
    assert STEPS in page.inner_text("main")
    press(page, "main > p:last-of-type a")
    press(page, "a[href='/n/7']")
    tab_to(page, f"input[name=seats][value='{cast['ADV'].seat}']")
    page.keyboard.press("Space")
    type_into(page, "[name=words]", SIGN)
    press(page, "main form button")
    assert SIGN in page.inner_text("main")
    page.keyboard.press("Control+Home")
    page.reload()
    tab_to(page, "[data-exit]")
    page.keyboard.press("Enter")
    page.wait_for_url(houses.neutral)


def test_j2_the_card_the_plan_and_out_by_three_presses(visit, houses, sky):
    page = visit(dark=True)
    comes_in_by_keyboard(page, houses, card_code(sky))
    press(page, "a[href='/n/4']")
    assert STEPS in page.inner_text("main")
    for _press in range(3):
        page.keyboard.press("Shift")
    page.wait_for_url(houses.neutral)


def test_j3_the_door_is_opened_by_its_button_alone(visit, houses, cast):
    from tests.absences.homecoming import Scene

    home = Scene(cast)
    youth = away(home, left=timedelta(hours=5), name="Wren")
    page = visit(scripts=True)
    comes_in(page, houses.team, cast["CG"])
    page.goto(f"{houses.team}/y/{youth}/")
    press(page, f"a.button[href='/y/{youth}/back']")
    pick(page, "select[name=came_how]", "W01")
    press(page, "form[action$='/back'] button:last-of-type")
    assert page.url.endswith(f"/y/{youth}/welcome")
    with home.seen_by("SW", at=clock.now()) as sw:
        from porchlight.absences import api as absences

        assert not absences.home_now(youth, by=sw).is_away
