"""What a person may choose to send about the last week: the facts of `recognise`, and why there are no others."""

from __future__ import annotations

from datetime import date
from zoneinfo import ZoneInfo

from porchlight.progress.rules.history import History
from porchlight.progress.rules.recognise import recognise
from porchlight.progress.rules.weekly import Candidates

HIGHER_TIERS = ("pattern", "sustained")  # they have no reviewed sentence, so nobody can send them


def candidates(history: History, *, as_of: date, zone: ZoneInfo) -> Candidates:
    """At most two facts for `as_of`, worked out anew each time and never kept."""
    found = recognise(history, as_of=as_of, zone=zone)
    return Candidates(found.facts, tuple(one for one in found.withheld if one.fact not in HIGHER_TIERS))
