"""What an agency says of itself."""

from __future__ import annotations

from typing import ClassVar

from django.db import models

from porchlight.adoption.ground.rows import AgencyRow
from porchlight.adoption.ground.words import CaseFreeField


class Statement(AgencyRow):
    """How far an agency says that it has come with one indicator; the newest counts. `level` is 0 to 5."""

    indicator = models.TextField()
    level = models.SmallIntegerField()
    words = CaseFreeField(default="")

    class Meta:
        db_table = "adoption_statement"
        indexes: ClassVar = [models.Index(fields=["county", "agency_id", "indicator"], name="statement_of_agency")]
        constraints: ClassVar = [
            models.CheckConstraint(condition=models.Q(level__gte=0, level__lte=5), name="six_levels"),
        ]
