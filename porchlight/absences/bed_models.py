"""Where they can sleep, as somebody last recorded it."""

from __future__ import annotations

from typing import ClassVar

from django.db import models

from porchlight.policy.models import YouthFact


class Bed(YouthFact):
    """The bed while they are away (K06 slice). The newest row holds, until `last_night` is over.

    `state` is a code of `bed_rules.BedState`. `place` is tonight's other place, `call` the number to call first.
    """

    state = models.TextField()
    last_night = models.DateField(null=True)
    place = models.BinaryField(null=True)
    call = models.BinaryField(null=True)

    class Meta:
        db_table = "absences_bed"
        indexes: ClassVar = [models.Index(fields=["youth_id", "-made_at"], name="bed_of_youth")]
