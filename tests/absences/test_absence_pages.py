"""Days, leaving, absences and duties as their people meet them in the product."""

from __future__ import annotations

import re
from datetime import timedelta

import pytest

from porchlight.kernel import clock
from tests.absences.rooms import absences, acting, in_house, leaving
from tests.support.client import team_browser

TRUTH = "This does not call anyone"
CALM = {"gate-court_limited": "no", "gate-part_of_harm": "no"}


def begin(young, **values):
    with in_house("team"), acting(young.seat("SW")) as sw:
        return leaving.begin_absence(young.youth, state="missing", by=sw, **values)


def duty_address(page: str, name: str) -> str:
    return re.search(rf'href="(/y/[0-9a-f-]+/duty/[0-9a-f-]+)">{re.escape(name)}<', page).group(1)


def test_a_caregiver_says_today_in_one_tap_and_the_week_in_one_form(ari):
    with team_browser(ari.cast["CG"]) as page:
        assert page.send(f"/y/{ari.youth}/days", status="home").status_code == 303
        assert 'aria-pressed="true"' in page.text(f"/y/{ari.youth}/days")
        today = clock.county_time(clock.now()).date()
        week = {f"day-{today}": "away", f"day-{today - timedelta(days=1)}": "elsewhere"}
        assert page.send(f"/y/{ari.youth}/week", **week).status_code == 303
        shown = page.text(f"/y/{ari.youth}/days")
        assert shown.count("Nobody has said yet") == 5
        assert "put right later" in shown


def test_the_tap_is_one_button_and_the_page_says_truthfully_that_it_calls_nobody(ari, county_says):
    county_says(desk__staffed=False, desk__number="")
    with team_browser(ari.cast["CG"]) as page:
        before = page.text(f"/y/{ari.youth}/left")
        assert TRUTH in before
        assert "tel:5550110" in before
        assert "tel:5550111" in before
        assert page.send(f"/y/{ari.youth}/left").status_code == 303
        after = page.text(f"/y/{ari.youth}/left")
        assert TRUTH in after
        assert "Nobody has it yet" in after
        assert after.count("<dd>Not yet</dd>") == 2


def test_in_a_county_with_a_desk_the_page_waits_for_a_person_there(ari, county_says):
    county_says(desk__staffed=True, desk__number="555-0120")
    with team_browser(ari.cast["CG"]) as page:
        page.send(f"/y/{ari.youth}/left")
        waits = page.text(f"/y/{ari.youth}/left")
        assert TRUTH not in waits
        assert "has not said yet that they have this" in waits
        assert "tel:5550120" in waits
    with in_house("team"), acting(ari.seat("SW")) as sw:
        absences.acknowledge_leaving(ari.youth, tap=absences.latest_tap(ari.youth, by=sw).id, by=sw)
    with team_browser(ari.cast["CG"]) as page:
        has_it = page.text(f"/y/{ari.youth}/left")
        assert "A person has it" in has_it
        assert "Nobody has it yet" not in has_it


@pytest.mark.parametrize("staffed", [True, False])
def test_calling_is_said_apart_from_being_heard(ari, county_says, staffed):
    county_says(desk__staffed=staffed, desk__number="555-0120")
    with team_browser(ari.cast["CG"]) as page:
        page.send(f"/y/{ari.youth}/left")
        page.send(f"/y/{ari.youth}/left/called", page=f"/y/{ari.youth}/left")
        shown = page.text(f"/y/{ari.youth}/left")
        assert "Nobody has it yet" in shown
        assert shown.count("<dd>Not yet</dd>") == 1


def test_a_time_that_has_not_come_is_not_kept_and_nothing_typed_is_lost(ari):
    with team_browser(ari.cast["CG"]) as page:
        answer = page.send(f"/y/{ari.youth}/left", left_at="2999-01-01T10:00")
        assert answer.status_code == 422
        assert 'value="2999-01-01T10:00"' in answer.content.decode()


