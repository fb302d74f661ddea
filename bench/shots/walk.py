"""Walk through a running demo and take pictures: `python -m bench.shots.walk TEAM_ADDRESS YOUTH_ADDRESS`.

Every page in the list, as the people who use it, at 320 and 1280 px, light and dark, in both languages where
they apply; the pictures go to shots/ and are looked at by a person.
"""

from __future__ import annotations

import os
import re
import sys
from pathlib import Path

from playwright.sync_api import Browser, Page, sync_playwright

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


def sign_in(page: Page, team: str, name: str) -> None:
    """Come in by name on the demo's sign-in page."""
    page.goto(f"{team}/sign-in/")
    page.get_by_role("button", name=f"as {name}").click()


def words_of(page: Page, team: str, name: str) -> str:
    """The five words of an invented young person, from the demo's sign-in page."""
    page.goto(f"{team}/sign-in/")
    return page.locator("dl.answers div", has_text=name).locator("dd").first.inner_text()


def team_walk(browser: Browser, team: str, width: int, scheme: str, who: str, pages: list[str]) -> None:
    """As one member of staff: the list, then the first young person's pages."""
    context = browser.new_context(viewport={"width": width, "height": 800}, color_scheme=scheme)
    page = context.new_page()
    sign_in(page, team, who)
    tag = f"{who.split(maxsplit=1)[0].lower()}-{width}-{scheme}"
    shoot(page, f"team-home-{tag}")
    link = page.locator("a.row-title", has_text=re.compile("^Maya")).first
    if link.count():
        first = str(link.get_attribute("href"))
        for place in pages:
            page.goto(f"{team}{first}{place}" if not place.startswith("/") else f"{team}{place}")
            shoot(page, f"team-{place.strip('/').replace('/', '-') or 'young'}-{tag}")
    context.close()


def youth_walk(browser: Browser, youth: str, width: int, scheme: str, lang: str, words: str, pages: list[str]) -> None:
    """As a young person: the pages before and after coming in."""
    locale = "es-US" if lang == "es" else "en-US"
    context = browser.new_context(viewport={"width": width, "height": 700}, color_scheme=scheme, locale=locale)
    page = context.new_page()
    tag = f"{width}-{scheme}-{lang}"
    for place in ("", "n/1", "n/2", "n/3", "n/13"):
        if page.goto(f"{youth}/{place}").ok:
            shoot(page, f"youth-before-{place.replace('/', '') or 'first'}-{tag}")
    page.goto(f"{youth}/n/1")
    page.locator("input[name=words]").fill(words)
    page.locator("form.form button").first.click()
    shoot(page, f"youth-first-{tag}")
    for place in pages:
        if page.goto(f"{youth}/{place}").ok:
            shoot(page, f"youth-{place.replace('/', '-')}-{tag}")
    context.close()


def main(team: str, youth: str) -> None:
    """The whole walk."""
    SHOTS.mkdir(exist_ok=True)
    program = os.environ.get("PORCHLIGHT_CHROMIUM", "/usr/bin/chromium")
    staff = [
        "",
        "plan",
        "plan/write/safe",
        "team",
        "days",
        "absence",
        "needs",
        "good-word",
        "back",
        "contact",
        "talk",
        "bed",
        "home",
        "messages",
        "plan/card",
        "/y/new",
        "/services",
        "/lines",
        "/rota",
        "/harm-reduction",
    ]
    with sync_playwright() as play:
        browser = play.chromium.launch(executable_path=program, args=list(ARGS))
        page = browser.new_page()
        words = words_of(page, team, "Maya")
        shoot(page, "team-sign-in")
        for width in WIDTHS:
            for scheme in SCHEMES:
                team_walk(browser, team, width, scheme, "Elena Marsh", staff)
                team_walk(
                    browser, team, width, scheme, "Ruth Alvarez", ["", "left", "back", "welcome", "days", "backup"]
                )
                team_walk(browser, team, width, scheme, "Ada Brooke", [])
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
        browser.close()


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2])
