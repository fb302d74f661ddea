"""Journeys in a real browser: both houses as they run for real, on this worker's database."""

from __future__ import annotations

import os
import shutil
import socket
import threading
from collections.abc import Iterator
from dataclasses import dataclass
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright

from porchlight.project.running import Running
from tests.journeys.looking import look

ARGS = [
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
NEUTRAL = "<!doctype html><title>Weather</title><h1>Mild, light wind</h1>"


@dataclass
class Houses:
    """Where both houses and the neutral site are."""

    team: str
    youth: str
    neutral: str


class NeutralSite(BaseHTTPRequestHandler):
    """Somebody else's page about the weather."""

    def do_GET(self) -> None:
        body = NEUTRAL.encode()
        self.send_response(200)
        self.send_header("Content-Type", "text/html")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *args: object) -> None:
        """Say nothing."""


def free_port() -> int:
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        return found.getsockname()[1]


@pytest.fixture(scope="session")
def houses(town, cast) -> Iterator[Houses]:
    """Both houses, served as in the demo."""
    site = ThreadingHTTPServer(("127.0.0.2", 0), NeutralSite)
    threading.Thread(target=site.serve_forever, daemon=True).start()
    neutral = f"http://127.0.0.2:{site.server_port}/"
    keys, where = os.environ["PORCHLIGHT_KEYS"], os.environ["PORCHLIGHT_DB"]
    running = Running({"PORCHLIGHT_KEYS": keys, "PORCHLIGHT_DB": where, "PORCHLIGHT_NEUTRAL_SITE": neutral})
    team, youth = free_port(), free_port()
    try:
        running.house("team", host="127.0.0.1", port=team)
        running.house("youth", host="127.0.0.1", port=youth)
        assert running.wait_until_answering(f"http://127.0.0.1:{team}", f"http://127.0.0.1:{youth}")
        yield Houses(f"http://localhost:{team}", f"http://127.0.0.1:{youth}", neutral)
    finally:
        running.stop()
        site.shutdown()
        site.server_close()


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
def visit(browser, houses):
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
