"""Uploaded files."""

from __future__ import annotations

from typing import ClassVar

from django.db import models

from porchlight.adoption.ground.rows import AgencyRow
from porchlight.adoption.ground.words import CaseFreeField


class File(AgencyRow):
    """One PDF, whole, with the text that was found in it. `size` in bytes; `sha256` hexadecimal."""

    name = CaseFreeField()
    size = models.IntegerField()
    pages = models.IntegerField()
    sha256 = models.TextField()
    body = models.BinaryField()
    words = CaseFreeField(default="")

    class Meta:
        db_table = "adoption_file"
        indexes: ClassVar = [models.Index(fields=["county"], name="file_county")]
