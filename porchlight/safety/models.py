"""The plan that a young person and their worker make together. Nothing agreed is ever overwritten."""

from __future__ import annotations

from typing import ClassVar

from django.contrib.postgres.fields import ArrayField
from django.db import models

from porchlight.policy.models import YouthFact


class Plan(YouthFact):
    """That there is a plan, in which language, kept how, to be looked at again when (K04 slice)."""

    language = models.TextField(default="en")
    medium = models.TextField(default="")
    next_review = models.DateField()

    class Meta:
        db_table = "safety_plan"
        constraints: ClassVar = [models.UniqueConstraint(fields=["youth_id"], name="one_plan")]


class Writing(YouthFact):
    """That one section was written, when and by whom, without a word of it (K04 slice).

    `section_id` lasts over all writings of a section: consent names it. `together`: typed by staff beside the
    young person, in the young person's words.
    """

    plan_id = models.UUIDField()
    section_id = models.UUIDField()
    key = models.TextField()
    together = models.BooleanField(default=False)

    class Meta:
        db_table = "safety_writing"
        indexes: ClassVar = [models.Index(fields=["youth_id", "made_at"], name="writing_in_order")]


class Words(YouthFact):
    """The words of one writing (K04 full), open to whom the young person chose for that section."""

    writing_id = models.UUIDField(unique=True)
    section_id = models.UUIDField()
    words = models.BinaryField()

    class Meta:
        db_table = "safety_words"
        indexes: ClassVar = [models.Index(fields=["youth_id"], name="words_of_youth")]


class Version(YouthFact):
    """What lay on the table when somebody first said yes to it: the writings, in order (K04 slice)."""

    plan_id = models.UUIDField()
    number = models.IntegerField()
    writings = ArrayField(models.UUIDField())

    class Meta:
        db_table = "safety_version"
        constraints: ClassVar = [models.UniqueConstraint(fields=["plan_id", "number"], name="one_version_a_number")]


class Yes(YouthFact):
    """A yes to one version (K04 slice): the young person's own, or the worker's.

    `for_youth`: the young person said it beside the worker, who recorded it. `confidence` 0 to 4, or none.
    """

    version_id = models.UUIDField()
    of_youth = models.BooleanField()
    for_youth = models.BooleanField(default=False)
    confidence = models.SmallIntegerField(null=True)

    class Meta:
        db_table = "safety_yes"
        constraints: ClassVar = [models.UniqueConstraint(fields=["version_id", "of_youth"], name="one_yes_each")]


class Used(YouthFact):
    """That the young person used a part of their plan on a county day (K04 full), open like that part's words.

    `made_at` and `ended_at` hold the day alone, never the hour. `ended_at`: taken back on the same day.
    """

    section_id = models.UUIDField()
    day = models.DateField()
    ended_at = models.DateTimeField(null=True)

    class Meta:
        db_table = "safety_used"
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["youth_id", "section_id", "day"], condition=models.Q(ended_at=None), name="used_once_a_day"
            ),
        ]


class HealthLine(YouthFact):
    """Something about health for a medic whom the young person chose (K12 full). Newest counts."""

    words = models.BinaryField()

    class Meta:
        db_table = "safety_health"
