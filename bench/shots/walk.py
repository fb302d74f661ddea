"""Walk through a running demo and take pictures: `python -m bench.shots.walk TEAM_ADDRESS YOUTH_ADDRESS [NAME]`.

Every page of the team house that a link leads to, as everybody of the cast (or those whose name holds NAME), and the
listed pages of the youth house, at 320 and 1280 px, light and dark, in both languages where they apply. The pictures
go to shots/, the contact sheets beside them as sheet-*.png: a person looks at these, and at a page where in doubt.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path

from playwright.sync_api import Browser, Page, sync_playwright

from bench.shots.sheets import contact_sheets
from bench.shots.team_walk import Look, team_walk

SHOTS = Path("shots")
ARGS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)
WIDTHS = (320, 1280)
SCHEMES = ("light", "dark")


def shoot(page: Page, name: str) -> None:
    """One full-page picture."""
    page.screenshot(path=str(SHOTS / f"{name}.png"), full_page=True)


def words_of(page: Page, team: str, name: str) -> str:
    """The five words of an invented young person, from the demo's sign-in page."""
    page.goto(f"{team}/sign-in/")
    return page.locator("dl.answers div", has_text=name).locator("dd").first.inner_text()


def youth_walk(browser: Browser, youth: str, width: int, scheme: str, lang: str, words: str, pages: list[str]) -> None:
    """As a young person: the pages before and after coming in."""
    locale = "es-US" if lang == "es" else "en-US"
    context = browser.new_context(viewport={"width": width, "height": 700}, color_scheme=scheme, locale=locale)
    page = context.new_page()
    tag = f"{width}-{scheme}-{lang}"
    for place in ("", "n/1", "n/2", "n/3", "n/13"):
        if page.goto(f"{youth}/{place}").ok:
            shoot(page, f"youth-{tag}-before-{place.replace('/', '') or 'first'}")
    page.goto(f"{youth}/n/1")
    page.locator("input[name=words]").fill(words)
    page.locator("form.form button").first.click()
    shoot(page, f"youth-{tag}-first")
    for place in pages:
        if page.goto(f"{youth}/{place}").ok:
            shoot(page, f"youth-{tag}-{place.replace('/', '-')}")
    context.close()


def main(team: str, youth: str, only: str = "") -> None:
    """The whole walk; `only` keeps the staff whose name holds it. The sheets show all pictures, many on one."""
    SHOTS.mkdir(exist_ok=True)
    program = os.environ.get("PORCHLIGHT_CHROMIUM", "/usr/bin/chromium")
    with sync_playwright() as play:
        browser = play.chromium.launch(executable_path=program, args=list(ARGS))
        words = words_of(browser.new_page(), team, "Maya")
        for width in WIDTHS:
            for scheme in SCHEMES:
                team_walk(browser, team, SHOTS, Look(width, scheme), only=only)
                for lang in ("en", "es"):
                    pages = [
                        "n/4",
                        "n/4/1",
                        "n/14",
                        "n/15",
                        "n/17",
                        "n/5",
                        "n/6",
                        "n/7",
                        "n/8",
                        "n/9",
                        "n/10",
                        "n/11",
                        "n/3",
                        "n/21",
                    ]
                    youth_walk(browser, youth, width, scheme, lang, words, pages)
                for house in ("team", "youth"):
                    contact_sheets(browser, SHOTS, house=house, width=width, scheme=scheme)
        browser.close()


if __name__ == "__main__":
    main(*sys.argv[1:4])
