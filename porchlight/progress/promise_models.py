"""What we promised a young person, as facts (K09 full). Each row is added once; the newest counts."""

from __future__ import annotations

from typing import ClassVar

from django.db import models

from porchlight.policy.models import YouthFact


class Promise(YouthFact):
    """A deed that `seat` promised, by the county day `due_on`. Its id is what a ledger line names to open it."""

    seat = models.UUIDField()
    words = models.BinaryField()
    due_on = models.DateField()

    class Meta:
        db_table = "progress_promise"
        indexes: ClassVar = [models.Index(fields=["youth_id"], name="promise_to_youth")]


class PromiseOutcome(YouthFact):
    """What became of a promise: `what` is a code of `promise_rules.OUTCOMES`.

    `on_day` is the county day on which it was kept, or the new date when it was moved; None when it was not kept.
    """

    promise_id = models.UUIDField()
    what = models.TextField()
    on_day = models.DateField(null=True)
    why = models.BinaryField(null=True)

    class Meta:
        db_table = "progress_promise_outcome"
        indexes: ClassVar = [models.Index(fields=["promise_id", "-made_at"], name="outcome_of_promise")]


class PromiseSaid(YouthFact):
    """The young person's own word on whether it happened. It stands beside ours and replaces nothing but itself."""

    promise_id = models.UUIDField()
    happened = models.BooleanField()

    class Meta:
        db_table = "progress_promise_said"
        indexes: ClassVar = [models.Index(fields=["promise_id", "-made_at"], name="said_of_promise")]
