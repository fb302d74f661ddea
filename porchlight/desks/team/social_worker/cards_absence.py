"""My Monday on the first page, and the absence on a young person's page."""

from __future__ import annotations

from datetime import timedelta
from uuid import UUID

from porchlight.absences import api as absences
from porchlight.desks.team.shell.slots import Filled, first_page_part, youth_card
from porchlight.desks.team.social_worker import absence_words as words
from porchlight.desks.team.social_worker.whole import ChangeWhole, SeeWhole
from porchlight.kernel import clock
from porchlight.policy.api import Category, Holding, Visit

WHOLE = SeeWhole(Category.ABSENCE)
CHANGES = ChangeWhole(Category.ABSENCE)
LATELY = timedelta(days=3)


@first_page_part(10, needs=Holding(("SW", "SUP")))
def monday(visit: Visit) -> Filled | None:
    """Who came home lately; taps that want a person, absences by time since the last contact, duties due or late."""
    waiting = absences.my_waiting(home_since=clock.now() - LATELY, by=visit)
    if not waiting:
        return None
    values = {"words": words, "at": clock.now(), **_parted(waiting)}
    return Filled("part_monday.html", values, about=frozenset(one.youth for one in waiting))


@youth_card(10, needs=WHOLE)
def absence_card(visit: Visit, youth: UUID) -> Filled:
    """Away or not, what waits, and the way to the whole of it."""
    values = _parted(absences.waiting_for(youth, by=visit))
    return Filled(
        "card_absence.html",
        {**values, "youth": youth, "words": words, "at": clock.now(), "changes": CHANGES.answered(visit, youth)},
    )


def _parted(waiting: tuple[absences.Waiting, ...]) -> dict[str, object]:
    return {
        "taps": [one for one in waiting if isinstance(one, absences.WaitingTap)],
        "absences": [one for one in waiting if isinstance(one, absences.OpenAbsence)],
        "duties": [one for one in waiting if isinstance(one, absences.DueDuty)],
        "back": [one for one in waiting if isinstance(one, absences.LatelyHome)],
    }
