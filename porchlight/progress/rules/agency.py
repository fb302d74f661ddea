"""An agency's own figures: how much its weekly counts jump about, and whether enough of its days is confirmed."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from statistics import median

from porchlight.progress.rules.dispersion import dispersion

# Source: the progress reference, section 2 (dispersion) and 3.5 (twelve months of confirmed days).
LEAST, MOST = 1.5, 3.0
WEEKS_NEEDED = 12  # confirmed weeks of one young person
YOUTHS_NEEDED = 11
MONTHS_NEEDED = 12
SHARE_NEEDED = 0.8  # of the days about which somebody said anything

Weeks = tuple[Sequence[float], Sequence[float]]  # leavings and days in care of one young person's confirmed weeks


@dataclass(frozen=True)
class LocalDispersion:
    """`phi` from so many young people; None from too few."""

    phi: float | None
    youths: int


@dataclass(frozen=True)
class Confirmed:
    """Of the last twelve whole months: in how many enough days were confirmed, and the days of all of them."""

    months: int
    said: int
    confirmed: int


def local_dispersion(weeks: Iterable[Weeks]) -> LocalDispersion:
    """The middle of the young people's own dispersions, never under 1.5 nor over 3, to one tenth.

    Only those count who have twelve confirmed weeks and left at least once in them; of fewer than eleven
    nothing is said. Counts and days as in `dispersion`.
    """
    found = (dispersion(counts, days=days)["phi"] for counts, days in weeks if len(days) >= WEEKS_NEEDED)
    each = [phi for phi in found if phi is not None]
    if len(each) < YOUTHS_NEEDED:
        return LocalDispersion(None, len(each))
    return LocalDispersion(round(min(MOST, max(LEAST, median(each))), 1), len(each))


def confirmed_months(by_month: Mapping[date, tuple[int, int]], *, as_of: date) -> Confirmed:
    """Count the twelve whole months before the month of `as_of`.

    `by_month` maps the first day of a month to the days about which somebody said anything and to those of them
    that are confirmed. A month about which nobody said anything counts as not enough.
    """
    twelve = [by_month.get(month, (0, 0)) for month in last_months(as_of)]
    enough = sum(said > 0 and confirmed >= SHARE_NEEDED * said for said, confirmed in twelve)
    return Confirmed(enough, sum(said for said, _ in twelve), sum(confirmed for _, confirmed in twelve))


def last_months(as_of: date) -> tuple[date, ...]:
    """The first days of the twelve months before that of `as_of`, the oldest first."""
    places = range(12 * as_of.year + as_of.month - 1 - MONTHS_NEEDED, 12 * as_of.year + as_of.month - 1)
    return tuple(date(place // 12, place % 12 + 1, 1) for place in places)
