"""Tables of what a training did with the people who were there. Each answer is its person's own."""

from __future__ import annotations

from typing import ClassVar

from django.contrib.postgres.fields import ArrayField
from django.db import models

from porchlight.adoption.ground.rows import CountyRow
from porchlight.adoption.ground.words import CaseFreeField


class Confidence(CountyRow):
    """How sure somebody was of five things, 1 to 5 each, before or after one session (`rules.MOMENTS`)."""

    session = models.UUIDField()
    moment = models.TextField()
    items = ArrayField(models.SmallIntegerField(), size=5)

    class Meta:
        db_table = "adoption_confidence"
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["session", "made_by", "moment"], name="confidence_once")
        ]


class Intention(CountyRow):
    """What somebody will do differently after a session; from `ask_on` on they are asked whether it happened."""

    session = models.UUIDField()
    words = CaseFreeField()
    ask_on = models.DateField()

    class Meta:
        db_table = "adoption_intention"
        constraints: ClassVar = [models.UniqueConstraint(fields=["session", "made_by"], name="intention_once")]
        indexes: ClassVar = [models.Index(fields=["made_by", "ask_on"], name="intention_asked")]


class Outcome(CountyRow):
    """Whether it happened: `came` is a code of `rules.OUTCOMES`; what was in the way, if they say."""

    intention = models.UUIDField()
    came = models.TextField()
    in_the_way = CaseFreeField(default="")

    class Meta:
        db_table = "adoption_outcome"
        constraints: ClassVar = [models.UniqueConstraint(fields=["intention"], name="outcome_once")]
