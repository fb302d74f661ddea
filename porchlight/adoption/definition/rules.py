"""What a definition is made of, where it stands, and when it may come in force. Pure."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from uuid import UUID

KINDS = ("passage", "will_not", "term", "youth")  # in the order of the page
TEXTS = ("text", "spanish", "youth", "youth_spanish")  # texts of a version that say who wrote them
RATIFIES, ABSTAINS, DISSENTS = "ratifies", "abstains", "dissents"
ANSWERS = (RATIFIES, ABSTAINS, DISSENTS)
DRAFT, ANSWERING, IN_FORCE, EARLIER = "draft", "answering", "in_force", "earlier"
REVIEW_AFTER = timedelta(days=365)


@dataclass(frozen=True)
class Standing:
    """What each agency said, by name: those that were asked and those that answered unasked.

    `waiting` were asked, belong to the county and said nothing yet. An agency that has left the county is no longer
    waited for; what it said stays.
    """

    ratified: tuple[str, ...] = ()
    abstained: tuple[str, ...] = ()
    dissented: tuple[str, ...] = ()
    waiting: tuple[str, ...] = ()

    @property
    def not_ratified(self) -> tuple[str, ...]:
        """Every agency that has said something else than yes, or nothing, by name."""
        return tuple(sorted((*self.abstained, *self.dissented, *self.waiting)))


def standing(
    asked: Collection[UUID], *, here: Collection[UUID], said: Mapping[UUID, str], names: Mapping[UUID, str]
) -> Standing:
    """Where a version stands. `here` are the county's agencies now, `said` is each agency's answer.

    >>> a, b = UUID(int=1), UUID(int=2)
    >>> standing([a, b], here=[a], said={}, names={a: "Ash", b: "Birch"}).waiting
    ('Ash',)
    """

    def named(agencies: Iterable[UUID]) -> tuple[str, ...]:
        return tuple(sorted(names.get(agency, "") for agency in agencies))

    def who(kind: str) -> tuple[str, ...]:
        return named(agency for agency, answer in said.items() if answer == kind)

    waiting = named(agency for agency in set(asked) & set(here) if agency not in said)
    return Standing(who(RATIFIES), who(ABSTAINS), who(DISSENTS), waiting)


def may_come_in_force(now: Standing, *, answers_by: date | None, today: date) -> bool:
    """One agency at least has ratified, and every agency has answered or the day for answers is over."""
    is_over = answers_by is not None and today > answers_by
    return bool(now.ratified) and (is_over or not now.waiting)


def moved(order: Sequence[UUID], part: UUID, *, past: UUID, is_up: bool) -> tuple[UUID, ...]:
    """The order in which `part` stands just before `past` (`is_up`) or just after it.

    As it was where the part stands on that side of it already, or either of them is gone.

    >>> a, b, c = (UUID(int=n) for n in (1, 2, 3))
    >>> moved([a, b, c], c, past=b, is_up=True) == (a, c, b)
    True
    """
    if part not in order or past not in order or (order.index(part) < order.index(past)) is is_up or part == past:
        return tuple(order)
    rest = [one for one in order if one != part]
    at = rest.index(past) + (not is_up)
    return (*rest[:at], part, *rest[at:])


def review_due_on(in_force: date) -> date:
    """The day from which the yearly review is due: 365 days after the version came in force."""
    return in_force + REVIEW_AFTER


def state_of(*, is_closed: bool, is_in_force: bool, is_newest_in_force: bool) -> str:
    """One of `DRAFT`, `ANSWERING`, `IN_FORCE`, `EARLIER`."""
    if is_in_force:
        return IN_FORCE if is_newest_in_force else EARLIER
    return ANSWERING if is_closed else DRAFT
