"""Coaching, pure: how long a talk counts, where a promise stands, when a number is small enough to name somebody."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

COACHED_WITHIN = timedelta(days=60)  # domain.md TRN-03: line staff coached in the last 60 days
SUPPORTED_WITHIN = timedelta(days=90)  # TRN-03: managers supported by a leader in the last 90
FEWEST = 5  # people: below this a count could be read as a name


class Support(StrEnum):
    """Where a promised support stands."""

    NONE = "none"
    OPEN = "open"
    DUE = "due"
    KEPT = "kept"
    NOT_KEPT = "not_kept"


def support_stands(*, promised: bool, by_day: date | None, kept: bool | None, today: date) -> Support:
    """Nothing promised; said kept or not kept; else open, and due after its day has passed."""
    if not promised:
        return Support.NONE
    if kept is not None:
        return Support.KEPT if kept else Support.NOT_KEPT
    return Support.DUE if by_day is not None and by_day < today else Support.OPEN


@dataclass(frozen=True)
class Reach:
    """Of how many people, how many were reached. `share` is a whole percentage, None for too few people to say."""

    reached: int
    of: int

    @property
    def share(self) -> int | None:
        return round(100 * self.reached / self.of) if self.of >= FEWEST else None
