"""From an empty county to a text in force with one dissent, pressing only what its how-to names."""

from __future__ import annotations

import re
import time
from pathlib import Path
from types import SimpleNamespace

import pytest
from playwright.sync_api import Page

from tests.journeys.empty import empty_database, said_by_init
from tests.journeys.guide import Guide
from tests.journeys.looking import look, only_ours
from tests.journeys.serving import serving

pytestmark = pytest.mark.browser
ROOT = Path(__file__).resolve().parents[2]
PASSWORD = "a kettle and two blue cups"
AGENCIES = {
    "Harbor child welfare": ("child_welfare", "SW", "Sol Vega", "We keep every door open and notice small steps."),
    "Harbor probation": ("probation", "PO", "Pat Reed", "We keep every door open and look at the whole of it."),
    "Open Hands": ("advocacy", "ADV", "Bee Watts", "We stay beside the young person and notice small steps."),
}
COMMITTEE = ("Harbor committee", "steering", "SC", "Kim Doe")
TEXT = "A young person leads. We make each day a little safer."
THOUGHT = "It holds at night, too."
LATE = "Bee Watts"  # the lead of an agency for which nobody signs until the text is closed
NO = "It does not say who answers at night."
HOUR = 60 * 60  # seconds


@pytest.fixture
def walk(visit, town):
    """The how-to, the houses on a new database, and everybody's link by name."""
    with empty_database(f"{town.name}_definition") as place:
        said = said_by_init(place, name="Ada Brooke", email="ada@county.example", address="")
        with serving(place.address()) as houses:
            link = re.search(r"/i/[\w-]+", said)
            assert link
            guide = Guide(ROOT / "docs" / "how-to" / "first-definition.md")
            yield SimpleNamespace(press=guide.press, guide=guide, houses=houses, open=visit, links={"Ada": link[0]})


def by_link(walk, name: str) -> Page:
    page = walk.open(width=1280)
    page.goto(f"{walk.houses.team}{walk.links[name]}")
    page.locator("input[name=password]").fill(PASSWORD)
    return page


def comes_in(walk, name: str) -> Page:
    page = by_link(walk, name)
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


def adds(walk, ada: Page, name: str, role: str, agency: str, *offices: str) -> None:
    walk.press(ada, "Add a person")
    ada.locator("select[name=agency]:visible").select_option(label=agency)
    fill(ada, name=name, email=f"{name.partition(' ')[0].lower()}@county.example", role=role, phone="555-0111")
    if offices:
        walk.press(ada, "Offices, for those who lead, train or sign")
    for office in offices:
        ada.locator(f"input[name=offices][value={office}]").check()
    walk.press(ada, "Add and make a link")
    walk.links[name] = re.search(r"/i/[\w-]+", ada.inner_text("main code"))[0]
    walk.press(ada, "Back to setup")


def the_administrator_names_who_acts(walk) -> None:
    ada = by_link(walk, "Ada")
    ada.get_by_role("button", name="Come in").click()
    ada.wait_for_url(f"{walk.houses.team}/")
    walk.press(ada, "Setup")
    committee, kind, role, chair = COMMITTEE
    walk.press(ada, "Add an agency")
    for agency, its_kind in ((committee, kind), *((name, told[0]) for name, told in AGENCIES.items())):
        fill(ada, agency_name=agency, kind=its_kind, agency_phone="555-0110")
        walk.press(ada, "Add the agency")
        assert f"{agency} is in the list" in ada.inner_text("main")
    adds(walk, ada, chair, role, committee, "chair")
    for agency, (_kind, its_role, lead, _words) in AGENCIES.items():
        adds(walk, ada, lead, its_role, agency, "lead", *(["signatory"] if lead != LATE else []))
    adds(walk, ada, "Ida New", "SW", "Harbor child welfare")
    ada.locator("li", has_text="Ida New").get_by_role("button", name="Make a link").click()
    walk.guide.pressed.add("Make a link")
    walk.links["Ida New"] = re.search(r"/i/[\w-]+", ada.inner_text("main code"))[0]
    walk.press(ada, "Back to setup")
    walk.press(ada, "Offices")
    assert "Agency lead" in ada.inner_text("main")
    look(ada)


