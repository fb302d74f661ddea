"""Tier 2: the last four weeks really differ from the four before. It speaks of that period and of nothing else."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from zoneinfo import ZoneInfo

from porchlight.progress.rules.history import WEEK, History
from porchlight.progress.rules.rates import PRIOR_EVENTS, Counted, prob_rate_lower, tipping_count
from porchlight.progress.rules.recognition import PATTERN_WEEKS, Standing
from porchlight.progress.rules.resting import resting_on
from porchlight.progress.rules.spans import DAYS_A_WEEK, ONE_DAY
from porchlight.progress.rules.stretches import Span, Stretches
from porchlight.progress.rules.weekly import Withheld

FRAGILE = 1


@dataclass(frozen=True)
class Stretch:
    """Some whole weeks: leavings on confirmed days, days in care, and the share of days confirmed."""

    since: date
    until: date
    count: float
    days: float
    known: float


@dataclass(frozen=True)
class Pattern:
    """Leaving was rarer in the four weeks `now` than in the four `before`.

    `probability`, the `ratio` at 5, 50 and 95 %, and `tipping` (how many unseen leavings would undo it) are for
    the team.
    """

    before: Stretch
    now: Stretch
    probability: float
    ratio: tuple[float | None, float | None, float | None]
    tipping: int
    rests_on: tuple[str, ...]

    @property
    def is_fragile(self) -> bool:
        """Whether one leaving that nobody saw could undo it."""
        return self.tipping <= FRAGILE


def emerging_pattern(stretches: Stretches, history: History, *, first: int, zone: ZoneInfo) -> Pattern | Withheld:
    """The pattern after the last whole week, or why there is none."""
    config, last = stretches.config, len(stretches.weeks)
    if not config.pattern:
        return Withheld("pattern", ("switched_off",))
    if last - first < 2 * PATTERN_WEEKS:
        return Withheld("pattern", ("not_comparable_yet",))
    chance = stretches.recent(last, first=first)
    if chance is None:
        return Withheld("pattern", ("too_little_seen",))
    if not _stands(stretches, first=first, last=last):
        return Withheld("pattern", ("not_steady",))
    middle = last - PATTERN_WEEKS
    before, now = (stretch(stretches, span) for span in ((middle - PATTERN_WEEKS, middle), (middle, last)))
    if now.count * before.days >= before.count * now.days:  # a chance from few days may say what the counts do not
        return Withheld("pattern", ("not_lower",))
    then, recently = Counted(count=before.count, days=before.days), Counted(count=now.count, days=now.days)
    found = prob_rate_lower(then, now=recently, prior_a=PRIOR_EVENTS, prior_b=0, phi=config.phi)
    tipping = tipping_count(then, now=recently, phi=config.phi, threshold=config.pattern_on)
    return Pattern(
        before=before,
        now=now,
        probability=chance,
        ratio=(found["ratio_q05"], found["ratio_q50"], found["ratio_q95"]),
        tipping=tipping["unseen_leavings_that_undo_it"] or 0,
        rests_on=resting_on(history, since=before.since, until=now.until, zone=zone),
    )


def stretch(stretches: Stretches, span: Span) -> Stretch:
    """The weeks of a span, summed, with their dates."""
    weeks = stretches.weeks[span[0] : span[1]]
    known = sum(week.confirmed for week in weeks) / (DAYS_A_WEEK * len(weeks))
    until = weeks[-1].monday + WEEK - ONE_DAY
    return Stretch(weeks[0].monday, until, stretches.total("count", span), stretches.total("days", span), known)


def _stands(stretches: Stretches, *, first: int, last: int) -> bool:
    """Whether it stands now: only the looks since the last one that would have ended it can tell."""
    config = stretches.config
    chances: list[float] = []
    for end in range(last, first + 2 * PATTERN_WEEKS - 1, -1):
        chance = stretches.recent(end, first=first)
        if chance is None or chance < config.pattern_off:
            break
        chances.append(chance)
    standing = Standing(on=config.pattern_on, off=config.pattern_off, looks=config.pattern_looks)
    stands = False
    for chance in reversed(chances):
        stands = standing.look(chance)
    return stands
