"""Protocols between agencies: drafts, versions that nobody can change, answers, and what went to the State."""

from __future__ import annotations

from typing import ClassVar

from django.contrib.postgres.fields import ArrayField
from django.db import models

from porchlight.adoption.ground.rows import AgencyRow, CountyRow
from porchlight.adoption.ground.words import CaseFreeField


class Protocol(CountyRow):
    """One protocol of a county."""

    title = CaseFreeField()

    class Meta:
        db_table = "adoption_protocol"
        indexes: ClassVar = [models.Index(fields=["county"], name="protocol_county")]


class ProtocolText(CountyRow):
    """One section of a protocol as somebody wrote it. The newest of a section is the draft; older ones stay."""

    protocol = models.UUIDField()
    section = models.TextField()
    body = CaseFreeField(default="")

    class Meta:
        db_table = "adoption_protocol_text"
        indexes: ClassVar = [models.Index(fields=["protocol"], name="protocol_text_protocol")]


class ProtocolPartner(CountyRow):
    """Which agency fills a partner's seat, with its name as it was; none says that the seat is missing."""

    protocol = models.UUIDField()
    partner = models.TextField()
    agency = models.UUIDField(null=True)
    agency_name = CaseFreeField(default="")

    class Meta:
        db_table = "adoption_protocol_partner"
        indexes: ClassVar = [models.Index(fields=["protocol"], name="protocol_partner_protocol")]


class ProtocolVersion(CountyRow):
    """What was put forward for signing: the very texts and partners, which no row can change.

    `definition` is the version of the shared definition that was in force then; none when none was.
    """

    protocol = models.UUIDField()
    number = models.IntegerField()
    texts = ArrayField(models.UUIDField())
    partners = ArrayField(models.UUIDField())
    definition = models.UUIDField(null=True)
    fingerprint = models.TextField()

    class Meta:
        db_table = "adoption_protocol_version"
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["protocol", "county", "number"], name="protocol_version_once")
        ]


class ProtocolAnswer(AgencyRow):
    """What an agency's signatory said to a version: signs, or does not sign because. `name` is theirs as it was."""

    version = models.UUIDField()
    name = CaseFreeField()
    signs = models.BooleanField()
    because = CaseFreeField(default="")

    class Meta:
        db_table = "adoption_protocol_answer"
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["version", "agency_id"], condition=models.Q(signs=True), name="protocol_signed_once"
            )
        ]


class StateSent(CountyRow):
    """That something was sent to the State (`shipped.toml`, sending), on a day."""

    sending = models.TextField()
    sent_on = models.DateField()
    what = CaseFreeField(default="")

    class Meta:
        db_table = "adoption_state_sent"
        indexes: ClassVar = [models.Index(fields=["county"], name="state_sent_county")]
