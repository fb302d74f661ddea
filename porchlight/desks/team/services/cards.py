"""On a young person's page: what stays open to them while they are away."""

from __future__ import annotations

from uuid import UUID

from porchlight.desks.team.shell.slots import Filled, youth_card
from porchlight.directory import api as directory
from porchlight.kernel import clock
from porchlight.policy.api import Holding, Visit

MOST = 5
STATES = {
    directory.DoorState.OPEN: "done",
    directory.DoorState.CALL_FIRST: "phone",
    directory.DoorState.OPENS_LATER: "soon",
}


@youth_card(60, needs=Holding(("CG",)))
def open_while_away(visit: Visit, youth: UUID) -> Filled:
    """Up to five services, those open now first. It is the county's list: nothing about this young person."""
    language, at = directory.spoken(visit.language), clock.now()
    found = [
        (
            choice.name.read_in(language),
            directory.say(choice, at=at, language=language).door,
            STATES[choice.door],
            choice.phone,
        )
        for choice in directory.stays_open(by=visit)[:MOST]
    ]
    return Filled("card_open_while_away.html", {"open_services": found})
