"""What a person sent, and what the young person wants to hear (K10). What could be said is never stored."""

from __future__ import annotations

from typing import ClassVar

from django.db import models

from porchlight.policy.models import YouthFact
from porchlight.progress.goal_models import Goal, GoalRung, GoalStep, GoalTurn
from porchlight.progress.promise_models import Promise, PromiseOutcome, PromiseSaid
from porchlight.progress.scale_models import ScaleAnswer

__all__ = [
    "Choice",
    "Goal",
    "GoalRung",
    "GoalStep",
    "GoalTurn",
    "Promise",
    "PromiseOutcome",
    "PromiseSaid",
    "ScaleAnswer",
    "Word",
]


class Word(YouthFact):
    """One kind word or one fact that a person sent (K10 full). `made_by` is the seat that wrote it.

    `kind` is `own_words` or `fact`. A fact has a key of `words.FACTS`; its slots (none: {}) are sealed JSON, so that it
    reads in the young person's language and with numbers only if they asked. `signed` is the writer's name.
    """

    kind = models.TextField()
    fact = models.TextField(default="")
    slots = models.BinaryField(null=True)
    words = models.BinaryField(null=True)
    signed = models.BinaryField(null=True)

    class Meta:
        db_table = "progress_word"
        indexes: ClassVar = [models.Index(fields=["youth_id", "-made_at"], name="word_to_youth")]


class Choice(YouthFact):
    """One wish of the young person (K10 full); the newest of its kind counts.

    `kind`: `quiet` and `numbers` are `yes` or empty, `hidden` lists topics.
    """

    kind = models.TextField()
    value = models.TextField(default="")

    class Meta:
        db_table = "progress_choice"
        indexes: ClassVar = [models.Index(fields=["youth_id", "-made_at"], name="choice_of_youth")]
