"""What is owed while somebody is away, what shows that it was done, and the contacts that were kept (K06 full)."""

from __future__ import annotations

from typing import ClassVar

from django.db import models

from porchlight.policy.models import YouthFact


class Turn(YouthFact):
    """An absence came into a state. `why` is kept for a nonminor whom somebody calls missing."""

    episode_id = models.UUIDField()
    state = models.TextField()
    at = models.DateTimeField()
    why = models.BinaryField(null=True)

    class Meta:
        db_table = "absences_turn"
        indexes: ClassVar = [models.Index(fields=["episode_id"], name="turn_of_episode")]


class Contact(YouthFact):
    """Somebody reached out. Who (the writer), by which channel, to whom, how it went; never where."""

    at = models.DateTimeField()
    channel = models.TextField()
    effort = models.TextField()
    result = models.TextField()

    class Meta:
        db_table = "absences_contact"
        indexes: ClassVar = [models.Index(fields=["youth_id", "-at"], name="contact_of_youth")]


class Duty(YouthFact):
    """One duty of the rule pack, opened by an absence. Neither its start nor its due time ever changes."""

    episode_id = models.UUIDField()
    key = models.TextField()
    trigger = models.TextField()
    owners = models.TextField()
    turn = models.IntegerField(default=1)
    started_at = models.DateTimeField()
    due_at = models.DateTimeField()

    class Meta:
        db_table = "absences_duty"
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["episode_id", "key", "turn"], name="duty_once"),
        ]
        indexes: ClassVar = [models.Index(fields=["youth_id", "due_at"], name="duty_of_youth")]


class GateAnswer(YouthFact):
    """Yes, no or unsure to a question that stands before a notice."""

    duty_id = models.UUIDField()
    question = models.TextField()
    answer = models.TextField()

    class Meta:
        db_table = "absences_gate_answer"
        indexes: ClassVar = [models.Index(fields=["duty_id"], name="answer_of_duty")]


class Evidence(YouthFact):
    """What somebody did about a duty: `kind` is one of `duty_rules.KINDS`, `words` a sealed JSON object."""

    duty_id = models.UUIDField()
    kind = models.TextField()
    at = models.DateTimeField()
    words = models.BinaryField()

    class Meta:
        db_table = "absences_evidence"
        indexes: ClassVar = [models.Index(fields=["duty_id"], name="evidence_of_duty")]
