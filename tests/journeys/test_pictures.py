"""Pictures in a browser: half a year of weeks, needs before and now, and a young person's own page."""

from __future__ import annotations

import os

import pytest

from bench.shots.look import findings_of, served
from tests.journeys.looking import look, look_every_way, only_ours
from tests.journeys.people import comes_in, five_words, types_in
from tests.needs.making import as_seat, give, named_by
from tests.recognition.test_looking_back import ago, since_last_sunday, told

pytestmark = pytest.mark.browser
TIMES = (1, 0, 2, 1, 3, 2, 1, 2, 4, 3, 2, 3, 2, 4, 3, 5, 4, 3, 4, 2, 5, 3, 4, 5, 3)  # leavings, the newest week first
DARK_WEEKS, THIN_WEEKS = (6,), (3, 12, 17)


@pytest.fixture(scope="module")
def half_a_year(cast):
    """A young person of whom 26 weeks were told: one not at all, some in part; and three needs."""
    from porchlight.absences import api as absences
    from porchlight.needs import api as needs

    youth, sunday = told(cast, left=(2,)), since_last_sunday()
    with as_seat(cast["CG"]) as caregiver:
        for week, times in enumerate(TIMES, 1):
            days = range(0 if week in DARK_WEEKS else 3 if week in THIN_WEEKS else 7)
            said = {ago(sunday + 7 * week + day).date(): "home" for day in days}
            absences.record_days(youth, said=said, by=caregiver)
            for day in range(min(times, len(days))):
                absences.record_leaving(youth, left_at=ago(sunday + 7 * week + day), by=caregiver)
    for code in ("N07", "N03"):
        give(cast, youth, named_by(youth, code=code), "CG")
    waiting = named_by(youth, code="N15")
    with as_seat(cast["SW"]) as sw:
        needs.note_on_need(youth, need=waiting, before="mostly", words="", by=sw)
    return youth


def keep_a_shot(page, name: str) -> None:
    """Screens to look at, where somebody asks for them with PORCHLIGHT_SHOTS; otherwise nothing is kept."""
    folder = os.environ.get("PORCHLIGHT_SHOTS", "")
    for width, scheme in ((320, "light"), (320, "dark"), (1280, "light"), (1280, "dark")) if folder else ():
        page.set_viewport_size({"width": width, "height": 740})
        page.emulate_media(color_scheme=scheme)
        page.screenshot(path=f"{folder}/{name}-{width}-{scheme}.png", full_page=True)


def smallest_text(page) -> float:
    """The size on the screen of the smallest words of any drawing, in CSS pixels."""
    return page.evaluate(
        """Math.min(...[...document.querySelectorAll('figure.picture text')].map(
            (text) => parseFloat(getComputedStyle(text).fontSize) * text.ownerSVGElement.getScreenCTM().a))"""
    )


def too_wide(page) -> list[str]:
    """Words of a drawing that reach beyond it, in the browser's own font."""
    return page.evaluate(
        """[...document.querySelectorAll('figure.picture svg')].flatMap((svg) => {
            const frame = svg.getBoundingClientRect();
            return [...svg.querySelectorAll('text')].filter((text) => {
                const box = text.getBoundingClientRect();
                return box.left < frame.left - 1 || box.right > frame.right + 1 || box.bottom > frame.bottom + 1;
            }).map((text) => text.textContent);
        })"""
    )


@pytest.mark.parametrize("lang", ["en", "es"])
def test_a_caregiver_looks_at_half_a_year_and_reads_the_same_in_the_table(visit, houses, cast, half_a_year, lang):
    page = visit(lang=lang)
    comes_in(page, houses.team, cast["CG"])
    page.goto(f"{houses.team}/y/{half_a_year}/days")
    if lang == "es":
        page.locator(".language button").click()
    page.locator(f"a[href='/y/{half_a_year}/weeks']").click()
    assert page.locator("svg[role=img] circle[cy]").count() == 26 - len(DARK_WEEKS)
    page.locator("figure details summary").focus()
    page.keyboard.press("Enter")
    assert page.locator("figure table tbody tr").count() == 26
    assert page.locator("figure table tbody tr").last.locator("td").all_inner_texts() == ["1", "7"]
    look_every_way(page)
    page.set_viewport_size({"width": 320, "height": 740})
    assert smallest_text(page) >= 13.9
    assert too_wide(page) == []
    only_ours(page, houses.team)
    page.locator("figure details summary").click()
    keep_a_shot(page, f"weeks-{lang}")


def test_a_worker_sees_where_needs_were_met_before_and_who_meets_them_now(visit, houses, cast, half_a_year):
    page = visit()
    comes_in(page, houses.team, cast["SW"])
    page.goto(f"{houses.team}/y/{half_a_year}/needs")
    assert page.locator("figure.picture svg path.mark").count() == 2
    assert too_wide(page) == []
    assert smallest_text(page) >= 13.9
    look(page)
    keep_a_shot(page, "needs")


@pytest.mark.parametrize("lang", ["en", "es"])
@pytest.mark.parametrize("scripts", [True, False])
def test_a_young_person_looks_back_and_opens_their_numbers_only_by_a_tap(visit, houses, half_a_year, lang, scripts):
    page = visit(lang=lang, scripts=scripts)
    types_in(page, houses.youth, five_words(half_a_year))
    page.goto(f"{houses.youth}/n/29")
    pictures = page.locator("figure.picture svg")
    assert [one.is_visible() for one in pictures.all()] == [True, False]
    page.locator("main > details > summary").click()
    assert [one.is_visible() for one in pictures.all()] == [True, True]
    if scripts:
        look_every_way(page, youth=True)
        page.set_viewport_size({"width": 320, "height": 740})
        assert smallest_text(page) >= 13.9
        assert too_wide(page) == []
        only_ours(page, houses.youth)
        keep_a_shot(page, f"looking-back-{lang}")


@pytest.mark.parametrize("house", ["team", "youth"])
@pytest.mark.parametrize(("width", "dark"), [(320, False), (1280, True)])
def test_the_pattern_pages_have_nothing_for_axe_and_do_not_scroll_sideways(visit, house, width, dark):
    with served() as address:
        page = visit(width=width, dark=dark)
        page.goto(f"{address}/{house}/en")
        for summary in page.locator("figure.picture summary").all():
            summary.click()
        assert too_wide(page) == []
        assert findings_of(page, where=house) == []
