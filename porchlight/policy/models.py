"""The grants ledger, and what every table about a young person has in common."""

from __future__ import annotations

import uuid
from typing import ClassVar

from django.db import models

from porchlight.kernel import clock


class Grant(models.Model):
    """One line of the ledger: who, beside whom, for what, on which footing, from when until when.

    A line is never changed but to end it. `seat` None with a role (and perhaps an agency) means whoever
    holds that role there. `category` empty means all; `row_id` None means every row.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4)
    kind = models.TextField()
    person = models.UUIDField(null=True)
    seat = models.UUIDField(null=True)
    role = models.TextField(default="")
    agency = models.UUIDField(null=True)
    youth = models.UUIDField(null=True)
    category = models.TextField(default="")
    row_id = models.UUIDField(null=True)
    footing = models.TextField(default="")
    starts_at = models.DateTimeField()
    ends_at = models.DateTimeField(null=True)
    ended_at = models.DateTimeField(null=True)
    given_by = models.UUIDField(null=True)

    class Meta:
        db_table = "policy_grant"
        indexes: ClassVar = [
            models.Index(fields=["seat", "kind"], condition=models.Q(ended_at=None), name="grant_seat"),
            models.Index(fields=["agency", "role", "kind"], condition=models.Q(ended_at=None), name="grant_agency"),
            models.Index(fields=["youth", "kind"], condition=models.Q(ended_at=None), name="grant_youth"),
            models.Index(fields=["person", "kind"], condition=models.Q(ended_at=None), name="grant_person"),
        ]


class YouthFact(models.Model):
    """What every table of facts about a young person begins with.

    `made_by` is the seat, or the young person, that wrote the row; the database checks it against the
    signed context. Pointers to other rooms are plain UUIDs; the registry turns them into composite keys.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4)
    agency_id = models.UUIDField()
    youth_id = models.UUIDField()
    made_by = models.UUIDField()
    made_at = models.DateTimeField(default=clock.now)

    class Meta:
        abstract = True


class OnceKey(models.Model):
    """A form's random key with the answer that its first sending got."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4)
    made_by = models.UUIDField()
    key = models.TextField()
    answer = models.TextField()
    made_at = models.DateTimeField(default=clock.now)

    class Meta:
        db_table = "policy_once"
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["made_by", "key"], name="once_per_actor"),
        ]


class Try(models.Model):
    """Misses at signing in, by a keyed hash of the network that changes every day. Kept for a day at most."""

    network = models.BinaryField(primary_key=True)
    misses = models.IntegerField()
    last_at = models.DateTimeField()

    class Meta:
        db_table = "policy_try"


class Draft(models.Model):
    """A form that was sent after the door had closed: sealed, and given back to its owner alone."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4)
    owner = models.UUIDField()
    path = models.TextField()
    sealed = models.BinaryField()
    made_at = models.DateTimeField(default=clock.now)

    class Meta:
        db_table = "policy_draft"
        indexes: ClassVar = [models.Index(fields=["owner"], name="draft_of_owner")]
