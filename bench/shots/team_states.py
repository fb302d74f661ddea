"""What seldom shows in the team house: kept text, a page too old, a lost answer, hats, links and codes."""

from __future__ import annotations

import re
from collections.abc import Iterator

from playwright.sync_api import Browser, Locator

from bench.shots import backstage
from bench.shots.camera import Camera, Look, window

TYPED = "A few words, long enough to run over more than one line on a small phone.\nAnd a second line."
WRITES = {"Social worker": "plan/write/safe", "Caregiver": "messages"}


def seldom(camera: Camera, role: str) -> Iterator[str]:
    """As somebody who is in: seat choice, trouble, again, the door that closes, what is kept, signed out."""
    page = camera.page
    camera.go("/seat")
    yield "seat"
    beside = page.request.get(f"{camera.house}/").text()
    found = re.search(r'href="(/y/[0-9a-f-]{36}/)"', beside)
    if role in WRITES and found:
        form = f"{found[1]}{WRITES[role]}"
        _typed(camera, form)
        backstage.let_it_grow_old(page)
        _send(camera)
        yield "trouble"
        _typed(camera, form)
        backstage.lose_the_answer(page, _button(camera))
        yield "again"
        _typed(camera, form)
        backstage.close_after_a_while(page, "team")
        _send(camera)
        yield "closed"


def kept(camera: Camera, name: str) -> Iterator[str]:
    """What waits for somebody who comes in again; it is let go afterwards."""
    camera.page.get_by_role("button", name=f"as {name}").click()
    camera.go("/kept")
    if camera.page.locator("main button[data-tone=plain]").count():
        yield "kept"
        camera.press("[data-tone=plain]")
    camera.page.get_by_role("button", name=re.compile("Sign out|Salir|Cerrar")).click()
    yield "signed-out"


def _typed(camera: Camera, address: str) -> None:
    camera.go(address)
    camera.type_everywhere(TYPED)
    for box in camera.page.locator("main form input[type=radio], main form input[type=checkbox]").all()[:1]:
        box.check()


def _button(camera: Camera) -> Locator:
    return camera.page.locator("main form button").last


def _send(camera: Camera) -> None:
    _button(camera).click()
    camera.page.wait_for_load_state()


def invitation(camera: Camera, browser: Browser, look: Look) -> None:
    """As an administrator: a new person's link, what it opens, and what it opens once it is used up."""
    page = camera.page
    camera.go("/setup/")
    page.locator("main form[action='/setup/links'] button").first.click()
    page.wait_for_load_state()
    camera.shoot("link")
    address = page.locator("main code").inner_text()
    place = "/i/" + address.rpartition("/")[2]
    for language in ("en", "es"):
        mark = camera.mark.rpartition("-")[0] + f"-{language}"
        with window(browser, look, house=camera.house, mark=mark, language=language) as invited:
            invited.go(place)
            invited.shoot("invited")
            invited.press("")
            invited.shoot("invited.empty")
            invited.go("/i/gone")
            invited.shoot("invited.old")


def start_code(camera: Camera, name: str) -> str:
    """As a worker: begin with somebody new and make their start code. Returns the code."""
    page = camera.page
    camera.go("/y/new")
    page.locator("input[name=used]").fill(name)
    page.locator("input[name=legal]").fill(name)
    page.locator("input[name=born]").fill("2010-05-01")
    camera.press("")
    camera.shoot("new.one")
    camera.go(page.url.removeprefix(camera.house).rstrip("/") + "/team")
    page.locator("main form[action$=start-code] button").click()
    page.wait_for_load_state()
    camera.shoot("start-code")
    return page.locator("main code").inner_text()
