"""What waits for a seat on its first page: parts of the room, asked together, because each page has few statements."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID

from porchlight.adoption.coaching import api as coaching
from porchlight.adoption.definition import api as definition
from porchlight.adoption.guidance import api as guidance
from porchlight.adoption.training import api as training
from porchlight.kernel import clock
from porchlight.policy.api import OfCounty, Visit, ask, guarded

PARTS = (guidance.WAITING, training.ASKED_NOW, coaching.TALKS, definition.NOW, definition.ANSWERED, definition.FOOT)
EACH = "(SELECT coalesce(json_agg(x), '[]') FROM ({}) AS x)"
TOGETHER = "SELECT " + ", ".join(map(EACH.format, PARTS))


@dataclass(frozen=True)
class FrontSheet:
    """What was sent and is not read; what a training asks; who would like to talk; what the definition asks.

    And on which parts of it a comment of this seat has an answer.
    """

    to_read: tuple[guidance.WaitingSheet, ...]
    asked: tuple[training.AskedSheet, ...]
    talks: tuple[coaching.TalkSheet, ...]
    steps: tuple[definition.StepSheet, ...]
    answered: tuple[definition.AnsweredSheet, ...]


@guarded(OfCounty())
def what_waits(*, by: Visit) -> FrontSheet:
    """Everything of our own practice that waits for this seat, and the foot of the page along. One statement."""
    today = clock.county_time(clock.now()).date()
    values = {"actor": by.actor, "language": by.language, "today": today} | definition.facts(by)
    ((sent, asked, talks, now, answered, foot),) = ask(TOGETHER, values)
    definition.foot_told(foot[0] if foot else None, by=by)
    return FrontSheet(
        guidance.waiting_of(map(_sent, sent)),
        tuple(training.AskedSheet(UUID(one["id"]), one["words"], date.fromisoformat(one["ask_on"])) for one in asked),
        tuple(one for one in map(_talk, talks) if one.coach == by.actor),
        tuple(step for row in now for step in definition.steps_of(row, by=by)),
        tuple(map(definition.answered_of, answered)),
    )


def _sent(row: dict[str, Any]) -> tuple[Any, ...]:
    """A row of `guidance.WAITING` as it was before it became JSON."""
    due_on = date.fromisoformat(row["due_on"]) if row["due_on"] else None
    return tuple((row | {"subject": UUID(row["subject"]), "due_on": due_on}).values())


def _talk(row: dict[str, Any]) -> coaching.TalkSheet:
    ids = (UUID(row["id"]), UUID(row["coach"]), UUID(row["coached"]))
    return coaching.TalkSheet(*ids, row["coach_name"], row["coached_name"], datetime.fromisoformat(row["made_at"]))
