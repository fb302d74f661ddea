"""Walk through a running demo and take pictures: `python -m bench.shots.walk TEAM_ADDRESS YOUTH_ADDRESS`.

Every page of the team house that a link leads to, as everybody of the cast (`--who` keeps those whose name holds it),
and every page of the youth house, in both languages, at 320 and 1280 px, light and dark (`--look 320-dark` keeps one);
then what seldom shows: kept text, a page too old, a lost answer, links and codes. The pictures go to shots/, the
contact sheets beside them as sheet-*.png: a person looks at these, and at a page where in doubt.
`DATA_DIR` names the demo's folder: see `backstage`. The walk writes into the demo, so give it one of its own.
"""

from __future__ import annotations

import argparse
import os

from playwright.sync_api import Browser, sync_playwright

from bench.shots.camera import LOOKS, SHOTS, Look, window
from bench.shots.sheets import contact_sheets
from bench.shots.team_states import start_code
from bench.shots.team_walk import come_in, team_walk
from bench.shots.youth_walk import newcomer, youth_walk

ARGS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)


def words_of(browser: Browser, team: str, name: str) -> str:
    """The five words of an invented young person, from the demo's sign-in page."""
    page = browser.new_page()
    page.goto(f"{team}/sign-in/")
    found = page.locator("dl.answers div", has_text=name).locator("dd").first.inner_text()
    page.close()
    return found


def walk_youth(browser: Browser, team: str, youth: str, look: Look, language: str) -> None:
    """The youth house in one look and language: as Maya, and as somebody new whom Elena began with."""
    youth_walk(browser, youth, look, language=language, words=words_of(browser, team, "Maya"))
    with window(browser, look, house=team, mark=f"team-{look}-ElenaMarsh-{language}") as camera:
        come_in(camera.page, team, "Elena Marsh")
        code = start_code(camera, "Robin")
    newcomer(browser, youth, look, language=language, code=code)


def main() -> None:
    """The whole walk, or the part of it that was asked for."""
    asked = argparse.ArgumentParser()
    asked.add_argument("team")
    asked.add_argument("youth")
    asked.add_argument("--house", choices=("team", "youth"), action="append")
    asked.add_argument("--who", default="")
    asked.add_argument("--look", choices=[str(look) for look in LOOKS], action="append")
    asked.add_argument("--language", choices=("en", "es"), action="append")
    args = asked.parse_args()
    SHOTS.mkdir(exist_ok=True)
    program = os.environ.get("PORCHLIGHT_CHROMIUM", "/usr/bin/chromium")
    with sync_playwright() as play:
        browser = play.chromium.launch(executable_path=program, args=list(ARGS))
        for look in [one for one in LOOKS if not args.look or str(one) in args.look]:
            if "youth" in (args.house or ("youth",)):
                for language in args.language or ("en", "es"):
                    walk_youth(browser, args.team, args.youth, look, language)
            if "team" in (args.house or ("team",)):
                team_walk(browser, args.team, look, only=args.who)
            for house in ("team", "youth"):
                contact_sheets(browser, SHOTS, house=house, width=look.width, scheme=look.scheme)
        browser.close()


if __name__ == "__main__":
    main()
