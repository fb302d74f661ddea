"""Tables of training: courses, sessions, and what one person did. What came of it is in `answers_models`."""

from __future__ import annotations

import uuid
from typing import ClassVar

from django.contrib.postgres.fields import ArrayField
from django.db import models

from porchlight.adoption.ground.rows import AgencyRow, CountyRow
from porchlight.adoption.ground.words import CaseFreeField


class Curriculum(AgencyRow):
    """One version of a course. `series` is the same for all its versions, which count from 1.

    `serves` are keys of required trainings of the rule pack; `outline` is Markdown.
    """

    series = models.UUIDField(default=uuid.uuid4)
    version = models.IntegerField(default=1)
    title = CaseFreeField()
    hours = models.DecimalField(max_digits=5, decimal_places=1)
    serves = ArrayField(models.TextField(), default=list)
    outline = CaseFreeField(default="")

    class Meta:
        db_table = "adoption_curriculum"
        constraints: ClassVar = [models.UniqueConstraint(fields=["series", "version"], name="curriculum_version")]
        indexes: ClassVar = [models.Index(fields=["county"], name="curriculum_county")]


class Session(AgencyRow):
    """One day on which a version of a course is held. `room` is empty when people meet online.

    `survivor_trainer` is a code of `rules.SURVIVORS` and belongs to no name.
    """

    curriculum = models.UUIDField()
    held_on = models.DateField()
    room = CaseFreeField(default="")
    led_by = CaseFreeField()
    survivor_trainer = models.TextField()
    called_off_at = models.DateTimeField(null=True)

    class Meta:
        db_table = "adoption_session"
        indexes: ClassVar = [models.Index(fields=["county", "held_on"], name="session_county")]


class Attended(CountyRow):
    """One training that one seat had: `how` is a code of `rules.HOWS`; `session` is empty for an imported one.

    Title, hours and `serves` are those of the version that was held, and stay so.
    """

    seat = models.UUIDField()
    session = models.UUIDField(null=True)
    title = CaseFreeField()
    hours = models.DecimalField(max_digits=5, decimal_places=1, null=True)
    serves = ArrayField(models.TextField(), default=list)
    done_on = models.DateField()
    how = models.TextField()

    class Meta:
        db_table = "adoption_attended"
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["session", "seat"], name="attended_once"),
            models.UniqueConstraint(
                fields=["seat", "done_on", "title"], condition=models.Q(session=None), name="attended_elsewhere_once"
            ),
        ]
        indexes: ClassVar = [
            models.Index(fields=["seat"], name="attended_seat"),
            models.Index(fields=["county"], name="attended_county"),
        ]


class Learning(CountyRow):
    """What somebody learned by themselves: their own record. `kind` is a code of `rules.LEARNINGS`."""

    kind = models.TextField()
    what = CaseFreeField()
    hours = models.DecimalField(max_digits=5, decimal_places=1, null=True)
    done_on = models.DateField()

    class Meta:
        db_table = "adoption_learning"
        indexes: ClassVar = [models.Index(fields=["made_by"], name="learning_maker")]


from porchlight.adoption.training.answers_models import (  # noqa: E402 - because Django looks for tables here
    Confidence,
    Intention,
    Outcome,
)
from porchlight.adoption.training.circle_models import Circle, Presence  # noqa: E402 - because Django looks here

__all__ = ["Attended", "Circle", "Confidence", "Curriculum", "Intention", "Learning", "Outcome", "Presence", "Session"]
