"""J1: a young person at 2 am, away, with a borrowed phone: where to go, her plan, a sign of life, a kind note, out."""

from __future__ import annotations

import pytest

from porchlight.directory import api as directory
from porchlight.messaging import api as messaging
from porchlight.project.stage import acting, in_house
from porchlight.safety import api as safety
from tests.journeys.looking import look, nothing_kept, only_ours
from tests.journeys.people import comes_in, five_words, types_in

pytestmark = pytest.mark.browser
STEPS = "Phone charged, then the bus to Aunt Lu"
NOTE = "You can come home any time. I am up."


@pytest.fixture
def night(cast):
    """Places in the county, a plan with steps for right now, a note from the advocate."""
    with in_house("team"):
        with acting(cast.administrator) as adm:
            directory.add_sample(by=adm)
        with acting(cast["ADV"].seat) as advocate:
            messaging.write_to(cast.maya, seat=cast["ADV"].seat, words=NOTE, by=advocate)
    with in_house("youth"), acting(cast.maya, youth=True) as visit:
        safety.write_section(cast.maya, key="safer", words=STEPS, together=False, seats=[], by=visit)
    return five_words(cast.maya)


SAID = {"en": ("go back first", "No place is sent"), "es": ("volver primero", "No se envía ningún lugar")}


@pytest.fixture(
    params=[
        pytest.param({"lang": "en", "dark": True}, id="English, dark"),
        pytest.param({"lang": "es"}, id="Spanish, light"),
        pytest.param({"lang": "en", "scripts": False}, id="without scripts"),
    ]
)
def phone(request, visit):
    """Her window, its words, and how each state of it is looked at: axe is a script, so without scripts it rests."""
    with_scripts = request.param.get("scripts", True)
    page = visit(width=320, **request.param)
    return page, SAID[request.param["lang"]], *((look, nothing_kept) if with_scripts else (rest, rest))


def rest(page, *, youth: bool = False) -> None:
    """Where no script runs, the same states are looked at by the other two."""
    assert page.locator("[data-exit]").is_visible() or not youth


def test_she_finds_a_place_says_she_is_ok_and_leaves_nothing(houses, cast, night, phone):
    page, (away_fine, passes), look, nothing_kept = phone
    page.goto(f"{houses.youth}/")
    assert page.title() in ("My notes", "Mis notas")
    look(page, youth=True)
    page.goto(f"{houses.youth}/n/13")
    look(page, youth=True)
    page.goto(f"{houses.youth}/n/2")
    page.locator("nav.big-choices a").last.click()
    page.wait_for_load_state()
    look(page, youth=True)
    places = page.inner_text("main")
    assert away_fine in places
    assert page.locator("a[href^='tel:']").count() >= 1

    types_in(page, houses.youth, night)
    page.goto(f"{houses.youth}/n/4")
    look(page, youth=True)
    assert STEPS in page.inner_text("main")

    page.goto(f"{houses.youth}/n/7")
    look(page, youth=True)
    assert passes in page.inner_text("main")
    assert page.locator("input[name=seats]:checked").count() == 0
    page.locator(f"input[name=seats][value='{cast['ADV'].seat}']").check()
    page.locator("main form button").last.click()
    page.wait_for_url(f"{houses.youth}/n/6/*")
    look(page, youth=True)

    page.goto(f"{houses.youth}/n/6")
    page.locator("main ul.rows a").first.click()
    page.wait_for_load_state()
    nothing_kept(page)
    page.locator("[data-exit]").click()
    page.wait_for_url(houses.neutral)
    page.go_back()
    assert STEPS not in page.content()
    assert page.context.cookies(houses.youth) == []
    only_ours(page, houses.youth, houses.neutral)


def test_the_advocate_has_her_sign_and_the_worker_does_not(visit, houses, cast, night):
    page = visit()
    types_in(page, houses.youth, night)
    page.goto(f"{houses.youth}/n/7")
    page.locator(f"input[name=seats][value='{cast['ADV'].seat}']").check()
    page.locator("main textarea, main input[name=words]").first.fill("At the library, reading")
    page.locator("main form button").last.click()
    page.wait_for_url(f"{houses.youth}/n/6/*")
    for role, sees in (("ADV", True), ("SW", False)):
        staff = visit(width=1280)
        comes_in(staff, houses.team, cast[role])
        staff.goto(f"{houses.team}/y/{cast.maya}/messages")
        found = "At the library, reading" in staff.content()
        for link in staff.locator("main a[href^='/m/']").all()[:5]:
            found = (
                found
                or "At the library, reading" in staff.request.get(f"{houses.team}{link.get_attribute('href')}").text()
            )
        assert found == sees, role


def test_the_note_is_there_to_read(visit, houses, night):
    page = visit(scripts=False)
    types_in(page, houses.youth, night)
    page.goto(f"{houses.youth}/n/6")
    shown = page.content()
    for link in page.locator("main a[href^='/n/6/']").all():
        shown += page.request.get(f"{houses.youth}{link.get_attribute('href')}").text()
    assert NOTE in shown
