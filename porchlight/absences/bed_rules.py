"""The bed, pure: what the record carries tonight, and so what may be said."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum

from porchlight.kernel.clock import county_time

MORNING = 5  # o'clock, county time: until then "tonight" is the night that began the evening before


class BedState(StrEnum):
    """What somebody recorded about the bed."""

    OPEN = "held_open"
    CALL_FIRST = "held_call"
    ELSEWHERE = "not_held"
    UNKNOWN = "not_known"


class LineKey(StrEnum):
    """The lines there are. Only the first three say where a bed is."""

    OPEN = "open"
    CALL_FIRST = "call_first"
    ELSEWHERE = "elsewhere"
    ASK = "ask"
    ASK_SOMEONE = "ask_someone"


@dataclass(frozen=True)
class BedFact:
    """The newest record of the bed, opened. `last_night` is the evening on which its last night begins."""

    state: BedState
    last_night: date | None
    place: str
    call: str
    made_at: datetime


@dataclass(frozen=True)
class Line:
    """What may be said: a key of `bed_words`, what fills its gaps, and how long the record carries it."""

    key: LineKey
    call: str = ""
    place: str = ""
    last_night: date | None = None

    @property
    def is_known(self) -> bool:
        """Whether the record says where they can sleep tonight."""
        return self.key not in (LineKey.ASK, LineKey.ASK_SOMEONE)


def tonight(at: datetime) -> date:
    """The evening on which the night called "tonight" at that moment begins, on the county's calendar."""
    local = county_time(at)
    return local.date() - timedelta(days=local.hour < MORNING)


def is_current(bed: BedFact, *, at: datetime, left_at: datetime | None) -> bool:
    """Whether the record still says something about tonight.

    Its last night has not passed, and it was made since they last left: what held for an earlier absence is
    no promise for this one. `left_at` None: no absence is known.
    """
    made_for_this = left_at is None or bed.made_at >= left_at
    return made_for_this and bed.last_night is not None and tonight(at) <= bed.last_night


def welcome_line(bed: BedFact | None, *, at: datetime, left_at: datetime | None = None, call: str = "") -> Line:
    """The line that is true now. `call` is the county's number, for when the record has none.

    No record, an expired one, or one with a gap where its sentence needs a fact: then we say that we don't know.
    """
    if bed is None or not is_current(bed, at=at, left_at=left_at):
        return _do_not_know(call)
    number = bed.call or call
    match bed.state:
        case BedState.OPEN:
            return Line(LineKey.OPEN, last_night=bed.last_night)
        case BedState.CALL_FIRST if number:
            return Line(LineKey.CALL_FIRST, call=number, last_night=bed.last_night)
        case BedState.ELSEWHERE if bed.place:
            return Line(LineKey.ELSEWHERE, place=bed.place, last_night=bed.last_night)
        case _:
            return _do_not_know(number)


def _do_not_know(call: str) -> Line:
    return Line(LineKey.ASK, call=call) if call else Line(LineKey.ASK_SOMEONE)


def is_whole(state: BedState, *, last_night: date | None, place: str) -> bool:
    """Whether a new record says all that its sentence needs."""
    if state is BedState.UNKNOWN:
        return True
    return last_night is not None and (state is not BedState.ELSEWHERE or bool(place))
