"""Every page of the young person's house, in a browser: light, nameless, and nothing from elsewhere."""

from __future__ import annotations

import re

import pytest

from tests.journeys.looking import nothing_kept, only_ours
from tests.journeys.people import five_words, types_in
from tests.journeys.youth_pages import every_page, somebody_with_everything

pytestmark = pytest.mark.browser
MOST_BYTES, MOST_REQUESTS = 30_000, 6
TITLES = {"en": "My notes", "es": "Mis notas"}
IDENTIFIER = r"[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}|[0-9a-f]{6}"
PLAIN = re.compile(rf"/(?:n(?:/(?:[a-z]|\d{{1,2}}|{IDENTIFIER}))*)?(?:\?(?:l|to|was)=[\w-]+)?")


@pytest.fixture(scope="module")
def full(cast):
    return somebody_with_everything(cast)


@pytest.mark.parametrize("lang", ["en", "es"])
@pytest.mark.parametrize("signed_in", [True, False])
def test_every_page_is_light_and_its_title_and_address_tell_nothing(visit, houses, full, lang, signed_in):
    page = visit(lang=lang)
    if signed_in:
        types_in(page, houses.youth, five_words(full))
    found = list(every_page(page, houses.youth))
    assert len(found) > (25 if signed_in else 6)
    assert [one for one in found if one.size > MOST_BYTES] == []
    assert [one for one in found if one.requests > MOST_REQUESTS] == []
    assert all(one.size > 1000 for one in found), "what was weighed came over the wire"
    assert [one.address for one in found if not PLAIN.fullmatch(one.address)] == []
    assert page.title() == TITLES[lang]
    nothing_kept(page)
    only_ours(page, houses.youth)
