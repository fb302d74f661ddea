"""Where somebody was, day by day, and the taps that say a young person left: kept apart from absences (K29)."""

from __future__ import annotations

from typing import ClassVar

from django.db import models

from porchlight.absences.rules import SAID
from porchlight.policy.models import YouthFact

CORRECTS = models.Q(corrects__isnull=False)  # few rows; without them taking old days away asks about each day of each


class Day(YouthFact):
    """One day as somebody said or confirmed it (K29 full); a newer row names what it corrects.

    `status` is one of `rules.DAYS`. `source`, one of `rules.SOURCES`, says how somebody knows, and nothing of
    what was said or where.
    """

    day = models.DateField()
    status = models.TextField()
    source = models.TextField(default=SAID)
    corrects = models.UUIDField(null=True)

    class Meta:
        db_table = "absences_day"
        indexes: ClassVar = [
            models.Index(fields=["youth_id", "-day"], name="day_of_youth"),
            models.Index(fields=["youth_id", "corrects"], condition=CORRECTS, name="day_corrected"),
        ]


class DayKnown(YouthFact):
    """Whether a day is confirmed, without saying how (K29 slice). Has the id of its `Day`."""

    day = models.DateField()
    confirmed = models.BooleanField()
    corrects = models.UUIDField(null=True)

    class Meta:
        db_table = "absences_day_known"
        indexes: ClassVar = [
            models.Index(fields=["youth_id", "-day"], name="day_known_of_youth"),
            models.Index(fields=["youth_id", "corrects"], condition=CORRECTS, name="day_known_corrected"),
        ]


class Week(YouthFact):
    """One week from Monday to Sunday whose days are no longer kept, summed by the nightly run (K29 full).

    `leavings` on confirmed days, `days` in care, `confirmed` days, at home or away. `made_by` is the agency: no
    person made it.
    """

    monday = models.DateField()
    leavings = models.IntegerField()
    days = models.FloatField()
    confirmed = models.SmallIntegerField()

    class Meta:
        db_table = "absences_week"
        constraints: ClassVar = [models.UniqueConstraint(fields=["youth_id", "monday"], name="week_of_youth")]


class Tap(YouthFact):
    """Somebody said that the young person left (K29 full). Duties count from `received_at`, never from `left_at`.

    `about`: they could say only about when.
    """

    left_at = models.DateTimeField()
    about = models.BooleanField(default=False)
    received_at = models.DateTimeField()
    heard = models.TextField()

    class Meta:
        db_table = "absences_tap"
        indexes: ClassVar = [models.Index(fields=["youth_id", "-received_at"], name="tap_of_youth")]


class TapStep(YouthFact):
    """What became of a tap: received, acknowledged, called, set aside, over. Each is a row of its own (K29 full).

    `at` is when it happened; for one that is over, when they came home.
    """

    tap_id = models.UUIDField()
    step = models.TextField()
    at = models.DateTimeField()

    class Meta:
        db_table = "absences_tap_step"
        indexes: ClassVar = [models.Index(fields=["tap_id"], name="step_of_tap")]
