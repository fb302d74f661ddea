"""What a young person aims for, where they show it, beside what we promised."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from porchlight.desks.team.shell.slots import Filled, youth_card
from porchlight.desks.team.social_worker.goals_words import goal_words
from porchlight.kernel import clock
from porchlight.policy.api import Action, Category, Change, Grain, See, Visit
from porchlight.progress import api as progress

PROMISES = See(Category.NEEDS)
NEXT = 3  # promises on the card


@youth_card(55, needs=PROMISES)
def goals_and_promises(visit: Visit, youth: UUID) -> Filled:
    """Both beside each other, in one statement: what they aim for, and what we owe."""
    found = progress.glance(youth, by=visit)
    promises = {"promises": found.promises[:NEXT], "owed": len(found.promises)}
    return _card(
        youth, found.goals, sees_promises=True, writes=Change(Category.NEEDS).answered(visit, youth), **promises
    )


@youth_card(55, needs=See(Category.RECOGNITION))
def goals_alone(visit: Visit, youth: UUID) -> Filled | None:
    """For a seat that was shown a goal and no promise. Asks nothing where no goal was shown."""
    opened = visit.may(youth, Category.RECOGNITION, Grain.FULL, Action.READ)
    if PROMISES.answered(visit, youth) or not (opened.rows or opened.every):
        return None
    found = tuple(one for one in progress.goals(youth, by=visit) if one.goes_on)
    return _card(youth, found, sees_promises=False) if found else None


def _card(youth: UUID, goals: tuple[progress.GoalSheet, ...], **values: Any) -> Filled:
    today = clock.county_time(clock.now()).date()
    return Filled("card_goals.html", {"youth": youth, "goals": goals, "today": today, **values, **goal_words()})
