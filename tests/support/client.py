"""Browsers without a browser: a client of each house that keeps its session and fills in the form's key."""

from __future__ import annotations

import re
from contextlib import contextmanager
from uuid import UUID

from django.test import Client

from porchlight.ownspace import sessions as youth_sessions
from porchlight.project.houses import this_house
from porchlight.project.stage import in_house
from porchlight.teams import sessions as team_sessions

HOSTS = {"team": "localhost", "youth": "127.0.0.1"}
ONCE = re.compile(r'name="once" value="([^"]+)"')


class Visitor:
    """Somebody's browser in one house."""

    def __init__(self, house: str, cookie: str = "", *, accept: str = "en") -> None:
        headers = {"Host": HOSTS[house], "Accept-Language": accept}
        self.client = Client(headers=headers, SERVER_NAME=HOSTS[house])
        if cookie:
            self.client.cookies[this_house().cookie] = cookie

    def get(self, address: str):
        """The page at that address."""
        return self.client.get(address)

    def text(self, address: str) -> str:
        """The page's HTML."""
        return self.client.get(address).content.decode()

    def send(self, address: str, *, page: str = "", **fields: object):
        """Fill in the form on `page` (else on `address`) and send it to `address`."""
        once = ONCE.search(self.text(page or address))
        assert once, f"no form on {page or address}"
        return self.client.post(address, {"once": once.group(1), **fields})


@contextmanager
def team_browser(member=None, *, person: UUID | None = None, seat: UUID | None = None, accept: str = "en"):
    """A browser of the team house, signed in as that member of the cast, or as nobody."""
    with in_house("team"):
        cookie = ""
        if member or person:
            new = team_sessions.begin(person or member.person, seat or member.seat, key=this_house().process_key)
            cookie = new.cookie
        yield Visitor("team", cookie, accept=accept)


@contextmanager
def youth_browser(youth: UUID | None = None, *, accept: str = "en"):
    """A browser of the young person's house, signed in with words, or not signed in."""
    with in_house("youth"):
        cookie = ""
        if youth:
            new = youth_sessions.begin(youth, way="words", language=accept, key=this_house().process_key)
            cookie = new.cookie
        yield Visitor("youth", cookie, accept=accept)
