"""The pages of coming home, as the people of the cast meet them."""

from __future__ import annotations

import re
from datetime import timedelta

import pytest
from django.db import connections
from django.test.utils import CaptureQueriesContext

from tests.lints.html import inspect
from tests.lints.visible import visible_blocks

PAGES = ("back", "welcome", "bed", "later", "agreed")
MOST_STATEMENTS = 12
BOOKKEEPING = re.compile(r"^(BEGIN|COMMIT|SAVEPOINT|RELEASE|ROLLBACK)")
LINK = re.compile(r'(?:href|action)="(/y/[^"]+)"')


@pytest.fixture
def home(cast):
    from tests.absences.homecoming import Scene

    return Scene(cast)


def shown(response) -> str:
    return "\n".join(visible_blocks(response.content.decode()))


def back_form(browser, youth, **fields):
    return browser.send(f"/y/{youth}/back", **fields)


def test_the_county_stands_behind_whoever_opens_the_door(home):
    youth = home.young_person()
    home.leave(youth)
    with home.browser("CG") as page:
        assert f'href="/y/{youth}/back"' in page.text(f"/y/{youth}/")
        text = shown(page.get(f"/y/{youth}/back"))
    lines = [
        "Opening the door tonight is the right thing.",
        "Only the button is needed.",
        "Say that you are glad they came.",
        "Offer food and a warm",
    ]
    lines += ["Let them sleep.", "Ask if anything hurts."]
    places = [text.index(line) for line in lines]
    assert places == sorted(places)


def test_one_button_is_enough(home):
    from porchlight.absences import api as absences

    youth = home.young_person()
    home.leave(youth)
    with home.browser("CG") as page:
        answer = back_form(page, youth)
        assert (answer.status_code, answer["Location"]) == (303, f"/y/{youth}/welcome")
        assert "Thank you for opening the door" in shown(page.get(answer["Location"]))
    with home.seen_by("SW") as sw:
        assert absences.home_now(youth, by=sw).back.back_at == home.night
        assert not absences.home_now(youth, by=sw).is_away


def test_told_twice_shows_the_welcome_all_the_same(home):
    youth = home.young_person()
    home.leave(youth)
    for role in ("CG", "CG", "SW"):
        with home.browser(role) as page:
            answer = page.client.get(back_form(page, youth)["Location"])
            assert "Glad they are here." in shown(answer)


def test_the_same_form_sent_twice_is_one_return(home):
    from porchlight.absences.return_models import Return
    from tests.support.client import ONCE

    youth = home.young_person()
    with home.browser("CG") as page:
        once = ONCE.search(page.text(f"/y/{youth}/back")).group(1)
        for _time in (1, 2):
            assert page.client.post(f"/y/{youth}/back", {"once": once, "kind_word": "Hi"}).status_code == 303
    with home.seen_by("SW"):
        assert Return.objects.filter(youth_id=youth).count() == 1


def test_what_they_want_first_stands_on_the_welcome_and_what_hurts_shows_the_number(home):
    youth = home.young_person()
    with home.browser("CG") as page:
        back_form(page, youth, first_needs=["F01", "F12"], urgent=["injury"], came_how="W08")
        text = shown(page.get(f"/y/{youth}/welcome"))
    assert "Food\nCall a person I choose" in text
    assert "This page calls nobody." in text
    assert "911" in text


def test_a_time_that_has_not_come_loses_nothing_that_was_typed(home):
    youth = home.young_person()
    with home.browser("CG") as page:
        answer = back_form(page, youth, back_at="2026-11-23T09:00", kind_word="So good to see you", first_needs=["F03"])
    html = answer.content.decode()
    assert answer.status_code == 422
    assert "That time has not come yet." in html
    assert 'value="So good to see you"' in html
    assert re.search(r'value="F03"[^>]*checked', html)


