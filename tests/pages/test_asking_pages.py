"""Asking those on call: a number first; a button only when somebody would open it; a receipt that is true."""

from __future__ import annotations

import re

import pytest

from tests.messaging.household import make_household
from tests.pages.test_messages_pages import seen
from tests.support.client import team_browser, youth_browser

PROMISES = ("Sent", "moves on", "list of calls")


@pytest.fixture
def house(cast):
    return make_household(cast)


def after_number(page, address: str) -> str:
    """What comes after the number that a person answers now."""
    html = page.text(address)
    assert html.index('href="tel:') < html.index("</main>")
    return html[html.index('href="tel:') :]


@pytest.mark.parametrize("address", ["/n/8", "/n/9"])
def test_with_nobody_on_call_the_number_is_there_and_no_button(cast, house, address):
    with youth_browser(house.youth) as page:
        text = seen(page, address, house="youth")
        assert "555-0101" in text
        assert "the desk" in text
        assert "there is no button here" in text
        assert "<textarea" not in page.text(address)
        once = re.search(r'name="once" value="([^"]+)"', page.text(address)).group(1)
        answer = page.client.post(address, {"once": once, "words": "I'm at the park.", "reach": ""})
        assert answer.status_code == 422
        assert "We did not send this" in answer.content.decode()
        assert "at the park" in answer.content.decode()
        assert "No messages yet" in page.text("/n/6")


def test_with_somebody_on_call_their_number_stands_before_the_button(cast, house):
    house.put_on_call(first=house.ana)
    with youth_browser(house.youth) as page:
        text = seen(page, "/n/8", house="youth")
        assert "Call Ana 555-0142 on call now" in " ".join(text.split())
        rest = after_number(page, "/n/8")
        assert rest.index("What I must pass on: where you are") < rest.index("<textarea")
        assert rest.index("their lead") < rest.index("<textarea")


def test_the_receipt_says_what_is_so_at_every_step(cast, house):
    house.put_on_call(first=house.ana, second=house.sam, desk=house.lee)
    with youth_browser(house.youth) as page:
        thread = page.send("/n/8", words="", reach="Text 555-0150 after noon").headers["Location"]

        def receipt() -> str:
            return seen(page, thread, house="youth")

        assert "Nobody has read this yet. If you can, call." in receipt()
        assert "it moves on at" in receipt()
        assert "555-0142" in receipt()
        house.minutes_pass(10)
        assert "it goes on the list of calls to make at" in receipt()
        house.minutes_pass(10)
        assert "It is on the list of calls to make." in receipt()
    with team_browser(house.lee) as page:
        first = page.text("/")
        assert "Call now: Kit" in first
        assert "Text 555-0150 after noon" in first
    house.take_off_call()
    with youth_browser(house.youth) as page:
        assert "Nobody is on call now to read it. Please call the number." in receipt()
        assert "there is no button" in receipt()
    house.put_on_call(first=house.sam)
    with youth_browser(house.youth) as page:
        assert "It is on the list of calls to make." in receipt()
    address = f"/m/{thread.rsplit('/', 1)[1]}"
    with team_browser(house.sam) as page:
        text = seen(page, address, house="team")
        assert "Wants to come back" in text
        assert "Text 555-0150 after noon" in text
    with youth_browser(house.youth) as page:
        assert "Sam read it" in receipt()
        assert "When they write back, it is here." in receipt()
        assert not any(promise in receipt() for promise in PROMISES[1:])
    with team_browser(house.sam) as page:
        assert "Read, no answer yet" in page.text("/")
        page.send(address, words="I'm on my way to the phone.")
        assert "Waiting for you" not in page.text("/")
    with youth_browser(house.youth) as page:
        assert "on my way to the phone" in receipt()


def test_after_a_day_unread_the_receipt_says_so_and_the_lead_still_has_it(cast, house):
    house.put_on_call(first=house.ana)
    with youth_browser(house.youth) as page:
        thread = page.send("/n/9", words="A later curfew").headers["Location"]
        house.minutes_pass(24 * 60)
        assert "Nobody read this for a whole day." in seen(page, thread, house="youth")
    with team_browser(house.lead) as page:
        assert "Call now: Kit" in page.text("/")
    with youth_browser(house.youth) as page:
        page.send(thread, words="Still waiting")
        assert "it goes on the list of calls" in seen(page, thread, house="youth") or "moves on at" in page.text(thread)
    with team_browser(house.ana) as page:
        assert "To the people on call: Kit" in page.text("/")


