"""What may be shown week after week: enter high, leave low, and never on thin or missing days."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import accumulate
from typing import TypedDict

from porchlight.progress.rules.checks import (
    above_zero,
    all_not_negative,
    not_negative,
    same_length,
    share,
    whole,
)
from porchlight.progress.rules.errors import BadInput
from porchlight.progress.rules.rates import chance_rate_lower

# Source: the progress reference, sections 3.3 and 3.4.
PATTERN_WEEKS = 4
GUARD = 0.5
# Two equal rates give one half up to rounding, and must pass.
_ROUNDING = 1e-9
DIMENSIONS_THAT_AGREE = 2


class RecognitionSeries(TypedDict):
    tier: list[str]
    p_recent_4: list[float | None]
    p_sustained: list[float | None]


class RecognitionCombined(TypedDict):
    shown: list[bool]


class WeeksOfLeaving:
    """Counts and confirmed days in care by week, ready to compare any two stretches."""

    def __init__(
        self,
        counts: Sequence[float],
        days: Sequence[float],
        *,
        phi: float,
        min_days: float,
        min_events: float,
    ) -> None:
        self._counts = list(accumulate(counts, initial=0.0))
        self._days = list(accumulate(days, initial=0.0))
        self._phi = phi
        self._min_days = min_days
        self._min_events = min_events

    def chance_lower(self, before: tuple[int, int], now: tuple[int, int]) -> float | None:
        """Chance of a lower rate now; stretches are [first, past the last) week; None on thin ground."""
        before_days = self._days[before[1]] - self._days[before[0]]
        now_days = self._days[now[1]] - self._days[now[0]]
        before_count = self._counts[before[1]] - self._counts[before[0]]
        now_count = self._counts[now[1]] - self._counts[now[0]]
        if min(before_days, now_days) < self._min_days or before_count + now_count < self._min_events:
            return None
        return chance_rate_lower(
            before_count,
            before_days=before_days,
            now_count=now_count,
            now_days=now_days,
            phi=self._phi,
        )


def recognition_series(
    counts: Sequence[float],
    *,
    days: Sequence[float],
    phi: float,
    pattern_on: float,
    pattern_off: float,
    pattern_looks: float,
    sustained_on: float,
    sustained_off: float,
    sustained_looks: float,
    reference_weeks: float,
    recent_min: float,
    recent_max: float,
    min_days: float,
    min_events: float,
) -> RecognitionSeries:
    """Tell for each week what leaving alone licenses: `facts_only`, `pattern` or `sustained`.

    `counts` are leavings on confirmed days, `days` the confirmed days in care, week by week from the first
    reference week. `p_recent_4` compares the last four weeks with the four before; `p_sustained` compares the
    reference with the last `recent_min` to `recent_max` weeks after it; None where a stretch has fewer than
    `min_days` or both together fewer than `min_events`. `p_sustained` is at most one half unless the last
    four weeks, too, are likelier lower than the reference. None neither brings a statement nor keeps it.
    """
    same_length(counts, days, called="Counts and days")
    all_not_negative(counts, called="The number of leavings")
    all_not_negative(days, called="Days in care")
    weeks = WeeksOfLeaving(
        counts,
        days,
        phi=above_zero(phi, called="The dispersion"),
        min_days=not_negative(min_days, called="Fewest days"),
        min_events=not_negative(min_events, called="Fewest events"),
    )
    reference = _looks(reference_weeks, called="Reference weeks")
    shortest = _looks(recent_min, called="Fewest recent weeks")
    longest = _looks(recent_max, called="Most recent weeks")
    recent: list[float | None] = []
    sustained: list[float | None] = []
    for end in range(1, len(counts) + 1):
        recent.append(recent_chance(weeks, end=end, first=0))
        length = min(longest, end - reference)
        now = (end - length, end)
        sustained.append(sustained_chance(weeks, reference=(0, reference), now=now) if length >= shortest else None)
    pattern = held(recent, on=pattern_on, off=pattern_off, looks=pattern_looks)
    stays = held(sustained, on=sustained_on, off=sustained_off, looks=sustained_looks)
    return {
        "tier": [_tier(steady, emerging) for steady, emerging in zip(stays, pattern, strict=True)],
        "p_recent_4": recent,
        "p_sustained": sustained,
    }


def recognition_combined(
    probabilities: Mapping[str, Sequence[float | None]],
    *,
    blocked: Sequence[bool],
    on: float,
    keep: float,
    looks: float,
) -> RecognitionCombined:
    """Tell for each look whether two dimensions agree.

    Two at `on` for `looks` looks running bring it; fewer than two at `keep` end it. They need not be the
    same two. None is no information: it never helps. A blocked look shows nothing.
    """
    needed = _looks(looks, called="Looks")
    _threshold(on)
    _threshold(keep)
    for series in probabilities.values():
        same_length(series, blocked, called="Probabilities and blocked")
        for chance in series:
            if chance is not None:
                share(chance, called="A probability")
    agreement = Agreement(on=on, keep=keep, looks=needed)
    shown: list[bool] = []
    for look, silent in enumerate(blocked):
        stands = agreement.look([series[look] for series in probabilities.values()])
        shown.append(stands and not silent)
    return {"shown": shown}


def held(chances: Sequence[float | None], *, on: float, off: float, looks: float) -> list[bool]:
    """Enter after `looks` looks running at `on` or more; leave below `off` or where the chance is None."""
    standing = Standing(on=_threshold(on), off=_threshold(off), looks=_looks(looks, called="Looks"))
    return [standing.look(chance) for chance in chances]


class Standing:
    """One statement, look after look: it enters high and leaves low. None neither brings nor keeps it."""

    def __init__(self, *, on: float, off: float, looks: int) -> None:
        self._on, self._off, self._looks = on, off, looks
        self._run, self._stands = 0, False

    def look(self, chance: float | None) -> bool:
        """Whether the statement stands after this look."""
        known = -1.0 if chance is None else chance
        self._run = self._run + 1 if known >= self._on else 0
        self._stands = self._run >= self._looks or (self._stands and known >= self._off)
        return self._stands


class Agreement:
    """Two dimensions that agree, look after look; they need not be the same two."""

    def __init__(self, *, on: float, keep: float, looks: int) -> None:
        self._on, self._keep, self._looks = on, keep, looks
        self._run, self._stands = 0, False

    def look(self, chances: Sequence[float | None]) -> bool:
        """Whether two agree after this look."""
        known = [-1.0 if chance is None else chance for chance in chances]
        self._run = self._run + 1 if _agree(known, at=self._on) else 0
        self._stands = self._run >= self._looks or (self._stands and _agree(known, at=self._keep))
        return self._stands


def recent_chance(weeks: WeeksOfLeaving, *, end: int, first: int) -> float | None:
    """The last four weeks before week `end` against the four before them; None where those reach before `first`."""
    if end - first < 2 * PATTERN_WEEKS:
        return None
    middle = end - PATTERN_WEEKS
    return weeks.chance_lower((middle - PATTERN_WEEKS, middle), (middle, end))


def sustained_chance(weeks: WeeksOfLeaving, *, reference: tuple[int, int], now: tuple[int, int]) -> float | None:
    """The weeks `now` against the reference; at most one half unless the last four weeks, too, are likelier lower."""
    chance = weeks.chance_lower(reference, now)
    if chance is None or chance <= GUARD:
        return chance
    latest = weeks.chance_lower(reference, (max(reference[1], now[1] - PATTERN_WEEKS), now[1]))
    return chance if latest is not None and latest >= GUARD - _ROUNDING else GUARD


def _tier(steady: bool, emerging: bool) -> str:
    if steady:
        return "sustained"
    return "pattern" if emerging else "facts_only"


def _agree(chances: Sequence[float], *, at: float) -> bool:
    return sum(chance >= at for chance in chances) >= DIMENSIONS_THAT_AGREE


def _looks(value: float, *, called: str) -> int:
    number = whole(value, called=called)
    if number < 1:
        raise BadInput(f"{called} must be at least 1.")
    return number


def _threshold(value: float) -> float:
    return share(value, called="A threshold")
