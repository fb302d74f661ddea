"""Slowing down guesses by network, with no address kept and nobody ever locked out."""

from __future__ import annotations

import hashlib
import hmac
import ipaddress
from collections.abc import Mapping
from uuid import UUID

from porchlight.kernel import clock
from porchlight.kernel.errors import Trouble
from porchlight.kernel.secrets import Keys
from porchlight.policy.visit import ask, ask_one

FREE = 5  # misses that cost nothing
LONGEST = 42  # seconds of waiting at most
PASSED_ON = ("HTTP_FORWARDED", "HTTP_X_FORWARDED_FOR", "HTTP_X_REAL_IP")  # what a proxy says of whom it speaks for


class TooFast(Trouble):
    """Many wrong tries came from this network a moment ago."""

    code = "PL-POL-020"
    sentence = "There were many tries from this network. Please wait a moment and try again."
    repair = "Nothing to mend: the wait ends by itself within 42 seconds of the last try."


class OnlyHere(Trouble):
    """Staff came from another machine in production, where a password alone is not enough."""

    code = "PL-POL-021"
    sentence = "This house opens only on its own machine for now. From elsewhere a password alone is not enough."
    repair = "Nothing to mend: staff sign-in from other machines opens when second factors are there."


def from_this_machine(meta: Mapping[str, str]) -> bool:
    """Whether a request (its WSGI environment) began on this machine and nobody passed it on."""
    if any(name in meta for name in PASSED_ON):
        return False
    try:
        return ipaddress.ip_address(meta.get("REMOTE_ADDR", "")).is_loopback
    except ValueError:
        return False


def network_key(address: str) -> bytes:
    """A hash of the network that nobody can turn back, and that changes every day (IPv4 /32, IPv6 /56)."""
    try:
        found = ipaddress.ip_address(address or "0.0.0.0")  # noqa: S104 - because it only stands for "unknown"
    except ValueError:
        found = ipaddress.ip_address(0)
    width = 32 if found.version == 4 else 56
    return _daily(str(ipaddress.ip_network((found, width), strict=False)))


def seat_key(seat: UUID, *, what: str) -> bytes:
    """The same for one seat's tries at one thing, so that a roomful of people behind one network wait for nobody."""
    return _daily(f"{what}|{seat}")


def _daily(who: str) -> bytes:
    today = clock.wall().date().isoformat()
    return hmac.new(Keys.here().pepper, f"{today}|{who}".encode(), hashlib.sha256).digest()


def misses(key: bytes) -> tuple[int, float]:
    """How many misses lately, and how many seconds ago the last one was."""
    row = ask_one("SELECT count, last_at FROM pl.misses(%s)", [key])
    return (row["count"], (clock.wall() - row["last_at"]).total_seconds()) if row else (0, 0.0)


def missed(key: bytes) -> None:
    """Count one more."""
    ask("SELECT pl.missed(%s)", [key])


def slow_down(key: bytes) -> None:
    """Raises `TooFast` while this network has to wait."""
    count, ago = misses(key)
    wait = min(LONGEST, 2 ** (count - FREE + 1)) if count >= FREE else 0
    if ago < wait:
        raise TooFast
