"""Tier 3 as it stands on one day: which dimensions agree, since when, or why nothing is said."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from zoneinfo import ZoneInfo

from porchlight.progress.rules.history import WEEK, History
from porchlight.progress.rules.pattern import Stretch, stretch
from porchlight.progress.rules.resting import resting_on
from porchlight.progress.rules.spans import ONE_DAY
from porchlight.progress.rules.stretches import Stretches
from porchlight.progress.rules.sustained import Look, sustained_looks
from porchlight.progress.rules.weekly import Withheld


@dataclass(frozen=True)
class Reset:
    """Comparisons began anew after this day, and why: a key of `CHANGES`, or `stood_long`."""

    on: date
    why: str
    id: str = ""


@dataclass(frozen=True)
class Sustained:
    """Two or more dimensions have moved and stayed since the `reference`, or leaving alone very clearly has.

    `dimensions` and their chances, which are for the team, in the order of the reference.
    """

    reference: Stretch
    now: Stretch
    dimensions: tuple[tuple[str, float], ...]
    rests_on: tuple[str, ...]


def sustained_change(
    stretches: Stretches,
    history: History,
    *,
    first: int,
    silent: Collection[int],
    dimensions: Collection[str],
    zone: ZoneInfo,
) -> tuple[Sustained | Withheld, tuple[Reset, ...]]:
    """What stands after the last whole week or why nothing does, and where the reference was moved on its own."""
    if not stretches.config.sustained:
        return Withheld("sustained", ("switched_off",)), ()
    looks = list(sustained_looks(stretches, first=first, silent=silent, dimensions=dimensions, skip=True))
    ends = (stretches.weeks[look.end - 1].monday + WEEK - ONE_DAY for look in looks if look.resets)
    resets = tuple(Reset(on, "stood_long") for on in ends)
    if not looks or looks[-1].end < len(stretches.weeks):
        return Withheld("sustained", ("not_comparable_yet",)), resets
    if not looks[-1].shown:
        return Withheld("sustained", _why_not(looks[-1])), resets
    return _sustained(looks[-1], stretches, history, zone=zone), resets


def _why_not(look: Look) -> tuple[str, ...]:
    if not (look.agree or look.alone):
        seen = sum(chance is not None for chance in look.chances.values())
        return ("not_steady",) if seen else ("too_little_seen",)
    return ("harm_open",) * look.silent + ("leaving_higher",) * look.higher


def _sustained(look: Look, stretches: Stretches, history: History, *, zone: ZoneInfo) -> Sustained:
    keep = stretches.config.sustained_off
    moved = [(name, chance) for name, chance in look.chances.items() if chance is not None and chance >= keep]
    reference, now = stretch(stretches, look.reference), stretch(stretches, look.now)
    spans = ((part.since, part.until) for part in (reference, now))
    ground = (name for since, until in spans for name in resting_on(history, since=since, until=until, zone=zone))
    named = moved if look.agree else [one for one in moved if one[0] == "leaving"]
    return Sustained(reference, now, tuple(named), tuple(dict.fromkeys(ground)))
