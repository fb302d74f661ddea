"""Keeping a file, and setting one aside until the rest of its form is whole."""

from __future__ import annotations

import hashlib
from typing import Any
from uuid import UUID

from porchlight.adoption.files.models import File, FileAside
from porchlight.adoption.files.queries import AsideSheet
from porchlight.adoption.files.rules import MOST_BYTES, read_pdf
from porchlight.adoption.ground.rows import here, ours
from porchlight.adoption.ground.words import CaseFree, case_free
from porchlight.kernel.errors import Refused, Trouble
from porchlight.policy.api import Event, InOffice, Office, Visit, ask, guarded

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
    return _keep(body, by=by, **_looked_through(name, size, body, by))


@guarded(KEEPERS)
def set_aside(name: str, *, size: int, body: bytes, by: Visit) -> AsideSheet:
    """Keep a PDF for this seat alone while the rest of its form needs another look. Raises as `keep_file` does."""
    known = _looked_through(name, size, body, by)
    ask("SELECT pl.forget_files_aside()")
    row = FileAside.objects.create(**here(by), body=body, **known)
    by.note(Event("write", "adoption.set_aside", why=str(row.id)))
    return AsideSheet(row.id, row.name)


@guarded(KEEPERS)
def keep_aside(row: UUID, *, by: Visit) -> UUID:
    """Keep what this seat had set aside, now that its form is whole; it waits no longer. Raises `Refused`."""
    found = FileAside.objects.filter(id=row, made_by=by.actor).first()
    if found is None:
        raise Refused
    kept = _keep(bytes(found.body), by=by, **_looked_through(found.name, found.size, bytes(found.body), by))
    found.delete()
    return kept


def _looked_through(name: str, size: int, body: bytes, by: Visit) -> dict[str, Any]:
    if size > MOST_BYTES:
        raise TooLarge
    pdf = read_pdf(body)
    if pdf is None:
        raise NotAPdf
    words: CaseFree = case_free(pdf.text, by=by, dated=True)
    return {"name": case_free(name, by=by, dated=True), "size": size, "pages": pdf.pages, "words": words}


def _keep(body: bytes, *, by: Visit, **known: Any) -> UUID:
    row = File.objects.create(**ours(by), sha256=hashlib.sha256(body).hexdigest(), body=body, **known)
    by.note(Event("write", "adoption.keep_file", why=str(row.id)))
    return row.id
