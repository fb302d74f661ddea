from __future__ import annotations

import re
from pathlib import Path

import pytest
from markupsafe import escape

from porchlight.directory.rules import Answer
from tests.doors.spared import NAMES
from tests.lints.finding import report
from tests.lints.grade import too_hard
from tests.lints.html import inspect
from tests.lints.visible import visible_blocks
from tests.lints.words import check_words
from tests.support.client import youth_browser
from tests.support.filling import MARK, SPICE

from .keeping import DAY, a_service, as_keeper

STATIC = Path(__file__).resolve().parents[2] / "porchlight" / "desks" / "youth" / "static"
MOST_BYTES, MOST_REQUESTS = 30_000, 6
FIXED = ["/", "/n/2", "/n/2/0/1", "/n/3", "/n/13"]
LANGUAGES = ["en", "es"]


def files_of(html: str) -> list[bytes]:
    """The files that a page asks for, each once, as they lie on the disk: not packed."""
    asked = dict.fromkeys(re.findall(r'(?:src|href)="/s/([^"?]+)', html))
    return [(STATIC / path).read_bytes() for path in asked]


def get(address, *, language="en"):
    with youth_browser(accept=language) as page:
        answer = page.get(address)
        html = answer.content.decode().replace(str(escape(SPICE)), "")
        return answer.status_code, html, answer


def whole_list(mark):
    """Every part of one area's list, as one text."""
    parts = []
    while not parts or f"/n/2/{mark}/{len(parts) + 1}" in parts[-1]:
        parts.append(get(f"/n/2/{mark}/{len(parts) + 1}")[1])
    return "".join(parts)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("address", FIXED)
def test_every_page_opens_without_sign_in_and_is_whole(county, address, language):
    status, html, _ = get(address, language=language)
    assert status == 200
    findings = [one for one in inspect(html, house="youth", path=address) if one.rule != "title"]
    assert findings == [], report(findings)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("address", FIXED)
def test_a_page_and_all_it_asks_for_weighs_at_most_thirty_kilobytes_in_six_requests(county, address, language):
    _, html, answer = get(address, language=language)
    files = files_of(html)
    assert 1 + len(files) <= MOST_REQUESTS
    assert len(answer.content) + sum(map(len, files)) <= MOST_BYTES


def test_no_part_of_a_long_list_is_too_heavy(county):
    for area in ["0", *(one.mark for one in county.values())]:
        part = 1
        while True:
            status, html, answer = get(f"/n/2/{area}/{part}", language="es")
            assert status == 200
            assert len(answer.content) + sum(map(len, files_of(html))) <= MOST_BYTES
            if f"/n/2/{area}/{part + 1}" not in html:
                break
            part += 1
        assert get(f"/n/2/{area}/{part + 1}")[0] == 404


@pytest.mark.parametrize("address", ["/", "/n/2", "/n/3", "/n/13"])
def test_our_own_words_read_at_grade_six_and_label_nobody(county, address):
    _, html, _ = get(address)
    ours = "\n".join(line for line in visible_blocks(html) if MARK not in line)
    assert too_hard(ours, "en", names=NAMES) == []
    assert check_words(ours, house="youth", path=address) == []


def test_an_area_is_picked_before_anything_is_shown(county):
    _, html, _ = get("/n/2")
    assert "tel:" not in html
    assert all(f'href="/n/2/{area.mark}/1"' in html for area in county.values())
    assert 'href="/n/2/0/1"' in html


def test_each_place_can_be_called_and_says_that_nobody_has_to_go_back_first(county):
    _, html, _ = get(f"/n/2/{county['Old Town'].mark}/1")
    cards = html.split('<section class="card"')[1:]
    assert len(cards) >= 3
    for card in cards:
        assert 'href="tel:' in card
        assert "No need to go back first." in card
        assert "What they tell others" in card
        assert re.search(r"Checked by|Not yet confirmed by your county", card)


def test_a_name_that_says_too_much_waits_behind_a_tap(county):
    html = whole_list(county["Telling Side"].mark)
    open_to_all = re.sub(r"<details.*?</details>", "", html, flags=re.DOTALL)
    assert "Help After Trafficking" in html
    assert not re.search(r"traffick|victim|exploit|rescu", open_to_all, re.IGNORECASE)


def test_a_street_is_shown_only_under_a_written_yes(county):
    shown = "".join(whole_list(area.mark) for area in county.values())
    assert "Help After Trafficking" in shown
    assert "9 Quiet Lane" not in shown


def test_what_is_not_known_to_be_open_while_away_is_not_offered(cast, county):
    from porchlight.directory import api as directory

    with as_keeper(cast) as by:
        area = directory.add_area(directory.Words("Not Known Side", "Lado sin saber"), by=by)
        directory.add_service(a_service("Maybe Open", area=str(area), away_ok=Answer.UNKNOWN), by=by)
        shown = {choice.name.en for choice in directory.open_while_away(by=by, area=area)}
    assert "Maybe Open" not in shown


@pytest.mark.parametrize("address", ["/n/2/nobody/1", "/n/2/0/0", "/n/2/0/99"])
def test_a_list_that_nobody_made_looks_like_nothing(county, address):
    assert get(address)[0] == 404


def test_changing_the_language_stays_on_the_page(county):
    with youth_browser() as page:
        answer = page.send("/l", page="/n/2/0/1", back="/n/2/0/1", lang="es")
        assert 'name="back" value="/n/2/0/1"' in page.text("/n/2/0/1")
        assert answer["Location"] == "/n/2/0/1?l=es"
        assert "No tienes que volver primero." in page.text(answer["Location"])


def test_not_safe_shows_911_and_the_countys_two_lines_and_marks_them(county, unchecked):
    _, html, _ = get("/n/3")
    assert re.findall(r'href="tel:([^"]+)"', html) == ["911", "988", "18008435200"]
    assert html.count("Not yet confirmed by your county. We read this on November 22, 2026.") == 2
    assert "We don&#39;t know: ask before giving your name." in html


def test_not_safe_asks_nothing_and_sends_nothing(county):
    _, html, _ = get("/n/3")
    main = html[html.index("<main") : html.index("</main>")]
    assert not re.search(r"<form|<input|<textarea|<select", main)


def test_a_line_that_the_county_confirmed_says_so_on_not_safe(cast, county):
    from porchlight.directory import api as directory

    with as_keeper(cast) as by:
        hours = directory.read_hours("24/7")
        directory.confirm_line("988", phone="988", text=None, hours=hours, on=DAY, answers=True, by=by)
    _, html, _ = get("/n/3")
    said = directory.day_words(DAY, language="en")
    assert f"Checked by Sample County on {said}." in html
