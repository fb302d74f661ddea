"""Look at the pattern page of each house: screenshots at 320 and 1280 px, light and dark, and axe.

Run `python -m bench.shots.look`; pictures land in `shots/`. Exit code 1 when axe finds
anything, a page scrolls sideways, or the youth house's styles and script are over their budget.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from importlib.resources import files
from pathlib import Path
from threading import Thread
from types import SimpleNamespace

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup
from playwright.sync_api import Browser, Page, sync_playwright

from bench.shots.pictures import glasses, samples

ROOT = Path(__file__).resolve().parents[2]
DESKS = ROOT / "porchlight" / "desks"
SHOTS = ROOT / "shots"
POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'"
ARGUMENTS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
KINDS = {".css": "text/css", ".js": "text/javascript", ".svg": "image/svg+xml"}
YOUTH_BUDGET = {"n.css": 10_000, "x.js": 3_000}


def sample_values(lang: str, *, house: str) -> dict[str, object]:
    """The page-global values that both houses' middleware would give, invented."""
    return {
        "visit": SimpleNamespace(name="Ana Ruiz", role_name="social worker", role="SW", agency_name="Sample County"),
        "lang": lang,
        "exit_label": "Close",
        "once": "sample",
        "here": "/today",
        "belongs_to": "/today",
        "path": "/today",
        "back_to": "/today",
        "exit_to": "/",
        "to": str,
        "nav": [
            ("/today", "Today", 3),
            ("/young-people", "Young people"),
            ("/away", "Away now", 1),
            ("/rota", "Rota"),
            ("/services", "Services"),
        ],
        "demo": True,
        "pictures": samples(),
        "glasses": glasses(),
        "definition": SimpleNamespace(
            href="/harm-reduction", version="0.1", standing="draft, not ratified by anyone yet"
        ),
        "static": lambda name: f"/static/{house}/{name}",
    }


def in_english(text: str, **values: str) -> Markup:
    """What new-style gettext gives for a word that has no translation."""
    return Markup(text) % values  # noqa: S704 - because the text is the template's own and values are escaped


def render(house: str, *, lang: str) -> str:
    """The house's pattern page as HTML, autoescaped, with every missing value an error."""
    environment = Environment(
        loader=FileSystemLoader(DESKS / house / "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        extensions=["jinja2.ext.do"],
    )
    environment.globals["_"] = in_english
    return environment.get_template(f"{house}/pattern.html").render(sample_values(lang, house=house))


class PatternServer(BaseHTTPRequestHandler):
    """Serves /HOUSE/LANG and the houses' static files on loopback, with the houses' strict policy."""

    def do_GET(self) -> None:
        house, _, rest = self.path.strip("/").partition("/")
        if house in {"team", "youth"}:
            self.answer(render(house, lang=rest).encode(), kind="text/html; charset=utf-8")
        elif house == "static":
            owner, _, name = rest.partition("/")
            file = DESKS / owner / "static" / name.split("?")[0]
            self.answer(file.read_bytes(), kind=KINDS[file.suffix])
        else:
            self.send_error(404)

    def answer(self, body: bytes, *, kind: str) -> None:
        self.send_response(200)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(body)))
        self.send_header("Content-Security-Policy", POLICY)
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - because the base class names it so
        """Stay quiet: the findings are the output."""


@contextmanager
def served() -> Iterator[str]:
    """A server on a free loopback port for as long as the block runs; gives its address."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), PatternServer)
    Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_port}"
    finally:
        server.shutdown()
        server.server_close()


def findings_of(page: Page, *, where: str) -> list[str]:
    """What axe finds, and whether the page scrolls sideways, one line each."""
    page.evaluate((files("axe_playwright_python") / "axe.min.js").read_text(encoding="utf-8"))
    result = page.evaluate("axe.run()")
    found = [
        f"{where}: {violation['id']}: {node['html'][:120]}"
        for violation in result["violations"]
        for node in violation["nodes"]
    ]
    found += [
        f"{where}: axe could not measure the contrast of {node['html'][:120]}"
        for doubt in result["incomplete"]
        if doubt["id"] == "color-contrast"
        for node in doubt["nodes"]
        if node["any"][0]["data"]["messageKey"] == "bgGradient"
    ]
    widths = page.evaluate("[document.documentElement.scrollWidth, innerWidth]")
    if widths[0] > widths[1]:
        found.append(f"{where}: scrolls sideways, {widths[0]} > {widths[1]}")
    return found


def look(browser: Browser, *, address: str, house: str, lang: str, width: int, theme: str) -> list[str]:
    """Take one picture of one pattern page and return what is wrong with it."""
    context = browser.new_context(
        viewport={"width": width, "height": 900},
        color_scheme="dark" if theme == "dark" else "light",
        reduced_motion="reduce",
        bypass_csp=False,
    )
    page = context.new_page()
    console_errors: list[str] = []
    page.on("console", lambda line: console_errors.append(line.text) if line.type == "error" else None)
    page.goto(f"{address}/{house}/{lang}")
    where = f"{house}-{lang}-{width}-{theme}"
    page.evaluate("scrollTo(0, 0)")
    page.screenshot(path=SHOTS / f"{where}.png", full_page=True)
    found = [f"{where}: console: {line}" for line in console_errors]
    found += findings_of(page, where=where)
    context.close()
    return found


def over_budget() -> list[str]:
    """Files of the youth house that are larger than a first view allows."""
    folder = DESKS / "youth" / "static"
    sizes = {name: (folder / name).stat().st_size for name in YOUTH_BUDGET}
    return [
        f"{name}: {size} bytes, allowed {YOUTH_BUDGET[name]}"
        for name, size in sizes.items()
        if size > YOUTH_BUDGET[name]
    ]


def main() -> int:
    SHOTS.mkdir(exist_ok=True)
    found = over_budget()
    with served() as address, sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=os.environ.get("PORCHLIGHT_CHROMIUM", "/usr/bin/chromium"), args=ARGUMENTS
        )
        see = partial(look, browser, address=address)
        for house in ("team", "youth"):
            for width in (320, 1280):
                for theme in ("light", "dark"):
                    found += see(house=house, lang="en", width=width, theme=theme)
            found += see(house=house, lang="ar", width=320, theme="light")
        browser.close()
    sys.stdout.write("\n".join(found or ["nothing found"]) + f"\npictures: {SHOTS}\n")
    return 1 if found else 0


if __name__ == "__main__":
    raise SystemExit(main())
