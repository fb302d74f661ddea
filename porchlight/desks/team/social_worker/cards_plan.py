"""The plan as a card: what is open to this hat, or only that there is one."""

from __future__ import annotations

from uuid import UUID

from porchlight.desks.team.shell.slots import Filled, youth_card
from porchlight.policy.api import Category, Grain, See, Visit
from porchlight.safety import api as safety


@youth_card(40, needs=See(Category.PLAN, Grain.SLICE))
def plan(visit: Visit, youth: UUID) -> Filled:
    """The head of the plan in the young person's words, and where it stands."""
    opened = See(Category.PLAN).answered(visit, youth)
    found = safety.plan(youth, by=visit) if opened else safety.plan_dates(youth, by=visit)
    values = {
        "plan": found,
        "youth": youth,
        "opened": opened,
        "states": safety.State,
        "texts": safety.section_texts(visit.language),
    }
    return Filled("card_plan.html", values)
