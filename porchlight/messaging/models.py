"""Threads inside the product. Who is in one is settled by the ledger alone."""

from __future__ import annotations

from typing import ClassVar

from django.db import models

from porchlight.policy.models import YouthFact


class Thread(YouthFact):
    """One thread (K22). `kind` is person (the young person and one seat) or rota (a question to those on call).

    `seat_id` is the person's seat, or the caregiver's who asked; None when the young person asked the rota.
    `topic` is a code of `rules.TOPICS` for the rota, else empty.
    """

    kind = models.TextField()
    seat_id = models.UUIDField(null=True)
    topic = models.TextField(default="")

    class Meta:
        db_table = "messaging_thread"
        indexes: ClassVar = [
            models.Index(fields=["youth_id", "-made_at"], name="thread_of_youth"),
            models.Index(fields=["seat_id"], name="thread_of_seat"),
        ]
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["youth_id", "seat_id"], condition=models.Q(kind="person"), name="one_thread_a_person"
            ),
        ]


class Message(YouthFact):
    """What somebody wrote (K22). `kind` is words, ok (a check-in) or code (their code word).

    `reach`: a safe way to call, if they gave one.
    """

    thread_id = models.UUIDField()
    kind = models.TextField(default="words")
    words = models.BinaryField()
    reach = models.BinaryField(null=True)

    class Meta:
        db_table = "messaging_message"
        indexes: ClassVar = [models.Index(fields=["thread_id", "made_at"], name="message_of_thread")]


class Read(YouthFact):
    """A seat had this message on its screen (K22). Never written for a young person."""

    thread_id = models.UUIDField()
    message_id = models.UUIDField()

    class Meta:
        db_table = "messaging_read"
        indexes: ClassVar = [models.Index(fields=["thread_id"], name="read_of_thread")]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["message_id", "made_by"], name="read_once"),
        ]


class InTouch(YouthFact):
    """The bare fact that the young person was in touch on a day (K22), shown to whom they ticked it for."""

    on_day = models.DateField()

    class Meta:
        db_table = "messaging_in_touch"
        indexes: ClassVar = [models.Index(fields=["youth_id", "-on_day"], name="in_touch_of_youth")]


class CodeWord(YouthFact):
    """A word that the young person chose (K22): sent, it means *I'm not safe*. Whom it goes to stands in the ledger.

    One holds at a time; an older one has `ended_at`.
    """

    words = models.BinaryField()
    ended_at = models.DateTimeField(null=True)

    class Meta:
        db_table = "messaging_code_word"
        indexes: ClassVar = [models.Index(fields=["youth_id"], name="code_word_of_youth")]
