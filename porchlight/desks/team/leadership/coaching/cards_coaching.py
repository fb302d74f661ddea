"""What stands about coaching on the page of our own practice."""

from __future__ import annotations

from porchlight.adoption.coaching import api as coaching
from porchlight.desks.team.leadership.coaching.pages_coaching import COACHES, COUNTS
from porchlight.desks.team.leadership.coaching.words import support_words
from porchlight.desks.team.leadership.front import front_of
from porchlight.desks.team.shell.slots import Filled, first_page_part, practice_part
from porchlight.policy.api import OfCounty, Visit

SHOWN = 3


@practice_part(50, needs=OfCounty())
def coaching_card(visit: Visit) -> Filled | None:
    """The last talks, and what was promised."""
    found = coaching.my_coaching(by=visit, most=SHOWN)
    writes, counts = COACHES.answered(visit, None), COUNTS.answered(visit, None)
    if not found and not writes:
        return None
    values = {"found": found, "writes": writes, "counts": counts, "support": support_words()}
    return Filled("adoption/card_coaching.html", values)


@practice_part(90, needs=OfCounty())
def care_card(visit: Visit) -> Filled | None:
    """The offer to talk after a hard night. It asks nothing and counts nothing."""
    return Filled("adoption/card_care.html", {"asked": coaching.talks(by=visit)})


@first_page_part(15, needs=COACHES)
def somebody_asked(visit: Visit) -> Filled | None:
    """Somebody would like to talk: only before whom they asked."""
    asked = front_of(visit).talks
    return Filled("adoption/part_talks.html", {"asked": asked}) if asked else None
