"""What was sent to this seat and waits to be read: a quiet line on the first page; and the way to the library."""

from __future__ import annotations

from typing import Any

from porchlight.desks.team.leadership.front import front_of
from porchlight.desks.team.leadership.guidance.words import address_of, said_of
from porchlight.desks.team.shell.slots import Filled, first_page_part, practice_part
from porchlight.kernel import clock
from porchlight.policy.api import OfCounty, Office, Visit

MOST = 3
SENDERS = frozenset({Office.CHAIR, Office.MEMBER, Office.LEAD, Office.TRAINER})


@first_page_part(80, needs=OfCounty())
def to_read(visit: Visit) -> Filled | None:
    """A line for each of the first three; nothing when nothing waits."""
    values = _waiting(visit)
    return Filled("adoption/part_to_read.html", values) if values["waiting"] else None


@practice_part(20, needs=OfCounty())
def guidance_part(visit: Visit) -> Filled:
    """The same lines, the way to the library, and for those who send, to what was sent."""
    return Filled("adoption/part_guidance.html", _waiting(visit) | {"sends": not SENDERS.isdisjoint(visit.offices)})


def _waiting(visit: Visit) -> dict[str, Any]:
    found = front_of(visit).to_read
    lines = [(one, address_of(one.sheet), said_of(one.sheet)) for one in found[:MOST]]
    return {"waiting": lines, "more": len(found) - len(lines), "today": clock.county_time(clock.now()).date()}
