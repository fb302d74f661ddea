"""What both houses' sessions have in common: a random id in the browser, its hash and a MAC in the database."""

from __future__ import annotations

import hashlib
import hmac
import secrets
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from porchlight.policy.visit import Visit

SIZE = 32  # bytes of a session id


class Sessions(Protocol):
    """How a house finds who came. `find` fills the visit and says `live`, `idle` or nothing."""

    def find(self, cookie: str, visit: Visit, key: bytes) -> str: ...

    def end(self, session: bytes) -> None: ...


@dataclass(frozen=True)
class NewSession:
    """A session to be: the cookie's value, what the database keeps of it, and the MAC over both."""

    cookie: str
    hash: bytes
    mac: bytes


def new_session(key: bytes, *parts: object) -> NewSession:
    """A fresh session whose MAC binds `parts` (who, when) to it."""
    cookie = secrets.token_urlsafe(SIZE)
    hashed = hash_of(cookie)
    return NewSession(cookie, hashed, seal(key, hashed, *parts))


def hash_of(cookie: str) -> bytes:
    """What the database keeps instead of the id."""
    return hashlib.sha256(cookie.encode()).digest()


def seal(key: bytes, hashed: bytes, *parts: object) -> bytes:
    """The MAC that only this house's processes can make."""
    said = "|".join(part.isoformat() if isinstance(part, datetime) else str(part) for part in parts)
    return hmac.new(key, hashed + said.encode(), hashlib.sha256).digest()


def genuine(key: bytes, mac: bytes | memoryview, hashed: bytes, *parts: object) -> bool:
    """Whether this house made that session row. A row planted in the table is not genuine."""
    return hmac.compare_digest(bytes(mac), seal(key, hashed, *parts))
