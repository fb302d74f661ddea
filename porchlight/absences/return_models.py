"""Coming home as facts: when and how, what was needed first, and the talk that follows."""

from __future__ import annotations

from typing import ClassVar

from django.contrib.postgres.fields import ArrayField
from django.db import models

from porchlight.policy.models import YouthFact


class Back(YouthFact):
    """Somebody saw the young person come home (K06 slice: times left and back).

    `episode_id` and `left_at` are those of the absence that ended, None when none was open. `about`: somebody could
    say only about when. `sought_help` is also true when nobody knows how they came.
    """

    episode_id = models.UUIDField(null=True)
    left_at = models.DateTimeField(null=True)
    back_at = models.DateTimeField()
    about = models.BooleanField(default=False)
    sought_help = models.BooleanField()

    class Meta:
        db_table = "absences_back"
        indexes: ClassVar = [models.Index(fields=["youth_id", "-made_at"], name="back_of_youth")]


class Return(YouthFact):
    """What the return screen holds beyond the times (K06 full). Everything in it may be empty.

    The kind line is none of it: it goes to the young person (K10, room progress).
    """

    back_id = models.UUIDField()
    came_how = models.TextField(default="")
    first_needs = ArrayField(models.TextField(), default=list)
    urgent = ArrayField(models.TextField(), default=list)

    class Meta:
        db_table = "absences_return"
        indexes: ClassVar = [models.Index(fields=["youth_id", "-made_at"], name="return_of_youth")]


class Talk(YouthFact):
    """What the young person wants of the talk, and with whom (K06 full). The newest row holds.

    `wish` is a code of `return_rules.Wish`. `with_seat` is somebody beside them; `with_name` anybody else, alone
    or as well.
    """

    back_id = models.UUIDField()
    wish = models.TextField()
    with_seat = models.UUIDField(null=True)
    with_name = models.BinaryField(null=True)
    planned_on = models.DateField(null=True)

    class Meta:
        db_table = "absences_talk"
        indexes: ClassVar = [models.Index(fields=["youth_id", "-made_at"], name="talk_of_youth")]


class Output(YouthFact):
    """One of the four things the law asks of the talk, as codes and never as a story (K08 slice).

    `output` and `answer` are codes of `return_rules`. The newest row of each output holds.
    """

    back_id = models.UUIDField()
    output = models.TextField()
    answer = models.TextField()

    class Meta:
        db_table = "absences_output"
        indexes: ClassVar = [models.Index(fields=["youth_id", "-made_at"], name="output_of_youth")]