def gives(walk, page: Page, name: str, office: str) -> None:
    seat = page.locator("select[name=seat] option").filter(has_text=name).first.get_attribute("value")
    fill(page, seat=seat)
    page.locator(f"input[name=office][value={office}]").check()
    walk.press(page, "Give it")


def each_agency_says_how_it_puts_it(walk) -> dict[str, Page]:
    leads = {}
    for _kind, _role, lead, words in AGENCIES.values():
        page = leads[lead] = comes_in(walk, lead)
        assert "Your agency has not written yet" in page.inner_text("main")
        walk.press(page, "Your agency's words")
        fill(page, words=words)
        walk.press(page, "Keep these words")
        assert "Your words are kept." in page.inner_text("main")
        page.goto(f"{walk.houses.team}/")
        assert "Your agency has not written yet" not in page.inner_text("main")
    return leads


def the_chair_drafts(walk) -> Page:
    kim = comes_in(walk, COMMITTEE[3])
    assert "a draft is yours to open" in kim.inner_text("main")
    walk.press(kim, "Open the definition")
    walk.press(kim, "Side by side")
    assert kim.locator("main section.card").count() == 3
    assert not kim.locator("main ins, main del").count()
    kim.get_by_label("Mark what differs from the first").check()
    kim.get_by_role("button", name="Show these").click()
    kim.wait_for_load_state()
    assert kim.locator("main section.card ins").count()
    look(kim)
    walk.press(kim, "Our practice")
    walk.press(kim, "Open the definition")
    walk.press(kim, "Open a draft")
    walk.press(kim, "Add a part")
    fill(kim, heading="What we mean", words=TEXT, heading_es="Lo que decimos", words_es="La persona joven guía.")
    walk.press(kim, "Save it")
    walk.press(kim, "Take over ready sentences")
    kim.locator("input[value=w-door]").check()
    kim.locator("input[value=w-blame]").check()
    kim.locator("input[value=t-safe]").check()
    walk.press(kim, "Take these over")
    part = kim.locator("section.passage").filter(has=kim.get_by_role("button", name="Move up"))
    moved = part.first.get_attribute("id")
    walk.press(kim, "Move up")
    assert kim.url.endswith(f"#{moved}")
    assert kim.evaluate("document.activeElement.id") == moved
    assert not kim.locator(f"#{moved}").get_by_role("button", name="Move up").count()
    walk.press(kim, "Add the young people's text")
    fill(kim, words="We say what safe is. You stay near.")
    walk.press(kim, "Save it")
    walk.press(kim, "Who wrote it")
    fill(kim, youth="The county's youth board")
    walk.press(kim, "Keep this")
    look(kim)
    return kim


def somebody_comments(walk, kim: Page, pat: Page) -> None:
    walk.press(pat, "Our practice")
    walk.press(pat, "Open the definition")
    pat.get_by_role("link", name="Version 1, a draft").click()
    walk.press(pat, "Comment")
    fill(pat, words=THOUGHT)
    walk.press(pat, "Send the comment")
    kim.goto(f"{walk.houses.team}/")
    assert "1 comment has no answer yet." in kim.inner_text("main")
    walk.press(kim, "Read the draft")
    kim.get_by_role("link", name="1 comment").click()
    kim.get_by_label("Taken in", exact=True).check()
    walk.press(kim, "Keep this answer")
    pat.goto(f"{walk.houses.team}/")
    pat.get_by_role("link", name="Answered: your comment on “What we mean”").click()
    assert "Taken in" in pat.inner_text("main")
    pat.goto(f"{walk.houses.team}/")
    assert "Answered:" not in pat.inner_text("main")
    walk.press(kim, "Change this part")
    fill(kim, words=f"{TEXT} {THOUGHT}")
    walk.press(kim, "Save it")
    assert "What we mean: the English was changed after the Spanish" in kim.inner_text("main")


