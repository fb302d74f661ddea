"""What this part hands out: frozen values."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from porchlight.adoption.definition.rules import Standing


@dataclass(frozen=True)
class WordingSheet:
    """An agency's newest wording."""

    agency: UUID
    agency_name: str
    words: str
    made_at: datetime


@dataclass(frozen=True)
class VersionSheet:
    """One version. `state` is one of `rules.DRAFT`, `ANSWERING`, `IN_FORCE`, `EARLIER`.

    `days` are all the days that were named for answers, the first one first; the last counts.
    """

    id: UUID
    number: int
    made_at: datetime
    closed_at: datetime | None
    asked: tuple[UUID, ...]
    fingerprint: str
    in_force_at: datetime | None
    days: tuple[date, ...] = ()
    state: str = ""

    @property
    def answers_by(self) -> date | None:
        """The day until which answers are asked for; None while none is named."""
        return self.days[-1] if self.days else None


@dataclass(frozen=True)
class PassageSheet:
    """The newest edition of a passage. `kind` is a key of `rules.KINDS`; edition 0 is one not yet written."""

    passage: UUID
    edition: int
    kind: str
    place: int
    heading: str = ""
    words: str = ""
    heading_es: str = ""
    words_es: str = ""


@dataclass(frozen=True)
class GapSheet:
    """A part whose Spanish is missing, or older than its English (`is_older`)."""

    part: PassageSheet
    is_older: bool


@dataclass(frozen=True)
class StepSheet:
    """What an office asks of its holder now. `count` says how many things, where there can be several.

    `days` are those named for answers, as in `VersionSheet`, where the step is to answer.
    """

    step: str
    version: UUID | None = None
    count: int = 0
    days: tuple[date, ...] = ()


@dataclass(frozen=True)
class CommentSheet:
    """A comment with the chair's answer `reply`, if there is one. `is_mine` says that this seat wrote it."""

    id: UUID
    passage: UUID
    edition: int
    words: str
    made_at: datetime
    writer: str
    agency_name: str
    is_mine: bool
    is_taken: bool | None = None
    why: str = ""
    reply: UUID | None = None


@dataclass(frozen=True)
class AnsweredSheet:
    """A part on which comments of this seat have an answer that it was not shown yet; in the reader's language."""

    version: UUID
    passage: UUID
    heading: str
    words: str


@dataclass(frozen=True)
class AnswerSheet:
    """One agency's answer to a version: a key of `rules.ANSWERS`, who signed, when, and why."""

    agency: UUID
    agency_name: str
    kind: str
    signed: str
    reason: str
    made_at: datetime


@dataclass(frozen=True)
class SaidSheet:
    """Every answer to a version by day, and where the version stands by them."""

    answers: tuple[AnswerSheet, ...]
    standing: Standing


@dataclass(frozen=True)
class FootSheet:
    """What the foot of every staff page says: the version in force, else the newest one that is being made.

    `not_ratified` are the names of the county's asked agencies that have not said yes.
    """

    version: UUID
    number: int
    state: str
    in_force_at: datetime | None = None
    not_ratified: tuple[str, ...] = ()
