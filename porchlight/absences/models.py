"""Absence as facts. Every row is added once; what changes is a newer row."""

from __future__ import annotations

from typing import ClassVar

from django.db import models

from porchlight.absences.afresh_models import Afresh
from porchlight.absences.agreement_models import Agreed, Settled
from porchlight.absences.bed_models import Bed
from porchlight.absences.day_models import Day, DayKnown, Tap, TapStep, Week
from porchlight.absences.duty_models import Contact, Duty, Evidence, GateAnswer, Turn
from porchlight.absences.return_models import Back, Output, Return, Talk
from porchlight.policy.models import YouthFact

__all__ = [
    "Afresh",
    "Agreed",
    "Back",
    "Bed",
    "Contact",
    "Day",
    "DayKnown",
    "Duty",
    "Episode",
    "Evidence",
    "GateAnswer",
    "Output",
    "Return",
    "Settled",
    "Status",
    "Talk",
    "Tap",
    "TapStep",
    "Turn",
    "Week",
]


class Episode(YouthFact):
    """One absence, from when we heard of it (K06 full). `state` is the newest state of `rules.STATES`.

    `about`: somebody could say only about when they left.
    """

    state = models.TextField()
    left_at = models.DateTimeField()
    about = models.BooleanField(default=False)
    received_at = models.DateTimeField()
    tap_id = models.UUIDField(null=True)
    nonminor = models.BooleanField(default=False)
    changed_at = models.DateTimeField()
    closed_at = models.DateTimeField(null=True)

    class Meta:
        db_table = "absences_episode"
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["youth_id"], condition=models.Q(closed_at=None), name="one_open_episode"),
        ]


class Status(YouthFact):
    """Open or closed, and since when: the slice that a caregiver or clinician may see (K06 slice)."""

    episode_id = models.UUIDField()
    is_open = models.BooleanField()
    left_at = models.DateTimeField()
    about = models.BooleanField(default=False)
    back_at = models.DateTimeField(null=True)

    class Meta:
        db_table = "absences_status"
        indexes: ClassVar = [models.Index(fields=["youth_id", "-made_at"], name="status_of_youth")]
