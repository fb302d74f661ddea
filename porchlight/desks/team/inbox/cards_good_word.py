"""The way to a kind word, on the young person's page."""

from __future__ import annotations

from uuid import UUID

from porchlight.desks.team.shell.slots import Filled, youth_card
from porchlight.policy.api import Category, Change, Visit


@youth_card(60, needs=Change(Category.RECOGNITION))
def good_word(visit: Visit, youth: UUID) -> Filled:
    """Only the way there: what could be said is worked out when somebody wants to say it."""
    return Filled("card_good_word.html", {"youth": youth})
