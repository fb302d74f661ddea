"""The audit: leaves as they fall, and the segments that seal them. Only the audit functions write here."""

from __future__ import annotations

from typing import ClassVar

from django.contrib.postgres.fields import ArrayField
from django.db import models


class Leaf(models.Model):
    """One event and its salted hash. `xid` is the transaction that wrote it, for the sealer's window."""

    id = models.BigAutoField(primary_key=True)
    xid = models.BigIntegerField()
    at = models.DateTimeField()
    youths = ArrayField(models.UUIDField())
    salt = models.BinaryField()
    event = models.TextField()
    leaf = models.BinaryField()

    class Meta:
        db_table = "audit_leaf"
        indexes: ClassVar = [models.Index(fields=["xid", "id"], name="leaf_window")]


class Segment(models.Model):
    """Every leaf whose transaction lies in [first_xid, before_xid), under one Merkle root, chained."""

    id = models.BigAutoField(primary_key=True)
    first_xid = models.BigIntegerField()
    before_xid = models.BigIntegerField(unique=True)
    count = models.IntegerField()
    root = models.BinaryField()
    chain = models.BinaryField()
    sealed_at = models.DateTimeField()

    class Meta:
        db_table = "audit_segment"
