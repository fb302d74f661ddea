"""When numbers go up nothing is said to the young person; the team is asked what we owe. Never a lower tier."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from zoneinfo import ZoneInfo

from porchlight.progress.rules.history import WEEK, History
from porchlight.progress.rules.recognition import PATTERN_WEEKS
from porchlight.progress.rules.resting import resting_on
from porchlight.progress.rules.spans import ONE_DAY
from porchlight.progress.rules.stretches import Stretches
from porchlight.progress.rules.sustained import leaving_is_higher


@dataclass(frozen=True)
class Curiosity:
    """A question to the team about us: `harm_open` at once, `leaving_higher` from four weeks against four.

    No safety response ever waits for it.
    """

    because: tuple[str, ...]
    since: date
    until: date
    rests_on: tuple[str, ...]


def curiosity_about(
    stretches: Stretches, history: History, *, first: int, as_of: date, zone: ZoneInfo
) -> Curiosity | None:
    """What to be curious about on this day, if anything. A hidden count asks nothing; an open harm always does."""
    harms = [one for one in history.harms if one.is_open(as_of)]
    last = len(stretches.weeks)
    higher = history.shows("times") and leaving_is_higher(stretches, end=last, first=first)
    if not (harms or higher):
        return None
    since, until = min((one.since for one in harms), default=as_of), as_of
    ground = sorted(one.id or f"harm {one.since}" for one in harms)
    if higher:
        weeks = stretches.weeks[last - 2 * PATTERN_WEEKS :]
        since = min(since, weeks[0].monday)
        ended = weeks[-1].monday + WEEK - ONE_DAY
        ground += resting_on(history, since=weeks[0].monday, until=ended, zone=zone)
    return Curiosity(("harm_open",) * bool(harms) + ("leaving_higher",) * higher, since, until, tuple(ground))