def the_agencies_answer(walk, kim: Page, leads: dict[str, Page]) -> None:
    walk.press(kim, "Close the text")
    assert kim.locator("input[name=asked]:checked").count() == 2
    assert f"Nobody signs for them yet. Their lead, {LATE}, or the administrator" in kim.inner_text("main")
    kim.get_by_label(re.compile("^Open Hands")).check()
    walk.press(kim, "Close the text and ask them")
    assert "No answer yet from: Harbor child welfare, Harbor probation, Open Hands" in kim.inner_text("main")
    walk.press(kim, "Name a day for answers")
    look(kim)
    fill(kim, day="2099-12-31")
    walk.press(kim, "Ask for answers by this day")
    text = kim.url
    kim.goto(f"{walk.houses.team}/harm-reduction")
    assert "have until Dec 31, 2099. No answer yet is not a no." in kim.inner_text("main")
    look(kim)
    kim.goto(text)
    for lead, page in leads.items():
        page.goto(f"{walk.houses.team}/")
        if lead == LATE:
            walk.press(page, "Name who signs")
            gives(walk, page, lead, "signatory")
            page.goto(f"{walk.houses.team}/")
        assert "Answers are asked for by Dec 31, 2099." in page.inner_text("main")
        walk.press(page, "Answer for your agency")
        page.locator(f"input[value={'dissents' if lead == LATE else 'ratifies'}]").check()
        fill(page, reason=NO if lead == LATE else "")
        walk.press(page, "Sign it")
        assert lead in page.inner_text("main")


def it_comes_in_force(walk, kim: Page) -> None:
    kim.goto(f"{walk.houses.team}/")
    walk.press(kim, "Open the text")
    sheet = kim.request.get(kim.url + "/paper")
    assert sheet.body().startswith(b"%PDF-")
    assert kim.get_by_role("link", name="Open the PDF").get_attribute("href") in sheet.url
    walk.guide.pressed.add("Open the PDF")  # a browser without a window keeps a PDF and shows no page
    walk.press(kim, "Declare it in force")
    said = kim.inner_text("body")
    assert "dissents" in kim.locator("li.row", has_text="Open Hands").inner_text()
    assert NO in said
    look(kim)
    walk.press(kim, "Publish it")
    assert "Published on" in kim.inner_text("main")
    kim.get_by_role("link", name="/published").click()
    assert "What harm reduction means here" in kim.inner_text("main")
    assert "in young people's words" in kim.inner_text("main")


def whoever_signs_in_next_is_shown_it_once(walk) -> None:
    ida = by_link(walk, "Ida New")
    walk.press(ida, "Come in")
    assert ida.url.endswith("/definition/first")
    assert THOUGHT in ida.inner_text("main")
    look(ida)
    walk.press(ida, "I have seen it")
    assert ida.url == f"{walk.houses.team}/"
    ida.wait_for_timeout(11_000)  # a process reads the foot anew every ten seconds
    ida.reload()
    assert "version 1 in force since" in " ".join(ida.inner_text("footer").split())
    only_ours(ida, walk.houses.team)


def test_s16d_the_how_to_leads_from_an_empty_county_to_a_ratified_text_with_one_dissent(walk):
    began = time.monotonic()
    the_administrator_names_who_acts(walk)
    leads = each_agency_says_how_it_puts_it(walk)
    kim = the_chair_drafts(walk)
    somebody_comments(walk, kim, leads["Pat Reed"])
    the_agencies_answer(walk, kim, leads)
    it_comes_in_force(walk, kim)
    whoever_signs_in_next_is_shown_it_once(walk)
    assert walk.guide.pressed == walk.guide.named
    assert time.monotonic() - began < HOUR / 12, "a browser that reads nothing needs a small part of a person's hour"
