"""The young person: what they are called by whom, and what the record needs to know of them."""

from __future__ import annotations

from typing import ClassVar

from django.db import models

from porchlight.policy.models import YouthFact


class Name(YouthFact):
    """The name and pronoun to use before one audience (K01 slice). A newer row replaces the older.

    In clear, in a table of its own, so that lists can be sorted by `folded`; everything else is sealed.
    """

    audience = models.TextField()
    name = models.TextField()
    folded = models.TextField()
    pronoun = models.TextField(default="")
    ended_at = models.DateTimeField(null=True)

    class Meta:
        db_table = "people_name"
        indexes: ClassVar = [
            models.Index(
                fields=["youth_id", "audience"],
                include=["name", "pronoun", "folded"],
                condition=models.Q(ended_at=None),
                name="name_of_youth",
            ),
        ]


class Detail(YouthFact):
    """Legal name, birth date, language (K01 full). A newer row replaces the older."""

    legal_name = models.BinaryField()
    birth_date = models.BinaryField()
    language = models.TextField(default="en")
    ended_at = models.DateTimeField(null=True)

    class Meta:
        db_table = "people_detail"
        indexes: ClassVar = [
            models.Index(fields=["youth_id"], condition=models.Q(ended_at=None), name="detail_of_youth"),
        ]


class Trusted(YouthFact):
    """Somebody whom the young person trusts (K03 slice). A newer row of the same `trusted_id` replaces the older.

    `ask_if_away`: no (the default), if (only if …), or yes: whether we may ask this person about them.
    """

    trusted_id = models.UUIDField()
    name = models.BinaryField()
    reach = models.BinaryField()
    hours = models.BinaryField()
    may_know = models.BinaryField()
    ask_if_away = models.TextField(default="no")
    ended_at = models.DateTimeField(null=True)

    class Meta:
        db_table = "people_trusted"
        indexes: ClassVar = [
            models.Index(fields=["youth_id"], condition=models.Q(ended_at=None), name="trusted_of_youth"),
        ]
