"""Duties, pure: when a notice may go out, when it is done, whose list it stands on."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from porchlight.kernel.county import Cadence, County, DutyRule, dues

DONE, WITHHELD, NOBODY, LATE, SEND, HOLD_BACK = "done", "withheld", "nobody", "late", "send", "hold_back"
KINDS = (DONE, WITHHELD, NOBODY, LATE, SEND, HOLD_BACK)
SETTLING = (DONE, WITHHELD, NOBODY)  # kinds after which nothing is owed any more
VERDICTS = (SEND, HOLD_BACK)
ANSWERS = ("no", "yes", "unsure")
DOUBTS = ("yes", "unsure")
NOTICE = "missing.notice."
STARTS = {"missing.le_report": "le_report_made"}  # a duty whose doing starts others
RETURNED = "state_returned"
SOON = timedelta(hours=6)
ELSEWHERE = frozenset(
    {
        "tool",
        "band",
        "why_they_left",
        "what_the_home_changes",
        "time_away",
        "possible_harm",
        "plan_version",
    }
)  # fmt: skip - because these fields belong to other categories and are kept there


@dataclass(frozen=True)
class Gate:
    """Where a notice stands before its questions."""

    unanswered: tuple[str, ...]
    doubted: bool
    verdict: str  # of the review: "", "send" or "hold_back"

    @property
    def on_hold(self) -> bool:
        """A yes or an unsure holds the notice until a supervisor has looked at it."""
        return self.doubted and not self.verdict

    @property
    def may_send(self) -> bool:
        """Whether the notice may be recorded as sent."""
        return not self.unanswered and (not self.doubted or self.verdict == SEND)

    @property
    def may_withhold(self) -> bool:
        """Whether it may be recorded as withheld with a reason: after its questions, and not before a review."""
        return not self.unanswered and not self.on_hold


def gate(questions: Iterable[str], answers: Iterable[tuple[str, str]], verdicts: Iterable[str]) -> Gate:
    """Read a notice's answers and reviews. One doubt is enough, whatever was answered after it."""
    answers = tuple(answers)
    answered = {question for question, _ in answers}
    seen = [verdict for verdict in verdicts if verdict in VERDICTS]
    return Gate(
        unanswered=tuple(question for question in questions if question not in answered),
        doubted=any(answer in DOUBTS for _, answer in answers),
        verdict=seen[-1] if seen else "",
    )


def is_settled(kinds: Iterable[str]) -> bool:
    """Whether nothing is owed any more."""
    return any(kind in SETTLING for kind in kinds)


def fields_of(rule: DutyRule) -> tuple[str, ...]:
    """The evidence that this room keeps for a duty; what belongs to another category is kept there."""
    kept = tuple(field for field in rule.evidence if field not in ELSEWHERE)
    return kept or ("done_when",)


def missing_fields(rule: DutyRule, words: Mapping[str, str]) -> tuple[str, ...]:
    """Evidence that is not there yet."""
    return tuple(field for field in fields_of(rule) if not words.get(field, "").strip())


def is_late(due: datetime, *, at: datetime) -> bool:
    """Whether the moment is after the due time. On the minute itself it is in time."""
    return at > due


def duty_state(*, due: datetime, kinds: Iterable[str], on_hold: bool, at: datetime) -> str:
    """done, hold, late, soon or open. On hold or not, the clock goes on: lateness is said beside it."""
    if is_settled(kinds):
        return "done"
    if on_hold:
        return "hold"
    if is_late(due, at=at):
        return "late"
    return "soon" if due - at <= SOON else "open"


@dataclass(frozen=True)
class Notices:
    """How far the notices are: those that somebody is there to get."""

    done: int
    owed: int
    nobody: int


def count_notices(duties: Iterable[tuple[str, Sequence[str]]]) -> Notices:
    """Count the notices among duties, given as key and kinds of evidence."""
    notices = [kinds for key, kinds in duties if key.startswith(NOTICE)]
    nobody = sum(NOBODY in kinds for kinds in notices)
    done = sum(is_settled(kinds) and NOBODY not in kinds for kinds in notices)
    return Notices(done=done, owed=len(notices) - nobody, nobody=nobody)


def next_due(rule: DutyRule, *, start: datetime, after: datetime, county: County) -> datetime | None:
    """The next time of a duty that comes again and again, after `after`; None for one that comes once."""
    if not isinstance(rule.due, Cadence):
        return None
    coming = dues(start, rule, county, until=after + timedelta(days=62))
    return next((due for due in coming if due > after), None)
