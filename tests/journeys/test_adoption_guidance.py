"""Guidance by keyboard alone: a worker meets it at a return; a chair sends it to forty people (J12, step 4)."""

from __future__ import annotations

from datetime import timedelta

import pytest

from tests.adoption.counties import make_county
from tests.adoption.guides import acknowledges, opens, staff
from tests.journeys.keyboard import press, tab_to, type_into
from tests.journeys.looking import look, look_every_way, only_ours
from tests.journeys.people import comes_in
from tests.journeys.test_j3_coming_home import away

pytestmark = pytest.mark.browser
TITLE = "For social workers: a plan for times away, made by two"


def test_a_line_worker_meets_the_right_guidance_at_the_moment_of_a_return(visit, houses, cast):
    from tests.absences.homecoming import Scene

    youth = away(Scene(cast), left=timedelta(hours=6), name="Plover")
    page = visit(width=320)
    comes_in(page, houses.team, cast["SW"])
    page.goto(f"{houses.team}/y/{youth}/back")
    press(page, "form[action$='/back'] button:last-of-type")
    assert page.url.endswith(f"/y/{youth}/welcome")
    said = look_every_way(page)
    line = next(one for one in said.splitlines() if "Guidance for this moment:" in one)
    assert TITLE in line
    assert "Promising. Not tested with this group." in line
    assert "Plover" not in line
    page.set_viewport_size({"width": 320, "height": 740})
    press(page, "main a[href^='/guidance/s/']")
    assert page.inner_text("h1") == TITLE
    assert "Comes with Porchlight" in page.inner_text("main")
    look_every_way(page)
    only_ours(page, houses.team)


@pytest.fixture
def forty(cast):
    """A county of its own with forty social workers; the chair is none of them."""
    county = make_county(cast)
    names = [f"services.{job}" for job in ("lead", "manager", "trainer", "signatory", "worker")]
    return county, [*names, *staff(cast, county, 35)]


def test_j12_4_the_chair_sends_to_forty_some_say_that_they_read_it_and_the_count_is_right(visit, houses, forty):
    county, names = forty
    chair = visit(width=320)
    comes_in(chair, houses.team, county["chair"])
    chair.goto(f"{houses.team}/practice")
    look(chair)
    press(chair, "main a[href='/guidance']")
    look(chair)
    tab_to(chair, "main details summary")
    chair.keyboard.press("Enter")
    press(chair, "form[action='/guidance/take'] button")
    assert "Comes with Porchlight" not in chair.inner_text("main")
    press(chair, "main a[href='/guidance/send']")
    look_every_way(chair)
    chair.set_viewport_size({"width": 320, "height": 740})
    picks(chair, TITLE)
    ticks(chair, "input[name=roles][value=SW]")
    ticks(chair, "input[name=asks]")
    press(chair, "button[name=do][value=look]")
    assert "40 people would get it. Nothing was sent yet." in chair.inner_text("main")
    press(chair, "button[name=do][value=send]")
    assert "0 of 40 said that they have read it" in chair.inner_text("main")

    version = version_sent(chair)
    for name in ("services.worker", names[-1]):
        reads_it(visit, houses, county[name], version)
    for name in names[10:21]:
        acknowledges(county, name, version)
    opens(county, names[30], version)

    chair.reload()
    said = look_every_way(chair)
    assert "13 of 40 said that they have read it" in said
    counts = [chip.strip() for chip in chair.locator("main li.row .status").all_inner_texts()]
    assert counts == ["Got it: 40", "Opened it: 14", "Said that they read it: 13", "Asked something: 1"]
    assert "A receipt says that somebody read it. It says nothing about what is done." in said
    only_ours(chair, houses.team)


def picks(page, title: str) -> None:
    """Tick the document of that title."""
    value = page.locator("label.option", has_text=title).locator("input").get_attribute("value")
    ticks(page, f"input[name=versions][value='{value}']")


def ticks(page, selector: str) -> None:
    tab_to(page, selector)
    page.keyboard.press("Space")
    assert page.locator(selector).is_checked()


def version_sent(page):
    from uuid import UUID

    return UUID(page.locator("main li.row a").first.get_attribute("href").rsplit("/", 1)[-1])


def reads_it(visit, houses, member, version) -> None:
    """From the quiet line on the first page to saying that they read it; one of them asks something too."""
    page = visit(width=320)
    comes_in(page, houses.team, member)
    page.goto(f"{houses.team}/")
    look(page)
    press(page, f"main a[href='/guidance/v/{version}']")
    assert "We keep that you opened it." in page.inner_text("main")
    look_every_way(page)
    page.set_viewport_size({"width": 320, "height": 740})
    if member.name.startswith("Worker"):
        type_into(page, "textarea[name=words]", "Who looks at the plan at night?")
        press(page, "form[action$='/ask'] button:last-of-type")
        assert "No answer yet." in page.inner_text("main")
    press(page, "form[action$='/read'] button")
    assert "that you read it." in page.inner_text("main")
    page.goto(f"{houses.team}/")
    assert page.locator(f"main a[href='/guidance/v/{version}']").count() == 0
