"""The county's definition on the page about our own practice, and what an office asks of its holder, on the first."""

from __future__ import annotations

from porchlight.adoption.definition import api as definition
from porchlight.desks.team.leadership.definition import showing, words
from porchlight.desks.team.leadership.front import front_of
from porchlight.desks.team.shell.slots import Filled, first_page_part, practice_part
from porchlight.policy.api import OfCounty, Visit


@first_page_part(75, needs=OfCounty())
def definition_waits(visit: Visit) -> Filled | None:
    """What the definition asks of this seat now, and which comments of it were answered; else nothing."""
    front = front_of(visit)
    values = {"steps": [words.step_words(one) for one in front.steps], "answered": front.answered}
    return Filled("adoption/part_definition.html", values) if any(values.values()) else None


@practice_part(10, needs=OfCounty())
def definition_card(visit: Visit) -> Filled:
    """Which version is in force, which is a draft, what this seat is asked to do about it."""
    found = definition.versions(by=visit)
    in_force = next((one for one in found if one.state == definition.IN_FORCE), None)
    coming = found[0] if found and found[0].state in (definition.DRAFT, definition.ANSWERING) else None
    values = {
        "in_force": in_force,
        "coming": coming,
        "said": {one.id: words.standing_of(one) for one in (in_force, coming) if one},
        "steps": [words.step_words(one) for one in front_of(visit).steps],
        "answered": front_of(visit).answered,
        **showing.offices_of(visit),
    }
    return Filled("adoption/card_definition.html", values)
