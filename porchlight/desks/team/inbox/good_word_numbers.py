"""The numbers behind a pattern, for the person who looks. None of them is ever sent."""

from __future__ import annotations

from dataclasses import dataclass

from porchlight.progress import api as progress


@dataclass(frozen=True)
class PatternNumbers:
    """Four weeks against four: counts, days at home, share of days confirmed in whole percent, chance, ratio.

    `chance` is of 100. `least` and `most` bound the ratio of the paces (90 of 100), None where there is no end.
    """

    before: progress.Stretch
    now: progress.Stretch
    chance: int
    least: float | None
    most: float | None
    tipping: int
    is_fragile: bool

    @property
    def confirmed(self) -> tuple[int, int]:
        """Of 100 days, how many were confirmed before and now."""
        return round(self.before.known * 100), round(self.now.known * 100)


def pattern_numbers(found: progress.Recognition | None) -> PatternNumbers | None:
    """The numbers of the pattern, where there is one."""
    pattern = found.pattern if found else None
    if pattern is None:
        return None
    return PatternNumbers(
        before=pattern.before,
        now=pattern.now,
        chance=round(pattern.probability * 100),
        least=pattern.ratio[0],
        most=pattern.ratio[2],
        tipping=pattern.tipping,
        is_fragile=pattern.is_fragile,
    )
