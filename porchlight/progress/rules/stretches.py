"""Comparing any two stretches of weeks in each of four dimensions; None wherever the ground is thin."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from itertools import accumulate
from operator import attrgetter

from porchlight.progress.rules.config import Config
from porchlight.progress.rules.history import WeekSum
from porchlight.progress.rules.rates import chance_rate_lower
from porchlight.progress.rules.recognition import WeeksOfLeaving, recent_chance, sustained_chance
from porchlight.progress.rules.shares import chance_share_higher

Span = tuple[int, int]  # the first week, and the one past the last
_SUMMED = ("count", "days", "returns", "away_days", "own_yes", "own_of", "contact_yes", "contact_of")


class Stretches:
    """Sums over all weeks before each week, so that any stretch of weeks is a difference."""

    def __init__(self, weeks: Sequence[WeekSum], *, config: Config) -> None:
        self.weeks = weeks
        self.config = config
        self._sums: dict[str, list[float]] = {
            name: list(accumulate(map(attrgetter(name), weeks), initial=0.0)) for name in _SUMMED
        }
        self._leaving = WeeksOfLeaving(
            [week.count for week in weeks],
            [week.days for week in weeks],
            phi=config.phi,
            min_days=config.min_days,
            min_events=config.min_events,
        )

    def total(self, name: str, span: Span) -> float:
        """The sum of one field of `WeekSum` over the weeks of a stretch."""
        sums = self._sums[name]
        return sums[span[1]] - sums[span[0]]

    def reference(self, first: int) -> Span | None:
        """From `first` until eight confirmed weeks have passed; None while they have not."""
        confirmed = 0
        for place in range(first, len(self.weeks)):
            confirmed += self.weeks[place].confirmed >= self.config.confirmed_days
            if confirmed == self.config.reference_weeks:
                return first, place + 1
        return None

    def recent(self, end: int, *, first: int) -> float | None:
        """Chance that leaving is rarer in the four weeks before week `end` than in the four before those."""
        return recent_chance(self._leaving, end=end, first=first)

    def leaving(self, reference: Span, now: Span) -> float | None:
        """Chance that leaving is rarer than in the reference; at most .5 unless the last four weeks agree."""
        return sustained_chance(self._leaving, reference=reference, now=now)

    def time_away(self, reference: Span, now: Span) -> float | None:
        """Chance that returns for each day away are more now: that times away are shorter."""
        before_returns, now_returns = self.total("returns", reference), self.total("returns", now)
        if self._is_thin(reference, now, before_returns, now_returns):
            return None
        return chance_rate_lower(
            now_returns,
            before_days=self.total("away_days", now),
            now_count=before_returns,
            now_days=self.total("away_days", reference),
            phi=self.config.phi_of_returns,
        )

    def own_return(self, reference: Span, now: Span) -> float | None:
        """Chance that coming back is more often their own doing than in the reference."""
        return self._share("own_yes", "own_of", reference, now)

    def contact(self, reference: Span, now: Span) -> float | None:
        """Chance that they stay in touch more often while away than in the reference."""
        return self._share("contact_yes", "contact_of", reference, now)

    def dimensions(self) -> Mapping[str, Callable[[Span, Span], float | None]]:
        """The four dimensions by the names of the reference."""
        return {
            "leaving": self.leaving,
            "time_away": self.time_away,
            "own_return": self.own_return,
            "contact": self.contact,
        }

    def _share(self, yes: str, of: str, reference: Span, now: Span) -> float | None:
        before_of, now_of = self.total(of, reference), self.total(of, now)
        if self._is_thin(reference, now, before_of, now_of):
            return None
        return chance_share_higher(
            int(self.total(yes, reference)),
            before_of=int(before_of),
            now_yes=int(self.total(yes, now)),
            now_of=int(now_of),
            temper=self.config.temper_of_shares,
        )

    def _is_thin(self, reference: Span, now: Span, before_of: float, now_of: float) -> bool:
        days = min(self.total("days", reference), self.total("days", now))
        return days < self.config.min_days or min(before_of, now_of) < self.config.min_returns
