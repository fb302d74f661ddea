"""In a real browser, scripts on and off: the other language keeps the page and the text, and Enter still sends."""

from __future__ import annotations

import pytest

from tests.journeys.looking import look
from tests.journeys.people import five_words, types_in

pytestmark = pytest.mark.browser
NAME = "Aunt Lu by the lake"


@pytest.mark.parametrize("scripts", [True, False])
def test_the_text_goes_along_and_enter_keeps_it(visit, houses, cast, scripts):
    page = visit(width=320, scripts=scripts)
    types_in(page, houses.youth, five_words(cast.dee))
    page.goto(f"{houses.youth}/n/16")
    address = page.url
    page.locator("input[name=name]").fill(NAME)
    page.locator(".language button[lang=es]").click()
    page.wait_for_url(f"{address}?k=1")
    assert page.locator("html").get_attribute("lang") == "es"
    assert page.locator("input[name=name]").input_value() == NAME
    if scripts:
        look(page, youth=True)
    page.locator("input[name=name]").press("Enter")
    page.wait_for_url(f"{houses.youth}/n/15")
    assert NAME in page.inner_text("main")
    assert page.locator("html").get_attribute("lang") == "es"
