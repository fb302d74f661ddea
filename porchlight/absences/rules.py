"""Days, taps and states of an absence, pure."""

from __future__ import annotations

from collections.abc import Collection, Hashable, Iterable
from dataclasses import dataclass
from datetime import date, datetime
from typing import Protocol, TypeVar
from uuid import UUID

HOME, AWAY, ELSEWHERE, NOT_KNOWN = "home", "away", "elsewhere", "not_known"
DAYS = (HOME, AWAY, ELSEWHERE, NOT_KNOWN)

# How somebody knows where the young person was on a day: never what was said, never a place. LEFT and BACK: it
# follows from a leaving, or from a coming home, that somebody told.
SAID, VISIT, SCHOOL, CALL, CHECK_IN, CONTACT = "said", "visit", "school", "call", "check_in", "contact"
LEFT, BACK = "left", "back"
SOURCES = (SAID, VISIT, SCHOOL, CALL, CHECK_IN, CONTACT, LEFT, BACK)

YOUTHS_WISH, PLACEMENT, RECORDING = "youths_wish", "placement", "recording"
WHY_AFRESH = (YOUTHS_WISH, PLACEMENT, RECORDING)  # what comparisons begin anew for

CONCERN, AWAY_KNOWN, MISSING, RETURNED = "concern", "away_known", "missing", "returned"
STATES = (CONCERN, AWAY_KNOWN, MISSING, RETURNED)
WHILE_AWAY = (CONCERN, AWAY_KNOWN, MISSING)

# Set aside: it was a mistake. Over: they did leave, and came home before anybody opened an absence.
RECEIVED, ACKNOWLEDGED, CALLED, SET_ASIDE, OVER = "received", "acknowledged", "called", "set_aside", "over"
TAP_STEPS = (RECEIVED, ACKNOWLEDGED, CALLED, SET_ASIDE, OVER)
NO_LONGER_WAITING = (SET_ASIDE, OVER)
SCREEN, PHONE, IN_PERSON, MESSAGE = "screen", "phone", "in_person", "message"
HEARD = (SCREEN, PHONE, IN_PERSON, MESSAGE)

CHANNELS = ("call", "text", "in_person", "online", "through_someone")
IN_TOUCH = frozenset({"C3", "C4", "C5", "C6"})  # CL-7: replied, talked, met, met and got a service

TO_THE_YOUTH = "E01"  # CL-9: a talk with somebody else is no word from the young person

TAP_KEEPS_NIGHT = 24  # hours, after somebody has taken a tap and not yet decided about it


class OneOfDay(Protocol):
    """A row about one day that may name the row that it corrects."""

    @property
    def id(self) -> UUID: ...
    @property
    def day(self) -> date: ...
    @property
    def made_at(self) -> datetime: ...
    @property
    def corrects(self) -> UUID | None: ...


Row = TypeVar("Row", bound=OneOfDay)
Key = TypeVar("Key", bound=Hashable)


def is_confirmed(status: str) -> bool:
    """Whether somebody said where the young person was that day; "not known" is an answer, not a confirmation."""
    return status in (HOME, AWAY, ELSEWHERE)


def current_by_day(rows: Iterable[Row]) -> dict[date, Row]:
    """The row that holds for each day of one young person: never a corrected one; of several, the newest."""
    rows = list(rows)
    corrected = {row.corrects for row in rows if row.corrects}
    holding: dict[date, Row] = {}
    for row in sorted(rows, key=lambda row: row.made_at):
        if row.id not in corrected:
            holding[row.day] = row
    return holding


def first_state(asked: str, *, nonminor: bool | None) -> str:
    """The state in which an absence begins.

    Somebody of 18 or more, and somebody whose age the writer may not see (None), never begins as missing.
    Source: AB 2108 (a nonminor is missing only on the whole of the circumstances).
    """
    if asked == AWAY_KNOWN:
        return AWAY_KNOWN
    return MISSING if asked == MISSING and nonminor is False else CONCERN


def may_turn(before: str, after: str) -> bool:
    """Whether an open absence can go from one state into the other. Coming home has its own way."""
    return before in WHILE_AWAY and after in WHILE_AWAY and before != after


def needs_why(after: str, *, nonminor: bool) -> bool:
    """Whether the writer must say why: for a nonminor, that the whole of the circumstances was weighed."""
    return nonminor and after == MISSING


def is_in_touch(result: str) -> bool:
    """Whether a contact (CL-7) reached the young person and something came back."""
    return result in IN_TOUCH


@dataclass(frozen=True)
class TapSheet:
    """One tap and what became of it. Receipt, acknowledgement and call are three separate facts.

    `about`: they left about then.
    """

    youth: UUID
    id: UUID
    heard: str
    left_at: datetime
    received_at: datetime
    acknowledged_at: datetime | None = None
    called_at: datetime | None = None
    set_aside_at: datetime | None = None
    about: bool = False

    @property
    def is_reported(self) -> bool:
        """Whether a person has said that they have it. Receipt by the system alone is not a report."""
        return self.acknowledged_at is not None

    @property
    def is_waiting(self) -> bool:
        """Whether it still wants a person."""
        return self.acknowledged_at is None and self.set_aside_at is None


def phone_numbers(listed: str) -> tuple[str, ...]:
    """Single numbers of an entry that may list several, in its order."""
    return tuple(number.strip() for number in listed.split(";") if number.strip())


def changed(before: Collection[tuple[Key, str]], after: Collection[tuple[Key, str]]) -> dict[Key, str]:
    """What a form says anew: the pairs of `after` that are set and differ from `before`."""
    known = dict(before)
    return {key: value for key, value in after if value and known.get(key) != value}
