"""Tier 3, look after look: two different things have moved and stayed, or leaving alone very clearly has."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import dataclass

from porchlight.progress.rules.config import Config
from porchlight.progress.rules.recognition import DIMENSIONS_THAT_AGREE, Agreement, Standing
from porchlight.progress.rules.stretches import Span, Stretches


@dataclass(frozen=True)
class Look:
    """The look at the end of week `end` - 1. `agree` is rule (a), `alone` rule (b).

    `higher`: leaving looks more frequent in the last four weeks than in the four before, so nothing is shown.
    `resets`: it has been shown so long that the next week begins a new reference.
    """

    end: int
    reference: Span
    now: Span
    chances: Mapping[str, float | None]
    agree: bool
    alone: bool
    higher: bool
    silent: bool
    resets: bool

    @property
    def shown(self) -> bool:
        """Whether tier 3 is shown after this look."""
        return (self.agree or self.alone) and not self.higher and not self.silent


@dataclass(frozen=True)
class _Reference:
    """Everything that is compared with one reference."""

    stretches: Stretches
    weeks: Span
    silent: Collection[int]
    used: Mapping[str, Callable[[Span, Span], float | None]]

    def latest(self, end: int) -> Span:
        """The last 4 to 12 weeks before week `end`."""
        return max(self.weeks[1], end - self.stretches.config.recent_max), end

    def chances(self, end: int, *, keep: float) -> dict[str, float | None]:
        """The chances in the order of the dimensions, until no two of them can reach `keep` any more."""
        found: dict[str, float | None] = {}
        missed, now = 0, self.latest(end)
        for name, chance in self.used.items():
            found[name] = chance(self.weeks, now)
            missed += (found[name] or 0.0) < keep
            if missed > len(self.used) - DIMENSIONS_THAT_AGREE:
                break
        return found

    def could_stand(self, end: int) -> bool:
        """Whether any statement that stood before could stand after this look."""
        keep = self.stretches.config.sustained_off
        reached = [name for name, chance in self.chances(end, keep=keep).items() if (chance or 0.0) >= keep]
        return len(reached) >= DIMENSIONS_THAT_AGREE or "leaving" in reached


def sustained_looks(
    stretches: Stretches, *, first: int, silent: Collection[int], dimensions: Collection[str], skip: bool = False
) -> Iterator[Look]:
    """Every look from the first possible one after week `first`, as long as there are weeks.

    `silent` are the ends at which a harm pathway was open. A recognition that was shown at twelve looks running
    makes way: the weeks after it begin a new reference, and nothing else ever moves the reference. With `skip`
    looks are left out that change neither a reference nor the last look.
    """
    used = {name: chance for name, chance in stretches.dimensions().items() if name in dimensions}
    begins = first
    while (weeks := stretches.reference(begins)) is not None:
        begins = len(stretches.weeks)
        for look in _looks(_Reference(stretches, weeks, silent, used), skip=skip):
            yield look
            if look.resets:
                begins = look.end
                break


def _looks(reference: _Reference, *, skip: bool) -> Iterator[Look]:
    """One look after another. Twelve shown looks running hold every twelfth: where that one could not stand, skip."""
    config, last = reference.stretches.config, len(reference.stretches.weeks)
    agreement, leaving, shown_for = *_nothing_yet(config), 0
    end = reference.weeks[1] + config.recent_min
    looked_ahead = end
    while end <= last:
        ahead = end + config.stands - 1
        if skip and shown_for == 0 and looked_ahead <= end and ahead < last:
            looked_ahead = ahead
            if not reference.could_stand(ahead):
                agreement, leaving = _nothing_yet(config)
                end = looked_ahead = ahead + 1
                continue
        chances = reference.chances(end, keep=0.0 if end == last else config.sustained_off)
        agree, alone = agreement.look(list(chances.values())), leaving.look(chances.get("leaving"))
        higher = (agree or alone) and "leaving" in reference.used and _higher(reference, end=end)
        silent = end in reference.silent
        shown_for = shown_for + 1 if (agree or alone) and not (higher or silent) else 0
        resets = shown_for >= config.stands
        yield Look(end, reference.weeks, reference.latest(end), chances, agree, alone, higher, silent, resets)
        end += 1


def _nothing_yet(config: Config) -> tuple[Agreement, Standing]:
    agreement = Agreement(on=config.agree_on, keep=config.sustained_off, looks=config.sustained_looks)
    return agreement, Standing(on=config.alone_on, off=config.sustained_off, looks=config.sustained_looks)


def _higher(reference: _Reference, *, end: int) -> bool:
    return leaving_is_higher(reference.stretches, end=end, first=reference.weeks[0])


def leaving_is_higher(stretches: Stretches, *, end: int, first: int) -> bool:
    """Whether the last four weeks have at least .80 for more leaving than the four before."""
    chance = stretches.recent(end, first=first)
    return chance is not None and chance <= 1 - stretches.config.higher_at
