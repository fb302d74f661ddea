"""Every page that anybody is shown: well made, kind, easy to read, light; in both languages."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from uuid import UUID

import pytest
from django.conf import settings
from django.http import HttpResponse
from markupsafe import escape

from porchlight.project.stage import in_house
from tests.doors.spared import NAMES, SPARED
from tests.lints.finding import report
from tests.lints.grade import too_hard
from tests.lints.html import inspect
from tests.lints.visible import spoken_labels, visible_blocks
from tests.lints.words import check_words
from tests.support.browsers import Browser, member, stranger, young
from tests.support.filling import MARK, SPICE
from tests.support.walk import Walk
from tests.support.walked import PLANTERS, administrator

LANGUAGES = ("en", "es")
YOUTH_BYTES = 30_000
REQUESTS = 6
STATIC = re.compile(r'(?:href|src)="/s/([^"?]+)')


def shown_to(role: str, planted, language: str) -> Iterator[tuple[str, HttpResponse]]:
    """Every page that this person is led to, in that language."""
    browser = browser_of(role, planted, language)
    yield from Walk(browser, planted.starts(browser.house)).pages()


def browser_of(role: str, planted, language: str) -> Browser:
    if role == "Y":
        return young(planted.youth, language=language)
    if role in ("nobody", "anybody"):
        browser = stranger("youth" if role == "nobody" else "team")
        browser.client.defaults["HTTP_ACCEPT_LANGUAGE"] = language
        return browser
    browser = administrator(planted.cast) if role == "ADM" else member(planted.cast[role])
    page = browser.get("/")
    assert browser.post("/language", once=browser.once(page), lang=language, back="/").status_code == 303
    return browser


WALKERS = [
    *((role, language) for role in ("Y", "nobody", "CG", "anybody") for language in LANGUAGES),
    *((role, "en") for role in ("ADM", *PLANTERS) if role != "CG"),
]


@pytest.mark.parametrize(("role", "language"), WALKERS)
def test_every_page_is_well_made_kind_and_easy_to_read(planted, role, language):
    seen = 0
    for address, answer in shown_to(role, planted, language):
        assert answer.status_code in (200, 404), address
        check_page(answer, address=f"{role} {language} {address}", role=role, language=language)
        seen += answer.status_code == 200
    assert seen


def test_every_page_that_came_back_from_a_form_is_so_too(planted):
    for role, address, answer in planted.shown:
        assert answer.status_code in (200, 404, 422), (role, address, answer.status_code)
        check_page(answer, address=f"{role} after a form {address}", role=role, language="en")


def test_no_form_that_somebody_is_shown_is_never_taken(planted):
    assert "\n".join(planted.troubles) == ""


def check_page(answer: HttpResponse, *, address: str, role: str, language: str) -> None:
    if "html" not in answer.headers["Content-Type"]:
        return
    raw = answer.content.decode()
    assert SPICE[:4] not in raw, f"{address}: what was typed came out as markup"
    html = raw.replace(str(escape(SPICE)), "")
    house = "youth" if role in ("Y", "nobody") else "team"
    found = inspect(html, house=house, path=address)
    text = "\n".join([*visible_blocks(html), *spoken_labels(html)])
    found += check_words(text, house=house, path=address, spared=SPARED)
    assert not found, report(found)
    if role in ("Y", "nobody", "CG"):
        blocks = [block for block in visible_blocks(html) if MARK not in block]
        hard = too_hard("\n".join(blocks), language, names=NAMES, spared=SPARED)
        assert not hard, f"{address}\n" + "\n".join(map(str, hard))
    if house == "youth":
        check_weight(html, address)


def check_weight(html: str, address: str) -> None:
    """A young person's page with everything that it fetches."""
    files = sorted(set(STATIC.findall(html)))
    with in_house("youth"):
        sizes = [file_size(name) for name in files]
    assert len(html.encode()) + sum(sizes) <= YOUTH_BYTES, f"{address}: {len(html.encode())} + {sizes} bytes"
    assert 1 + len(files) <= REQUESTS, f"{address}: {files}"


def file_size(name: str) -> int:
    return next((Path(root) / name).stat().st_size for root in settings.STATIC_ROOTS if (Path(root) / name).is_file())


def test_sabotage_a_page_with_a_hard_word_or_a_broken_tag_is_found(planted):
    page = young(planted.youth).get("/")
    with pytest.raises(AssertionError, match="runaway"):
        check_page(changed(page, "the runaway is gone"), address="x", role="Y", language="en")
    hard = "Considerable organizational complexities necessitate comprehensive multidisciplinary deliberations."
    with pytest.raises(AssertionError, match="grade"):
        check_page(changed(page, hard), address="x", role="Y", language="en")
    with pytest.raises(AssertionError, match="nesting"):
        check_page(changed(page, "<div><p></div>"), address="x", role="Y", language="en")
    with pytest.raises(AssertionError, match="bytes"):
        check_page(changed(page, f"<!-- {'x' * 30_000} -->"), address="x", role="Y", language="en")


def changed(page: HttpResponse, words: str) -> HttpResponse:
    content = page.content.decode().replace("</main>", f"<p>{words}</p></main>")
    return HttpResponse(content, status=page.status_code)


def test_nobody_is_led_to_a_page_of_somebody_else(planted):
    """Whatever a page links to about a young person is about one whom this walker may see."""
    other = str(planted.cast.dee)
    for address, answer in shown_to("CG", planted, "en"):
        assert other not in answer.content.decode(), address
    assert isinstance(planted.youth, UUID)
