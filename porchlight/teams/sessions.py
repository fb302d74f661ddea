"""Staff sessions: found by a hash, believed only with the house's own MAC."""

from __future__ import annotations

from datetime import UTC, datetime
from uuid import UUID

from porchlight.kernel import clock
from porchlight.kernel.ids import AgencyId, PersonId
from porchlight.policy.api import Identity, Visit, ask, ask_one, county_told
from porchlight.policy.session import NewSession, genuine, hash_of, new_session

COOKIE = "t"  # in production the house puts __Host- before it


def begin(person: UUID, seat: UUID | None, *, key: bytes) -> NewSession:
    """Open a session for a person who has just proved who they are, in one seat or none yet."""
    at = clock.wall()
    new = new_session(key, person, seat, _stamp(at))
    ask("SELECT pl.begin_staff_session(%s, %s, %s, %s, %s)", [new.hash, person, seat, new.mac, at])
    return new


def find(cookie: str, visit: Visit, key: bytes) -> str:
    """Fill `visit` with who this cookie belongs to. Returns "live", "idle", or "" for nobody."""
    hashed = hash_of(cookie)
    row = ask_one("SELECT * FROM pl.staff_session(%s)", [hashed])
    if row is None or row["state"] == "over":
        return ""
    if not genuine(key, row["mac"], hashed, row["person"], row["seat"], _stamp(row["started_at"])):
        return ""
    county_told(row["serves"])
    visit.session = hashed
    visit.person = PersonId(row["person"])
    visit.name = row["name"]
    visit.language = row["language"]
    if row["seat"] and row["state"] == "live":
        visit.identity = Identity("seat", row["seat"])
        visit.role = row["role"]
        visit.agency = AgencyId(row["agency"])
        visit.agency_name = row["agency_name"]
        visit.county, visit.offices = row["county"], frozenset(row["offices"])
    return str(row["state"])


def end(session: bytes) -> None:
    """End the session now."""
    ask("SELECT pl.end_staff_session(%s)", [session])


def _stamp(moment: datetime) -> str:
    return moment.astimezone(UTC).isoformat(timespec="microseconds")
