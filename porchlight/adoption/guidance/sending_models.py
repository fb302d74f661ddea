"""Sending: what went to whom, what each recipient did with it, and what they asked.

Who received something is fixed when it is sent. What a recipient did stands in rows that only they can write, so
nobody opens or acknowledges for another.
"""

from __future__ import annotations

from typing import ClassVar

from django.contrib.postgres.fields import ArrayField
from django.db import models

from porchlight.adoption.ground.rows import CountyRow
from porchlight.adoption.ground.words import CaseFreeField


class Sending(CountyRow):
    """One sending to one audience: roles and agencies, none meaning all of them; or people picked by name."""

    roles = ArrayField(models.TextField(), default=list)
    agencies = ArrayField(models.UUIDField(), default=list)
    by_name = models.BooleanField(default=False)
    note = CaseFreeField(default="")
    asks = models.BooleanField(default=False)
    due_on = models.DateField(null=True)

    class Meta:
        db_table = "adoption_sending"
        indexes: ClassVar = [models.Index(fields=["county", "-made_at"], name="sending_county")]


class SentItem(CountyRow):
    """One thing that was sent. `subject` is the version, `about` the document that it is a version of."""

    sending_id = models.UUIDField()
    kind = models.TextField()
    subject = models.UUIDField()
    about = models.UUIDField()
    title = CaseFreeField()
    language = models.TextField()
    evidence = models.TextField(default="")

    class Meta:
        db_table = "adoption_sent_item"
        indexes: ClassVar = [
            models.Index(fields=["sending_id"], name="sent_item_sending"),
            models.Index(fields=["subject"], name="sent_item_subject"),
        ]


class Recipient(CountyRow):
    """A seat that got a sending, and whose it is: a person is counted once, however many of their seats got it."""

    sending_id = models.UUIDField()
    seat = models.UUIDField()
    person = models.UUIDField()
    agency = models.UUIDField()

    class Meta:
        db_table = "adoption_recipient"
        constraints: ClassVar = [models.UniqueConstraint(fields=["sending_id", "seat"], name="each_seat_once")]
        indexes: ClassVar = [models.Index(fields=["seat"], name="recipient_seat")]


class SentReceipt(CountyRow):
    """That its writer opened or acknowledged one thing that they got. `sender` reads it too."""

    item_id = models.UUIDField()
    kind = models.TextField()
    sender = models.UUIDField()

    class Meta:
        db_table = "adoption_sent_receipt"
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["item_id", "made_by", "kind"], name="each_receipt_once")
        ]


class SentQuestion(CountyRow):
    """What a recipient asked about a thing that they got. `sender` reads it too."""

    item_id = models.UUIDField()
    words = CaseFreeField()
    sender = models.UUIDField()

    class Meta:
        db_table = "adoption_sent_question"
        indexes: ClassVar = [models.Index(fields=["item_id"], name="sent_question_item")]


class SentAnswer(CountyRow):
    """The answer to one question, for its asker alone; questions that ask the same get one row each."""

    question_id = models.UUIDField(unique=True)
    asker = models.UUIDField()
    words = CaseFreeField()
    seen_at = models.DateTimeField(null=True)

    class Meta:
        db_table = "adoption_sent_answer"
        indexes: ClassVar = [models.Index(fields=["asker"], name="sent_answer_asker")]


class ShownAnswer(CountyRow):
    """A question in the sender's words and its answer, shown to everybody beside the thing that was asked about."""

    about = models.UUIDField()
    question = CaseFreeField()
    words = CaseFreeField()

    class Meta:
        db_table = "adoption_shown_answer"
        indexes: ClassVar = [models.Index(fields=["about"], name="shown_answer_about")]
