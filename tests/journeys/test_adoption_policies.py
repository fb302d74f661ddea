"""A policy from drafting to in use, a conflict until it is fixed, a protocol until it is signed: by keyboard alone."""

from __future__ import annotations

from datetime import timedelta

import pytest

from porchlight.adoption.files.rules import read_pdf
from tests.adoption import drafts
from tests.adoption.counties import make_county
from tests.adoption.policies_made import LAWFUL, today
from tests.journeys.keyboard import pick, press, tab_to, type_into
from tests.journeys.looking import look_every_way, only_ours
from tests.journeys.people import comes_in

pytestmark = pytest.mark.browser
BUTTON = "main form[action='{}'] button"


@pytest.fixture
def here(cast):
    return make_county(cast)


def window(visit, houses, member, address="/", **how):
    page = visit(**how)
    comes_in(page, houses.team, member)
    page.goto(f"{houses.team}{address}")
    return page


def type_day(page, selector, day):
    """A date field by its keys; the browser of these tests speaks the order of its own language."""
    tab_to(page, selector)
    page.keyboard.type(f"{day:%m%d%Y}")


def pick_by_name(page, selector, name):
    """An entry of a list by the name that it shows."""
    value = page.locator(f"{selector} option", has_text=name).first.get_attribute("value")
    pick(page, selector, value)


def test_s16b_a_lead_takes_a_policy_to_in_use_another_agency_names_a_conflict_and_the_lead_fixes_it(
    visit, houses, here
):
    agency = here.agencies["services"]
    lead = window(visit, houses, here["services.lead"], "/practice", scripts=True)
    press(lead, f"a[href='/policies/a/{agency}']")
    press(lead, "a[href='/policies/new']")
    type_into(lead, "[name=title]", "A bed stays a bed")
    pick_by_name(lead, "[name=owner]", here["services.manager"].name)
    tab_to(lead, "main details.more summary")
    lead.keyboard.press("Enter")
    tab_to(lead, "[name=serves][value=S4]")
    lead.keyboard.press("Space")
    pick(lead, "[name=survivors_asked]", "yes")
    type_into(lead, "[name=survivors_gave]", "They asked for a key of their own.")
    type_into(lead, "[name=body]", "## While away\n\nThe bed is kept.")
    look_every_way(lead)
    lead.set_viewport_size({"width": 320, "height": 740})
    press(lead, BUTTON.format("/policies/new"))
    policy = lead.url.removeprefix(houses.team)
    for state in ("drafting", "consulted", "adopted", "in_use"):
        pick(lead, "[name=state]", state)
        press(lead, BUTTON.format(f"{policy}/step"))
    assert "Version 1: in use" in look_every_way(lead)

    worker = window(visit, houses, here["probation.worker"], policy, lang="es")
    press(worker, "a[href^='/conflicts/new']")
    pick(worker, "[name=kind]", "absence_costs")
    type_into(worker, "[name=what]", "Page two takes points away after a night out.")
    look_every_way(worker)
    worker.set_viewport_size({"width": 320, "height": 740})
    press(worker, BUTTON.format("/conflicts/new"))
    conflict = worker.url.removeprefix(houses.team)
    look_every_way(worker)

    lead.set_viewport_size({"width": 320, "height": 740})
    lead.goto(f"{houses.team}/policies/a/{agency}")
    assert "not fixed yet" in look_every_way(lead)
    lead.set_viewport_size({"width": 320, "height": 740})
    press(lead, f"a[href='{conflict}']")
    pick_by_name(lead, "[name=owner]", here["services.manager"].name)
    type_day(lead, "[name=due]", today() + timedelta(days=14))
    press(lead, BUTTON.format(f"{conflict}/plan"))
    assert "To be fixed by" in look_every_way(lead)
    lead.set_viewport_size({"width": 320, "height": 740})
    type_into(lead, "[name=how]", "Page two is struck out.")
    press(lead, BUTTON.format(f"{conflict}/fixed"))
    assert "Fixed on" in look_every_way(lead)
    worker.goto(f"{houses.team}/policies")
    assert "Lo que va en contra" not in look_every_way(worker)
    only_ours(lead, houses.team)


def test_s16c_a_chair_writes_a_protocol_partners_answer_and_it_is_printed_and_kept_as_a_pdf(visit, houses, here):
    mark = drafts.one(here, drafts.in_force(here)).fingerprint
    chair = window(visit, houses, here["chair"], "/practice")
    press(chair, "a[href='/protocols']")
    tab_to(chair, "main details.more summary")
    chair.keyboard.press("Enter")
    type_into(chair, "[name=title]", "How we work together")
    press(chair, BUTTON.format("/protocols"))
    draft = chair.url.removeprefix(houses.team)
    protocol = draft.removesuffix("/draft")
    for section, body in LAWFUL.items():
        press(chair, f"a[href='{draft}/{section}']")
        type_into(chair, "[name=body]", body)
        press(chair, "main form#f button:last-of-type")
    for partner, agency in (("human_services", "services"), ("probation", "probation")):
        pick(chair, f"[name={partner}]", str(here.agencies[agency]))
    press(chair, BUTTON.format(f"{protocol}/partners"))
    look_every_way(chair)
    chair.set_viewport_size({"width": 320, "height": 740})
    press(chair, BUTTON.format(f"{protocol}/forward"))
    look_every_way(chair)

    signs = window(visit, houses, here["services.signatory"], "/practice")
    look_every_way(signs)
    signs.goto(f"{houses.team}{protocol}")
    signs.set_viewport_size({"width": 320, "height": 740})
    press(signs, BUTTON.format(f"{protocol}/1/sign"))
    declines = window(visit, houses, here["probation.signatory"], protocol)
    tab_to(declines, "main details.more summary")
    declines.keyboard.press("Enter")
    type_into(declines, "[name=because]", "We have no night desk yet.")
    press(declines, BUTTON.format(f"{protocol}/1/decline"))

    reads = window(visit, houses, here["advocates.worker"], protocol, lang="es")
    sheet = look_every_way(reads)
    for words in (here["services.signatory"].name, "We have no night desk yet.", mark):
        assert words in sheet
    reads.set_viewport_size({"width": 320, "height": 740})
    press(reads, f"a[href='{protocol}/1/print']")
    reads.emulate_media(media="print")
    assert not reads.locator(".staff-nav").is_visible()
    foot = reads.locator(".copy-line").inner_text()
    answer = reads.request.get(f"{houses.team}{protocol}/1/paper")
    assert foot in " ".join(read_pdf(answer.body()).text.split())


def test_no_page_of_policies_needs_a_script(visit, houses, here):
    lead = window(visit, houses, here["services.lead"], "/policies/new", scripts=False)
    lead.fill("[name=title]", "Doors stay open")
    lead.locator(BUTTON.format("/policies/new")).click()
    assert "Please pick who looks after it." in lead.inner_text("main")
    assert lead.input_value("[name=title]") == "Doors stay open"
    lead.select_option("[name=owner]", str(here["services.lead"].seat))
    lead.locator(BUTTON.format("/policies/new")).click()
    assert "Doors stay open" in lead.inner_text("h1")
