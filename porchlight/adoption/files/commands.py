"""Keeping a file."""

from __future__ import annotations

import hashlib
from uuid import UUID

from porchlight.adoption.files.models import File
from porchlight.adoption.files.rules import MOST_BYTES, read_pdf
from porchlight.adoption.ground.rows import ours
from porchlight.adoption.ground.words import CaseFree, case_free
from porchlight.kernel.errors import Trouble
from porchlight.policy.api import Event, InOffice, Office, Visit, guarded

KEEPERS = InOffice((Office.CHAIR, Office.MEMBER, Office.LEAD, Office.MANAGER, Office.TRAINER))


class NotAPdf(Trouble):
    """What was sent is no PDF that can be read."""

    code = "PL-ADO-010"
    sentence = "That file is not a PDF that we can read, or it is locked. Nothing else was lost."
    repair = "Save it anew as a PDF without a password and send it again."


class TooLarge(Trouble):
    """The file is larger than what is kept."""

    code = "PL-ADO-011"
    sentence = "That file is larger than 20 MB. Nothing else was lost."
    repair = "Save the PDF with smaller pictures, or in parts."


@guarded(KEEPERS)
def keep_file(name: str, *, size: int, body: bytes, by: Visit) -> UUID:
    """Keep a PDF of at most 20 MB with its text. Raises `TooLarge`, `NotAPdf`, `NamesSomebody`.

    Its text is looked through as everything here is: a file may not point at one young person either.
    """
    if size > MOST_BYTES:
        raise TooLarge
    pdf = read_pdf(body)
    if pdf is None:
        raise NotAPdf
    words: CaseFree = case_free(pdf.text, by=by, dated=True)
    row = File.objects.create(
        **ours(by), name=case_free(name, by=by, dated=True), size=size, pages=pdf.pages,
        sha256=hashlib.sha256(body).hexdigest(), body=body, words=words,
    )  # fmt: skip
    by.note(Event("write", "adoption.keep_file", why=str(row.id)))
    return row.id
