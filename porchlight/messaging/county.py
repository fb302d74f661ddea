"""What the county decides about messages, as it holds today."""

from __future__ import annotations

from porchlight.kernel.county import County
from porchlight.policy.api import the_county


def moves_on() -> int:
    """Minutes after which an unread question goes to the next person on call."""
    return _today().minutes("message.moves_on")


def passes_on() -> bool:
    """Whether a check-in must also go to the worker."""
    return _today().yes("checkin.passed_on")


def desk() -> str:
    """The number of the county's desk; empty unless it is staffed at any hour."""
    return _today().text("desk.number", "en") if _today().yes("desk.staffed") else ""


def hotline() -> str:
    """The county's child welfare hotline or hotlines; empty when none is sourced."""
    return _today().hotline


def _today() -> County:
    return the_county()
