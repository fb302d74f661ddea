"""What a young person picked for one question in one week (K10 full)."""

from __future__ import annotations

from typing import ClassVar

from django.db import models

from porchlight.policy.models import YouthFact


class ScaleAnswer(YouthFact):
    """One answer: `item` of `scale_rules.ITEMS`, `picked` from 0 to 4, for the week that begins on `week`, a Monday.

    A second answer for the same week is a new row, and the newer one counts. No row opens to anybody else.
    """

    item = models.TextField()
    picked = models.SmallIntegerField()
    week = models.DateField()

    class Meta:
        db_table = "progress_scale_answer"
        indexes: ClassVar = [models.Index(fields=["youth_id", "item", "week"], name="scale_answer_of_youth")]
