"""Services to add, and the seat that keeps the list."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import timedelta

from porchlight.directory.rules import Words
from porchlight.kernel import clock
from porchlight.project.stage import acting, in_house
from tests.directory.invented import BLUE_HOUSE

DAY = clock.county_time(clock.wall()).date() - timedelta(days=1)


def a_service(name: str, **changes):
    """An invented place that is open while away and that nobody has checked."""
    return replace(BLUE_HOUSE, **{"key": "", "name": Words(name, name), "area": "", "confirmed": None} | changes)


@contextmanager
def as_keeper(cast) -> Iterator:
    """One visit of the supervisor, who keeps the list."""
    with in_house("team"), acting(cast["SUP"].seat) as by:
        yield by
