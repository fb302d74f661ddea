"""The needs map of one young person, and what of all maps waits for the seat that looks."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.db import connection

from porchlight.needs.map_sql import OF_ONE, OF_ONE_NOTED, TO_DO
from porchlight.needs.models import Note
from porchlight.needs.rules import in_order, is_met
from porchlight.policy.api import Category, See, SeeMany, Visit, guarded

PAGE = 8  # needs on a first page


@dataclass(frozen=True)
class HelperSheet:
    """Who meets a need now. `seat` None: just somebody named in `who`. `may_see` None: not asked yet."""

    id: UUID
    seat: UUID | None
    who: str
    often: str
    next_step: str
    starts_on: date
    due_on: date | None
    barrier: str
    may_see: bool | None


@dataclass(frozen=True)
class NeedSheet:
    """One need: the young person's own view, and who meets it. Texts are opened.

    `before` is the staff's newest word of `rules.BEFORE` where it was asked for; empty everywhere else.
    """

    youth: UUID
    id: UUID
    agency: UUID
    code: str
    words: str
    matters: int | None
    gets_now: str
    verdict: str
    is_own_answer: bool
    answered_at: datetime | None
    helper: HelperSheet | None
    before: str = ""

    @property
    def is_met(self) -> bool:
        return is_met(matters=self.matters, has_helper=self.helper is not None, verdict=self.verdict)


@dataclass(frozen=True)
class WaitingSheet:
    """One need on a first page: nothing that was typed, so nothing is opened. `is_mine`: given to this seat."""

    youth: UUID
    need: UUID
    code: str
    is_mine: bool
    due_on: date | None


@dataclass(frozen=True)
class NoteSheet:
    """The staff's own field. `before` is a code of `rules.BEFORE` or empty."""

    youth: UUID
    before: str
    words: str
    made_at: datetime


@guarded(See(Category.NEEDS))
def needs_map(youth: UUID, *, noted: bool = False, by: Visit) -> tuple[NeedSheet, ...]:
    """The needs that this visit may see; those that nobody meets first, then by how much they matter.

    `noted` adds what the staff noted on where each was met before. No page of the young person's asks for it.
    """
    return tuple(in_order([_sheet(row, by=by) for row in _rows(OF_ONE_NOTED if noted else OF_ONE, [youth])]))


@guarded(See(Category.NEEDS))
def one_need(youth: UUID, *, need: UUID, by: Visit) -> NeedSheet | None:
    """One need of the map; None when it is not there, or not for this visit."""
    rows = (row for row in _rows(OF_ONE, [youth]) if row["id"] == need)
    return next((_sheet(row, by=by) for row in rows), None)


@guarded(See(Category.NEEDS))
def staff_note(youth: UUID, *, need: UUID, by: Visit) -> NoteSheet | None:
    """The newest note of the staff's own field."""
    row = Note.objects.filter(youth_id=youth, need_id=need).order_by("-made_at", "id").first()
    if row is None:
        return None
    return NoteSheet(youth, row.before, _open(by, youth, row.words, "needs_note.words", row.id), row.made_at)


@guarded(SeeMany(Category.NEEDS))
def waiting_needs(*, by: Visit) -> tuple[WaitingSheet, ...]:
    """At most eight needs: those given to this seat, then, for a social worker, those that nobody meets."""
    rows = _rows(TO_DO, [by.actor, by.role == "SW", by.actor, PAGE])
    return tuple(
        WaitingSheet(row["youth_id"], row["id"], row["code"], row["seat"] == by.actor, row["due_on"]) for row in rows
    )


def _rows(statement: str, values: list[UUID | bool | int]) -> list[Mapping[str, Any]]:
    with connection.cursor() as cursor:
        cursor.execute(statement, values)
        names = [column.name for column in cursor.description or ()]
        return [dict(zip(names, row, strict=True)) for row in cursor.fetchall()]


def _sheet(row: Mapping[str, Any], *, by: Visit) -> NeedSheet:
    youth = row["youth_id"]
    return NeedSheet(
        youth=youth,
        id=row["id"],
        agency=row["agency_id"],
        code=row["code"],
        words=_open(by, youth, row["words"], "needs_row.words", row["id"]),
        matters=row["matters"],
        gets_now=_open(by, youth, row["gets_now"], "needs_answer.gets_now", row["answer_id"]),
        verdict=row["verdict"] or "",
        is_own_answer=row["answered_by"] == youth,
        answered_at=row["answered_at"],
        helper=_helper(row, by=by) if row["helper_id"] else None,
        before=row.get("before") or "",
    )


def _helper(row: Mapping[str, Any], *, by: Visit) -> HelperSheet:
    youth, helper = row["youth_id"], row["helper_id"]
    return HelperSheet(
        id=helper,
        seat=row["seat"],
        who=_open(by, youth, row["who"], "needs_helper.who", helper),
        often=_open(by, youth, row["often"], "needs_helper.often", helper),
        next_step=_open(by, youth, row["next_step"], "needs_helper.next_step", helper),
        starts_on=row["starts_on"],
        due_on=row["due_on"],
        barrier=row["barrier"],
        may_see=row["may_see"],
    )


def _open(by: Visit, youth: UUID, sealed: bytes | memoryview | None, place: str, row: UUID) -> str:
    return by.key(youth).open(bytes(sealed), place=place, row=row) if sealed else ""
