"""Pictures on pages: who finds them, what they and their tables say, what they cost; and all of them at a look."""

from __future__ import annotations

import re
from datetime import timedelta

import pytest

from tests.lints.tree import read_page
from tests.needs.making import give, named_by, young_person
from tests.pages.looking import looked_at, statements
from tests.recognition.test_looking_back import told
from tests.support.client import team_browser, youth_browser

DRAWING = re.compile(r"<svg role=\"img\".*?</svg>", re.DOTALL)


def table_of(html: str, caption: str) -> list[list[str]]:
    """The rows of the table with this caption, each as its words."""
    tables = [one for one in read_page(html).all("table") if one.text().startswith(caption)]
    assert len(tables) == 1, [one.text() for one in tables]
    rows = [[cell.text() for cell in row if cell.tag in ("th", "td")] for row in tables[0] if row.tag == "tr"]
    return rows[1:]


def test_the_home_and_the_worker_find_the_weeks_from_the_days_and_quinn_finds_no_door(cast):
    youth = told(cast, left=(0, 2, 6))
    for role in ("SW", "CG"):
        with team_browser(cast[role]) as page:
            assert f'href="/y/{youth}/weeks"' in page.text(f"/y/{youth}/days")
            html = page.text(f"/y/{youth}/weeks")
        assert [row[1:] for row in table_of(html, "Times left, week by week")] == [["3", "7"]]
        assert len(DRAWING.findall(html)) == 1
    for other in (cast.quinn, cast["SUP"], cast["ED"], cast["PO"]):
        with team_browser(other) as page:
            assert page.get(f"/y/{youth}/weeks").status_code == 404


def test_a_record_without_a_week_says_so(cast):
    youth = young_person(cast)
    with team_browser(cast["SW"]) as page:
        html = page.text(f"/y/{youth}/weeks")
    assert "No week is on record yet" in html
    assert not DRAWING.search(html)


def test_a_week_of_which_one_day_is_known_reads_or_more(cast):
    youth = told(cast, left=(2,), status="not_known")
    with team_browser(cast["CG"]) as page:
        assert [row[1:] for row in table_of(page.text(f"/y/{youth}/weeks"), "Times left")] == [["1 or more", "1"]]


@pytest.mark.parametrize("accept", ["en", "es"])
def test_the_page_of_weeks_passes_the_lints_and_costs_little(cast, accept):
    youth = told(cast, left=(1, 3))
    with team_browser(cast["CG"], accept=accept) as page:
        for place in ("weeks", "days"):
            with statements() as said:
                looked_at(page.text(f"/y/{youth}/{place}"), house="team", address=place)
            assert len(said) <= 12, [one[:90] for one in said]


def test_a_young_person_sees_who_is_there_for_what_they_need_and_nobody_who_does_not_help(cast):
    youth = young_person(cast, "ADV")
    with youth_browser(youth) as page:
        assert "When someone is there" in page.text("/n/29")
        assert not DRAWING.search(page.text("/n/29"))
    there, _, not_working = (named_by(youth, code=code) for code in ("N07", "N03", "N01"))
    give(cast, youth, there)
    give(cast, youth, not_working)
    answer_doesnt(youth, not_working)
    with youth_browser(youth) as page:
        html = page.text("/n/29")
    assert table_of(html, "Who is there") == [["Belonging, family feeling", "I need this", cast["ADV"].name]]


def test_somebody_who_begins_later_is_not_there_yet(cast, town):
    from porchlight.kernel import clock
    from porchlight.needs import api as needs
    from tests.needs.making import as_seat

    youth = young_person(cast)
    need = named_by(youth)
    with as_seat(cast["SW"]) as sw:
        tomorrow = clock.county_time(clock.now()).date() + timedelta(days=1)
        needs.give_need(youth, need=need, seat=sw.actor, starts_on=tomorrow, by=sw)
    with youth_browser(youth) as page:
        assert not DRAWING.search(page.text("/n/29"))