def test_no_reason_is_asked_and_no_field_is_required(home):
    youth = home.young_person()
    with home.browser("CG") as page:
        html = page.text(f"/y/{youth}/back")
    names = set(re.findall(r'name="(\w+)"', html.split("<main")[1]))
    assert names == {"once", "back_at", "about", "came_how", "first_needs", "urgent", "kind_word"}
    assert " required" not in html
    assert "W12" not in html


def everything_reachable(page, start: str, *, most: int = 60) -> dict[str, str]:
    """Every page of this young person that links and forms lead to from `start`; a broken one holds no form."""
    page.client.raise_request_exception = False
    found, waiting = {}, [start]
    while waiting and len(found) < most:
        address = waiting.pop()
        if address not in found:
            answer = page.get(address)
            found[address] = answer.content.decode() if answer.status_code == 200 else ""
            waiting += LINK.findall(found[address])
    return found


@pytest.mark.parametrize("role", ["CG", "SW", "SUP"])
@pytest.mark.parametrize("hours", [0, 11])
def test_no_path_on_the_night_of_return_reaches_a_form_about_agreements(home, role, hours):
    youth = home.young_person()
    home.agree(youth, also_when_seeking_help=True)
    home.leave(youth)
    home.come_back(youth, came_how="W08")
    with home.browser(role, at=home.night + timedelta(hours=hours)) as page:
        pages = everything_reachable(page, f"/y/{youth}/") | everything_reachable(page, f"/y/{youth}/welcome")
        pages |= {address: page.text(address) for address in (f"/y/{youth}/later", f"/y/{youth}/agreed")}
    assert f"/y/{youth}/back" in pages
    for address, html in pages.items():
        for field in ('name="agreed"', 'name="kind"', 'name="what"', 'name="hours"', 'name="they_say"'):
            assert field not in html, address


@pytest.mark.parametrize("role", ["CG", "SW"])
def test_a_form_kept_from_another_day_saves_nothing_on_the_night_of_return(home, role):
    from tests.absences.homecoming import AGREEMENT

    youth = home.young_person()
    home.leave(youth)
    home.come_back(youth)
    sent = {key: AGREEMENT[key] for key in ("kind", "what", "why")} | {"hours": "24", "yes": ["youth", "home"]}
    with home.browser(role) as page:
        assert page.send(f"/y/{youth}/later", page=f"/y/{youth}/back", agreed="none").status_code == 422
        answer = page.send(f"/y/{youth}/agreed", page=f"/y/{youth}/back", **sent)
        assert answer.status_code == 422
        assert "They sleep first." in shown(answer)


def test_the_day_after_begins_at_none_needed_with_what_was_recognised_first(home):
    youth = home.young_person()
    home.agree(youth)
    home.leave(youth)
    home.come_back(youth, came_how="W08", kind_word="Good to hear you laugh")
    with home.browser("CG", at=home.next_day) as page:
        html = page.text(f"/y/{youth}/later")
        assert html.index("Good to hear you laugh") < html.index("None needed") < html.index("Text by 9 pm")
        assert re.findall(r'value="([^"]+)"[^>]*checked', html) == ["none"]
        assert page.send(f"/y/{youth}/later", agreed="none").status_code == 303
        assert "None needed. That is settled." in shown(page.get(f"/y/{youth}/later"))


def test_what_they_agreed_to_says_when_it_is_over_and_can_be_let_go(home):
    youth = home.young_person()
    home.agree(youth, hours=12)
    home.leave(youth)
    home.come_back(youth, came_how="W08")
    with home.browser("CG", at=home.next_day) as page:
        offer = re.search(r'name="agreed" value="([0-9a-f-]{36})"', page.text(f"/y/{youth}/later")).group(1)
        page.send(f"/y/{youth}/later", agreed=offer, they_say="OK for me")
        text = page.text(f"/y/{youth}/later")
        assert "Over on Nov 23, 4:00 am." in text
        assert "OK for me" in text
        page.send(f"/y/{youth}/later", agreed="none")


