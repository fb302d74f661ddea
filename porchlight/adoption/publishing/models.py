"""Published copies."""

from __future__ import annotations

from typing import ClassVar

from django.db import models

from porchlight.adoption.ground.rows import CountyRow
from porchlight.adoption.ground.words import CaseFreeField


class Publication(CountyRow):
    """A copy that was published: it stays as it was, whatever becomes of what it was copied from.

    `kind` is what it is (`rules.KINDS`), `subject` the row it was copied from, `file` a PDF's content.
    """

    kind = models.TextField()
    subject = models.UUIDField()
    title = CaseFreeField()
    standing = CaseFreeField(default="")
    language = models.TextField()
    body = CaseFreeField(default="")
    file = models.BinaryField(null=True)
    withdrawn_at = models.DateTimeField(null=True)

    class Meta:
        db_table = "adoption_publication"
        indexes: ClassVar = [models.Index(fields=["county", "kind"], name="publication_county")]
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["subject", "language"], condition=models.Q(withdrawn_at=None), name="published_once"
            )
        ]