def test_their_numbers_wait_behind_a_tap_and_stay_away_when_times_are_hidden(cast):
    youth = told(cast, left=(1, 3))
    with youth_browser(youth) as page:
        html = page.text("/n/29")
        closed = html[html.index("<details") : html.rindex("</details>")]
        assert [row[1:] for row in table_of(html, "Times I left")] == [["2", "7"]]
        assert len(DRAWING.findall(closed)) == len(DRAWING.findall(html)) == 1
        assert "<details open" not in html
        page.send("/n/11", hidden=["times"])
        html = page.text("/n/29")
        assert "You asked not to hear about times away." in html
        assert not DRAWING.search(html)


@pytest.mark.parametrize("accept", ["en", "es"])
def test_looking_back_is_kind_light_and_costs_little(cast, accept):
    youth = told(cast, left=(1, 3))
    for code in ("N07", "N03", "N15", "N01"):
        give(cast, youth, named_by(youth, code=code), "CG")
    with youth_browser(youth, accept=accept) as page, statements() as said:
        html = looked_at(page.text("/n/29"), house="youth", address="/n/29", simple=accept == "en")
    assert len(said) <= 12, [one[:90] for one in said]
    assert len(html.encode()) < 16_000
    assert not re.search(r"\b(again|only|still|failed|more than|fewer|less|worse|better)\b", html)


def test_the_worker_sees_before_and_now_and_who_was_given_one_line_does_not(cast):
    from tests.needs.making import say

    youth = young_person(cast, "ADV")
    need, other = named_by(youth), named_by(youth, code="N03")
    give(cast, youth, need)
    say(youth, need, may_see=True)
    with team_browser(cast["SW"]) as page:
        page.send(f"/y/{youth}/needs/{need}/note", before="mostly", words="Fridays with friends")
        with statements() as said:
            html = looked_at(page.text(f"/y/{youth}/needs"), house="team", address="needs")
        assert len(said) <= 12
    assert other
    assert sorted(row[1:] for row in table_of(html, "Who meets each need")) == [
        ["mostly by something that harmed them", cast["ADV"].name],
        ["not noted yet", "nobody yet"],
    ]
    with team_browser(cast["SUP"]) as page:
        assert "mostly by something that harmed them" in page.text(f"/y/{youth}/needs")
    with team_browser(cast["ADV"]) as page:
        html = page.text(f"/y/{youth}/needs")
    assert "Belonging" in html
    assert "What was before" not in html
    with youth_browser(youth) as page:
        for address in ("/n/10", "/n/29", f"/n/10/{need}"):
            assert "harm" not in page.text(address)


def test_the_staffs_note_comes_along_only_where_it_is_asked_for(cast, needs_api):
    from tests.needs.making import as_seat, as_youth

    youth = young_person(cast)
    need = named_by(youth)
    with as_seat(cast["SW"]) as sw:
        needs_api.note_on_need(youth, need=need, before="some", words="", by=sw)
        needs_api.note_on_need(youth, need=need, before="no", words="", by=sw)
        assert [one.before for one in needs_api.needs_map(youth, by=sw)] == [""]
        assert [one.before for one in needs_api.needs_map(youth, noted=True, by=sw)] == ["no"]
    with as_youth(youth) as me:
        assert [one.before for one in needs_api.needs_map(youth, by=me)] == [""]


@pytest.fixture
def needs_api(town):
    from porchlight.needs import api

    return api


def answer_doesnt(youth, need) -> None:
    from porchlight.needs import api as needs
    from tests.needs.making import as_youth

    with as_youth(youth) as me:
        needs.answer_need(youth, need=need, matters=3, gets_now="", verdict="doesnt", by=me)


@pytest.mark.parametrize("house", ["team", "youth"])
def test_the_pattern_page_is_drawn_with_every_picture_and_each_has_its_table(house):
    from bench.shots.look import render
    from bench.shots.pictures import samples

    html = render(house, lang="en")
    figures = [one for one in read_page(html).all("figure") if one.attributes.get("class") == "picture"]
    assert len(figures) == len(samples())
    for figure, picture in zip(figures, samples().values(), strict=True):
        (table,) = [one for one in figure if one.tag == "table"]
        assert len([row for row in table if row.tag == "tr"]) == 1 + len(picture.rows)
