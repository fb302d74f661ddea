"""Agencies, people, seats, and how staff come in."""

from __future__ import annotations

import uuid
from typing import ClassVar

from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.db import models

from porchlight.kernel import clock


class Agency(models.Model):
    """An agency, home, school, court or tribe. `kind` is a code of `rules.KINDS`.

    `county` is empty for the county that this deployment serves, else the key of another one. An agency that left its
    county keeps what it signed and belongs to none from `left_at` on.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4)
    name = models.TextField()
    kind = models.TextField()
    phone = models.TextField(default="")
    county = models.TextField(default="")
    left_at = models.DateTimeField(null=True)
    made_at = models.DateTimeField(default=clock.now)

    class Meta:
        db_table = "teams_agency"


class Person(AbstractBaseUser):
    """A member of staff or a caregiver, whatever seats they hold. Signs in by e-mail and a long password."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4)
    name = models.TextField()
    email = models.TextField()
    email_key = models.BinaryField(unique=True)
    language = models.TextField(default="en")
    left_at = models.DateTimeField(null=True)
    last_login = None

    objects = BaseUserManager()
    USERNAME_FIELD = "email"
    EMAIL_FIELD = "email"
    REQUIRED_FIELDS: ClassVar[list[str]] = []

    class Meta:
        db_table = "teams_person"


class Seat(models.Model):
    """A person in one role at one agency: the human side of the ledger's seat."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4)
    person_id = models.UUIDField()
    agency_id = models.UUIDField()
    role = models.TextField()
    name = models.TextField()
    phone = models.TextField(default="")
    made_at = models.DateTimeField(default=clock.now)
    ended_at = models.DateTimeField(null=True)

    class Meta:
        db_table = "teams_seat"
        indexes: ClassVar = [models.Index(fields=["agency_id"], name="seat_agency")]


class Session(models.Model):
    """A signed-in browser. Kept as a hash of its id, with a MAC that only the team house can make."""

    hash = models.BinaryField(primary_key=True)
    person_id = models.UUIDField()
    seat_id = models.UUIDField(null=True)
    mac = models.BinaryField()
    started_at = models.DateTimeField()
    seen_at = models.DateTimeField()
    ended_at = models.DateTimeField(null=True)

    class Meta:
        db_table = "teams_session"
        indexes: ClassVar = [models.Index(fields=["person_id"], name="session_person")]


class Invitation(models.Model):
    """A link that lets one person set their password, once, within 30 minutes."""

    hash = models.BinaryField(primary_key=True)
    person_id = models.UUIDField()
    made_at = models.DateTimeField()
    ends_at = models.DateTimeField()
    used_at = models.DateTimeField(null=True)

    class Meta:
        db_table = "teams_invitation"


from porchlight.teams.rota_models import Ask, Shift  # noqa: E402 - because Django looks for models here

__all__ = ["Agency", "Ask", "Invitation", "Person", "Seat", "Session", "Shift"]