def test_a_tap_stands_first_on_the_workers_first_page_and_one_tap_takes_it(alone):
    with team_browser(alone.cast["CG"]) as page:
        page.send(f"/y/{alone.youth}/left")
    with team_browser(alone.cast["SW"]) as page:
        assert "Ari: nobody has said yet that they have this" in page.text("/")
        absence = f"/y/{alone.youth}/absence"
        tap = re.search(rf'action="({absence}/tap/[0-9a-f-]+)"', page.text(absence)).group(1)
        assert page.send(tap, page=absence).status_code == 303
        assert "somebody has this, and has not decided yet" in page.text("/")


def test_what_the_desk_is_told_by_phone_says_so(ari):
    with team_browser(ari.cast["SW"]) as page:
        assert page.send(f"/y/{ari.youth}/left").status_code == 422
        assert page.send(f"/y/{ari.youth}/left", heard="phone").status_code == 303
        assert "(By phone)" in page.text(f"/y/{ari.youth}/left")


def test_a_worker_opens_an_absence_reaches_out_and_sees_time_since_contact(alone):
    absence = f"/y/{alone.youth}/absence"
    with team_browser(alone.cast["SW"]) as page:
        assert page.send(absence, state="missing").status_code == 303
        shown = page.text(absence)
        assert "No contact yet" in shown
        assert "0 of 9 notices done" in shown
        assert "Every service stays open while Ari is away" in shown
        sent = page.send(f"/y/{alone.youth}/contact", result="C4", channel="call", effort="E01")
        assert sent.status_code == 303
        assert "Last contact 0 min ago" in page.text("/")
        assert "A call: Youth called or texted. Talked." in page.text(absence)


def test_the_contact_page_asks_three_things_and_never_where(ari):
    with team_browser(ari.cast["SW"]) as page:
        shown = page.text(f"/y/{ari.youth}/contact")
        names = set(re.findall(r'name="([^"]+)"', shown)) - {"once", "viewport", "color-scheme", "lang", "back"}
        assert names == {"result", "channel", "effort", "at"}
        assert page.send(f"/y/{ari.youth}/contact", channel="call").status_code == 422


def test_a_home_keeps_a_contact_in_two_taps(ari):
    with team_browser(ari.cast["CG"]) as page:
        assert 'name="effort"' not in page.text(f"/y/{ari.youth}/contact")
        assert page.send(f"/y/{ari.youth}/contact", result="C3", channel="text").status_code == 303
    with in_house("team"), acting(ari.seat("CG")) as cg:
        kept = absences.contacts(ari.youth, since=clock.now() - timedelta(hours=1), by=cg)
    assert [(one.effort, one.result) for one in kept] == [("E01", "C3")]


def test_an_absence_that_is_not_called_missing_shows_by_when_laws_clock_would_run(grown):
    begin(grown)
    with team_browser(grown.cast["SW"]) as page:
        shown = page.text(f"/y/{grown.youth}/absence")
        assert "If this is missing, the first duties are due by" in shown
        assert "notices done" not in shown


def test_a_notice_asks_its_questions_first_and_then_its_evidence(ari):
    begin(ari)
    with team_browser(ari.cast["SW"]) as page:
        duty = duty_address(page.text(f"/y/{ari.youth}/absence"), "Tell the parent")
        first = page.text(duty)
        assert "Questions first" in first
        assert 'name="field-sent_how"' not in first
        early = page.send(duty, act="done", **{"field-sent_how": "phone", "field-sent_when": "noon"})
        assert early.status_code == 422
        assert "Please answer the questions" in early.content.decode()
        page.send(duty, act="gate", **CALM)
        assert 'name="field-sent_how"' in page.text(duty)
        assert page.send(duty, act="done", **{"field-sent_how": "phone"}).status_code == 422
        page.send(duty, act="done", **{"field-sent_how": "phone", "field-sent_when": "noon"})
        assert "1 of 9 notices done" in page.text(f"/y/{ari.youth}/absence")


