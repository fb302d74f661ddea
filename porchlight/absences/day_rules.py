"""What a confirmed day says, pure: a visit, a school day or a talk confirms a day by itself."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime

from porchlight.absences.rules import AWAY, CALL, HOME, SCHOOL, VISIT, is_confirmed

SEEN_BY_STAFF = (VISIT, SCHOOL, CALL)  # what a worker can confirm a day by
LOOK_BACK = 28  # days of which staff see how many are confirmed


@dataclass(frozen=True)
class Span:
    """From leaving until coming back; `back_at` None: still away."""

    left_at: datetime
    back_at: datetime | None

    def covers(self, since: datetime, until: datetime) -> bool:
        """Whether they were away all that time; a moment is a time that begins and ends at once."""
        return self.left_at <= since and (self.back_at is None or since < self.back_at >= until)


def by_record(away: Iterable[Span], *, begins: datetime, ends: datetime, now: datetime) -> str:
    """What a day is kept as when somebody saw them on it or talked to them, by the times away on record.

    Today goes by this very moment, an earlier day by the whole of it: away only while a known absence lasts.
    """
    since, until = (now, now) if begins <= now < ends else (begins, ends)
    return AWAY if any(span.covers(since, until) for span in away) else HOME


def may_confirm(held: str) -> bool:
    """Whether a confirmation may be kept beside what holds of that day (empty: nobody spoke of it).

    It fills what was open or not known. What somebody said, they alone or another word put right.
    """
    return not is_confirmed(held)


def how_many_confirmed(days: Iterable[tuple[date, str]], *, among: Iterable[date]) -> int:
    """How many of these days somebody confirmed."""
    confirmed = {day for day, status in days if is_confirmed(status)}
    return len(confirmed & set(among))
