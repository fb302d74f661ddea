"""What stands about the committee on the page of our own practice."""

from __future__ import annotations

from porchlight.adoption.steering import api as steering
from porchlight.desks.team.leadership.steering.pages_committee import TABLE
from porchlight.desks.team.leadership.steering.words import stands_words
from porchlight.desks.team.shell.slots import Filled, practice_part
from porchlight.policy.api import OfCounty, Visit

SHOWN = 3


@practice_part(60, needs=OfCounty())
def committee_card(visit: Visit) -> Filled | None:
    """The next meeting, and what is still to do, for those who sit at the table; for others the way there."""
    values = {
        "meetings": [one for one in steering.meetings(by=visit, most=SHOWN) if not one.has_begun],
        "actions": steering.actions_open(by=visit)[:SHOWN] if TABLE.answered(visit, None) else (),
        "stands": stands_words(),
    }
    return Filled("adoption/card_committee.html", values)
