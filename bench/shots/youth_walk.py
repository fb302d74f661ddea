"""Every page of the youth house, without words and with them, in both languages, and what seldom shows."""

from __future__ import annotations

from collections.abc import Iterator

from playwright.sync_api import Browser

from bench.shots import backstage
from bench.shots.camera import Camera, Look, window

BEFORE = ("", "?w=1", "?w=2", "?w=3", "n/1", "n/2", "n/2/0/1", "n/3", "n/13", "n/999")
PAGES = (
    *("", "n/4", "n/4/1", "n/4/8", "n/17", "n/5", "n/6", "n/7", "n/8", "n/9", "n/10", "n/10/a", "n/11", "n/24"),
    *("n/14", "n/15", "n/16", "n/3", "n/21", "n/25", "n/25/a", "n/26", "n/27", "n/28", "n/29", "n/999"),
)
FIRST_LINKS = (
    ("n/6", "/n/6/"),
    ("n/6", "/n/6?to="),
    ("n/10", "/n/10/"),
    ("n/15", "/n/15/"),
    ("n/2", "/n/2/"),
    ("n/25", "/n/25/"),
)
EMPTY = ("n/4/1", "n/4/8", "n/17", "n/7", "n/10/a", "n/16", "n/21")
TYPED = {
    "en": "A few words of mine, long enough to run over more than one line here.",
    "es": "Unas palabras mías, tan largas que aquí ocupan más de una línea.",
}


def youth_walk(browser: Browser, youth: str, look: Look, *, language: str, words: str) -> None:
    """As one young person: before coming in, inside, and what seldom shows."""
    mark = f"youth-{look}-{language}"
    with window(browser, look, house=f"{youth}/", mark=f"{mark}-a", language=language) as camera:
        _pages(camera, BEFORE)
        _wrong_words(camera)
    with window(browser, look, house=f"{youth}/", mark=f"{mark}-b", language=language) as camera:
        come_in(camera, words)
        stay(camera, language)
        _pages(camera, PAGES)
        for page, link in FIRST_LINKS:
            _first_link(camera, page, link)
        _sent_empty(camera)
    with window(browser, look, house=f"{youth}/", mark=f"{mark}-c", language=language) as camera:
        come_in(camera, words)
        for name in seldom(camera, words, TYPED[language]):
            camera.shoot(name)


def come_in(camera: Camera, typed: str) -> None:
    """By five words, or by a start code."""
    camera.go("n/1")
    camera.page.locator("input[name=words]").fill(typed)
    camera.press("")


def stay(camera: Camera, language: str) -> None:
    """Speak this language from here on."""
    button = camera.page.locator(f".language button[value={language}]")
    if button.count():
        button.first.click()
        camera.page.wait_for_load_state()


def _name(address: str) -> str:
    return address.strip("/").replace("/", ".").replace("?", ".") or "first"


def _pages(camera: Camera, addresses: tuple[str, ...]) -> None:
    for address in addresses:
        camera.go(address)
        camera.shoot(_name(address))


def _wrong_words(camera: Camera) -> None:
    come_in(camera, "not these five words")
    camera.shoot("n.1-wrong")
    backstage.forget_misses()


def _first_link(camera: Camera, page: str, begins: str) -> None:
    camera.go(page)
    link = camera.page.locator(f'main a[href^="{begins}"]')
    if link.count():
        link.first.click()
        camera.page.wait_for_load_state()
        camera.shoot(f"{_name(page)}-one" if "?" not in begins else f"{_name(page)}-to")


def _sent_empty(camera: Camera) -> None:
    for address in EMPTY:
        camera.go(address)
        camera.page.locator("main textarea, main input.input").evaluate_all("f => f.forEach((o) => { o.value = ''; })")
        if camera.page.locator("main form button").count():
            camera.page.locator("main form#f button, main form button").first.click()
            camera.page.wait_for_load_state()
            camera.shoot(f"{_name(address)}-empty")


def seldom(camera: Camera, words: str, typed: str) -> Iterator[str]:
    """A code word set and sent, a question sent, a page too old, an answer lost, a door that closed."""
    page = camera.page
    camera.go("n/21")
    page.locator("input[name=words]").fill("lamp")
    for box in page.locator("input[name=seats]").all()[:2]:
        box.check()
    camera.press("[value=send]")
    yield "n.3-set"
    camera.press("")
    yield "n.20"
    camera.go("n/21")
    yield "n.21-set"
    camera.go("n/9")
    camera.type_everywhere(typed)
    camera.press("")
    yield "n.9-sent"
    camera.go("n/4/2")
    camera.type_everywhere(typed)
    backstage.let_it_grow_old(page)
    camera.press("")
    yield "trouble"
    camera.go("n/16")
    camera.type_everywhere(typed)
    backstage.lose_the_answer(page, page.locator("main button[value=send]"))
    yield "again"
    camera.go("n/8")
    camera.type_everywhere(typed)
    backstage.close_after_a_while(page, "youth")
    camera.press("")
    yield "closed"
    come_in(camera, words)
    yield "n.19"
    camera.press("[data-tone=plain]")


def newcomer(browser: Browser, youth: str, look: Look, *, language: str, code: str) -> None:
    """Somebody new, with a start code: an empty house, and the words and the card that are shown once."""
    mark = f"youth-{look}-{language}-d"
    with window(browser, look, house=f"{youth}/", mark=mark, language=language) as camera:
        come_in(camera, code)
        stay(camera, language)
        _pages(camera, ("", "n/4", "n/5", "n/6", "n/7", "n/9", "n/10", "n/11", "n/15", "n/21", "n/14"))
        camera.press("[value=words]")
        camera.shoot("n.14-words")
        camera.go("n/14")
        camera.press("[value=card]")
        camera.shoot("n.14-card")
