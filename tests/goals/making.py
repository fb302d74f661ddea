"""Goals and promises of young people who are there for one test alone."""

from __future__ import annotations

from contextlib import contextmanager
from datetime import UTC, date, datetime
from uuid import UUID

from porchlight.kernel import clock
from tests.needs.making import as_seat, as_youth

RUNGS = ("I stay in bed", "I get up by noon", "I eat breakfast", "I go for a walk", "I walk with a friend")


def a_goal(youth: UUID, *, words: str = "Mornings that are mine", place: int | None = 1) -> UUID:
    """A goal that the young person wrote, with its five rungs in their words."""
    from porchlight.progress import api as progress

    with as_youth(youth) as me:
        goal = progress.write_goal(youth, words=words, place=place, by=me)
        progress.name_rungs(youth, goal=goal, rungs=RUNGS, by=me)
    return goal


def show(youth: UUID, goal: UUID, *members) -> None:
    """Show it to just these members of the cast."""
    from porchlight.progress import api as progress

    with as_youth(youth) as me:
        progress.show_goal(youth, goal=goal, to={one.seat: one.role for one in members}, by=me)


def a_promise(cast, youth: UUID, *, role: str = "SW", words: str = "A bus pass", due_on: date) -> UUID:
    """A promise of somebody of the cast, written down by the worker."""
    from porchlight.progress import api as progress

    with as_seat(cast["SW"]) as sw:
        return progress.promise(youth, seat=cast[role].seat, words=words, due_on=due_on, by=sw)


def outcome(cast, youth: UUID, promise: UUID, what: str, *, on: date | None = None, why: str = "") -> None:
    """What the worker says came of it."""
    from porchlight.progress import api as progress

    with as_seat(cast["SW"]) as sw:
        progress.say_outcome(youth, promise=promise, what=what, on=on, why=why, by=sw)


@contextmanager
def at_noon_of(day: date):
    """Stand at noon of that day, by the county's clock or an hour beside it."""
    with clock.standing_still(datetime(day.year, day.month, day.day, 20, tzinfo=UTC)):
        yield
