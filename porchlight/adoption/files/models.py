"""Uploaded files."""

from __future__ import annotations

from typing import ClassVar

from django.db import models

from porchlight.adoption.ground.rows import AgencyRow, CountyRow
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


class FileAside(CountyRow):
    """A PDF that waits for the rest of its form. Only whoever sent it reads it; it goes when the form is kept.

    The database takes away what is older than a day whenever somebody sends another (`sql/files.sql`).
    """

    name = CaseFreeField()
    size = models.IntegerField()
    pages = models.IntegerField()
    body = models.BinaryField()
    words = CaseFreeField(default="")

    class Meta:
        db_table = "adoption_file_aside"
        indexes: ClassVar = [models.Index(fields=["made_at"], name="file_aside_made_at")]
