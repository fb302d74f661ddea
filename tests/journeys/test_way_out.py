"""The way out of the young person's house, and what it leaves behind: rules X1 to X9, and where each is held.

| rule | what it says | held by |
|---|---|---|
| X1 | first after the skip link, 44 px, seen at 320 px, at 200 % and above a keyboard | `looking.look` on every |
|    | state of every journey; here: `test_the_way_out_is_in_sight_…` |
| X2 | the page is blank at once, then another site in the same tab, by replace | here: `test_the_page_is_blank_…` |
| X3 | back and forward show nothing, the cookie is gone, the address asks for words | here: `test_back_and_…`; J1, J2 |
|    | no-store, no-referrer, Clear-Site-Data | here: `test_every_answer_says_…` |
| X4 | with scripts off a plain link to a 303 | here: `test_every_answer_says_…`; J2 `test_with_scripts_off_…` |
| X5 | capitals never leave; two more, one more, expired | here: `test_capital_letters_…`, `test_three_presses_…` |
| X6 | titles and addresses without meaning | `test_every_youth_page`; here: `test_back_and_…` |
|    | links of a visit make one history entry | here: `test_going_about_by_links_…` |
|    | NOT HELD: a form that is sent makes one more; each is “My notes” and opens nothing |
| X7 | what was typed waits, after coming in again | here: `test_what_was_being_typed_…`; `looking.nothing_kept` |
| X8 | what the way out can't do, before the start | the first page's way in leads past /n/13; J1 opens it |
| X9 | closed after five quiet minutes, or the one to ten they chose; | `tests/ownspace/test_closing.py`; |
|    | a form sent then waits | here: `test_a_form_sent_after_…` |
"""

from __future__ import annotations

import base64
import re

import pytest
from playwright.sync_api import Page, expect

from tests.journeys.looking import nothing_kept
from tests.journeys.people import card_code, closes_after_a_while, five_words, types_in
from tests.needs.making import young_person

pytestmark = pytest.mark.browser
SECRET = "The bench by the river, with my dog"
COLOURS = """async (png) => {
  const picture = new Image();
  picture.src = "data:image/png;base64," + png;
  await picture.decode();
  const canvas = Object.assign(document.createElement("canvas"), {width: picture.width, height: picture.height});
  const paper = canvas.getContext("2d");
  paper.drawImage(picture, 0, 0);
  return new Set(new Uint32Array(paper.getImageData(0, 0, canvas.width, canvas.height).data.buffer)).size;
}"""


@pytest.fixture
def sky(cast):
    return young_person(cast, "ADV")


@pytest.fixture
def inside(visit, houses, sky):
    """A window in which the young person is in: `inside(scripts=…, width=…)`."""

    def come(**how: object) -> Page:
        page = visit(**how)
        types_in(page, houses.youth, five_words(sky))
        return page

    return come


def test_the_way_out_is_in_sight_on_every_kind_of_page_and_above_a_keyboard(visit, houses, inside):
    """A phone, a phone with its keyboard open, and 640 px at 200 %."""
    page = inside()
    for size in ({"width": 320, "height": 568}, {"width": 320, "height": 300}, {"width": 320, "height": 240}):
        page.set_viewport_size(size)
        for place in ("", "n/1", "n/3", "n/4/3", "n/14", "no-such-page"):
            page.goto(f"{houses.youth}/{place}")
            exit_link = page.locator("[data-exit]")
            assert exit_link.evaluate("(one) => one.tagName") == "A"
            box = exit_link.bounding_box()
            assert box
            assert min(box["width"], box["height"]) >= 44, place
            assert 0 <= box["y"] <= size["height"] - box["height"], (place, size, box)
            assert 0 <= box["x"] <= size["width"] - box["width"], place
    page.set_viewport_size({"width": 320, "height": 300})
    page.goto(f"{houses.youth}/n/4/3")
    page.locator("textarea[name=words]").focus()
    box = page.locator("[data-exit]").bounding_box()
    assert box
    assert 0 <= box["y"] <= 300 - box["height"], "a keyboard is open, and the way out is still there"


def test_the_page_is_blank_before_the_other_site_answers(visit, houses, inside):
    page, paper = inside(), visit()
    page.goto(f"{houses.youth}/n/4/3")
    page.route(houses.neutral, lambda route: route.fulfill(status=204))  # so the page stays as the way out left it
    with page.expect_request(houses.neutral):
        page.locator("[data-exit]").click(no_wait_after=True)
    shot = base64.b64encode(page.screenshot()).decode()
    assert paper.evaluate(COLOURS, shot) == 1
    assert page.inner_text("body") == ""


def test_the_other_site_takes_the_place_of_the_page_in_the_same_tab(houses, inside):
    page = inside()
    page.goto(f"{houses.youth}/n/4/3")
    entries = page.evaluate("history.length")
    page.locator("[data-exit]").click()
    page.wait_for_url(houses.neutral)
    assert page.evaluate("history.length") == entries
    assert len(page.context.pages) == 1


def test_going_about_by_links_leaves_one_line_in_the_browsers_list(houses, inside):
    page = inside()
    entries = page.evaluate("history.length")
    start = ("/", "Back to the start")
    for place, words in (("/n/4", "My plan"), start, ("/n/3", "I'm not safe"), start, ("/n/5", "My people")):
        page.locator("main a", has_text=words).first.click()
        page.wait_for_url(f"{houses.youth}{place}")
    page.locator(".skip").focus()
    page.keyboard.press("Enter")
    page.wait_for_url(f"{houses.youth}/n/5#main")
    assert page.evaluate("document.activeElement.id") == "main"
    assert page.evaluate("history.length") == entries


