"""The needs map as facts. Every row is added once; only ending one changes it."""

from __future__ import annotations

from typing import ClassVar

from django.db import models

from porchlight.policy.models import YouthFact


class Need(YouthFact):
    """One need that a young person named (K09 full). Its id is what a ledger line names to open it.

    `code` is of the coded list `needs`; `words` are their own, where they gave some.
    """

    code = models.TextField()
    words = models.BinaryField(null=True)
    ended_at = models.DateTimeField(null=True)

    class Meta:
        db_table = "needs_row"
        indexes: ClassVar = [
            models.Index(fields=["youth_id"], condition=models.Q(ended_at=None), name="need_of_youth"),
        ]


class Answer(YouthFact):
    """What the young person says about one need (K09 full); the newest counts, the others stay.

    `matters` 0 to 3, None when they skipped it. `verdict` is a code of `rules.VERDICTS` or empty.
    Written by them, or by their worker with them: `made_by` tells which.
    """

    need_id = models.UUIDField()
    matters = models.SmallIntegerField(null=True)
    gets_now = models.BinaryField(null=True)
    verdict = models.TextField(default="")

    class Meta:
        db_table = "needs_answer"
        indexes: ClassVar = [models.Index(fields=["need_id", "-made_at"], name="answer_of_need")]


class Helper(YouthFact):
    """Who meets one need now (K09 full): a seat beside the young person, somebody named in `who`, or both.

    A newer row replaces the older, which is ended. `stint_id` is the first row of an unbroken stretch with the
    same seat, so that a yes outlives a changed date. `barrier` is a code of the coded list `barriers`.
    """

    need_id = models.UUIDField()
    stint_id = models.UUIDField()
    seat = models.UUIDField(null=True)
    who = models.BinaryField(null=True)
    often = models.BinaryField(null=True)
    next_step = models.BinaryField(null=True)
    starts_on = models.DateField()
    due_on = models.DateField(null=True)
    barrier = models.TextField(default="")
    ended_at = models.DateTimeField(null=True)

    class Meta:
        db_table = "needs_helper"
        indexes: ClassVar = [
            models.Index(fields=["need_id"], condition=models.Q(ended_at=None), name="helper_of_need"),
            models.Index(fields=["seat"], condition=models.Q(ended_at=None), name="needs_of_seat"),
        ]


class Yes(YouthFact):
    """Whether the young person lets that helper see this need (K09 full). The ledger line follows it.

    `helper_id` is the helper's `stint_id`.
    """

    need_id = models.UUIDField()
    helper_id = models.UUIDField()
    may_see = models.BooleanField()

    class Meta:
        db_table = "needs_yes"
        indexes: ClassVar = [models.Index(fields=["helper_id", "-made_at"], name="yes_of_helper")]


class Note(YouthFact):
    """The staff's own field about one need (K09 full), never opened by row: the newest counts.

    `before` says whether the need was met by a situation that did harm: a code of `rules.BEFORE`.
    """

    need_id = models.UUIDField()
    before = models.TextField(default="")
    words = models.BinaryField(null=True)

    class Meta:
        db_table = "needs_note"
        indexes: ClassVar = [models.Index(fields=["need_id", "-made_at"], name="note_of_need")]
