"""The goals that a young person shows to this seat. Nobody here can write or move one."""

from __future__ import annotations

from uuid import UUID

from django.http import HttpRequest

from porchlight.desks.team.shell.frame import page
from porchlight.desks.team.social_worker.goals_pictures import draw_ladder
from porchlight.desks.team.social_worker.goals_words import goal_words
from porchlight.desks.team.social_worker.needs_page import name_of
from porchlight.policy.api import Answer, Category, See, Visit, door
from porchlight.progress import api as progress


@door("y/<uuid:youth>/goals", needs=See(Category.RECOGNITION), house="team")
def goals(request: HttpRequest, visit: Visit, youth: UUID) -> Answer:
    """Each with its ladder in their words, and the days on which they said where they are."""
    found = [one for one in progress.goals(youth, by=visit) if one.goes_on]
    shown = [(one, draw_ladder(one)) for one in found]
    return page(visit, "goals.html", youth=youth, name=name_of(visit, youth), goals=shown, **goal_words())
