"""The two houses as values: what differs between them beyond their desks."""

from __future__ import annotations

from dataclasses import dataclass
from enum import IntEnum
from functools import cache
from types import ModuleType

from django.conf import settings

from porchlight.kernel.secrets import Keys
from porchlight.ownspace import sessions as youth_sessions
from porchlight.teams import sessions as team_sessions


class Left(IntEnum):
    """What somebody was doing when their session turned out to be closed."""

    NOTHING = 0  # they opened a page
    KEPT = 1  # they sent words, which are kept
    NOT_SENT = 2  # they sent a form without words: nothing of it was done


@dataclass(frozen=True)
class House:
    """`sessions` finds who came; `entry` is where somebody unknown is sent.

    `closed` is what the entry's address says then, by `Left`; in the young person's house it tells nothing.
    """

    name: str
    login: str
    sessions: ModuleType
    entry: str
    keys: Keys
    closed: tuple[str, str, str]

    @property
    def cookie(self) -> str:
        """The session cookie's name: meaningless, and bound to this host where there is TLS."""
        name = str(self.sessions.COOKIE)
        return f"__Host-{name}" if settings.PRODUCTION else name

    @property
    def only_here(self) -> bool:
        """Whether production opens it on its own machine alone: staff, until second factors are there."""
        return self.name == "team"

    @property
    def context_key(self) -> bytes:
        return _key(self.keys, "context", self.login)

    @property
    def process_key(self) -> bytes:
        return _key(self.keys, "process", self.login)


@cache
def _key(keys: Keys, kind: str, login: str) -> bytes:
    return keys.context(login) if kind == "context" else keys.process(login)


def this_house() -> House:
    """The house that this process is, by its settings."""
    return _house(settings.HOUSE)


@cache
def _house(name: str) -> House:
    keys = Keys.here()
    if name == "team":
        return House("team", "pl_team", team_sessions, "/sign-in/", keys, ("was=idle",) * 3)
    return House("youth", "pl_youth", youth_sessions, "/", keys, ("w=1", "w=2", "w=3"))
