"""Days from which comparisons begin anew."""

from __future__ import annotations

from typing import ClassVar

from django.db import models

from porchlight.policy.models import YouthFact


class Afresh(YouthFact):
    """From this county day on, nothing is compared with what was before (K29 full).

    `why` is one of `rules.WHY_AFRESH`. A row is never changed or taken back.
    """

    why = models.TextField()
    day = models.DateField()

    class Meta:
        db_table = "absences_afresh"
        indexes: ClassVar = [models.Index(fields=["youth_id", "-day"], name="afresh_of_youth")]
