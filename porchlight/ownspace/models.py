"""The young person's ways in: five words, a printed card, a start code; their sessions, and when those close."""

from __future__ import annotations

import uuid
from typing import ClassVar

from django.db import models


class Way(models.Model):
    """One way in. Only a slow, peppered hash of it is kept; `kind` is words, card or start."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4)
    youth_id = models.UUIDField()
    kind = models.TextField()
    lookup = models.BinaryField(unique=True)
    made_at = models.DateTimeField()
    ends_at = models.DateTimeField(null=True)
    ended_at = models.DateTimeField(null=True)

    class Meta:
        db_table = "ownspace_way"
        indexes: ClassVar = [models.Index(fields=["youth_id", "kind"], name="way_of_youth")]


class Session(models.Model):
    """A browser that a young person opened. No address, no machine, no place."""

    hash = models.BinaryField(primary_key=True)
    youth_id = models.UUIDField()
    way = models.TextField()
    mac = models.BinaryField()
    language = models.TextField(default="en")
    started_at = models.DateTimeField()
    seen_at = models.DateTimeField()
    ended_at = models.DateTimeField(null=True)

    class Meta:
        db_table = "ownspace_session"
        indexes: ClassVar = [models.Index(fields=["youth_id"], name="own_session_of_youth")]


class Closing(models.Model):
    """After how many quiet minutes the young person wants their house to close. Without a row it is five."""

    youth_id = models.UUIDField(primary_key=True)
    minutes = models.SmallIntegerField()

    class Meta:
        db_table = "ownspace_closing"
        constraints: ClassVar = [
            models.CheckConstraint(condition=models.Q(minutes__range=(1, 10)), name="one_to_ten_minutes")
        ]
