"""The library: documents, their versions, and the moments at which they show."""

from __future__ import annotations

from typing import ClassVar

from django.contrib.postgres.fields import ArrayField
from django.db import models

from porchlight.adoption.ground.rows import CountyRow
from porchlight.adoption.ground.words import CaseFreeField


class Guide(CountyRow):
    """One document of the county's library, whatever its versions and languages say.

    `shipped_key` names the document that comes with the product when this is the county's copy of it.
    """

    shipped_key = models.TextField(default="")
    taken_out_at = models.DateTimeField(null=True)

    class Meta:
        db_table = "adoption_guide"
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["county", "shipped_key"], condition=~models.Q(shipped_key=""), name="taken_over_once"
            )
        ]


class GuideVersion(CountyRow):
    """One version of a document in one language; it stays as it was.

    `part` and `evidence` are keys of `shipped.PARTS` and `shipped.EVIDENCE`. `roles` and `agencies` say whom it is
    for, nobody named meaning everybody; `readers` who else reads it (`library_rules.READERS`). `body` is Markdown,
    `file` a PDF of the room.
    """

    guide_id = models.UUIDField()
    number = models.IntegerField()
    language = models.TextField()
    title = CaseFreeField()
    publisher = CaseFreeField()
    part = models.TextField()
    evidence = models.TextField()
    roles = ArrayField(models.TextField(), default=list)
    agencies = ArrayField(models.UUIDField(), default=list)
    readers = ArrayField(models.TextField(), default=list)
    review_on = models.DateField()
    body = CaseFreeField(default="")
    file = models.UUIDField(null=True)

    class Meta:
        db_table = "adoption_guide_version"
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["guide_id", "language", "number"], name="one_version_of_that_number")
        ]
        indexes: ClassVar = [models.Index(fields=["county"], name="guide_version_county")]


class GuideMoment(CountyRow):
    """At this moment this document shows, for this role, until `ended_at`."""

    guide_id = models.UUIDField()
    moment = models.TextField()
    role = models.TextField()
    ended_at = models.DateTimeField(null=True)

    class Meta:
        db_table = "adoption_guide_moment"
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["guide_id", "moment", "role"], condition=models.Q(ended_at=None), name="tied_once"
            )
        ]
