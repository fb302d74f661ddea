"""What a coach and a coached keep between them."""

from __future__ import annotations

from typing import ClassVar

from django.db import models

from porchlight.adoption.ground.rows import PairRow
from porchlight.adoption.ground.words import CaseFreeField


class Coaching(PairRow):
    """One talk between a coach and the coached: what was practised, what stands in the way, what the coach promised.

    `support_by` is the day by which the support is there; None when nothing was promised.
    """

    on_day = models.DateField()
    strategy = CaseFreeField()
    barrier = CaseFreeField(default="")
    support = CaseFreeField(default="")
    support_by = models.DateField(null=True)

    class Meta:
        db_table = "adoption_coaching"
        indexes: ClassVar = [
            models.Index(fields=["coach", "-on_day"], name="coaching_of_coach"),
            models.Index(fields=["coached", "-on_day"], name="coaching_of_coached"),
            models.Index(fields=["agency_id", "-on_day"], name="coaching_of_agency"),
        ]
        constraints: ClassVar = [
            models.CheckConstraint(condition=~models.Q(coach=models.F("coached")), name="nobody_coaches_themselves"),
            models.CheckConstraint(
                condition=models.Q(support="", support_by=None)
                | (~models.Q(support="") & models.Q(support_by__isnull=False)),
                name="support_has_a_day",
            ),
        ]


class SupportOutcome(PairRow):
    """What came of a promised support, as one of the two says; the newest counts. `kept` is yes or no."""

    coaching_id = models.UUIDField()
    kept = models.BooleanField()
    why = CaseFreeField(default="")

    class Meta:
        db_table = "adoption_support_outcome"
        indexes: ClassVar = [models.Index(fields=["coaching_id", "-made_at"], name="outcome_of_support")]


class Talk(PairRow):
    """Somebody asked somebody for a talk after a hard night. Deleted once they talked; counted by nobody."""

    class Meta:
        db_table = "adoption_talk"
        constraints: ClassVar = [models.UniqueConstraint(fields=["coach", "coached"], name="one_open_talk")]
