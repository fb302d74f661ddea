"""Training on the page about our own practice, and the question of sixty days later on the first page."""

from __future__ import annotations

from porchlight.adoption.training import api as training
from porchlight.desks.team.leadership.front import front_of
from porchlight.desks.team.leadership.training import words
from porchlight.desks.team.shell.slots import Filled, first_page_part, practice_part
from porchlight.policy.api import OfCounty, Visit


@practice_part(40, needs=OfCounty())
def my_training(visit: Visit) -> Filled | None:
    """What is due for this person and until when; where each goes on."""
    values = {
        "mine": training.my_training(by=visit),
        "kinds": words.KINDS,
        "keeps": training.KEEPERS.answered(visit, None),
        "closes": training.CLOSERS.answered(visit, None),
        "counts": "chair" in visit.offices,
    }
    return Filled("adoption/part_training.html", values)


@first_page_part(60, needs=OfCounty())
def asked_now(visit: Visit) -> Filled | None:
    """Whether what somebody wanted to do has happened: one quiet line, from the sixtieth day on."""
    asked = front_of(visit).asked
    return Filled("adoption/part_training_asked.html", {"asked": asked}) if asked else None
