from __future__ import annotations

import re
from datetime import timedelta

import pytest
from markupsafe import escape

from porchlight.directory.api import day_words
from porchlight.kernel import clock
from tests.lints.finding import report
from tests.lints.html import inspect
from tests.pages.looking import statements
from tests.support.client import team_browser
from tests.support.filling import SPICE

from .keeping import DAY, a_service, as_keeper

MOST_STATEMENTS = 12
TYPED = {
    "name_en": "Kind Kitchen",
    "name_es": "Cocina Amable",
    "main": "V04",
    "also": ["V05", "V06"],
    "phone": "555-0181",
    "text": "555-0182",
    "send_en": "HELLO",
    "send_es": "HOLA",
    "hours": "Mon-Fri 9:00-17:00",
    "away_ok": "yes",
    "no_id": "no",
    "youngest": "12",
    "oldest": "24",
    "street_address": "3 Sample Street",
    "address_yes_by": "Kind Kitchen",
    "address_yes_on": "2026-01-02",
    "source": "Invented for a test",
    "source_read_on": "2026-01-02",
}


def added(cast, name):
    from porchlight.directory import api as directory

    with as_keeper(cast) as by:
        which = directory.add_service(a_service(name), by=by)
        return directory.service(which, by=by)


def version_on(html):
    return re.search(r'name="version" value="([^"]+)"', html)[1]


def test_a_service_is_typed_once_and_stands_on_the_list_and_on_its_page(cast):
    with team_browser(cast["SUP"]) as page:
        answer = page.send("/services/new", **TYPED)
        assert answer.status_code == 303
        shown = page.text(answer["Location"])
        assert "Kind Kitchen" in page.text("/services")
    for words in (
        "Kind Kitchen",
        "555-0181",
        "Food. A shower, clean clothes. Clothes",
        "Food, Shower, laundry, Clothes",
        "Monday to Friday, 9:00 am to 5:00 pm.",
        "12 to 24",
    ):
        assert words in shown
    assert "3 Sample Street" not in shown


@pytest.mark.parametrize(
    ("changed", "sentence"),
    [
        ({"name_es": ""}, "Write its name in Spanish."),
        ({"languages_en": "English"}, "Please write this in both languages, or leave both empty."),
        ({"phone": ""}, "Write a number that a young person can call."),
        ({"main": "V99"}, "Say what it is first of all."),
        ({"hours": "sometimes"}, "We could not read these hours."),
        ({"youngest": "twelve"}, "Write the age as a number, such as 12."),
        ({"youngest": "30"}, "The oldest age is below the youngest."),
        ({"address_yes_on": ""}, "Say who at the service said yes in writing, and on which day."),
        ({"source_read_on": "2999-01-01"}, "That day has not come yet."),
        ({"source": ""}, "Say where you know this from."),
    ],
)
def test_what_is_missing_is_said_and_nothing_typed_is_lost(cast, changed, sentence):
    with team_browser(cast["SUP"]) as page:
        answer = page.send("/services/new", **(TYPED | changed))
    html = answer.content.decode()
    assert answer.status_code == 422
    assert sentence in html
    assert 'value="555-0182"' in html
    assert re.search(r'value="V05" autocomplete="off" checked', html)


@pytest.mark.parametrize("place", ["/services/new", "/services/areas"])
def test_what_an_empty_form_still_needs_is_said_in_the_order_of_its_fields(cast, place):
    with team_browser(cast["SUP"]) as page:
        html = page.send(place).content.decode()
    places = [html.find(f'id="{field}"') for field in re.findall(r'<li><a href="#(field-[^"]+)">', html)]
    assert len(places) > 1
    assert -1 not in places
    assert places == sorted(places)


def test_a_service_is_changed_and_the_form_shows_what_is_there(cast):
    sheet = added(cast, "To Change")
    address = f"/services/{sheet.id}/change"
    with team_browser(cast["SC"]) as page:
        html = page.text(address)
        assert 'value="To Change"' in html
        answer = page.send(address, **(TYPED | {"name_en": "Changed", "version": version_on(html)}))
        assert answer["Location"] == f"/services/{sheet.id}"
        assert "<h1>Changed</h1>" in page.text(answer["Location"])


def test_who_saves_over_somebody_elses_change_is_shown_it_first(cast):
    sheet = added(cast, "Two Writers")
    address = f"/services/{sheet.id}/change"
    with team_browser(cast["SUP"]) as page:
        old = version_on(page.text(address))
        page.send(address, **(TYPED | {"version": old}))
        answer = page.send(address, **(TYPED | {"version": old, "name_en": "Second"}))
        assert answer.status_code == 422
        assert "Somebody else changed this service while you were writing." in answer.content.decode()
        assert 'value="Second"' in answer.content.decode()


def test_a_service_is_confirmed_and_says_so(cast):
    sheet = added(cast, "To Confirm")
    address = f"/services/{sheet.id}"
    with team_browser(cast["SUP"]) as page:
        assert "Not yet confirmed" in page.text(address)
        version = version_on(page.text(address))
        page.send(f"{address}/confirm", page=address, version=version, on=DAY.isoformat())
        assert f"Checked by Sample County on {day_words(DAY, language='en')}." in page.text(address)


