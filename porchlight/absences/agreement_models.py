"""What was agreed beforehand with the young person, and what of it was used after a return."""

from __future__ import annotations

from typing import ClassVar

from django.db import models

from porchlight.policy.models import YouthFact


class Agreed(YouthFact):
    """One version of one agreement (K06 slice). The newest row with the same `rule` holds.

    Kept only when the young person and the caregiver both said yes. `hours` is how long it may last.
    `also_when_seeking_help` is a yes of its own: it counts also when they came back by themselves.
    """

    rule = models.UUIDField()
    kind = models.TextField()
    what = models.BinaryField()
    why = models.BinaryField()
    hours = models.IntegerField()
    also_when_seeking_help = models.BooleanField()
    is_ended = models.BooleanField(default=False)

    class Meta:
        db_table = "absences_agreed"
        indexes: ClassVar = [models.Index(fields=["youth_id", "rule", "-made_at"], name="agreed_of_youth")]


class Settled(YouthFact):
    """What was settled after one return, once they had slept (K06 slice). The newest row holds.

    `agreed_id` None means that none was needed. `ends_at` is when it is over.
    """

    back_id = models.UUIDField()
    agreed_id = models.UUIDField(null=True)
    ends_at = models.DateTimeField(null=True)
    they_say = models.BinaryField(null=True)

    class Meta:
        db_table = "absences_settled"
        indexes: ClassVar = [models.Index(fields=["youth_id", "-made_at"], name="settled_of_youth")]
