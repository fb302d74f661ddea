"""A young person with something on every page, and every page of their house as a browser is led to it."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from playwright.sync_api import Page, Request

ICON = "/i.svg"
NOT_PAGES = ("/x",)
MOST = 80  # pages; a walk that is longer goes in circles


@dataclass(frozen=True)
class Weighed:
    """One page on first view: its address, the bytes of it and of all that it fetches, and how many requests."""

    address: str
    size: int
    requests: int


def somebody_with_everything(cast) -> UUID:
    """Something on every page, a goal and a promise among it: each made as people do it."""
    from porchlight.directory import api as directory
    from porchlight.messaging import api as messaging
    from porchlight.people import api as people
    from porchlight.progress import api as progress
    from porchlight.project.stage import acting, in_house
    from porchlight.safety import api as safety
    from tests.goals.making import a_goal, a_promise
    from tests.messaging.household import make_household
    from tests.needs.making import named_by

    house = make_household(cast)
    house.put_on_call(first=house.ana)
    youth = house.youth
    with in_house("team"):
        with acting(cast.administrator) as adm:
            directory.add_sample(by=adm)
        with acting(cast["ADV"].seat) as advocate:
            messaging.write_to(youth, seat=advocate.actor, words="You can come by on Thursday. " * 8, by=advocate)
            progress.send_kind_word(youth, words="You called when it got loud. I was glad.", by=advocate)
    with in_house("youth"), acting(youth, youth=True) as visit:
        for key in safety.KEYS:
            words = "Phone charged, a way home, somebody who knows. " * 4
            safety.write_section(youth, key=key, words=words, together=False, seats=[cast["ADV"].seat], by=visit)
        for name in ("Aunt Lu", "Bee", "Coach Kim"):
            said = people.TrustedSheet(youth, people.new_trusted_id(), name, "555-0150", "after noon", "All", "if")
            people.trust(youth, said=said, by=visit)
        messaging.ask_those_on_call(youth, topic="change", words="A later curfew", reach="", by=visit)
    for code in ("N07", "N03", "N15", "N01", "N12"):
        named_by(youth, code=code, now="With my cousins on Fridays", verdict="sort_of")
    a_goal(youth)
    a_promise({"SW": house.worker}, youth, due_on=date(2031, 5, 1))
    return youth


def every_page(page: Page, house: str) -> Iterator[Weighed]:
    """Follow every link of ours from the first page on. What a page costs is what came over the wire for it."""
    waiting, seen = deque(["/"]), set()
    while waiting and len(seen) < MOST:
        address = waiting.popleft()
        if address in seen:
            continue
        seen.add(address)
        yield _weigh(page, house, address)
        for href in page.eval_on_selector_all("a[href]", "(links) => links.map((one) => one.getAttribute('href'))"):
            plain = href.split("#")[0]
            if plain.startswith("/") and plain not in NOT_PAGES:
                waiting.append(plain)


def _weigh(page: Page, house: str, address: str) -> Weighed:
    """As on first view. The icon comes when the browser likes, so it is counted to every page by itself."""
    asked: list[Request] = []

    def note(request: Request) -> None:
        if not request.url.partition("?")[0].endswith(ICON):
            asked.append(request)

    page.on("request", note)
    page.goto(f"{house}{address}", wait_until="load")
    page.remove_listener("request", note)
    sizes = [request.sizes() for request in asked]
    size = sum(one["responseBodySize"] + one["responseHeadersSize"] for one in sizes) + _icon(page, house)
    return Weighed(page.url.removeprefix(house), size, len(asked) + 1)


def _icon(page: Page, house: str) -> int:
    """Bytes of the icon that this page names."""
    answer = page.request.get(f"{house}{page.locator('link[rel=icon]').get_attribute('href')}")
    assert answer.ok
    return len(answer.body()) + sum(len(f"{name}: {value}\r\n") for name, value in answer.headers.items())
