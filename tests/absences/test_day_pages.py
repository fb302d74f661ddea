"""Confirming a day, about when, and beginning afresh, as their people meet them in the product."""

from __future__ import annotations

import re
from datetime import date, timedelta

import pytest

from porchlight.kernel import clock
from tests.absences.rooms import absences, acting, in_house
from tests.messaging.household import make_household
from tests.pages.looking import statements
from tests.support.client import team_browser, youth_browser
from tests.support.connections import as_admin

SEEN = "You saw Ari, or heard from them"
LONG_AGO = date(2020, 1, 1)


def today() -> date:
    return clock.county_time(clock.now()).date()


def plain(html: str) -> str:
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", html))


def rows_of(youth) -> list[tuple[str, str]]:
    with as_admin() as admin:
        asked = "SELECT status, source FROM absences_day WHERE youth_id = %s ORDER BY made_at"
        return admin.execute(asked, [youth]).fetchall()


def say(ari, *, days: int, status: str = "home", role: str = "CG") -> None:
    with in_house("team"), acting(ari.seat(role)) as visit:
        said = {today() - timedelta(days=n): status for n in range(days)}
        absences.record_days(ari.youth, said=said, by=visit)


def test_a_worker_confirms_today_in_one_tap_and_the_page_said_what_it_keeps(ari):
    address = f"/y/{ari.youth}/days"
    with team_browser(ari.cast["SW"]) as page:
        before = plain(page.text(address))
        assert SEEN in before
        assert f"{today():%b} {today().day}: home" in before
        answer = page.send(f"{address}/seen", page=address, day=str(today()), how="visit")
        assert (answer.status_code, answer["Location"]) == (303, address)
        after = plain(page.text(address))
    assert "a worker saw them" in after
    assert "Known: 1 of the last 28 days. An open day is a gap, not a fault." in after
    assert rows_of(ari.youth) == [("home", "visit")]


def test_an_earlier_day_of_the_week_and_another_word_can_be_chosen(ari):
    address = f"/y/{ari.youth}/days"
    day = today() - timedelta(days=6)
    with team_browser(ari.cast["SW"]) as page:
        page.send(f"{address}/seen", page=address, day=str(day), how="school", status="elsewhere")
        page.send(f"{address}/seen", page=address, day=str(today() - timedelta(days=7)), how="school")
        page.send(f"{address}/seen", page=address, day=str(day), how="somewhere")
    assert rows_of(ari.youth) == [("elsewhere", "school")]


def test_only_days_that_nobody_spoke_for_are_offered(ari):
    say(ari, days=6)
    with team_browser(ari.cast["SW"]) as page:
        html = page.text(f"/y/{ari.youth}/days")
        assert re.findall(r'<option value="(\d{4}-\d\d-\d\d)"', html) == [str(today() - timedelta(days=6))]
        say(ari, days=7)
        assert "Each of the last seven days is known" in page.text(f"/y/{ari.youth}/days")


@pytest.mark.usefixtures("home_in_the_end")
def test_while_an_absence_is_open_the_page_says_that_today_is_kept_as_away(ari):
    with in_house("team"), acting(ari.seat("SUP")) as sup:
        left = clock.now() - timedelta(days=3)
        absences.open_episode(ari.youth, state="concern", nonminor=False, left_at=left, by=sup)
    with team_browser(ari.cast["SW"]) as page:
        assert f"{today():%b} {today().day}: away" in plain(page.text(f"/y/{ari.youth}/days"))


def test_a_home_says_days_itself_and_is_offered_neither_form(ari):
    with team_browser(ari.cast["CG"]) as page:
        html = page.text(f"/y/{ari.youth}/days")
        assert SEEN not in html
        assert "days/afresh" not in html
        refused = page.send(f"/y/{ari.youth}/days/seen", page=f"/y/{ari.youth}/days", day=str(today()), how="visit")
    assert refused.status_code == 404
    assert rows_of(ari.youth) == []


def test_each_day_says_how_it_is_known_and_that_it_was_put_right(ari):
    say(ari, days=1)
    say(ari, days=1, status="away", role="SW")
    with team_browser(ari.cast["CG"]) as page:
        assert "someone said so, put right later" in plain(page.text(f"/y/{ari.youth}/days"))


def test_a_supervisor_sees_how_many_days_are_confirmed_as_a_gap_and_not_a_fault(ari):
    say(ari, days=24)
    with team_browser(ari.cast["SUP"]) as page:
        text = plain(page.text(f"/y/{ari.youth}/"))
    assert "Confirmed: 24 of the last 28 days. An open day is a gap, not a fault." in text


def test_the_days_page_asks_the_database_little(ari):
    say(ari, days=3)
    with in_house("team"), acting(ari.seat("SW")) as sw:
        absences.begin_afresh(ari.youth, why="placement", on=today(), by=sw)
    with team_browser(ari.cast["SW"]) as page:
        page.text(f"/y/{ari.youth}/days")
        with statements() as said:
            assert SEEN in plain(page.text(f"/y/{ari.youth}/days"))
        assert len(said) <= 12, said


