"""The two houses as values: what differs between them beyond their desks."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from types import ModuleType

from django.conf import settings

from porchlight.kernel.secrets import Keys
from porchlight.ownspace import sessions as youth_sessions
from porchlight.teams import sessions as team_sessions


@dataclass(frozen=True)
class House:
    """`sessions` finds who came; `entry` is where somebody unknown is sent."""

    name: str
    login: str
    sessions: ModuleType
    entry: str
    keys: Keys

    @property
    def cookie(self) -> str:
        """The session cookie's name: meaningless, and bound to this host where there is TLS."""
        name = str(self.sessions.COOKIE)
        return f"__Host-{name}" if settings.PRODUCTION else name

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
        return House("team", "pl_team", team_sessions, "/sign-in/", keys)
    return House("youth", "pl_youth", youth_sessions, "/", keys)
