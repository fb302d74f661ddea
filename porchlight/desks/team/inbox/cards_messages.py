"""What waits for this seat, on the first page; and the way to messages, on a young person's page."""

from __future__ import annotations

from uuid import UUID

from porchlight.desks.team.inbox import words
from porchlight.desks.team.shell.slots import Filled, first_page_part, youth_card
from porchlight.messaging import api as messaging
from porchlight.policy.api import Category, Holding, See, StandBeside, Visit
from porchlight.teams import api as teams

HOLDERS = Holding(("ATT", "CASA", "SW", "SUP", "CG", "PH", "BH", "LE", "PO", "ED", "ADV", "TRB"))  # grid, K22


@first_page_part(10, needs=HOLDERS)
def waiting(visit: Visit) -> Filled | None:
    """Calls to make first, then what was asked of those on call, then what was written to this seat; oldest first.

    The oldest call carries the safe way to call that the asker gave.
    """
    asked, unread = teams.rota_waiting(by=visit), messaging.unread(by=visit)
    if not asked and not unread:
        return None
    calls = [one for one in asked if one.is_call]
    values = {
        "calls": calls,
        "asked": [one for one in asked if not one.is_call],
        "unread": unread,
        "unnamed": words.unnamed(),
        "reach": "".join(one.words for call in calls[:1] for one in messaging.safe_way(call.thread, by=visit)),
    }
    return Filled(
        "card_waiting.html", values, about=frozenset(one.youth for one in asked) | {one.youth for one in unread}
    )


@youth_card(30, needs=StandBeside(Category.MESSAGES))
def messages(visit: Visit, youth: UUID) -> Filled:
    """The way to this seat's messages; a day in touch, if the young person let this seat know."""
    day = messaging.in_touch_on(youth, by=visit) if See(Category.MESSAGES).answered(visit, youth) else None
    return Filled("card_messages.html", {"youth": youth, "in_touch_on": day, "is_caregiver": visit.role == "CG"})
