"""How far an agency has come, pure: what it says of itself beside what this product can show. Ranks nobody.

A level is shown by something that is on record here. Without that it is said, and the page says so.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from porchlight.adoption.picture.indicators import Indicator

# What the state of a policy shows: a rule in use is seen in use, one that was looked at again is kept up.
POLICY = {"drafting": 1, "consulted": 1, "adopted": 2, "in_use": 4, "reviewed": 5}
ON_PAPER = 2
# Indicators that a policy can show, with the rows of the notice that such a policy serves.
BY_POLICY: Mapping[str, frozenset[str]] = {
    "A03": frozenset({"S4", "S15"}),
    "A04": frozenset({"S11", "R1"}),
    "A05": frozenset({"S5", "R2"}),
    "A06": frozenset({"S4", "R4"}),
    "A08": frozenset({"R6"}),
    "A09": frozenset({"R7"}),
    "A10": frozenset({"R8"}),
    "A11": frozenset({"R9"}),
    "A12": frozenset({"R3"}),
}
SIGNED = "A02"
LIVED = "A16"
SIGNING = {"own_wording": 1, "ratifies": 2, "abstains": 1, "dissents": 1}


class Stands(StrEnum):
    """How a level stands: shown by what is on record, only said, or neither."""

    SHOWN = "shown"
    SAID = "said"
    NOTHING = "nothing"


@dataclass(frozen=True)
class Evidence:
    """Something on record that shows a level. `what` is a code, `words` what it is called, `day` since when."""

    indicator: str
    level: int
    what: str
    words: str = ""
    day: date | None = None


@dataclass(frozen=True)
class Figure:
    """A number of practice: of how many, how many; or how many in a quarter, then `of` is None."""

    indicator: str
    many: int
    of: int | None


@dataclass(frozen=True)
class Said:
    """What the agency says: the level, its words, the day."""

    level: int
    words: str
    day: date


@dataclass(frozen=True)
class Cell:
    """One agency and one indicator: what it says, what is on record, open conflicts against it, a figure if any."""

    indicator: Indicator
    said: Said | None = None
    evidence: tuple[Evidence, ...] = ()
    against: int = 0
    figure: Figure | None = None

    @property
    def shown(self) -> int:
        """The highest level on record. While a conflict is open, a rule is no more than paper."""
        highest = max((one.level for one in self.evidence), default=0)
        return min(highest, ON_PAPER) if self.against else highest

    @property
    def level(self) -> int:
        """What the cell is drawn at: what is shown, or what is said where that is more."""
        return max(self.shown, self.said.level if self.said else 0)

    @property
    def stands(self) -> Stands:
        if self.level == 0:
            return Stands.NOTHING
        return Stands.SHOWN if self.shown >= self.level else Stands.SAID


def policy_evidence(served: Iterable[tuple[str, str, str, date | None]]) -> tuple[Evidence, ...]:
    """What policies show. `served` has, for each: a row of the notice, its state, its title, the day of that state."""
    found = {}
    for row, state, title, day in served:
        for indicator, rows in BY_POLICY.items():
            if row in rows and state in POLICY:
                found[indicator, title] = Evidence(indicator, POLICY[state], state, title, day)
    return tuple(found.values())


def lived_evidence(
    paid: int, *, unpaid: int, fewest: int, since: date | None, met_on: date | None
) -> tuple[Evidence, ...]:
    """What the committee's places of lived experience show; nothing while there are too few, or one is unpaid.

    Paid places are on paper until enough of those who hold them came to a meeting.
    """
    if unpaid or paid < fewest:
        return ()
    if met_on:
        return (Evidence(LIVED, POLICY["in_use"], "lived_came", day=met_on),)
    return (Evidence(LIVED, ON_PAPER, "lived_paid", day=since),)


def levels_of(cells: Iterable[Cell]) -> dict[int, int]:
    """How many cells something on record shows at each level from 0 to 5. What is only said counts as 0."""
    counts = dict.fromkeys(range(6), 0)
    for cell in cells:
        counts[cell.shown] += 1
    return counts
