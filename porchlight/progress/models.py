"""What a person sent, what the young person wants to hear and lets a court read. What could be said is never stored."""

from __future__ import annotations

from typing import ClassVar

from django.db import models

from porchlight.policy.models import YouthFact
from porchlight.progress.agency_models import Dispersion, Setting
from porchlight.progress.goal_models import Goal, GoalRung, GoalStep, GoalTurn
from porchlight.progress.promise_models import Promise, PromiseOutcome, PromiseSaid
from porchlight.progress.scale_models import ScaleAnswer

__all__ = [
    "Choice",
    "Dispersion",
    "Goal",
    "GoalRung",
    "GoalStep",
    "GoalTurn",
    "HarmMark",
    "Promise",
    "PromiseOutcome",
    "PromiseSaid",
    "ScaleAnswer",
    "Sentence",
    "Setting",
    "Word",
]


class Word(YouthFact):
    """One kind word or one fact that a person sent (K10 full). `made_by` is the seat that wrote it.

    `kind` is `own_words` or `fact`. A fact has a key of `words.FACTS`; its slots (none: {}) are sealed JSON, so that it
    reads in the young person's language and with numbers only if they asked. `signed` is the writer's name. `ground`
    is sealed JSON: the engine's version, the days that it is about and the ids of the facts that it rests on.
    """

    kind = models.TextField()
    fact = models.TextField(default="")
    slots = models.BinaryField(null=True)
    words = models.BinaryField(null=True)
    signed = models.BinaryField(null=True)
    ground = models.BinaryField(null=True)

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


class Sentence(YouthFact):
    """A sentence that the young person lets somebody read (K10 full). Its id is what the ledger's lines open.

    It holds the key and, sealed, the parts of what lasts and the name they use before a court; never a number.
    Taken back: `ended_at`.
    """

    word_id = models.UUIDField()
    fact = models.TextField()
    parts = models.BinaryField()
    ended_at = models.DateTimeField(null=True)

    class Meta:
        db_table = "progress_sentence"
        indexes: ClassVar = [
            models.Index(fields=["youth_id"], condition=models.Q(ended_at=None), name="sentence_of_youth")
        ]


class HarmMark(YouthFact):
    """A worker's plain mark that a harm is being looked into, until a day (K11 full). Nothing of what it is.

    Until it ends, nothing that lasts is said. `until` is the first day on which it is over.
    """

    since = models.DateField()
    until = models.DateField()

    class Meta:
        db_table = "progress_harm_mark"
        indexes: ClassVar = [models.Index(fields=["youth_id", "-until"], name="harm_mark_of_youth")]