def test_a_right_cannot_be_saved_and_the_page_names_it(home):
    youth = home.young_person()
    sent = {"kind": "other", "what": "No dinner after nine", "why": "It got late", "hours": "24"}
    with home.browser("CG") as page:
        answer = page.send(f"/y/{youth}/agreed", **sent, yes=["youth", "home"])
        assert answer.status_code == 422
        assert "Theirs by right: food, at any time." in shown(answer)
        assert 'value="No dinner after nine"' in answer.content.decode()
        assert "Nothing is agreed" in shown(page.get(f"/y/{youth}/agreed"))


def test_an_agreement_needs_both_yeses_and_can_be_ended_from_the_same_page(home):
    youth = home.young_person()
    sent = {"kind": "plan_review", "what": "We look at the plan", "why": "It may need a new idea", "hours": "4"}
    with home.browser("SW") as page:
        assert page.send(f"/y/{youth}/agreed", **sent, yes=["home"]).status_code == 422
        assert page.send(f"/y/{youth}/agreed", **sent, yes=["youth", "home", "help"]).status_code == 303
        html = page.text(f"/y/{youth}/agreed")
        assert "Yes also when they come by themselves." in html
        rule = re.search(r'name="rule" value="([0-9a-f-]{36})"', html).group(1)
    with home.browser("CG") as page:
        page.send(f"/y/{youth}/agreed/end", page=f"/y/{youth}/agreed", rule=rule)
        assert "Nothing is agreed" in shown(page.get(f"/y/{youth}/agreed"))


def test_the_bed_form_shows_what_they_read_and_asks_for_what_is_missing(home):
    youth = home.young_person()
    home.leave(youth)
    with home.browser("CG") as page:
        assert "We don't know yet where your bed is tonight. Call and ask: 555-0101" in shown(
            page.get(f"/y/{youth}/bed")
        )
        for wrong in ({}, {"state": "held_open"}, {"state": "held_open", "last_night": "2026-11-20"}):
            assert page.send(f"/y/{youth}/bed", **wrong).status_code == 422
        assert page.send(f"/y/{youth}/bed", state="not_held", last_night="2026-11-22").status_code == 422
        assert page.send(f"/y/{youth}/bed", state="held_open", last_night="2026-11-30").status_code == 303
        text = shown(page.get(f"/y/{youth}/bed"))
    assert "Your bed is here tonight, at any hour." in text
    assert "Last night of this: Nov 30." in text


def test_in_spanish_the_door_and_the_bed_speak_spanish(home, absences_api):
    youth = home.young_person()
    home.bed(youth, state=absences_api.BedState.OPEN, last_night=home.next_day.date())
    with home.seen_by("CG") as caregiver:
        word, lines = absences_api.door_words("es")
        line = absences_api.home_now(youth, by=caregiver).line
    assert word.startswith("Abrir la puerta esta noche es lo correcto.")
    assert lines[1] == "Ofrece comida y algo caliente de tomar."
    assert absences_api.say_bed(line, language="es", to_youth=False).startswith("Su cama está guardada esta noche")


@pytest.fixture
def absences_api(cast):
    from porchlight.absences import api

    return api


def test_the_talk_is_booked_with_whom_they_chose_and_nobody_asks_twice(home):
    youth = home.young_person()
    home.come_back(youth)
    address = f"/y/{youth}/talk"
    with home.browser("SW", at=home.next_day) as page:
        assert page.send(address, wish="booked").status_code == 422
        assert page.send(address, wish="booked", **{"with": str(home.cast["CG"].seat)}).status_code == 303
        text = shown(page.get(address))
        assert "With Cg Person, caregiver, Nov 25. Nobody is told by this page: please tell them." in text
        told = {"why_they_left": "declined", "time_away": "not_asked_no_quiet_place"}
        assert page.send(f"{address}/told", page=address, **told).status_code == 303
        html = page.text(address)
    assert 'name="why_they_left"' not in html
    assert 'name="time_away"' in html
    assert "Please don't ask again." in html or "Please don&#39;t ask again." in html