def test_back_and_forward_show_nothing_and_the_old_address_asks_for_words(houses, inside):
    page = inside()
    page.goto(f"{houses.youth}/n/4/3")
    assert page.title() == "My notes"
    page.locator("[data-exit]").click()
    page.wait_for_url(houses.neutral)
    for step in (page.go_back, page.go_forward, page.go_back):
        step()
        assert "What helps me stay" not in page.content()
    page.goto(f"{houses.youth}/n/4/3")
    assert page.url == f"{houses.youth}/"
    assert page.context.cookies(houses.youth) == []


def test_every_answer_says_that_nothing_is_to_be_kept_and_the_way_out_is_a_plain_redirect(houses, inside):
    page = inside(scripts=False)
    for place in ("", "n/4", "n/3", "no-such-page"):
        headers = page.request.get(f"{houses.youth}/{place}").headers
        assert headers["cache-control"] == "no-store"
        assert headers["referrer-policy"] == "no-referrer"
    left = page.request.get(f"{houses.youth}/x", max_redirects=0)
    assert left.status == 303
    assert left.headers["location"] == houses.neutral
    assert left.headers["clear-site-data"] == '"cookies", "storage"'


def test_capital_letters_never_leave_by_mistake(houses, inside):
    page = inside()
    page.goto(f"{houses.youth}/n/4/3")
    page.locator("textarea[name=words]").focus()
    for letter in "ABCDEF":
        page.keyboard.press(f"Shift+{letter}")
    for chord in ("Control+Shift", "Alt+Shift", "Meta+Shift"):
        page.keyboard.press(chord)
    page.keyboard.press("Shift")
    page.keyboard.press("b")
    page.keyboard.press("Shift")
    page.wait_for_timeout(200)
    assert page.url == f"{houses.youth}/n/4/3"
    assert page.locator("textarea[name=words]").input_value() == "ABCDEFb"


def test_three_presses_are_counted_aloud_and_expire(houses, inside):
    page = inside()
    said = page.locator(".exit-said")
    assert said.get_attribute("role") == "status"
    page.keyboard.press("Shift")
    assert said.inner_text() == "two more"
    page.keyboard.press("Shift")
    assert said.inner_text() == "one more"
    expect(said).to_have_text("expired", timeout=8000)
    page.keyboard.press("Shift")
    assert said.inner_text() == "two more"
    page.keyboard.press("Escape")
    assert page.url == f"{houses.youth}/"


@pytest.fixture(params=["click", "shift"])
def leaves(request, houses):
    """By the link, or by three presses."""

    def go(page: Page) -> None:
        if request.param == "click":
            page.locator("[data-exit]").click()
        else:
            for _press in range(3):
                page.keyboard.press("Shift")
        page.wait_for_url(houses.neutral)

    return go


def test_what_was_being_typed_waits_for_its_writer_alone(visit, houses, sky, inside, leaves):
    page = inside()
    page.goto(f"{houses.youth}/n/4/3")
    page.locator("textarea[name=words]").fill(SECRET)
    leaves(page)
    back = visit(scripts=False)
    back.goto(f"{houses.youth}/")
    assert SECRET not in back.content()
    types_in(back, houses.youth, five_words(sky))
    assert back.url == f"{houses.youth}/n/19"
    assert back.locator("textarea[name=words]").input_value() == SECRET
    back.get_by_role("button", name="Send it").click()
    assert SECRET in back.inner_text("main")
    back.goto(f"{houses.youth}/n/19")
    assert back.url == f"{houses.youth}/", "what was sent is not offered once more"


def test_nothing_is_kept_of_words_typed_to_come_in_or_where_nothing_was_typed(visit, houses, inside, sky):
    stranger = visit()
    stranger.goto(f"{houses.youth}/n/1")
    stranger.locator("input[name=words]").fill("one two three four five")
    stranger.locator("[data-exit]").click()
    stranger.wait_for_url(houses.neutral)
    page = inside()
    page.goto(f"{houses.youth}/n/4/3")
    nothing_kept(page)
    page.locator("[data-exit]").click()
    page.wait_for_url(houses.neutral)
    assert inside().url == f"{houses.youth}/"


@pytest.mark.parametrize("scripts", [True, False])
def test_a_form_sent_after_the_quiet_while_waits_behind_the_words(visit, houses, sky, inside, scripts):
    page = inside(scripts=scripts)
    page.goto(f"{houses.youth}/n/4/3")
    page.locator("textarea[name=words]").fill(SECRET)
    closes_after_a_while(page, "youth")
    page.get_by_role("button", name="Keep it").click()
    page.wait_for_url(f"{houses.youth}/?w=2")
    assert "This closed after a quiet while." in page.inner_text("main")
    assert SECRET not in page.content()
    types_in(page, houses.youth, card_code(sky))
    assert page.locator("textarea[name=words]").input_value() == SECRET
    page.get_by_role("button", name="Send it").click()
    assert SECRET in page.inner_text("main")
    assert re.search(r"/n/4$", page.url)
