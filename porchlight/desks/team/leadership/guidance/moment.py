"""Guidance at the moment it applies: one quiet line on the page of that moment, for whoever's role it is.

The line is about the moment and the reader. Nothing about the young person goes into the question or into the line.
"""

from __future__ import annotations

from typing import Any

from porchlight.adoption.guidance import api as guidance
from porchlight.desks.team.leadership.guidance.words import said_of
from porchlight.policy.api import OfCounty, Visit


def at_the_moment(visit: Visit, moment: str) -> dict[str, Any] | None:
    """What `adoption/at_moment.html` draws, or None where nothing is tied to the moment for this role."""
    if not OfCounty().answered(visit, None):
        return None
    found = guidance.for_moment(moment, by=visit)
    return {"line": found, "said": said_of(found), "all": f"/guidance?at={moment}"} if found else None
