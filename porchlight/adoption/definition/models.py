"""Wordings of agencies, versions of the definition with their text, comments, answers, receipts."""

from __future__ import annotations

from typing import ClassVar

from django.contrib.postgres.fields import ArrayField
from django.db import models

from porchlight.adoption.ground.rows import AgencyRow, CountyRow
from porchlight.adoption.ground.words import CaseFreeField


class Wording(AgencyRow):
    """How one agency says it. The newest row counts; earlier ones stay."""

    words = CaseFreeField()

    class Meta:
        db_table = "adoption_wording"
        indexes: ClassVar = [models.Index(fields=["county", "agency_id"], name="wording_agency")]


class Definition(CountyRow):
    """One version: a draft until `closed_at`, then answered by the agencies `asked`, then perhaps in force.

    The database changes nothing of it after it was closed but `in_force_at`, once (`sql/definition.sql`).
    """

    number = models.IntegerField()
    closed_at = models.DateTimeField(null=True)
    answers_by = models.DateField(null=True)
    asked = ArrayField(models.UUIDField(), default=list)
    fingerprint = models.TextField(default="")
    in_force_at = models.DateTimeField(null=True)

    class Meta:
        db_table = "adoption_definition"
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["county", "number"], name="definition_number_once"),
            models.UniqueConstraint(
                fields=["county"], condition=models.Q(closed_at=None), name="definition_one_open_draft"
            ),
        ]


class Passage(CountyRow):
    """One edition of one passage, in both languages. `kind` is a key of `rules.KINDS`; the newest edition counts.

    Two people can't write the same edition: whoever comes second is refused by the constraint.
    """

    definition = models.UUIDField()
    passage = models.UUIDField()
    edition = models.IntegerField()
    kind = models.TextField()
    place = models.IntegerField()
    heading = CaseFreeField(default="")
    words = CaseFreeField(default="")
    heading_es = CaseFreeField(default="")
    words_es = CaseFreeField(default="")
    is_out = models.BooleanField(default=False)

    class Meta:
        db_table = "adoption_definition_passage"
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["definition", "passage", "edition"], name="passage_edition_once")
        ]


class PartsOrder(CountyRow):
    """In which order the parts of a draft stand, as the chair set it; the newest edition counts.

    Parts that came later stand after these, by their place.
    """

    definition = models.UUIDField()
    edition = models.IntegerField()
    parts = ArrayField(models.UUIDField())

    class Meta:
        db_table = "adoption_definition_order"
        constraints: ClassVar = [models.UniqueConstraint(fields=["definition", "edition"], name="order_edition_once")]


class Writers(CountyRow):
    """Who wrote one of the texts of a version (`rules.TEXTS`): a youth board, survivors, a translator."""

    definition = models.UUIDField()
    kind = models.TextField()
    words = CaseFreeField()

    class Meta:
        db_table = "adoption_definition_writers"
        indexes: ClassVar = [models.Index(fields=["definition"], name="writers_definition")]


class Comment(AgencyRow):
    """What somebody of the county says about one passage, while the draft is open."""

    definition = models.UUIDField()
    passage = models.UUIDField()
    edition = models.IntegerField()
    words = CaseFreeField()
    withdrawn_at = models.DateTimeField(null=True)

    class Meta:
        db_table = "adoption_definition_comment"
        indexes: ClassVar = [
            models.Index(fields=["definition", "passage"], name="comment_passage"),
            models.Index(fields=["made_by"], name="comment_made_by"),
        ]


class Reply(CountyRow):
    """The chair's answer to a comment: taken in or not, and why. The newest counts."""

    definition = models.UUIDField()
    comment = models.UUIDField()
    is_taken = models.BooleanField()
    words = CaseFreeField(default="")

    class Meta:
        db_table = "adoption_definition_reply"
        indexes: ClassVar = [models.Index(fields=["comment"], name="reply_comment")]


class ReplyReceipt(CountyRow):
    """That whoever commented was shown the chair's answer. It says that it was shown, and is theirs alone."""

    reply = models.UUIDField()

    class Meta:
        db_table = "adoption_definition_reply_receipt"
        constraints: ClassVar = [models.UniqueConstraint(fields=["made_by", "reply"], name="reply_shown_once")]


class AnswersDay(CountyRow):
    """A day until which answers are asked for, named after closing; the newest edition counts, earlier ones stay.

    The day that was named at closing, if one was, is `Definition.answers_by`.
    """

    definition = models.UUIDField()
    edition = models.IntegerField()
    day = models.DateField()

    class Meta:
        db_table = "adoption_definition_day"
        constraints: ClassVar = [models.UniqueConstraint(fields=["definition", "edition"], name="day_edition_once")]


class AgencyAnswer(AgencyRow):
    """What one agency said to a closed version, once: a key of `rules.ANSWERS`, who signed, and why."""

    definition = models.UUIDField()
    kind = models.TextField()
    signed = CaseFreeField()
    reason = CaseFreeField(default="")

    class Meta:
        db_table = "adoption_definition_answer"
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["definition", "agency_id"], name="definition_answered_once")
        ]


class DefinitionReceipt(CountyRow):
    """That a seat was shown a version in force. A receipt and nothing else."""

    definition = models.UUIDField()

    class Meta:
        db_table = "adoption_definition_receipt"
        constraints: ClassVar = [models.UniqueConstraint(fields=["made_by", "definition"], name="definition_read_once")]
