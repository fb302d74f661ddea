"""A young person's sessions: found by a hash, believed only with the house's own MAC. No address is kept."""

from __future__ import annotations

from datetime import UTC, datetime
from uuid import UUID

from porchlight.kernel import clock
from porchlight.policy.api import Identity, Visit, ask, ask_one
from porchlight.policy.session import NewSession, genuine, hash_of, new_session

COOKIE = "n"  # in production the house puts __Host- before it


def begin(youth: UUID, *, way: str, language: str, key: bytes) -> NewSession:
    """Open a session for a young person whose words, card or start code were right."""
    at = clock.wall()
    new = new_session(key, youth, _stamp(at))
    ask("SELECT pl.begin_youth_session(%s, %s, %s, %s, %s, %s)", [new.hash, youth, way, new.mac, at, language])
    return new


def find(cookie: str, visit: Visit, key: bytes) -> str:
    """Fill `visit` with the young person. Returns "live", "idle", or "" for nobody."""
    hashed = hash_of(cookie)
    row = ask_one("SELECT * FROM pl.youth_session(%s)", [hashed])
    if row is None or row["state"] == "over":
        return ""
    if not genuine(key, row["mac"], hashed, row["youth"], _stamp(row["started_at"])):
        return ""
    visit.session = hashed
    visit.language = row["language"]
    visit.extras["way"] = row["way"]
    visit.extras["youth"] = row["youth"]
    if row["state"] == "live":
        visit.identity = Identity("youth", row["youth"])
        visit.role = "Y"
    return str(row["state"])


def end(session: bytes) -> None:
    """End the session now."""
    ask("SELECT pl.end_youth_session(%s)", [session])


def _stamp(moment: datetime) -> str:
    return moment.astimezone(UTC).isoformat(timespec="microseconds")