def test_after_the_countys_days_whoever_keeps_the_list_is_asked_to_confirm_again_and_others_to_call_first(cast):
    sheet = added(cast, "To Confirm Again")
    address, said = f"/services/{sheet.id}", day_words(DAY, language="en")
    with team_browser(cast["SUP"]) as page:
        page.send(f"{address}/confirm", page=address, version=version_on(page.text(address)), on=DAY.isoformat())
    with clock.standing_still(clock.wall() + timedelta(days=90)):
        with team_browser(cast["SUP"]) as page:
            assert f"Last confirmed on {said}. Please confirm again." in page.text(address)
        with team_browser(cast["CG"]) as page:
            assert f"Last confirmed on {said}. Call first." in page.text("/services")


def test_a_day_that_has_not_come_confirms_nothing(cast):
    sheet = added(cast, "Too Early")
    address = f"/services/{sheet.id}"
    with team_browser(cast["SUP"]) as page:
        version = version_on(page.text(address))
        answer = page.send(f"{address}/confirm", page=address, version=version, on="2999-01-01")
        assert answer.status_code == 422
        assert "Not yet confirmed" in page.text(address)


def test_a_service_that_is_not_there_any_more_leaves_the_list(cast):
    sheet = added(cast, "To End")
    address = f"/services/{sheet.id}"
    with team_browser(cast["SUP"]) as page:
        page.send(f"{address}/end", page=address, version=version_on(page.text(address)))
        assert page.get(address).status_code == 404
        assert "To End" not in page.text("/services")


@pytest.mark.parametrize("role", ["SW", "CG", "LE", "ADV"])
def test_everybody_reads_and_who_does_not_keep_the_list_finds_no_way_to_change_it(cast, role):
    sheet = added(cast, f"Read By {role}")
    with team_browser(cast[role]) as page:
        shown = page.text(f"/services/{sheet.id}")
        assert f"Read By {role}" in shown
        assert "/change" not in shown
        for address in ("/services/new", "/services/areas", f"/services/{sheet.id}/change", "/lines/988"):
            assert page.get(address).status_code == 404


def test_the_list_is_found_by_any_part_of_a_name(cast):
    added(cast, "Maple Corner")
    with team_browser(cast["SW"]) as page:
        assert "Maple Corner" in page.text("/services?q=corner")
        assert "No service by that name" in page.text("/services?q=nothing+like+it")


def test_parts_of_the_county_are_named_in_both_languages(cast):
    with team_browser(cast["SUP"]) as page:
        assert page.send("/services/areas", name_en="Ridge", name_es="").status_code == 422
        assert page.send("/services/areas", name_en="Ridge", name_es="La Loma").status_code == 303
        html = page.text("/services/areas")
        area = re.search(r'<option value="([^"]+)">Ridge', html)[1]
        page.send("/services/areas", area=area, name_en="The Ridge", name_es="La Loma Alta")
        assert "La Loma Alta" in page.text("/services/areas")
        again = page.send("/services/areas", name_en="the ridge", name_es="Otra")
        assert "There is a part of the county with that name already." in again.content.decode()


def test_what_was_found_on_calling_a_line_is_kept(cast):
    address = "/lines/childhelp"
    with team_browser(cast["SC"]) as page:
        assert page.send(address, phone="555-0177").status_code == 422
        answer = page.send(address, answers="yes", phone="555-0177", hours="24/7", on="2026-02-03")
        assert answer["Location"] == "/lines"
        assert "555-0177" in page.text("/lines")
        page.send(address, answers="no", on="2026-02-04")
        assert "nobody answers there any more" in page.text("/lines")
        assert page.get("/lines/no-such-line").status_code == 404


def test_the_home_sees_up_to_five_services_open_while_away_on_the_young_persons_page(cast, county):
    with team_browser(cast["CG"]) as page:
        html = page.text(f"/y/{cast.maya}/")
    title = re.search(r"<h2>(Open while away|Abierto mientras está fuera)</h2>", html)
    card = html[title.end() : html.index("</section>", title.end())]
    assert re.search(r"</svg>(Open now|Abierto ahora|Call first|Llama primero)", card)
    assert 1 <= card.count('href="tel:') <= 5
    assert re.search(r"None of these asks anybody to go back first.|Nadie de aquí pide volver primero.", card)


@pytest.mark.parametrize("language", ["en", "es"])
def test_staff_pages_are_whole_and_cost_few_statements(cast, county, language):
    sheet = added(cast, f"Whole {language}")
    own = [f"/services/{sheet.id}", f"/services/{sheet.id}/change", "/services/new", "/services/areas"]
    with team_browser(cast["SUP"], accept=language) as page:
        for address in [*own, "/services", "/lines", "/lines/988", f"/y/{cast.maya}/"]:
            with statements() as asked:
                html = page.text(address).replace(str(escape(SPICE)), "")
            findings = inspect(html, house="team", path=address)
            assert findings == [], report(findings)
            assert len(asked) <= MOST_STATEMENTS, address
