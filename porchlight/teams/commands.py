"""Setting up agencies and people; who wears which hat."""

from __future__ import annotations

import secrets
from datetime import datetime
from uuid import UUID

from django.conf import settings

from porchlight.kernel import clock
from porchlight.kernel.errors import Trouble
from porchlight.kernel.ids import new_id
from porchlight.policy.api import (
    Anybody,
    Category,
    Change,
    Event,
    Holding,
    Recognised,
    Visit,
    ask,
    end_grant,
    grant,
    guarded,
)
from porchlight.policy.grid import the_grid
from porchlight.policy.session import NewSession, hash_of
from porchlight.teams.models import Agency, Seat
from porchlight.teams.passwords import email_key, hashed
from porchlight.teams.rules import LINK_LIFE
from porchlight.teams.sign_in import open_session

ADMINISTRATOR = Holding(("ADM",))


class KnownAlready(Trouble):
    """Somebody with that e-mail is here already."""

    code = "PL-TEA-010"
    sentence = "Somebody with that e-mail is here already. Open their name in the list to give them another seat."
    repair = "One person has one sign-in and as many seats as they have roles."


class GateClosed(Trouble):
    """In production a role is open only when what protects it exists."""

    code = "PL-TEA-011"
    sentence = "That role can't hold real people yet."
    repair = "grid.toml names what must exist first; `porchlight doctor` lists the gates."


class LinkOver(Trouble):
    """The invitation was used, or its 30 minutes are over."""

    code = "PL-TEA-012"
    sentence = "This link does not work any more. Ask the person who gave it to you for a new one."
    repair = "Setup, people: make a new link. Each works once and for 30 minutes."


@guarded(ADMINISTRATOR)
def add_agency(*, name: str, kind: str, phone: str, by: Visit, county: str = "") -> UUID:
    """Add an agency of one of `rules.KINDS`; `county` is the key of another county, empty for our own."""
    agency = Agency.objects.create(name=name, kind=kind, phone=phone, county=county)
    by.note(Event("write", "teams.add_agency", why=str(agency.id)))
    return agency.id


@guarded(ADMINISTRATOR)
def agency_leaves(agency: UUID, *, by: Visit) -> bool:
    """The agency belongs to no county from now on. What it wrote and signed stays. False when it had left already.

    Its seats beside young people are not touched: a team ends one by one, with a word to each young person.
    """
    left = Agency.objects.filter(id=agency, left_at=None).update(left_at=clock.now())
    by.note(Event("write", "teams.agency_leaves", why=str(agency)))
    return bool(left)


@guarded(ADMINISTRATOR)
def add_person(*, name: str, email: str, language: str, by: Visit) -> UUID:
    """Add somebody who will sign in. Raises `KnownAlready`."""
    person = new_id()
    values = [person, name, email, email_key(email), language]
    if not ask("SELECT pl.add_person(%s, %s, %s, %s, %s)", values)[0][0]:
        raise KnownAlready
    by.note(Event("write", "teams.add_person", why=str(person)))
    return person


@guarded(ADMINISTRATOR)
def invite(person: UUID, *, by: Visit) -> str:
    """A token for a link that sets this person's password, once, within 30 minutes. Older ones stop working."""
    token = secrets.token_urlsafe(24)
    ask("SELECT pl.invite(%s, %s, %s)", [hash_of(token), person, clock.wall() + LINK_LIFE])
    by.note(Event("invite", "teams.invite", why=str(person)))
    return token


@guarded(Anybody())
def accept_invitation(token: str, *, password: str, key: bytes, by: Visit) -> NewSession:
    """Set the password that the link is for and come in. Raises `LinkOver`."""
    person = ask("SELECT pl.take_invitation(%s, %s)", [hash_of(token), hashed(password)])[0][0]
    if person is None:
        raise LinkOver
    by.note(Event("sign_in", "teams.accept_invitation", why=str(person)))
    return open_session(person, key=key)


@guarded(ADMINISTRATOR)
def give_seat(person: UUID, *, agency: UUID, role: str, name: str, phone: str, by: Visit) -> UUID:
    """Put a person in one role at one agency. Raises `GateClosed` in production for a closed role."""
    gate = the_grid().roles[role].gate
    if gate and settings.PRODUCTION:
        raise GateClosed(f"The role {the_grid().roles[role].name} waits for: {gate}.")
    seat = Seat.objects.create(person_id=person, agency_id=agency, role=role, name=name, phone=phone)
    grant("seat", by=by, seat=seat.id, person=person, role=role, agency=agency, footing="EMPLOYED")
    return seat.id


@guarded(Change(Category.IDENTITY))
def join_team(youth: UUID, *, seat: UUID, footing: str, by: Visit, ends: datetime | None = None) -> UUID:
    """Put a seat beside a young person on a footing. The responsible agency's workers may do this."""
    return grant("standing", by=by, youth=youth, seat=seat, footing=footing, ends=ends)


@guarded(Change(Category.IDENTITY))
def leave_team(youth: UUID, *, line: UUID, by: Visit) -> bool:
    """End one standing now; it counts from the next statement on."""
    return end_grant(line, by=by, youth=youth)


@guarded(Recognised())
def speak(language: str, *, by: Visit) -> None:
    """Remember in which language this person reads."""
    ask("SELECT pl.speak(%s, %s)", [by.session, language])
