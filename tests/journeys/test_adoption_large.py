"""Where an agency has hundreds and a form comes back: found by name, by keyboard alone; text and file are there."""

from __future__ import annotations

import re

import pytest

from porchlight.kernel.ids import new_id
from porchlight.project.stage import acting, in_house
from porchlight.teams.models import Seat
from tests.adoption.counties import make_county
from tests.adoption.guides import add, send
from tests.adoption.test_files_and_publishing import a_pdf
from tests.journeys.keyboard import pick, press, tab_to, type_into
from tests.journeys.looking import look_every_way, only_ours
from tests.journeys.people import comes_in

pytestmark = pytest.mark.browser
FORM = "main form[action='/policies/new']"


@pytest.fixture
def large(cast):
    """A county whose first agency has a hundred and twenty more people."""
    county = make_county(cast)
    worker = county["services.worker"]
    kept = {"agency_id": worker.agency, "role": worker.role}
    with in_house("team"), acting(cast.administrator):
        Seat.objects.bulk_create([Seat(name=f"Ana Moss {n}", person_id=new_id(), **kept) for n in range(120)])
    return county


def window(visit, houses, member, address):
    page = visit()
    comes_in(page, houses.team, member)
    page.goto(f"{houses.team}{address}")
    return page


def test_a_lead_finds_a_colleague_by_name_and_keeps_text_and_file(visit, houses, large):
    lead = window(visit, houses, large["services.lead"], "/policies/new")
    look_every_way(lead)
    assert lead.locator("[name=owner] option").count() == 51, "fifty, and the line that asks to pick one"
    lead.set_viewport_size({"width": 320, "height": 740})
    type_into(lead, "[name=title]", "A bed stays a bed")
    type_into(lead, "[name=find]", "worker services")
    lead.set_input_files(
        "[name=file]", {"name": "beds.pdf", "mimeType": "application/pdf", "buffer": a_pdf("One bed.")}
    )
    press(lead, f"{FORM} button[value=find]")
    found = look_every_way(lead)
    assert "Your file beds.pdf is kept. Pick another one to replace it." in found
    assert lead.input_value("[name=title]") == "A bed stays a bed"
    assert lead.locator("[name=owner] option").count() == 2
    lead.set_viewport_size({"width": 320, "height": 740})
    pick(lead, "[name=owner]", str(large["services.worker"].seat))
    press(lead, f"{FORM} > button:last-of-type")
    kept = look_every_way(lead)
    assert large["services.worker"].name in kept
    assert lead.locator("a[href$='/file']").count() == 1
    only_ours(lead, houses.team)


def test_s16c_a_sender_walks_from_page_to_page_to_the_last_name(visit, houses, large):
    sending = send(large, add(large))
    chair = window(visit, houses, large["chair"], f"/guidance/sent/{sending}")
    tab_to(chair, "main details.more summary")
    chair.keyboard.press("Enter")
    first = look_every_way(chair)
    assert "1 to 100 of 125, by name." in first
    chair.set_viewport_size({"width": 320, "height": 740})
    press(chair, "main a[href*='after=']")
    second = look_every_way(chair)
    assert "101 to 125 of 125, by name." in second
    read = set(re.findall(r"Ana Moss \d+", first + second))
    assert read == {f"Ana Moss {number}" for number in range(120)}
