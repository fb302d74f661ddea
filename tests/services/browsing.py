"""Pages as a browser gets them: the answer's bytes and everything that it asks for."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from django.conf import settings
from django.test import Client

from porchlight.project.houses import this_house
from porchlight.project.stage import in_house

ASKED = re.compile(r'(?:src|href)="/s/([^"?]+)')
HOSTS = {"youth": "127.0.0.1", "team": "localhost"}


@contextmanager
def browser(house: str, member=None) -> Iterator[Client]:
    """A browser in that house; signed in as a member of the cast where one is given."""
    with in_house(house):
        client = Client(HTTP_HOST=HOSTS[house])
        if member is not None:
            from porchlight.teams.sessions import begin

            session = begin(member.person, member.seat, key=this_house().process_key)
            client.cookies["t"] = session.cookie
        yield client


def files_of(html: str) -> list[bytes]:
    """The files that a page asks for, each once, as they lie on the disk: not packed."""
    roots = [Path(root) for root in settings.STATIC_ROOTS]
    asked = dict.fromkeys(ASKED.findall(html))
    return [next(root / path for root in roots if (root / path).is_file()).read_bytes() for path in asked]


def once_of(html: str) -> str:
    """The key of a form on the page."""
    return re.search(r'name="once" value="([^"]+)"', html)[1]
