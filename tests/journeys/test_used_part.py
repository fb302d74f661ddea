"""I used this, in a browser: on a phone and on a desk, light and dark, in both languages, with and without scripts."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from tests.journeys.looking import look_every_way, nothing_kept
from tests.journeys.people import five_words, types_in
from tests.needs.making import young_person
from tests.safety.using import seen_by_them, today, wrote

pytestmark = pytest.mark.browser
WORDS = {
    "en": ("I used this", "You used this today.", "Take that back"),
    "es": ("Usé esto", "Usaste esto hoy.", "Deshacer eso"),
}


@pytest.mark.parametrize("lang", ["en", "es"])
def test_a_part_is_tapped_seen_and_taken_back(visit, houses, cast, lang):
    tap, said, undo = WORDS[lang]
    youth = young_person(cast)
    for key in ("safe", "stay", "back"):
        part = wrote(youth, key, seats=[cast["SW"]])
    page = visit(lang=lang)
    types_in(page, houses.youth, five_words(youth))
    page.goto(f"{houses.youth}/n/4")
    look_every_way(page, youth=True)
    page.get_by_role("button", name=tap).nth(1).click()
    expect(page.get_by_text(said)).to_be_in_viewport()
    look_every_way(page, youth=True)
    nothing_kept(page)
    assert seen_by_them(youth) == [(part, today())]
    page.get_by_role("button", name=undo).click()
    expect(page.get_by_role("button", name=tap)).to_have_count(3)
    assert seen_by_them(youth) == []


def test_without_scripts_it_works_just_so(visit, houses, cast):
    youth = young_person(cast)
    part = wrote(youth)
    page = visit(scripts=False)
    types_in(page, houses.youth, five_words(youth))
    page.goto(f"{houses.youth}/n/4")
    page.get_by_role("button", name="I used this What helps me stay a bit longer").click()
    expect(page.get_by_text("You used this today.")).to_be_visible()
    assert seen_by_them(youth) == [(part, today())]
