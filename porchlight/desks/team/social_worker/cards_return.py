"""Coming home on the worker's page of a young person: the bed, the last return, the talk."""

from __future__ import annotations

from uuid import UUID

from porchlight.absences import api as absences
from porchlight.desks.team.caregiver import words_home as words
from porchlight.desks.team.shell.slots import Filled, youth_card
from porchlight.desks.team.social_worker.words_return import WISHES
from porchlight.policy.api import Category, Holding, See, Visit

ROLES = Holding(("SW", "SUP"))


@youth_card(20, needs=See(Category.ABSENCE))
def coming_home(visit: Visit, youth: UUID) -> Filled | None:
    """What holds for tonight, and what the last return left to do."""
    if not ROLES.answered(visit, youth):
        return None
    now = absences.home_now(youth, by=visit)
    kept = absences.last_returns(youth, since=now.back.back_at, by=visit) if now.back else ()
    talk = absences.talk_after(youth, back=now.back.id, by=visit) if now.back else None
    told = kept[0] if kept else None
    values = {
        "youth": youth,
        "home": now,
        "says": absences.say_bed(now.line, language="en", to_youth=False),
        "told": told,
        "came": ", ".join(words.labels_of("ways_back", [told.came_how] if told and told.came_how else [], "en")),
        "first": ", ".join(words.labels_of("comforts", told.first_needs if told else [], "en")),
        "wish": WISHES[talk.wish] if talk else "",
        "planned_on": talk.planned_on if talk else None,
    }
    return Filled("card_return.html", values)
