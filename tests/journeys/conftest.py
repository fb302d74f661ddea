"""Journeys in a real browser: both houses as they run for real, on this worker's database."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright

from tests.journeys.looking import look
from tests.journeys.serving import Houses, serving

ARGS = [
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]


@pytest.fixture(scope="session")
def houses(town, cast) -> Iterator[Houses]:
    """Both houses, served as in the demo."""
    with serving(os.environ["PORCHLIGHT_DB"]) as found:
        yield found


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Debian's Chromium. A missing browser is a failure, never a skipped journey."""
    program = os.environ.get("PORCHLIGHT_CHROMIUM") or shutil.which("chromium")
    assert program, "no Chromium: install it with `apt-get install chromium`, or set PORCHLIGHT_CHROMIUM"
    sandbox = ["--no-sandbox"] if os.getuid() == 0 else []
    with sync_playwright() as play:
        found = play.chromium.launch(executable_path=program, args=[*ARGS, *sandbox])
        yield found
        found.close()


@pytest.fixture
def visit(browser):
    """Open a fresh browser window: `visit(width=…, scripts=…, lang=…, dark=…)` gives a page; all are closed after."""
    opened: list[BrowserContext] = []

    def open_window(*, width: int = 320, scripts: bool = True, lang: str = "en", dark: bool = False) -> Page:
        context = browser.new_context(
            viewport={"width": width, "height": 740},
            java_script_enabled=scripts,
            locale="es-US" if lang == "es" else "en-US",
            color_scheme="dark" if dark else "light",
            reduced_motion="reduce",
        )
        opened.append(context)
        page = context.new_page()
        page.set_default_timeout(15_000)
        page.requests_made = []
        page.on("request", lambda request: page.requests_made.append(request.url))
        return page

    yield open_window
    for context in opened:
        context.close()


@pytest.fixture
def looked(houses):
    """Check a page as its rules ask: axe, 320 px, the exit first in the young person's house."""
    return look
