"""The plan as a card: what is open to this hat, or only that there is one."""

from __future__ import annotations

from uuid import UUID

from porchlight.desks.team.shell.slots import Filled, youth_card
from porchlight.desks.team.social_worker.pages_plan import MAY_WRITE, plan_open_to
from porchlight.policy.api import Category, Grain, See, Visit
from porchlight.safety import api as safety


@youth_card(40, needs=See(Category.PLAN, Grain.SLICE))
def plan(visit: Visit, youth: UUID) -> Filled:
    """The head of the plan in the young person's words, and where it stands."""
    values = {
        "plan": plan_open_to(visit, youth),
        "youth": youth,
        "knows": MAY_WRITE.answered(visit, youth),
        "states": safety.State,
        "texts": safety.section_texts(visit.language),
    }
    return Filled("card_plan.html", values)