def test_what_is_missing_below_something_closed_is_open_to_be_seen(ari):
    begin(ari)
    with team_browser(ari.cast["SW"]) as page:
        duty = duty_address(page.text(f"/y/{ari.youth}/absence"), "Tell the parent")
        assert '<details class="more"><summary>There is nobody to tell<' in page.text(duty)
        html = page.send(duty, act="nobody").content.decode()
        assert "Please say how we know that there is nobody." in html
        assert '<details class="more" open><summary>There is nobody to tell<' in html


def test_a_late_notice_is_kept_as_not_sent_with_what_held_it_up(ari, monkeypatch):
    begin(ari)
    with team_browser(ari.cast["SW"]) as page:
        duty = duty_address(page.text(f"/y/{ari.youth}/absence"), "Tell the parent")
        page.send(duty, act="gate", **CALM)
        monkeypatch.setattr("porchlight.absences.api.DutySheet.is_late", property(lambda _sheet: True))
        assert 'name="unsent_late"' in page.text(duty)
        assert "Please say what held it up." in page.send(duty, act="withheld", withheld_reason="x").content.decode()
        kept = page.send(duty, act="withheld", withheld_reason="The order forbids it.", unsent_late="A closed desk.")
        assert kept.status_code == 303


def test_unsure_holds_the_notice_and_the_supervisor_finds_the_review(ari):
    begin(ari)
    with team_browser(ari.cast["SW"]) as page:
        duty = duty_address(page.text(f"/y/{ari.youth}/absence"), "Tell the parent")
        page.send(duty, act="gate", **CALM | {"gate-part_of_harm": "unsure"})
        held = page.text(duty)
        assert "On hold" in held
        assert "due in" in held
        assert 'value="review"' not in held
        assert 'name="field-sent_how"' not in held
    with team_browser(ari.cast["SUP"]) as page:
        assert page.send(duty, act="review", verdict="send", reason="I read the order").status_code == 303
    with team_browser(ari.cast["SW"]) as page:
        assert 'name="field-sent_how"' in page.text(duty)


def test_a_supervisor_sees_days_confirmed_or_not_and_no_button_for_days(ari):
    with in_house("team"), acting(ari.seat("SW")) as sw:
        today = clock.county_time(clock.now()).date()
        absences.record_days(ari.youth, said={today: "away"}, by=sw)
    with team_browser(ari.cast["SUP"]) as page:
        shown = page.text(f"/y/{ari.youth}/")
        assert shown.count("not confirmed") == 6
        assert f"/y/{ari.youth}/days" not in shown
        assert page.get(f"/y/{ari.youth}/days").status_code == 404


def test_the_worker_chooses_the_home_and_its_caregiver_finds_today_on_the_first_page(ari):
    with team_browser(ari.cast["SW"]) as page:
        assert "Sample resource_family" in page.text(f"/y/{ari.youth}/home")
        home = ari.cast["CG"].agency
        assert page.send(f"/y/{ari.youth}/home").status_code == 422
        assert page.send(f"/y/{ari.youth}/home", home=str(home)).status_code == 303
    with team_browser(ari.cast["CG"]) as page:
        assert "Where is Ari today?" in page.text("/")


@pytest.mark.parametrize("address", ["days", "week", "left", "absence", "contact", "home"])
def test_quinn_finds_nothing(ari, cast, address):
    with team_browser(cast.quinn) as page:
        assert page.get(f"/y/{ari.youth}/{address}").status_code == 404


@pytest.mark.parametrize("address", ["absence", "home"])
def test_a_caregiver_does_not_open_what_is_the_workers(ari, address):
    begin(ari)
    with team_browser(ari.cast["CG"]) as page:
        assert page.get(f"/y/{ari.youth}/{address}").status_code == 404


def test_no_page_of_an_absence_counts_or_labels_the_young_person(ari):
    begin(ari)
    with team_browser(ari.cast["SW"]) as page:
        shown = page.text(f"/y/{ari.youth}/absence").lower()
    assert not [word for word in ("chronic", "history of", "risk", "awol", "runaway") if word in shown]
