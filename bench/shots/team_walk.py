"""Every page of the team house that a link leads to, as each person of the cast, and the pages that no link shows."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from playwright.sync_api import Browser, Page

from bench.shots import backstage, team_states
from bench.shots.camera import Look, window

NOBODY = "00000000-0000-4000-8000-000000000000"
UUID = re.compile(r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")
EMPTY = ("y/new", "absence", "contact", "good-word", "needs/new", "messages", "home", "team", "talk", "services/new")
ENOUGH = 3  # young people at each seat: their pages differ
PLACES = """Array.from(document.querySelectorAll('main a[href^="/"], .staff-nav a, .page-foot a'), a => a.pathname)"""


def cast(browser: Browser, team: str) -> list[tuple[str, str]]:
    """Everybody who can come in by name, and their role as the sign-in page words it."""
    page = browser.new_page()
    page.goto(f"{team}/sign-in/")
    rows = page.locator("button.choice").all()
    names = [str(row.locator("span").first.text_content()).removeprefix("Come in as ") for row in rows]
    roles = [row.locator(".choice-hint").inner_text().split(",")[0] for row in rows]
    page.close()
    return list(zip(names, roles, strict=True))


def shape_of(address: str) -> str:
    """An address without whom it is about: pages of one shape are alike."""
    return re.sub(r"(/plan/write|/lines|/i)/[^/]+", r"\1/_", UUID.sub("_", address))


def walk(page: Page, team: str, *, seen: Counter[str], enough: int = ENOUGH) -> Iterator[str]:
    """Follow the links of this seat's pages; yields a name for each page shown, few of each shape."""
    waiting = ["/"]
    while waiting:
        address = waiting.pop(0)
        shape = shape_of(address)
        if seen[shape] >= (enough if shape == "/y/_/" else 1):
            continue
        seen[shape] += 1
        page.goto(f"{team}{address}")
        waiting += page.evaluate(PLACES)
        more = f"-{seen[shape]}" if seen[shape] > 1 else ""
        yield (shape.strip("/").replace("/", ".") or "first") + more


def come_in(page: Page, team: str, name: str) -> None:
    """Come in by name on the demo's sign-in page."""
    page.goto(f"{team}/sign-in/")
    page.get_by_role("button", name=f"as {name}").click()


def stay(page: Page, language: str) -> None:
    """Speak this language from here on."""
    button = page.locator(f"form.language button[value={language}]")
    if button.count():
        button.first.click()


def sent_empty(page: Page, team: str) -> Iterator[str]:
    """The same pages again after a form was sent with nothing in it: what is said then."""
    page.goto(f"{team}/")
    beside = [address for address in page.evaluate(PLACES) if shape_of(address) == "/y/_/"]
    first = beside[0] if beside else f"/y/{NOBODY}/"
    for place in EMPTY:
        answer = page.goto(f"{team}/{place}" if "y/new" in place or "services" in place else f"{team}{first}{place}")
        forms = page.locator("main form.form")
        if answer and answer.ok and forms.count():
            forms.first.locator("button").last.click()
            if page.locator(".errors").count():
                yield f"empty.{place.replace('/', '.')}"


def outside(page: Page, team: str) -> Iterator[str]:
    """What stands before coming in, and what is said where nothing is."""
    for name, address in (("sign-in", "/sign-in/"), ("sign-in.idle", "/sign-in/?was=idle"), ("invited.old", "/i/gone")):
        page.goto(f"{team}{address}")
        yield name
    page.goto(f"{team}/sign-in/")
    page.locator("main form.form button").first.click()
    yield "empty.sign-in"
    backstage.forget_misses()


def team_walk(browser: Browser, team: str, look: Look, *, only: str = "") -> None:
    """Pictures of the house in one look; a caregiver's pages in English and then in Spanish."""
    for name, role in cast(browser, team):
        for language in ("en", "es") if role == "Caregiver" else ("en",):
            if only in name:
                mark = f"team-{look}-{name.replace(' ', '')}-{language}"
                with window(browser, look, house=team, mark=mark, language=language) as camera:
                    for shown in one_seat(camera.page, team, name=name, language=language):
                        camera.shoot(shown)
                    for shown in team_states.seldom(camera, role):
                        camera.shoot(shown)
                    camera.go("/sign-in/")
                    for shown in team_states.kept(camera, name):
                        camera.shoot(shown)
                    if role == "Administrator":
                        come_in(camera.page, team, name)
                        team_states.invitation(camera, browser, look)


def one_seat(page: Page, team: str, *, name: str, language: str) -> Iterator[str]:
    """All that one person meets: before coming in, every page, what an empty form says, and what is not there."""
    yield from outside(page, team)
    come_in(page, team, name)
    stay(page, language)
    yield from walk(page, team, seen=Counter())
    yield from sent_empty(page, team)
    page.goto(f"{team}/y/{NOBODY}/")
    yield "not-there"
