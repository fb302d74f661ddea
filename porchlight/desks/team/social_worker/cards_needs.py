"""The needs map on the young person's page, and what of all maps waits for this seat."""

from __future__ import annotations

from uuid import UUID

from porchlight.desks.team.shell.slots import Filled, first_page_part, youth_card
from porchlight.desks.team.social_worker.needs_page import may_write, need_words
from porchlight.needs import api as needs
from porchlight.policy.api import Category, See, SignedIn, Visit


@youth_card(50, needs=See(Category.NEEDS))
def needs_card(visit: Visit, youth: UUID) -> Filled:
    """What nobody meets yet stands first; then how much of the map somebody is on."""
    found = needs.needs_map(youth, by=visit)
    values = {"needs": found, "youth": youth, "writes": may_write(visit, youth), **need_words(visit)}
    return Filled("card_needs.html", values)


@first_page_part(40, needs=SignedIn())
def waiting(visit: Visit) -> Filled | None:
    """Needs given to this seat, and for a social worker those that matter and that nobody meets."""
    found = needs.waiting_needs(by=visit)
    if not found:
        return None
    about = frozenset(one.youth for one in found)
    return Filled("part_needs.html", {"waiting": found, **need_words(visit)}, about=about)
