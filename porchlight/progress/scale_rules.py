"""Three questions of our own, pure: what may be picked, which week an answer is for, whether picks moved up."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from porchlight.progress.rules.scales import scale_shift
from porchlight.progress.rules.weeks import monday_of

ITEMS = ("safe", "belong", "say")
PICKS = (0, 1, 2, 3, 4)
EACH_SIDE = 4  # answers needed on both sides; below it nothing is said
BEFORE_AT_MOST = 8  # as many as the reference of the other comparisons has weeks
LATELY = timedelta(weeks=8)  # the newest four lie within it, or "lately" would not be true
LONG_AGO = timedelta(weeks=26)  # older answers are compared with nothing
CHANCE = 0.05  # one-sided, exact


@dataclass(frozen=True)
class Picked:
    """What counts for one week: the week's Monday, and 0 to 4."""

    week: date
    picked: int


def picks_higher(answers: Sequence[Picked], *, as_of: date) -> bool:
    """Whether the newest four answers are higher than the four to eight before them, by more than chance.

    `answers` hold one for each week, in any order. The sides are fixed, never chosen by what they show. False also
    means *not known*, and nothing is said about lower answers: there is no function for it.
    """
    week = monday_of(as_of)
    seen = sorted((one for one in answers if week - LONG_AGO < one.week <= week), key=lambda one: one.week)
    now, before = seen[-EACH_SIDE:], seen[:-EACH_SIDE][-BEFORE_AT_MOST:]
    if len(now) < EACH_SIDE or len(before) < EACH_SIDE or now[0].week <= week - LATELY:
        return False
    chance = scale_shift([one.picked for one in before], now=[one.picked for one in now])["p_permutation"]
    return chance is not None and chance <= CHANCE
