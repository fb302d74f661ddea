"""The only clock. Everything else is told the time or asks here."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from datetime import UTC, datetime
from zoneinfo import ZoneInfo

COUNTY_ZONE = ZoneInfo("America/Los_Angeles")

_standing_still: ContextVar[datetime | None] = ContextVar("_standing_still", default=None)


def now() -> datetime:
    """The time now, in UTC."""
    return _standing_still.get() or datetime.now(UTC)


def wall() -> datetime:
    """The machine's time in UTC, standing still for nobody: for signatures and sessions, never for facts."""
    return datetime.now(UTC)


def county_time(moment: datetime) -> datetime:
    """The same moment as the county's wall clock shows it."""
    return moment.astimezone(COUNTY_ZONE)


@contextmanager
def standing_still(at: datetime) -> Iterator[None]:
    """Stop the clock at `at` for tests and for the seed's six weeks of story."""
    token = _standing_still.set(at.astimezone(UTC))
    try:
        yield
    finally:
        _standing_still.reset(token)
