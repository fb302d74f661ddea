"""Coming home on the worker's page of a young person: the bed, the last return, the talk."""

from __future__ import annotations

from uuid import UUID

from porchlight.absences import api as absences
from porchlight.desks.team.caregiver import words_home as words
from porchlight.desks.team.shell.slots import Filled, youth_card
from porchlight.desks.team.social_worker.words_return import WISHES
from porchlight.policy.api import Category, Change, Grain, Holding, See, Visit

MAY_ASK = Change(Category.RETURN_TALK, Grain.SLICE)
ROLES = Holding(("SW", "SUP"))


@youth_card(20, needs=See(Category.ABSENCE))
def coming_home(visit: Visit, youth: UUID) -> Filled | None:
    """What holds for tonight, and what the last return left to do."""
    if not ROLES.answered(visit, youth):
        return None
    found = absences.home_whole(youth, by=visit)
    values = {
        "youth": youth,
        "home": found.now,
        "says": absences.say_bed(found.now.line, language="en", to_youth=False),
        "came": ", ".join(words.labels_of("ways_back", [found.came_how] if found.came_how else [], "en")),
        "first": ", ".join(words.labels_of("comforts", found.first_needs, "en")),
        "wish": WISHES[found.wish] if found.wish else "",
        "may_ask": MAY_ASK.answered(visit, youth),
        "planned_on": found.planned_on,
    }
    return Filled("card_return.html", values)
