"""The talk after coming home: with whom, when, and what became of what the law asks."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from porchlight.absences.return_models import Output, Talk
from porchlight.absences.return_rules import Answer, Wish
from porchlight.policy.api import Category, Grain, See, Visit, guarded


@dataclass(frozen=True)
class TalkSheet:
    """What they want of the talk. No due date: nobody shows them a clock."""

    youth: UUID
    back: UUID
    wish: Wish
    with_seat: UUID | None
    with_name: str
    planned_on: date | None
    made_at: datetime


@dataclass(frozen=True)
class OutputSheet:
    """What became of one output, and when somebody noted it."""

    youth: UUID
    output: str
    answer: Answer
    made_at: datetime


@guarded(See(Category.ABSENCE))
def talk_after(youth: UUID, *, back: UUID, by: Visit) -> TalkSheet | None:
    """The newest word on the talk after that return."""
    row = Talk.objects.filter(youth_id=youth, back_id=back).order_by("-made_at").first()
    if row is None:
        return None
    name = ""
    if row.with_name:
        name = by.key(youth).open(row.with_name, place="absences_talk.with_name", row=row.id)
    return TalkSheet(youth, back, Wish(row.wish), row.with_seat, name, row.planned_on, row.made_at)


@guarded(See(Category.RETURN_TALK, Grain.SLICE))
def outputs_after(youth: UUID, *, back: UUID, by: Visit) -> tuple[OutputSheet, ...]:
    """The newest answer of each output after that return, as codes."""
    rows = Output.objects.filter(youth_id=youth, back_id=back).order_by("output", "-made_at").distinct("output")
    return tuple(OutputSheet(youth, row.output, Answer(row.answer), row.made_at) for row in rows)
