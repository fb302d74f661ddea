"""Opening duties from the rule pack, answering what stands before a notice, and recording what was done."""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import datetime
from uuid import UUID

from porchlight.absences.duty_models import Duty, Evidence, GateAnswer
from porchlight.absences.duty_queries import DutySheet, duty
from porchlight.absences.duty_rules import (
    ANSWERS,
    DONE,
    LATE,
    NOBODY,
    NOTICE,
    STARTS,
    VERDICTS,
    WITHHELD,
    is_late,
    missing_fields,
    next_due,
)
from porchlight.absences.troubles import (
    EvidenceMissing,
    GateUnanswered,
    OnHold,
    ReviewedAlready,
    SayWhyLate,
    SettledAlready,
    SupervisorOnly,
)
from porchlight.kernel import clock
from porchlight.kernel.county import due_at
from porchlight.kernel.errors import Refused
from porchlight.kernel.ids import new_id
from porchlight.policy.api import Category, Change, Visit, guarded, the_county


@guarded(Change(Category.ABSENCE))
def open_duties(youth: UUID, *, episode: UUID, trigger: str, at: datetime, by: Visit) -> int:
    """Open every duty of the rule pack that starts from `trigger`, counted from `at`; none is opened twice.

    Returns how many were opened. Raises `NoSuchKey` for a trigger that the rule pack does not know.
    """
    county = the_county(at)
    there = set(Duty.objects.filter(youth_id=youth, episode_id=episode, turn=1).values_list("key", flat=True))
    new = [rule for rule in county.duties(trigger) if rule.key not in there]
    Duty.objects.bulk_create(
        Duty(
            **by.fact_about(youth),
            episode_id=episode,
            key=rule.key,
            trigger=trigger,
            owners=",".join(rule.owners),
            started_at=at,
            due_at=due_at(at, rule, county),
        )
        for rule in new
    )
    return len(new)


@guarded(Change(Category.ABSENCE))
def answer_gate(youth: UUID, *, duty_id: UUID, answers: Mapping[str, str], by: Visit) -> None:
    """Answer the questions before a notice. A yes or an unsure puts it on hold, and no later answer lifts that."""
    found = _open_duty(youth, duty_id, by=by)
    if found.gate.verdict:
        raise ReviewedAlready
    asked = {question.key for question in found.rule.gates}
    if not set(answers) <= asked or not set(answers.values()) <= set(ANSWERS):
        raise ValueError("a gate has its own questions, and each is answered with no, yes or unsure")
    GateAnswer.objects.bulk_create(
        GateAnswer(
            **by.fact_about(youth),
            duty_id=duty_id,
            question=question,
            answer=answer,
        )
        for question, answer in sorted(answers.items())
    )


@guarded(Change(Category.ABSENCE))
def review_hold(youth: UUID, *, duty_id: UUID, verdict: str, reason: str, by: Visit) -> None:
    """A supervisor has looked at a notice on hold: send, or hold back, and why. Raises `SupervisorOnly`."""
    if by.role != "SUP":
        raise SupervisorOnly
    found = _open_duty(youth, duty_id, by=by)
    if verdict not in VERDICTS or not found.gate.on_hold:
        raise Refused
    if found.gate.unanswered:
        raise GateUnanswered
    if not reason.strip():
        raise EvidenceMissing
    _keep(found, verdict, {"reason": reason}, by=by)


@guarded(Change(Category.ABSENCE))
def complete_duty(
    youth: UUID, *, duty_id: UUID, words: Mapping[str, str], by: Visit, late_because: str = ""
) -> DutySheet:
    """Record what was done, with all the evidence that the rule pack asks for.

    Raises `GateUnanswered` and `OnHold` before a notice's questions and review, `EvidenceMissing`, `SayWhyLate`,
    `SettledAlready`. A duty that comes again opens its next turn; one that starts others opens those.
    """
    found = _open_duty(youth, duty_id, by=by)
    if found.gate.unanswered:
        raise GateUnanswered
    if not found.gate.may_send:
        raise OnHold
    if missing_fields(found.rule, words):
        raise EvidenceMissing
    _settle(found, DONE, words, late_because=late_because, by=by)
    _go_on(found, by=by)
    return found


