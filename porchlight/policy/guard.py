"""Guards on what rooms export: nobody reads or writes without a need that was answered, and noted."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import wraps
from typing import Any, ParamSpec, TypeVar, cast
from uuid import UUID

from porchlight.kernel.errors import Refused
from porchlight.policy.grid import the_grid
from porchlight.policy.values import Action, Category, Grain, Office
from porchlight.policy.visit import Event, Visit, youth_of

P = ParamSpec("P")
R = TypeVar("R")


@dataclass(frozen=True)
class Need:
    """What a door or an exported function asks of a visit. The bare need asks nothing: open to anybody."""

    def answered(self, visit: Visit, youth: UUID | None) -> bool:
        """Whether the visit may go on."""
        return True

    def events(self, what: str, youth: UUID | None, result: object) -> Iterable[Event]:
        """The audit lines that a served answer leaves."""
        return ()


@dataclass(frozen=True)
class Anybody(Need):
    """Open before sign-in. Holds nothing about anyone."""


@dataclass(frozen=True)
class SignedIn(Need):
    """Any seat of the team house, or any young person in theirs."""

    def answered(self, visit: Visit, youth: UUID | None) -> bool:
        return visit.identity is not None


@dataclass(frozen=True)
class Recognised(Need):
    """Somebody whose password was right, in a seat or not yet in one."""

    def answered(self, visit: Visit, youth: UUID | None) -> bool:
        return visit.person is not None


@dataclass(frozen=True)
class Holding(Need):
    """A seat with one of these roles, for pages about agencies and people, never about a young person."""

    roles: tuple[str, ...]

    def answered(self, visit: Visit, youth: UUID | None) -> bool:
        return visit.identity is not None and visit.role in self.roles


@dataclass(frozen=True)
class InOffice(Need):
    """A seat that holds one of these offices in a county, for our own practice; never about a young person.

    `after_leaving` lets those of an agency that left its county through to a sentence that says so.
    """

    offices: tuple[Office, ...]
    after_leaving: bool = False

    def answered(self, visit: Visit, youth: UUID | None) -> bool:
        in_county = visit.identity is not None and (self.after_leaving or visit.county is not None)
        return in_county and not set(self.offices).isdisjoint(visit.offices)


@dataclass(frozen=True)
class OfCounty(Need):
    """Any seat of an agency that belongs to a county, for our own practice."""

    def answered(self, visit: Visit, youth: UUID | None) -> bool:
        return visit.identity is not None and not visit.is_youth and visit.county is not None


@dataclass(frozen=True)
class _About(Need):
    category: Category
    grain: Grain = Grain.FULL
    action: Action = Action.READ

    def answered(self, visit: Visit, youth: UUID | None) -> bool:
        return youth is not None and bool(visit.may(youth, self.category, self.grain, self.action))

    def events(self, what: str, youth: UUID | None, result: object) -> Iterable[Event]:
        youths = (youth,) if youth else ()
        yield Event(str(self.action), what, self.category, self.grain, youths)


@dataclass(frozen=True)
class See(_About):
    """Read a category beside one young person; some rows of it are enough, the database picks which."""


@dataclass(frozen=True)
class Change(_About):
    """Write a category beside one young person."""

    action: Action = Action.WRITE


@dataclass(frozen=True)
class OwnHand(Change):
    """Write a category about oneself: the young person in their own house, and nobody else."""

    def answered(self, visit: Visit, youth: UUID | None) -> bool:
        return visit.is_youth and visit.actor == youth and super().answered(visit, youth)


@dataclass(frozen=True)
class StandBeside(_About):
    """Stand beside one young person in a role that reaches the category under some condition.

    For what a person opens row by row: a first message, a question to those on call. The ledger line that they
    add then settles each row, and the database takes none without it.
    """

    def answered(self, visit: Visit, youth: UUID | None) -> bool:
        if youth is None or visit.identity is None:
            return False
        cells = (the_grid().cell(fact.role, self.category) for fact in visit.facts(youth))
        return any(clause.reaches(self.action, self.grain) for cell in cells for clause in cell)


@dataclass(frozen=True)
class SeeMany(_About):
    """A list over all the young people beside whom this seat stands; the database picks the rows."""

    def answered(self, visit: Visit, youth: UUID | None) -> bool:
        return visit.identity is not None

    def events(self, what: str, youth: UUID | None, result: object) -> Iterable[Event]:
        rows = result if isinstance(result, list | tuple) else ()
        youths = tuple(dict.fromkeys(y for row in rows if (y := youth_of(row))))
        yield Event("read", what, self.category, self.grain, youths)


def guarded(need: Need) -> Callable[[Callable[P, R]], Callable[P, R]]:
    """Wrap an exported function: the need first, the work, then its audit line.

    The function takes the young person as its first argument where the need is about one, and `by=` the visit.
    Raises `Refused` when the need is not answered.
    """

    def wrap(function: Callable[P, R]) -> Callable[P, R]:
        what = f"{function.__module__.split('.')[1]}.{function.__name__}"

        @wraps(function)
        def inner(*args: P.args, **kwargs: P.kwargs) -> R:
            visit = cast("Visit", kwargs["by"])
            youth = args[0] if args and isinstance(args[0], UUID) else None
            if not need.answered(visit, youth):
                raise Refused
            result = function(*args, **kwargs)
            for event in need.events(what, youth, result):
                visit.note(event)
            return result

        cast("Any", inner).guard = need
        return inner

    return wrap
