"""For the home: the button for coming home, and the bed as it is said to the young person."""

from __future__ import annotations

from uuid import UUID

from porchlight.absences import api as absences
from porchlight.desks.team.shell.slots import Filled, youth_card
from porchlight.kernel import clock
from porchlight.policy.api import Holding, Visit


@youth_card(10, needs=Holding(("CG",)))
def home_again(visit: Visit, youth: UUID) -> Filled:
    """While they are away: one button. After they slept: a quiet way to the later page."""
    now = absences.home_now(youth, by=visit)
    sleeping = now.back is not None and clock.now() < absences.sleeps_until(now.back.back_at)
    values = {
        "youth": youth,
        "home": now,
        "says": absences.say_bed(now.line, language=visit.language, to_youth=False),
        "sleeping": sleeping,
    }
    return Filled("card_home.html", values)
