"""Signing in to the team house. One path for hit and miss."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from porchlight.kernel.errors import Trouble
from porchlight.policy.api import Anybody, Event, Recognised, SignedIn, Visit, ask, ask_one, guarded
from porchlight.policy.network import missed, slow_down
from porchlight.policy.session import NewSession
from porchlight.teams import sessions
from porchlight.teams.passwords import email_key, matches


class NotRecognised(Trouble):
    """E-mail and password do not belong together, or nobody has that e-mail."""

    code = "PL-TEA-001"
    sentence = "That e-mail and password don't open anything together. Check both and try again."
    repair = "Invite the person again from the setup page; nobody can see or mail a password."


@dataclass(frozen=True)
class Hat:
    """One seat that a signed-in person may take."""

    seat: UUID
    role: str
    agency: UUID
    agency_name: str


@guarded(Anybody())
def sign_in(email: str, password: str, *, network: bytes, key: bytes, by: Visit) -> NewSession | None:
    """Open a session for whoever these belong to; None when they don't, which is counted for the network.

    With exactly one seat the session starts in it, else in none. Raises `TooFast`.
    """
    slow_down(network)
    row = ask_one("SELECT person, password FROM pl.staff_by_email(%s)", [email_key(email)])
    if not matches(password, row["password"] if row else None) or row is None:
        missed(network)
        by.note(Event("sign_in_missed", "teams.sign_in"))
        return None
    by.note(Event("sign_in", "teams.sign_in", why=str(row["person"])))
    return open_session(row["person"], key=key)


def open_session(person: UUID, *, key: bytes) -> NewSession:
    """A session in the person's only seat, or in none while there is a choice."""
    first = sessions.begin(person, None, key=key)
    found = _hats(first.hash)
    if len(found) != 1:
        return first
    sessions.end(first.hash)
    return sessions.begin(person, found[0].seat, key=key)


@guarded(Recognised())
def hats(*, by: Visit) -> list[Hat]:
    """The seats that the person who is here may take."""
    return _hats(by.session)


def _hats(session: bytes) -> list[Hat]:
    return [Hat(*row) for row in ask("SELECT seat, role, agency, agency_name FROM pl.seats_of(%s)", [session])]


@guarded(Anybody())
def take_seat(seat: UUID, *, key: bytes, by: Visit) -> NewSession | None:
    """Change hats: a new session in that seat, the old one ended. None when the seat is not theirs."""
    if by.person is None or seat not in {hat.seat for hat in _hats(by.session)}:
        return None
    sessions.end(by.session)
    by.note(Event("take_seat", "teams.take_seat", why=str(seat)))
    return sessions.begin(by.person, seat, key=key)


@guarded(SignedIn())
def sign_out(*, by: Visit) -> None:
    """End this browser's session."""
    by.note(Event("sign_out", "teams.sign_out"))
    sessions.end(by.session)
