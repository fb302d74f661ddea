"""An agency's own figures and what it set. Nothing here is about a young person."""

from __future__ import annotations

import uuid
from typing import ClassVar

from django.db import models

from porchlight.kernel import clock


class Dispersion(models.Model):
    """How much one agency's weekly counts jump about, and how much of its days is confirmed, as of the last night.

    `until` is the Monday before which weeks were counted. `phi` is None with too few young people; `youths` is how
    many it rests on. `months` counts those of the last twelve in which enough days were confirmed; `confirmed` of
    `said` days in those twelve.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4)
    agency_id = models.UUIDField(unique=True)
    made_at = models.DateTimeField(default=clock.now)
    until = models.DateField()
    phi = models.FloatField(null=True)
    youths = models.IntegerField()
    months = models.SmallIntegerField()
    said = models.BigIntegerField()
    confirmed = models.BigIntegerField()

    class Meta:
        db_table = "progress_dispersion"


class Setting(models.Model):
    """That a supervisor switched the third kind `on` or `off` for their agency; the newest row counts.

    `name` is theirs, `made_by` their seat, `phi` the figure that they said they had looked at.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4)
    agency_id = models.UUIDField()
    made_by = models.UUIDField()
    made_at = models.DateTimeField(default=clock.now)
    kind = models.TextField()
    name = models.TextField()
    phi = models.FloatField(null=True)

    class Meta:
        db_table = "progress_setting"
        indexes: ClassVar = [models.Index(fields=["agency_id", "-made_at"], name="setting_of_agency")]