def test_a_caregiver_asks_for_backup_with_a_number_first(cast, house):
    with team_browser(cast["CG"]) as page:
        address = f"/y/{house.youth}/backup"
        assert "I need backup tonight" in page.text(f"/y/{house.youth}/")
        assert "there is no button here" in seen(page, address, house="team")
        house.put_on_call(first=house.ana)
        text = seen(page, address, house="team")
        assert "Call Ana" in text
        answer = page.send(address, words="Company would help.", reach="555-0151")
        assert answer.status_code == 303
        thread = answer.headers["Location"]
        assert "Nobody has read this yet. If you can, call." in seen(page, thread, house="team")
    with team_browser(house.ana) as page:
        assert "To the people on call: Cg Person" in page.text("/")
        assert "Company would help." in seen(page, thread, house="team")
        page.send(thread, words="I'll call you now.")
    with team_browser(cast["CG"]) as page:
        assert "Ana read it" in seen(page, thread, house="team")
        assert "call you now" in page.text(thread)
    with team_browser(house.worker) as page:
        assert page.get(f"/y/{house.youth}/backup").status_code == 404


def test_a_call_that_was_made_by_phone_comes_off_the_list_and_the_asker_reads_who_called(cast, house):
    house.put_on_call(first=house.ana)
    address = f"/y/{house.youth}/backup"
    with team_browser(cast["CG"]) as page:
        thread = page.send(address, words="Company would help.", reach="555-0151").headers["Location"]
    house.minutes_pass(15)
    with team_browser(house.ana) as page:
        assert "Call now: Cg Person" in seen(page, "/", house="team")
        assert page.send(f"{thread}/called", page="/").headers["Location"] == thread
        assert "Ana reached them by phone" in seen(page, thread, house="team")
        assert "Call now" not in page.text("/")
        assert "We talked by phone" not in page.text(thread)
    with team_browser(cast["CG"]) as page:
        assert "Ana called" in seen(page, thread, house="team")
        assert "Nothing waits here any more." in page.text(thread)
        assert "We talked by phone" not in page.text(thread)


def test_the_rota_page_names_the_gaps_and_a_shift_can_be_added_and_ended(cast, house):
    with team_browser(house.lead) as page:
        assert "In these hours nobody is on call." in seen(page, "/rota", house="team")
        fields = {"seat": str(house.ana.seat), "order": "first", "when": "every", "starts": "00:00", "ends": "00:00"}
        assert page.send("/rota", **fields).status_code == 303
        text = seen(page, "/rota", house="team")
        assert "Somebody is on call at every hour of this week." in text
        assert "Every day 12:00 am" in text
        assert "12:00 am the next day" in text
        ending = re.search(r'action="(/rota/[0-9a-f-]+/end)"', page.text("/rota")).group(1)
        assert page.send(ending, page="/rota").status_code == 303
        assert "In these hours nobody is on call." in page.text("/rota")
        page.send("/rota", **fields)
        away = {**fields, "seat": "nobody", "when": "date", "day": "2026-12-24"}
        assert page.send("/rota", **away).status_code == 303
        assert "Nobody that day" in page.text("/rota")
        week = page.text("/rota?week=2026-12-24")
        assert "Week of Dec 21" in week
        assert "Thursday 12:00 am" in week
        assert page.get("/rota?week=nonsense").status_code == 200


@pytest.mark.parametrize(
    ("wrong", "sentence"),
    [
        ({"seat": ""}, "Please pick who."),
        ({"order": "third"}, "Please pick first, second or desk."),
        ({"starts": "08:10"}, "Please pick the hour when it begins."),
        ({"ends": ""}, "Please pick the hour when it ends."),
        ({"when": "date", "day": ""}, "Please pick the date."),
        ({"seat": "nobody"}, "Nobody can be picked for one date only."),
    ],
)
def test_a_shift_that_is_not_whole_comes_back_with_a_sentence_and_everything_typed(cast, wrong, sentence):
    house = make_household(cast)
    with team_browser(house.lead) as page:
        good = {"seat": str(house.ana.seat), "order": "first", "when": "2", "starts": "08:00", "ends": "18:00"}
        answer = page.send("/rota", **(good | wrong))
        assert answer.status_code == 422
        text = answer.content.decode()
        assert sentence in text
        kept = {name: value for name, value in good.items() if name not in wrong}
        assert all(f'value="{value}"' in text for value in kept.values())
        assert "No shifts yet" in text


def test_only_those_who_keep_the_rota_open_it_and_only_their_own(cast, house):
    house.put_on_call(first=house.ana)
    for member in (cast["CG"], cast["ADV"], cast["LE"]):
        with team_browser(member) as page:
            assert page.get("/rota").status_code == 404
    with team_browser(cast.quinn) as page:
        assert "Ana" not in page.text("/rota")
