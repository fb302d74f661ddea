"""Wrapped keys. The database never holds a key that opens anything by itself."""

from __future__ import annotations

import uuid
from typing import ClassVar

from django.db import models

from porchlight.kernel import clock


class WrappedKey(models.Model):
    """A young person's data key, wrapped by a master key that lies outside the database."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4)
    youth_id = models.UUIDField()
    version = models.IntegerField(default=1)
    wrapped = models.BinaryField()
    made_at = models.DateTimeField(default=clock.now)

    class Meta:
        db_table = "vault_key"
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["youth_id", "version"], name="one_key_a_version"),
        ]
