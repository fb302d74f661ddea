"""What waits for the seat of a visit, asked once for all the parts of a page that show it."""

from __future__ import annotations

from porchlight.adoption.front import api as front
from porchlight.policy.api import Visit


def front_of(visit: Visit) -> front.FrontSheet:
    """The same for every part of one page: one statement, asked by the first that needs it."""
    if "front" not in visit.extras:
        visit.extras["front"] = front.what_waits(by=visit)
    found: front.FrontSheet = visit.extras["front"]
    return found
