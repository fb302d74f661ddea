"""From an empty database to a return, by the browser, pressing only what docs/how-to/first-county.md names."""

from __future__ import annotations

import csv
import re
from pathlib import Path
from types import SimpleNamespace

import psycopg
import pytest
from playwright.sync_api import Page

from tests.journeys.empty import empty_database, said_by_init
from tests.journeys.guide import Guide
from tests.journeys.looking import look, only_ours
from tests.journeys.serving import serving

pytestmark = pytest.mark.browser
ROOT = Path(__file__).resolve().parents[2]
SEED = ROOT / "porchlight" / "directory" / "data" / "directory-seed.csv"
PASSWORD = "a kettle and two blue cups"
SAFE = "A door I can lock and a kettle"
BORN = "2010-05-04"


@pytest.fixture
def walk(visit, town):
    """The how-to, the houses on a new database, and everybody's window by name."""
    with empty_database(f"{town.name}_first") as place:
        said = said_by_init(place, name="Ada Brooke", email="ada@county.example", address="")
        with serving(place.address()) as houses:
            link = re.search(r"/i/[\w-]+", said)
            assert link
            guide = Guide(ROOT / "docs" / "how-to" / "first-county.md")
            yield SimpleNamespace(
                press=guide.press, guide=guide, houses=houses, open=visit, links={"Ada": link[0]}, place=place
            )


def comes_by_link(walk, name: str) -> Page:
    page = walk.open(width=1280)
    page.goto(f"{walk.houses.team}{walk.links[name]}")
    look(page)
    page.locator("input[name=password]").fill(PASSWORD)
    walk.press(page, "Come in")
    assert page.url == f"{walk.houses.team}/"
    return page


def fill(page: Page, **fields: str) -> None:
    """Fill in what is visible now."""
    for name, value in fields.items():
        found = page.locator(f"[name={name}]:visible").first
        if found.evaluate("(one) => one.tagName") == "SELECT":
            found.select_option(value)
        else:
            found.fill(value)


def the_administrator_sets_up(walk) -> None:
    ada = comes_by_link(walk, "Ada")
    walk.press(ada, "Setup")
    walk.press(ada, "Your county")
    assert "Nobody has chosen a county yet." in ada.inner_text("main")
    assert "invented" not in ada.inner_text("select[name=county]")
    look(ada)
    ada.locator("select[name=county]").select_option(label="Alameda")
    walk.press(ada, "This is our county")
    assert "Alameda County" in ada.inner_text("main")
    assert "510" in ada.inner_text("main")
    for agency, kind in (
        ("Harbor child welfare", "child_welfare"),
        ("The Reyes home", "resource_family"),
        ("Open Hands", "advocacy"),
    ):
        walk.press(ada, "Setup")
        walk.press(ada, "Add an agency")
        fill(ada, agency_name=agency, kind=kind, agency_phone="555-0110")
        walk.press(ada, "Add the agency")
    look(ada)
    for name, role, agency in (
        ("Sol Vega", "SW", "Harbor child welfare"),
        ("Lou Hart", "SUP", "Harbor child welfare"),
        ("Ida Reyes", "CG", "The Reyes home"),
        ("Bee Watts", "ADV", "Open Hands"),
    ):
        walk.press(ada, "Add a person")
        ada.locator("select[name=agency]:visible").select_option(label=agency)
        email = f"{name.split()[0].lower()}@county.example"
        fill(ada, name=name, email=email, role=role, phone="555-0111")
        walk.press(ada, "Add and make a link")
        walk.links[name] = re.search(r"/i/[\w-]+", ada.inner_text("main code"))[0]
        look(ada)
        walk.press(ada, "Back to setup")
    assert "Nobody yet" not in ada.inner_text("main")
    walk.press(ada, "Sign out")
    assert "/sign-in/" in ada.url


def the_supervisor_keeps_the_rota(walk) -> Page:
    lou = comes_by_link(walk, "Lou Hart")
    walk.press(lou, "Rota")
    assert "nobody is on call" in lou.inner_text("main")
    lou.locator("select[name=seat]").select_option(label="Sol Vega")
    fill(lou, order="first", when="every", starts="00:00", ends="00:00")
    walk.press(lou, "Add")
    assert "Somebody is on call at every hour of this week." in lou.inner_text("main")
    look(lou)
    return lou


def the_worker_begins(walk) -> tuple[Page, str, str]:
    sol = comes_by_link(walk, "Sol Vega")
    walk.press(sol, "Begin with a young person")
    look(sol)
    fill(sol, used="Remy", pronoun="they", born=BORN)
    sol.locator("input[name=ticked][value=home]").check()
    walk.press(sol, "Begin")
    address = sol.url
    assert re.search(r"/y/[0-9a-f-]{36}/$", address)
    assert sol.inner_text("h1") == "Remy"
    walk.press(sol, "Where they live")
    sol.get_by_label("The Reyes home").check()
    walk.press(sol, "Keep this")
    walk.press(sol, "The whole team, and a way in")
    assert "The Reyes home" in sol.inner_text("main")
    sol.locator("select[name=seat]").select_option(label="Bee Watts, survivor advocate")
    sol.locator("select[name=footing]").select_option("CFT_832")
    walk.press(sol, "Put beside")
    look(sol)
    walk.press(sol, "Make a start code")
    look(sol)
    return sol, address, sol.inner_text("main code")


