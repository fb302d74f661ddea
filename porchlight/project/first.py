"""The first administrator, made on the machine itself: nobody in a browser can become one."""

from __future__ import annotations

import secrets

from django.db import connection, transaction

from porchlight.kernel import clock
from porchlight.kernel.ids import new_id
from porchlight.policy.models import Grant
from porchlight.policy.session import hash_of
from porchlight.teams.models import Agency, Invitation, Person, Seat
from porchlight.teams.passwords import email_key
from porchlight.teams.rules import LINK_LIFE

NONE_YET = "!"  # no password opens it; the link sets one


def has_administrator() -> bool:
    """Whether anybody holds an administrator's seat. Run as the owner."""
    return Grant.objects.filter(kind="seat", role="ADM", ended_at=None).exists()


def first_administrator(*, name: str, email: str) -> str:
    """Make the county administration, its administrator, and a token for their link. Run as the owner."""
    at = clock.wall()
    with transaction.atomic():
        with connection.cursor() as cursor:
            cursor.execute("SELECT set_config('pl.migration_window', 'open', true)")
        person = Person.objects.create(name=name, email=email, email_key=email_key(email), password=NONE_YET)
        agency = Agency.objects.create(name="County administration", kind="administration")
        seat = Seat.objects.create(person_id=person.id, agency_id=agency.id, role="ADM", name=name)
        Grant.objects.create(
            id=new_id(),
            kind="seat",
            person=person.id,
            seat=seat.id,
            role="ADM",
            agency=agency.id,
            footing="EMPLOYED",
            starts_at=at,
        )
        token = secrets.token_urlsafe(24)
        Invitation.objects.create(hash=hash_of(token), person_id=person.id, made_at=at, ends_at=at + LINK_LIFE)
    return token
