"""Walking through a house as somebody: every page that they are led to, every form that they are shown.

So that whatever is built later is looked at by the same tests, without anybody remembering to add it.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator
from dataclasses import dataclass, field
from urllib.parse import urlsplit

from django.http import HttpResponse

from tests.support.browsers import Browser
from tests.support.filling import Sheet, filled, forms, links

MOST_PAGES = 600  # of one walk; a walk that is longer goes in circles
NOT_WALKED = ("/x", "/healthz", "/s/")  # the way out, and what is no page
# Forms that end the walk, change who walks, or tell a stranger that nothing opened.
NOT_SENT = ("/sign-out", "/x", "/l", "/language", "/seat", "/demo", "/sign-in/", "/n/1", "/training/here")
TAKEN = (200, 303)  # some forms answer with a page that is shown once


@dataclass
class Walk:
    """One person in one house, from `starts` on. `planting` sends every form once as well."""

    browser: Browser
    starts: tuple[str, ...] = ("/",)
    planting: bool = False
    sent: set[tuple[str, ...]] = field(default_factory=set)
    troubles: list[str] = field(default_factory=list)

    def pages(self) -> Iterator[tuple[str, HttpResponse]]:
        """Every page shown on the way, with its address; forms that came back included."""
        waiting, seen = deque(self.starts), set()
        while waiting and len(seen) < MOST_PAGES:
            address = waiting.popleft()
            if address in seen or _is(address, NOT_WALKED):
                continue
            seen.add(address)
            answer = self.browser.get(address)
            if answer.status_code == 303:
                waiting.append(answer.headers["Location"])
                continue
            yield address, answer
            if answer.status_code == 200 and "html" in answer.headers["Content-Type"]:
                html = answer.content.decode()
                waiting.extend(links(html))
                if self.planting:
                    yield from self._send_all(html, address, waiting, seen)

    def _send_all(
        self, html: str, address: str, waiting: deque[str], seen: set[str]
    ) -> Iterator[tuple[str, HttpResponse]]:
        for sheet in forms(html, address):
            if sheet.shape in self.sent or _is(sheet.action, NOT_SENT):
                continue
            self.sent.add(sheet.shape)
            for answer in self._try(sheet, address):
                if answer.status_code == 303:
                    again = answer.headers["Location"]
                    seen.discard(again)  # because the page says more now than before
                    waiting.append(again)
                else:
                    yield sheet.action, answer

    def _try(self, sheet: Sheet, address: str) -> Iterator[HttpResponse]:
        """Spiced first; where that is not taken, plainly; then with other choices.

        What a form sent just before has settled is not shown any more, so it need not be taken.
        """
        for how in ({"spiced": True}, {"spiced": False}, {"spiced": False, "last": True}):
            answer = self.browser.post(sheet.action, **filled(sheet, **how))
            yield answer
            if answer.status_code in TAKEN:
                return
        shown = forms(self.browser.get(address).content.decode(), address)
        if any((one.action, one.shape) == (sheet.action, sheet.shape) for one in shown):
            self.troubles.append(f"{sheet.action} {sheet.shape} was never taken ({answer.status_code})")


def _is(address: str, among: tuple[str, ...]) -> bool:
    """Whether the address is one of these, or below one that ends with a stroke."""
    path = urlsplit(address).path
    return any(path == one or (one.endswith("/") and path.startswith(one)) for one in among)
