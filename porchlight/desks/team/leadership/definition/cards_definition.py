"""One card about the county's definition on the page about our own practice."""

from __future__ import annotations

from porchlight.adoption.definition import api as definition
from porchlight.desks.team.leadership.definition import showing, words
from porchlight.desks.team.shell.slots import Filled, practice_part
from porchlight.policy.api import OfCounty, Visit


@practice_part(10, needs=OfCounty())
def definition_card(visit: Visit) -> Filled:
    """Which version is in force, which is a draft, what this seat can do about it. One statement."""
    found = definition.versions(by=visit)
    in_force = next((one for one in found if one.state == definition.IN_FORCE), None)
    coming = found[0] if found and found[0].state in (definition.DRAFT, definition.ANSWERING) else None
    values = {
        "in_force": in_force,
        "coming": coming,
        "said": {one.id: words.standing_of(one) for one in (in_force, coming) if one},
        **showing.offices_of(visit),
    }
    return Filled("adoption/card_definition.html", values)
