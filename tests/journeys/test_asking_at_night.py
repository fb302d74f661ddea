"""Asking at night: a number first, a button only when somebody would open it, and a receipt that is true."""

from __future__ import annotations

import pytest

from tests.journeys.looking import look, only_ours
from tests.journeys.people import comes_in, five_words, types_in
from tests.messaging.household import make_household

pytestmark = pytest.mark.browser


@pytest.fixture
def house(cast):
    return make_household(cast)


@pytest.mark.parametrize("seen_in", [{"lang": "en"}, {"lang": "es", "dark": True}], ids=["day", "night"])
def test_every_page_on_the_way_is_open_to_everybody(visit, houses, house, cast, seen_in):
    house.put_on_call(first=house.ana, second=house.sam)
    page = visit(width=320, **seen_in)
    types_in(page, houses.youth, five_words(house.youth))
    for place in ("n/5", "n/6", f"n/6?to={cast['ADV'].seat}", "n/7", "n/8", "n/9"):
        page.goto(f"{houses.youth}/{place}")
        look(page, youth=True)
    page.goto(f"{houses.youth}/n/8")
    page.locator("main form button").last.click()
    page.wait_for_url(f"{houses.youth}/n/6/*")
    look(page, youth=True)
    only_ours(page, houses.youth)


def test_with_scripts_off_somebody_asks_is_read_and_gets_an_answer(visit, houses, house):
    page = visit(scripts=False)
    types_in(page, houses.youth, five_words(house.youth))
    page.goto(f"{houses.youth}/n/8")
    assert "there is no button here" in page.inner_text("main")
    assert page.locator("main form").count() == 0
    house.put_on_call(first=house.ana, second=house.sam)
    page.reload()
    assert "Call Ana" in page.inner_text("main")
    page.locator("textarea[name=words]").fill("Is the door open?")
    page.locator("main form button").click()
    page.wait_for_url(f"{houses.youth}/n/6/*")
    assert "Nobody has read this yet. If you can, call." in page.inner_text("main")
    worker = visit(scripts=False, width=1280)
    comes_in(worker, houses.team, house.ana)
    worker.goto(f"{houses.team}/")
    worker.get_by_role("link", name="To the people on call: Kit").click()
    assert "Is the door open?" in worker.inner_text("main")
    worker.locator("textarea[name=words]").fill("It is. Ring the bell at any hour.")
    worker.get_by_role("button", name="Send").click()
    page.reload()
    assert "Ana read it" in page.inner_text("main")
    assert "Ring the bell at any hour." in page.inner_text("main")


def test_a_check_in_reaches_the_advocate_and_nobody_else(visit, houses, house, cast):
    page = visit()
    types_in(page, houses.youth, five_words(house.youth))
    page.goto(f"{houses.youth}/n/7")
    assert page.locator("input[name=seats]:checked, input[name=tell]:checked").count() == 0
    assert "No place is sent." in page.inner_text("main")
    page.locator(f"input[value='{cast['ADV'].seat}']").check()
    page.locator("main form button").click()
    page.wait_for_url(f"{houses.youth}/n/6/*")
    only_ours(page, houses.youth)
    for member, sees in ((cast["ADV"], True), (house.worker, False)):
        staff = visit(width=1280)
        comes_in(staff, houses.team, member)
        staff.goto(f"{houses.team}/")
        assert ("is OK" in staff.inner_text("main")) == sees


@pytest.mark.parametrize("width", [320, 1280])
def test_the_staffs_pages_are_open_to_everybody_too(visit, houses, house, cast, width):
    house.put_on_call(first=house.ana)
    page = visit(width=width)
    comes_in(page, houses.team, house.lead)
    page.goto(f"{houses.team}/rota")
    look(page)
    carer = visit(width=width)
    comes_in(carer, houses.team, cast["CG"])
    for place in ("backup", "messages"):
        carer.goto(f"{houses.team}/y/{house.youth}/{place}")
        look(carer)
    carer.goto(f"{houses.team}/y/{house.youth}/backup")
    carer.locator("main form button").click()
    carer.wait_for_url(f"{houses.team}/m/*")
    look(carer)
    ana = visit(width=width)
    comes_in(ana, houses.team, house.ana)
    ana.goto(f"{houses.team}/")
    look(ana)
