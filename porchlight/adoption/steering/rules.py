"""The steering committee, pure: which places a committee needs, and which of them are empty."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from porchlight.adoption.policies.shipped import shipped

BODIES = ("committee", "taskforce")
LIVED = "lived_experience"
OTHER = "other"
FEWEST_LIVED = 2  # domain.md STC-01 [D]: lived-experience seats, at least two and paid
HOW = ("agreed", "most", "put_off")
CAME = ("holder", "alternate", "nobody")


class Stands(StrEnum):
    """Where an action stands."""

    OPEN = "open"
    LATE = "late"
    DONE = "done"
    NOT_DONE = "not_done"


@dataclass(frozen=True)
class LivedExperience:
    """The committee's places of lived experience that somebody holds: how many are paid, how many not, since which day.

    `met_on` is the last day of a meeting to which enough of the paid ones came; none for none.
    """

    paid: int
    unpaid: int
    since: date | None
    met_on: date | None


@dataclass(frozen=True)
class Gap:
    """What a committee still lacks: a place of `partner` that nobody holds, or that nobody is paid for."""

    partner: str
    why: str  # "missing", "vacant", "unpaid" or "few"


def places() -> dict[str, str]:
    """For whom a place at the table can be, by code: the partners, lived experience, others."""
    partners = {partner.key: partner.name for partner in shipped().partners}
    return partners | {LIVED: "Lived experience", OTHER: "Somebody else"}


def gaps(held: Iterable[tuple[str, bool, bool]]) -> tuple[Gap, ...]:
    """What the committee lacks. `held` has, for each place: its partner, whether somebody holds it, whether it is paid.

    Every partner that the law names needs a place that somebody holds. Lived experience needs two at least, each paid.
    """
    rows = list(held)
    found = []
    for partner in shipped().partners:
        if partner.required:
            mine = [filled for key, filled, _ in rows if key == partner.key]
            if not any(mine):
                found.append(Gap(partner.key, "vacant" if mine else "missing"))
    lived = [(filled, paid) for key, filled, paid in rows if key == LIVED]
    if sum(filled for filled, _ in lived) < FEWEST_LIVED:
        found.append(Gap(LIVED, "few"))
    if any(filled and not paid for filled, paid in lived):
        found.append(Gap(LIVED, "unpaid"))
    return tuple(found)


def action_stands(*, due_on: date, done: bool | None, today: date) -> Stands:
    """Done or not done as somebody said; else open, and late after its day."""
    if done is not None:
        return Stands.DONE if done else Stands.NOT_DONE
    return Stands.LATE if due_on < today else Stands.OPEN
