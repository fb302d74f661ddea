"""J15: a newcomer installs. One command, a demo that says so, a look that finds nothing, data that stays."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Page

from porchlight.policy.grid import the_grid
from tests.journeys.looking import look, only_ours
from tests.journeys.newcomer import Newcomer, addresses_of, is_own, newcomer

pytestmark = pytest.mark.browser
WORDS = "A window that opens and my own blanket"


@pytest.fixture
def ours():
    with newcomer() as found:
        yield found


def the_page_says_that_it_is_a_demo(page: Page, ours: Newcomer) -> None:
    page.goto(f"http://localhost:{ours.team}/")
    assert "Everybody here is made up." in page.inner_text("header")
    look(page)
    for name in ("Ada Brooke", "Elena Marsh", "Ruth Alvarez"):
        assert page.get_by_role("button", name=f"Come in as {name}").count() == 1
    page.get_by_role("button", name="Come in as Elena Marsh").click()
    page.wait_for_url(f"http://localhost:{ours.team}/")
    assert "Everybody here is made up." in page.inner_text("header")
    assert "Maya" in page.inner_text("main")
    look(page)


def a_young_person_comes_in_with_the_five_words_of_that_page(page: Page, words: str, ours: Newcomer) -> None:
    page.goto(f"http://127.0.0.1:{ours.youth}/n/1")
    page.locator("input[name=words]").fill(words)
    page.locator("main form button").click()
    page.wait_for_url(f"http://127.0.0.1:{ours.youth}/")
    page.goto(f"http://127.0.0.1:{ours.youth}/n/4")


def five_words_of(page: Page, name: str, ours: Newcomer) -> str:
    page.goto(f"http://localhost:{ours.team}/sign-in/")
    found = re.search(rf"{name}\n+((?:\w+ ){{4}}\w+)", page.inner_text("main"))
    assert found
    return found[1]


def doctor_finds_only_what_it_must(ours: Newcomer) -> None:
    done = ours.run("doctor")
    assert done.returncode == 0, done.stdout + done.stderr
    assert "BAD" not in done.stdout
    assert done.stdout.strip().splitlines()[-1].startswith("Ready for real data: no, because ")


def nothing_leaves_this_machine(page: Page, ours: Newcomer, process: int) -> None:
    only_ours(page, f"http://localhost:{ours.team}/", f"http://127.0.0.1:{ours.youth}/")
    found = addresses_of(process)
    assert found, "both houses listen"
    assert [address for address in found if not is_own(address)] == []


def production_refuses(ours: Newcomer) -> None:
    """Neither the demo nor its keys carry production; the refusal names every role that stays closed."""
    demo = ours.run("demo", PORCHLIGHT_PRODUCTION="yes")
    assert demo.returncode == 1
    assert "The demo does not start in production" in demo.stderr
    serve = ours.run("serve", PORCHLIGHT_PRODUCTION="yes")
    assert serve.returncode == 1
    assert "These keys were made for the demo" in serve.stderr
    closed = [role for role in the_grid().roles.values() if role.gate]
    assert len(closed) > 3
    assert all(f"{role.name} ({role.gate})" in serve.stderr for role in closed)
    assert "house:" not in serve.stdout


def test_a_newcomer_starts_looks_stops_and_finds_everything_again(visit, ours):
    page = visit(width=1280)
    with ours.demo() as process:
        the_page_says_that_it_is_a_demo(page, ours)
        page.context.clear_cookies()
        words = five_words_of(page, "Maya", ours)
        a_young_person_comes_in_with_the_five_words_of_that_page(page, words, ours)
        page.goto(f"http://127.0.0.1:{ours.youth}/n/4/3")
        page.locator("textarea[name=words]").fill(WORDS)
        page.get_by_role("button", name="Keep it").click()
        page.wait_for_url(f"http://127.0.0.1:{ours.youth}/n/4")
        doctor_finds_only_what_it_must(ours)
        nothing_leaves_this_machine(page, ours, process.pid)
    assert any("Stopped." in line for line in ours.said)
    production_refuses(ours)
    with ours.demo():
        page.context.clear_cookies()
        a_young_person_comes_in_with_the_five_words_of_that_page(page, words, ours)
        assert WORDS in page.inner_text("main")