def test_a_worker_begins_afresh_with_a_reason_and_a_day_and_the_home_sees_it(ari):
    address = f"/y/{ari.youth}/days"
    with team_browser(ari.cast["SW"]) as page:
        missing = page.send(f"{address}/afresh", page=address, on="2026-13-01")
        assert missing.status_code == 422
        assert "Please say which it is." in missing.content.decode()
        assert "2026-13-01" in missing.content.decode()
        ahead = page.send(f"{address}/afresh", page=address, why="placement", on="2099-01-01")
        assert "That day has not come yet." in ahead.content.decode()
        kept = page.send(f"{address}/afresh", page=address, why="placement", on=str(today()))
        assert kept.status_code == 303
    with team_browser(ari.cast["CG"]) as page:
        assert "we compare afresh: they moved to another home." in plain(page.text(address))


def test_a_young_person_begins_afresh_and_the_page_says_first_who_sees_it(ari):
    with youth_browser(ari.youth) as page:
        before = plain(page.text("/n/28"))
        assert "Your home, your worker and who is on call see the day." in before
        assert "You can't take this back" in before
        assert page.send("/n/28").status_code == 303
        after = page.text("/n/28")
        assert "From today on, it counts afresh." in after
        assert "<button" not in after.split("<main")[1].split("</main")[0]
    with in_house("team"), acting(ari.seat("CG")) as home:
        (one,) = absences.afresh(ari.youth, since=LONG_AGO, by=home)
    assert (one.why, one.on) == ("youths_wish", today())


@pytest.mark.parametrize(("picked", "kept"), [("home", "home"), ("away", "away"), ("", None), ("elsewhere", None)])
def test_im_ok_lets_today_count_only_as_they_pick(cast, picked, kept):
    house = make_household(cast, beside=("ADV",))
    with youth_browser(house.youth) as page:
        before = plain(page.text("/n/7"))
        assert "Shall today count as a day we know?" in before
        assert "Police and court don't see it." in before
        assert "No one asks where you were." in before
        answer = page.send("/n/7", seats=str(cast["ADV"].seat), today=picked)
        assert answer.status_code == 303
    assert rows_of(house.youth) == ([(kept, "check_in")] if kept else [])


def test_not_counting_is_what_is_picked_beforehand(cast):
    house = make_household(cast, beside=("ADV",))
    with youth_browser(house.youth) as page:
        html = page.text("/n/7")
    chosen = re.findall(r'<input[^>]*name="today"[^>]*>', html)
    assert [("checked" in one, 'value=""' in one) for one in chosen] == [(True, True), (False, False), (False, False)]


def test_coming_in_reading_and_writing_in_the_youth_house_never_says_a_day(cast):
    house = make_household(cast, beside=("ADV",))
    with youth_browser(house.youth) as page:
        for place in ("", "n/2", "n/3", *(f"n/{number}" for number in range(4, 29)), "n/4/1", "n/10/a"):
            page.get(f"/{place}")
        page.send("/n/6", seat=str(cast["ADV"].seat), words="Hello")
        page.send("/n/7", seats=str(cast["ADV"].seat), tell="yes", words="I ate")
        page.send("/n/8", words="I would like to come back")
        page.send("/n/11", quiet="yes")
    assert rows_of(house.youth) == []


@pytest.mark.usefixtures("home_in_the_end")
def test_leaving_and_coming_home_can_be_about_then_and_the_pages_say_so(ari, county_says):
    county_says(desk__staffed=False, desk__number="")
    left = clock.county_time(clock.now() - timedelta(hours=9)).strftime("%Y-%m-%dT%H:%M")
    with team_browser(ari.cast["CG"]) as page:
        page.send(f"/y/{ari.youth}/left", left_at=left, about="yes")
        assert re.search(r"about \w+ \d+, ", plain(page.text(f"/y/{ari.youth}/left")))
    with team_browser(ari.cast["SW"]) as page:
        assert re.search(r"Left about \w+ \d+, ", plain(page.text(f"/y/{ari.youth}/absence")))
    with team_browser(ari.cast["CG"]) as page:
        back = clock.county_time(clock.now() - timedelta(hours=1)).strftime("%Y-%m-%dT%H:%M")
        page.send(f"/y/{ari.youth}/back", back_at=back, about="yes")
    with team_browser(ari.cast["SW"]) as page:
        assert re.search(r"Came home about \w+ \d+, ", plain(page.text(f"/y/{ari.youth}/")))


@pytest.mark.usefixtures("home_in_the_end")
def test_a_worker_opens_an_absence_that_began_about_then(ari):
    left = clock.county_time(clock.now() - timedelta(hours=9)).strftime("%Y-%m-%dT%H:%M")
    with team_browser(ari.cast["SW"]) as page:
        page.send(f"/y/{ari.youth}/absence", state="concern", left_at=left, about="yes")
    with in_house("team"), acting(ari.seat("SW")) as sw:
        assert absences.open_absence(ari.youth, by=sw).about


@pytest.mark.parametrize("role", ["SW", "SUP"])
def test_a_day_that_nobody_confirmed_is_never_chased(alone, role):
    def first_page() -> str:
        with team_browser(alone.cast[role]) as page:
            return re.sub(r'value="[^"]+"', "", page.text("/"))

    nothing_known = first_page()
    say(alone, days=28, role="SW")
    assert first_page() == nothing_known
    with in_house("team"), acting(alone.seat(role)) as visit:
        assert absences.my_waiting(by=visit) == ()