def test_without_a_return_the_talk_page_leads_to_one(home):
    youth = home.young_person()
    with home.browser("SW") as page:
        assert "No return is recorded" in shown(page.get(f"/y/{youth}/talk"))


def test_a_clinician_may_note_codes_and_sees_no_booking(home):
    youth = home.young_person()
    home.come_back(youth)
    with home.browser("BH", at=home.next_day) as page:
        html = page.text(f"/y/{youth}/talk")
        assert 'name="wish"' not in html
        told = {"time_away": "answered"}
        assert page.send(f"/y/{youth}/talk/told", page=f"/y/{youth}/talk", **told).status_code == 303
        assert page.send(f"/y/{youth}/talk", wish="later").status_code == 404


def test_the_worker_meets_who_came_home_on_the_first_page_and_the_whole_on_theirs(home):
    youth = home.young_person(name="Sol")
    home.come_back(youth, came_how="W05", first_needs=("F09",))
    with home.browser("SW", at=home.next_day) as page:
        assert "Came home lately" in shown(page.get("/"))
        text = page.text(f"/y/{youth}/")
    assert "With advocate" in text
    assert "Warm drink" in text


@pytest.mark.parametrize("address", [*PAGES, "talk"])
def test_quinn_and_the_uninvited_find_nothing(home, address):
    youth = home.young_person()
    for role, status in (("quinn", 404), ("PH", 404), ("ED", 404)):
        with home.browser(role) as page:
            assert page.get(f"/y/{youth}/{address}").status_code == status, role


def test_a_caregiver_finds_no_talk_page(home):
    youth = home.young_person()
    with home.browser("CG") as page:
        assert page.get(f"/y/{youth}/talk").status_code == 404


@pytest.mark.parametrize("when", ["night", "next_day"])
def test_every_page_is_whole_html_and_costs_at_most_twelve_statements(home, when):
    from porchlight.absences import api as absences

    youth = home.young_person()
    home.agree(youth)
    home.leave(youth)
    home.bed(youth, state=absences.BedState.CALL_FIRST, last_night=home.next_day.date(), call="555-0133")
    home.come_back(youth, came_how="W08", kind_word="Good to see you", first_needs=("F01",))
    roles = {"CG": ("", *PAGES), "SW": (*PAGES, "talk")}
    for role, addresses in roles.items():
        with home.browser(role, at=getattr(home, when)) as page:
            for address in addresses:
                with CaptureQueriesContext(connections["default"]) as asked:
                    answer = page.get(f"/y/{youth}/{address}")
                assert answer.status_code == 200, (role, address)
                assert inspect(answer.content.decode(), house="team", path=address) == []
                real = [one["sql"] for one in asked if not BOOKKEEPING.match(one["sql"])]
                assert len(real) <= MOST_STATEMENTS, (role, address, len(real), real)


def test_the_young_person_reads_the_bed_where_they_ask_to_come_back_and_no_clock(home):
    from porchlight.absences import api as absences
    from porchlight.kernel import clock
    from tests.support.client import youth_browser

    youth = home.young_person()
    home.leave(youth)
    with clock.standing_still(home.night), youth_browser(youth) as page:
        assert "bed" not in shown(page.get("/n/8"))
    home.bed(youth, role="CG", state=absences.BedState.OPEN, last_night=home.next_day.date())
    for accept, line in (
        ("en", "Your bed is here tonight, at any hour."),
        ("es", "Tu cama está aquí esta noche, a cualquier hora."),
    ):
        with clock.standing_still(home.night), youth_browser(youth, accept=accept) as page:
            html = page.text("/n/8")
            assert line in html
            assert html.index("tel:") < html.index(line)
            assert "<time" not in html
            assert line not in page.text("/n/9")
    with clock.standing_still(home.night + timedelta(days=3)), youth_browser(youth) as page:
        assert "bed" not in shown(page.get("/n/8"))