@guarded(Change(Category.ABSENCE))
def withhold_notice(youth: UUID, *, duty_id: UUID, reason: str, by: Visit, late_because: str = "") -> None:
    """A notice was not sent, for a reason that stands beside it. After its questions, and any review."""
    found = _open_duty(youth, duty_id, by=by)
    if "withheld_reason" not in found.rule.evidence_instead:
        raise Refused
    if found.gate.unanswered:
        raise GateUnanswered
    if not found.gate.may_withhold:
        raise OnHold
    if not reason.strip():
        raise EvidenceMissing
    _settle(found, WITHHELD, {"withheld_reason": reason}, late_because=late_because, by=by)


@guarded(Change(Category.ABSENCE))
def nobody_to_tell(youth: UUID, *, duty_id: UUID, how_known: str, by: Visit) -> None:
    """There is no such person in this young person's life, and how we know. Not possible for a notice on hold."""
    found = _open_duty(youth, duty_id, by=by)
    if not found.key.startswith(NOTICE):
        raise Refused
    if found.gate.doubted:
        raise OnHold
    if not how_known.strip():
        raise EvidenceMissing
    _keep(found, NOBODY, {"how_known": how_known}, by=by)


@guarded(Change(Category.ABSENCE))
def explain_late(youth: UUID, *, duty_id: UUID, reason: str, by: Visit) -> None:
    """What holds a late duty up. Its due time stays where it was."""
    found = _open_duty(youth, duty_id, by=by)
    if not reason.strip():
        raise EvidenceMissing
    _keep(found, LATE, {"late_because": reason}, by=by)


@guarded(Change(Category.ABSENCE))
def done_elsewhere(youth: UUID, *, episode: UUID, key: str, by: Visit) -> int:
    """Settle a duty whose evidence is kept in another place (the talk, the plan). Returns how many were open."""
    rows = Duty.objects.filter(youth_id=youth, episode_id=episode, key=key).values_list("id", flat=True)
    found = [sheet for row in rows if (sheet := duty(youth, duty_id=row, by=by)) and not sheet.is_settled]
    for sheet in found:
        _keep(sheet, DONE, {}, by=by)
    return len(found)


def _open_duty(youth: UUID, duty_id: UUID, *, by: Visit) -> DutySheet:
    found = duty(youth, duty_id=duty_id, by=by)
    if found is None:
        raise Refused
    if found.is_settled:
        raise SettledAlready
    return found


def _settle(found: DutySheet, kind: str, words: Mapping[str, str], *, late_because: str, by: Visit) -> None:
    """Keep the evidence; late, only with a word about why, which may have been said before."""
    if is_late(found.due_at, at=clock.now()) and LATE not in found.kinds:
        if not late_because.strip():
            raise SayWhyLate
        _keep(found, LATE, {"late_because": late_because}, by=by)
    _keep(found, kind, words, by=by)


def _keep(found: DutySheet, kind: str, words: Mapping[str, str], *, by: Visit) -> None:
    row = new_id()
    text = json.dumps({name: value.strip() for name, value in words.items() if value.strip()}, ensure_ascii=False)
    Evidence.objects.create(
        id=row,
        **by.fact_about(found.youth),
        duty_id=found.id,
        kind=kind,
        at=clock.now(),
        words=by.key(found.youth).seal(text, place="absences_evidence.words", row=row),
    )


def _go_on(found: DutySheet, *, by: Visit) -> None:
    """What follows from a duty that is done: others that it starts, or its own next turn."""
    if found.key in STARTS:
        open_duties(found.youth, episode=found.episode, trigger=STARTS[found.key], at=clock.now(), by=by)
    county = the_county(found.started_at)
    after = max(clock.now(), found.due_at)
    again = next_due(found.rule, start=found.started_at, after=after, county=county)
    if again is not None:
        Duty.objects.create(
            **by.fact_about(found.youth),
            episode_id=found.episode,
            key=found.key,
            trigger=found.trigger,
            owners=",".join(found.owners),
            turn=found.turn + 1,
            started_at=found.started_at,
            due_at=again,
        )
