"""Clients of the soak: each fills in one form again and again, and sends the very same one until it is answered.

As on a bad line, some forms go out and the line breaks before their answer; then they are sent again, too.
"""

from __future__ import annotations

import re
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from http import HTTPStatus
from http.client import HTTPConnection, HTTPException
from threading import Event
from urllib.parse import urlencode

from porchlight.kernel.clock import COUNTY_ZONE

ONCE = re.compile(r'name="once" value="([^"]+)"')
TIMEOUT = 10.0  # seconds for one answer
GIVES_UP = 40.0  # seconds after which a form that got no answer is left, which the summary tells
PAUSE = 0.05  # seconds between two tries
HANGS_UP = 4  # every so many forms the line breaks just after it was sent, before any answer
ENOUGH = 3  # strange answers after which a client leaves off

Make = Callable[[int], tuple[str, dict[str, str]]]


@dataclass(frozen=True)
class Answer:
    """What came back."""

    status: int
    to: str
    text: str


@dataclass
class Writer:
    """One client in one house. `make` gives the mark and the fields of its n-th form.

    `sent` says of every mark whether a 303 to where such a form leads came back for it.
    `strange` are answers that no crash explains.
    """

    kind: str
    host: str
    port: int
    cookie: str
    page: str
    leads_to: str
    make: Make
    address: str = ""
    rest: float = 0.0
    sent: dict[str, bool] = field(default_factory=dict)
    tries: int = 0
    strange: list[str] = field(default_factory=list)

    def run(self, stop: Event) -> None:
        """Write until told to stop; the last form is still sent to its end."""
        number = 0
        while not stop.wait(self.rest) and len(self.strange) < ENOUGH:
            number += 1
            mark, fields = self.make(number)
            form = self._until_answered("GET", self.page, "", HTTPStatus.OK, stop)
            found = ONCE.search(form.text) if form else None
            if found is None:
                continue
            self.sent[mark] = False
            address, body = self.address or self.page, urlencode({"once": found.group(1), **fields})
            if number % HANGS_UP == 0:
                self._ask("POST", address, body, listens=False)
            answer = self._until_answered("POST", address, body, HTTPStatus.SEE_OTHER)
            if answer and answer.to.startswith(self.leads_to):
                self.sent[mark] = True
                self.page = self.address = answer.to if self.kind == "message" else self.page
            elif answer:
                self.strange.append(f"{self.kind} “{mark}” led to {answer.to}")

    def _until_answered(
        self, method: str, address: str, body: str, wanted: HTTPStatus, stop: Event | None = None
    ) -> Answer | None:
        """The same request again until its answer is there. With `stop`, only until then."""
        until = time.monotonic() + GIVES_UP
        while time.monotonic() < until and not (stop and stop.is_set()):
            self.tries += 1
            answer = self._ask(method, address, body)
            if answer and answer.status == wanted:
                return answer
            if answer and answer.status < HTTPStatus.INTERNAL_SERVER_ERROR:
                self.strange.append(f"{method} {address} was answered {answer.status} {answer.to}")
                return None
            time.sleep(PAUSE)
        return None

    def _ask(self, method: str, address: str, body: str, *, listens: bool = True) -> Answer | None:
        """One request on a connection of its own; None when no whole answer came, or was waited for."""
        headers = {"Host": f"{self.host}:{self.port}", "Cookie": self.cookie}
        headers |= {"Content-Type": "application/x-www-form-urlencoded"} if body else {}
        connection = HTTPConnection("127.0.0.1", self.port, timeout=TIMEOUT)
        try:
            connection.request(method, address, body=body or None, headers=headers)
            if not listens:
                return None
            answer = connection.getresponse()
            return Answer(answer.status, answer.headers.get("Location", ""), answer.read().decode())
        except (OSError, HTTPException):
            return None
        finally:
            connection.close()


def writers(actors: dict[str, str], cookies: dict[str, str], *, team_port: int, youth_port: int) -> list[Writer]:
    """A worker's contacts, a caregiver's *they left* and *I need backup*, a young person's messages."""
    youth, worker = actors["Y"], actors["SW"]
    team, own = ("localhost", team_port), ("127.0.0.1", youth_port)
    sw, cg, me = (f"{name}={cookies[role]}" for role, name in (("SW", "t"), ("CG", "t"), ("Y", "n")))
    contact = {"channel": "call", "effort": "E01", "result": "C0"}
    to = {"to": worker}
    return [
        Writer("contact", *team, sw, f"/y/{youth}/contact", f"/y/{youth}/", _timed("at", contact)),
        Writer("left", *team, cg, f"/y/{youth}/left", f"/y/{youth}/left", _timed("left_at", {})),
        Writer("backup", *team, cg, f"/y/{youth}/backup", "/m/", _worded("Backup", {}), rest=0.4),
        Writer("message", *own, me, f"/n/6?to={worker}", "/n/6/", _worded("Note", to), "/n/6"),
    ]


def _timed(name: str, more: dict[str, str]) -> Make:
    """Forms that differ by a second: counted back from yesterday at noon."""
    noon = (datetime.now(COUNTY_ZONE) - timedelta(days=1)).replace(hour=12, minute=0, second=0, microsecond=0)

    def make(number: int) -> tuple[str, dict[str, str]]:
        at = noon - timedelta(seconds=number)
        return at.astimezone(UTC).isoformat(), {name: f"{at:%Y-%m-%dT%H:%M:%S}", **more}

    return make


def _worded(word: str, more: dict[str, str]) -> Make:
    return lambda number: (f"{word} {number}", {"words": f"{word} {number}", **more})
