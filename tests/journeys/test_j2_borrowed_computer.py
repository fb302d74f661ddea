"""J2: the same young person, no battery; a library computer, a card, scripts off, then a keyboard with scripts on."""

from __future__ import annotations

import pytest

from porchlight.project.stage import acting, in_house
from porchlight.safety import api as safety
from tests.journeys.looking import look, nothing_kept, only_ours
from tests.journeys.people import card_code, types_in

pytestmark = pytest.mark.browser
WORDS = "Somewhere with a kettle and nobody shouting"


@pytest.fixture
def maya(cast):
    """Maya has a plan that her advocate may read, and prints her card."""
    with in_house("youth"), acting(cast.maya, youth=True) as visit:
        safety.write_section(cast.maya, key="safe", words=WORDS, together=False, seats=[], by=visit)
        safety.write_section(
            cast.maya, key="call", words="Bee 555-0143", together=False, seats=[cast["ADV"].seat], by=visit
        )
    return card_code(cast.maya)


def test_with_scripts_off_she_finds_her_plan_and_leaves(visit, houses, maya):
    page = visit(scripts=False, width=1280)
    types_in(page, houses.youth, maya)
    page.goto(f"{houses.youth}/n/4")
    assert WORDS in page.inner_text("main")
    assert "Bee 555-0143" in page.inner_text("main")
    assert page.title() == "My notes"
    page.locator("[data-exit]").click()
    page.wait_for_url(houses.neutral)
    assert "Mild, light wind" in page.inner_text("body")
    page.go_back()
    assert WORDS not in page.content()
    page.goto(f"{houses.youth}/n/4")
    assert WORDS not in page.content()
    assert page.context.cookies(houses.youth) == []
    only_ours(page, houses.youth, houses.neutral)


@pytest.mark.parametrize("lang", ["en", "es"])
@pytest.mark.parametrize("dark", [False, True])
def test_with_a_keyboard_three_shifts_leave(visit, houses, maya, lang, dark):
    page = visit(width=320, lang=lang, dark=dark)
    types_in(page, houses.youth, maya)
    for place in ("", "n/4", "n/4/1", "n/14", "n/15", "n/17"):
        page.goto(f"{houses.youth}/{place}")
        look(page, youth=True)
    page.goto(f"{houses.youth}/n/4")
    nothing_kept(page)
    for _ in range(3):
        page.keyboard.press("Shift")
    page.wait_for_url(houses.neutral)
    page.go_back()
    assert WORDS not in page.content()
    assert page.context.cookies(houses.youth) == []
    only_ours(page, houses.youth, houses.neutral)


def test_she_sees_later_how_and_in_which_part_of_the_day_somebody_came_in(visit, houses, maya):
    page = visit()
    types_in(page, houses.youth, maya)
    page.goto(f"{houses.youth}/n/14")
    assert "with the card" in page.inner_text("main")
