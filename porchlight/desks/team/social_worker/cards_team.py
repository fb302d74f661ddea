"""Who stands beside the young person, as a card on their page."""

from __future__ import annotations

from uuid import UUID

from porchlight.desks.team.shell.roles import role_words
from porchlight.desks.team.shell.slots import Filled, youth_card
from porchlight.policy.api import Category, Change, Grain, See, Visit
from porchlight.teams import api as teams


@youth_card(80, needs=See(Category.IDENTITY, Grain.SLICE))
def beside(visit: Visit, youth: UUID) -> Filled:
    """Everybody beside them, with how to reach each."""
    whole = bool(visit.may(youth, Category.IDENTITY, Grain.FULL, See(Category.IDENTITY).action))
    values = {
        "beside": teams.once_each(teams.team_of(youth, by=visit)),
        "youth": youth,
        "roles": role_words(),
        "whole": whole,
        "changes": Change(Category.IDENTITY).answered(visit, youth),
    }
    return Filled("card_team.html", values)
