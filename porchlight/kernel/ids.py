"""Typed identifiers. All are random UUIDs made in Python; none can be guessed or put in order."""

from __future__ import annotations

from typing import NewType
from uuid import UUID, uuid4

YouthId = NewType("YouthId", UUID)
PersonId = NewType("PersonId", UUID)
SeatId = NewType("SeatId", UUID)
AgencyId = NewType("AgencyId", UUID)


def new_id() -> UUID:
    """A new random identifier."""
    return uuid4()