def the_young_person_comes_in_and_writes(walk, code: str) -> Page:
    remy = walk.open(scripts=False)
    remy.goto(f"{walk.houses.youth}/")
    walk.press(remy, "Come in")
    walk.press(remy, "I know this. Go on.")
    remy.locator("input[name=words]").fill(code.lower())
    walk.press(remy, "Come in")
    walk.press(remy, "Make five words")
    assert remy.locator("ol.words li").count() == 5
    walk.press(remy, "I have them")
    walk.press(remy, "My ways in")
    walk.press(remy, "Make a card")
    remy.goto(f"{walk.houses.youth}/")
    walk.press(remy, "People I trust")
    walk.press(remy, "Add somebody")
    fill(remy, name="Aunt Lu", reach="555-0112")
    remy.get_by_role("button", name="Keep it").click()
    remy.goto(f"{walk.houses.youth}/")
    walk.press(remy, "My plan")
    walk.press(remy, "What safe means to me")
    remy.locator("textarea[name=words]").fill(SAFE)
    remy.get_by_label("Sol Vega").check()
    walk.press(remy, "Keep it")
    assert SAFE in remy.inner_text("main")
    walk.press(remy, "Yes, this is my plan")
    assert "You said yes. Your worker has not yet." in remy.inner_text("main")
    return remy


def both_say_yes(walk, sol: Page, address: str, remy: Page) -> None:
    sol.goto(address)
    walk.press(sol, "Open the plan")
    assert SAFE in sol.inner_text("main")
    walk.press(sol, "I say yes to this plan")
    assert "Both said yes to these words" in sol.inner_text("main")
    look(sol)
    walk.press(sol, "Pocket card")
    remy.reload()
    assert "You and your worker agreed on this plan." in remy.inner_text("main")


def they_leave_and_come_home(walk, sol: Page) -> None:
    ida = comes_by_link(walk, "Ida Reyes")
    walk.press(ida, "NAME left", called="Remy left")
    look(ida)
    walk.press(ida, "NAME left", called="Remy left")
    assert "This does not call anyone." in ida.inner_text("main")
    assert ida.locator("main a[href^='tel:']").count()
    sol.goto(f"{walk.houses.team}/")
    walk.press(sol, "Open")
    sol.locator("input[name=state][value=missing]").check()
    walk.press(sol, "Open it")
    assert sol.locator("ul[aria-label=Duties] li").count() > 3
    look(sol)
    ida.goto(f"{walk.houses.team}/")
    ida.get_by_role("link", name="Remy", exact=True).first.click()
    walk.press(ida, "Home again")
    walk.press(ida, "They are home")
    assert ida.url.endswith("/welcome")
    look(ida)
    ida.goto(ida.url.replace("/welcome", "/later"))
    assert "They sleep first." in ida.inner_text("main")
    assert "This page opens" in ida.inner_text("main")
    ida.goto(ida.url.replace("/later", "/"))
    assert ida.get_by_role("link", name="Home again").count() == 1


def the_directory_holds_the_real_lines(walk, lou: Page) -> None:
    with SEED.open(encoding="utf-8") as file:
        rows = list(csv.DictReader(file))
    walk.press(lou, "Services")
    walk.press(lou, "Add a service")
    fill(lou, name_en="The Blue Door", name_es="La Puerta Azul", phone="555-0113", source="Called them", hours="24/7")
    lou.locator("select[name=main]").select_option(index=1)
    lou.locator("select[name=away_ok]").select_option("yes")
    walk.press(lou, "Save")
    walk.press(lou, "All services")
    walk.press(lou, "Help lines")
    said = lou.inner_text("main")
    assert [row["name_en"] for row in rows if row["name_en"] not in said] == []
    assert said.count("Not yet confirmed") == len(rows)
    look(lou)
    walk.press(lou, "Say what you found")
    lou.locator("input[name=answers][value=yes]").check()
    walk.press(lou, "Save what you found")
    assert lou.inner_text("main").count("Not yet confirmed") == len(rows) - 1


def anybody_finds_a_place_and_a_line(walk) -> None:
    page = walk.open()
    page.goto(f"{walk.houses.youth}/")
    walk.press(page, "Where can I go now")
    while "The Blue Door" not in page.inner_text("main"):  # the open ones first: it depends on the hour
        page.get_by_role("link", name="More places").click()
        page.wait_for_load_state()
    look(page, youth=True)
    page.goto(f"{walk.houses.youth}/")
    walk.press(page, "I'm not safe")
    assert page.locator("a[href='tel:988']").count()
    assert page.locator("a[href='tel:18008435200']").count()
    assert "Not yet confirmed by your county" in page.inner_text("main")
    look(page, youth=True)
    only_ours(page, walk.houses.youth)


def test_the_how_to_leads_from_an_empty_database_to_a_return_by_its_own_words(walk):
    the_administrator_sets_up(walk)
    lou = the_supervisor_keeps_the_rota(walk)
    sol, address, code = the_worker_begins(walk)
    remy = the_young_person_comes_in_and_writes(walk, code)
    both_say_yes(walk, sol, address, remy)
    they_leave_and_come_home(walk, sol)
    the_directory_holds_the_real_lines(walk, lou)
    anybody_finds_a_place_and_a_line(walk)
    assert walk.guide.pressed == walk.guide.named
    with psycopg.connect(walk.place.admin, dbname=walk.place.name) as admin:
        kept = admin.execute("SELECT is_open, back_at IS NULL FROM absences_status ORDER BY made_at").fetchall()
        assert kept == [(True, True), (False, False)]
