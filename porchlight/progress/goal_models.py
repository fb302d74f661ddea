"""A young person's goals as facts (K10 full). Each row is added once, by their own hand; the newest counts."""

from __future__ import annotations

from typing import ClassVar

from django.db import models

from porchlight.policy.models import YouthFact


class Goal(YouthFact):
    """One goal. Its id is what a ledger line names to open it. `follows` is the goal that it was written anew from."""

    words = models.BinaryField()
    follows = models.UUIDField(null=True)

    class Meta:
        db_table = "progress_goal"
        indexes: ClassVar = [models.Index(fields=["youth_id"], name="goal_of_youth")]


class GoalRung(YouthFact):
    """The words of one rung, from -2 to 2; a newer row replaces the older, and none means that it was taken out."""

    goal_id = models.UUIDField()
    level = models.SmallIntegerField()
    words = models.BinaryField(null=True)

    class Meta:
        db_table = "progress_goal_rung"
        indexes: ClassVar = [models.Index(fields=["goal_id", "level", "-made_at"], name="rung_of_goal")]


class GoalStep(YouthFact):
    """Where they say they stand, from -2 to 2. No page prints the number."""

    goal_id = models.UUIDField()
    level = models.SmallIntegerField()

    class Meta:
        db_table = "progress_goal_step"
        indexes: ClassVar = [models.Index(fields=["goal_id", "made_at"], name="step_of_goal")]


class GoalTurn(YouthFact):
    """What became of a goal: a code of `goal_rules.TURNS`. Without a row it goes on."""

    goal_id = models.UUIDField()
    turn = models.TextField()

    class Meta:
        db_table = "progress_goal_turn"
        indexes: ClassVar = [models.Index(fields=["goal_id", "-made_at"], name="turn_of_goal")]
