"""Duties of an absence: in a list without their words, and one with everything that was said about it."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property
from typing import Any
from uuid import UUID

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import OuterRef, QuerySet, TextField, Value
from django.db.models.functions import Concat

from porchlight.absences.duty_models import Duty, Evidence, GateAnswer
from porchlight.absences.duty_rules import Gate, duty_state, gate, is_late, is_settled
from porchlight.kernel import clock
from porchlight.kernel.county import DutyRule
from porchlight.policy.api import Category, See, Visit, guarded, the_county


@dataclass(frozen=True)
class DutySheet:
    """One duty: what, whose, since when, due when, and where it stands. `answers` are question and answer."""

    youth: UUID
    id: UUID
    episode: UUID
    key: str
    trigger: str
    owners: tuple[str, ...]
    turn: int
    started_at: datetime
    due_at: datetime
    answers: tuple[tuple[str, str], ...]
    kinds: tuple[str, ...]

    @cached_property
    def rule(self) -> DutyRule:
        """The rule as it stood on the day on which the duty started."""
        return the_county(self.started_at).rule(self.key)

    @cached_property
    def gate(self) -> Gate:
        return gate([question.key for question in self.rule.gates], self.answers, self.kinds)

    @property
    def is_settled(self) -> bool:
        return is_settled(self.kinds)

    @property
    def state(self) -> str:
        """done, hold, late, soon or open, now."""
        return duty_state(due=self.due_at, kinds=self.kinds, on_hold=self.gate.on_hold, at=clock.now())

    @property
    def is_late(self) -> bool:
        """Whether its time is over and it is still owed: on hold or not."""
        return not self.is_settled and is_late(self.due_at, at=clock.now())


@dataclass(frozen=True)
class EvidenceSheet:
    """What one person did or said about a duty."""

    youth: UUID
    kind: str
    at: datetime
    who: UUID
    words: tuple[tuple[str, str], ...]


@guarded(See(Category.ABSENCE))
def duties(youth: UUID, *, episode: UUID, by: Visit) -> tuple[DutySheet, ...]:
    """Every duty of one absence, soonest due first."""
    rows = _with_facts(Duty.objects.filter(youth_id=youth, episode_id=episode)).order_by("due_at", "key")
    return tuple(_sheet(row) for row in rows)


@guarded(See(Category.ABSENCE))
def duty(youth: UUID, *, duty_id: UUID, by: Visit) -> DutySheet | None:
    """One duty; None when it is not this young person's, or not for this visit."""
    row = _with_facts(Duty.objects.filter(youth_id=youth, id=duty_id)).first()
    return _sheet(row) if row else None


@guarded(See(Category.ABSENCE))
def evidence(youth: UUID, *, duty_id: UUID, by: Visit) -> tuple[EvidenceSheet, ...]:
    """Everything that was done and said about one duty, by whom and when, the oldest first."""
    rows = list(Evidence.objects.filter(youth_id=youth, duty_id=duty_id).order_by("at", "made_at"))
    key = by.key(youth) if rows else None
    return tuple(
        EvidenceSheet(
            youth,
            row.kind,
            row.at,
            row.made_by,
            tuple(json.loads(key.open(row.words, place="absences_evidence.words", row=row.id)).items()),
        )
        for row in rows
        if key is not None
    )


def _with_facts(rows: QuerySet[Duty]) -> QuerySet[Duty, Any]:
    answers = GateAnswer.objects.filter(duty_id=OuterRef("id")).order_by("made_at")
    kinds = Evidence.objects.filter(duty_id=OuterRef("id")).order_by("at", "made_at")
    pair = Concat("question", Value(":", output_field=TextField()), "answer")
    return rows.annotate(
        answers=ArraySubquery(answers.annotate(pair=pair).values("pair")),
        kinds=ArraySubquery(kinds.values("kind")),
    )


def _sheet(row: Any) -> DutySheet:
    return DutySheet(
        row.youth_id,
        row.id,
        row.episode_id,
        row.key,
        row.trigger,
        tuple(row.owners.split(",")),
        row.turn,
        row.started_at,
        row.due_at,
        tuple(_pair(said) for said in row.answers),
        tuple(row.kinds),
    )


def _pair(said: str) -> tuple[str, str]:
    question, _, answer = said.partition(":")
    return question, answer
