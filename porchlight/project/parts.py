"""A part of a running Porchlight that may end by itself: it is started again, a little later each time."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from porchlight.kernel.errors import Trouble

FIRST, LONGEST = 0.5, 30.0  # seconds until a part is started again: the first time, and at most
STEADY = 10.0  # seconds after which a part that ran so long counts as well again


@dataclass
class Part:
    """One part. `began` is when it was last started, on the clock that `look` is asked with."""

    name: str
    is_alive: Callable[[], bool]
    begin: Callable[[], object]
    began: float
    ends: int = 0
    again_at: float | None = None

    def look(self, now: float) -> str:
        """Start it again if it ended and its time has come. Returns the sentence to say, or nothing."""
        if self.is_alive():
            return ""
        if self.again_at is None:
            self.ends = 1 if now - self.began > STEADY else self.ends + 1
            self.again_at = now + pause(self.ends)
            return f"{self.name} stopped by itself and is started again in {pause(self.ends):g} seconds."
        if now < self.again_at:
            return ""
        self.again_at, self.began = None, now
        try:
            self.begin()
        except Trouble as trouble:
            return trouble.said
        return ""


def pause(ends: int) -> float:
    """Seconds to wait before the start after that many ends in a row, 1 for the first."""
    return float(min(FIRST * 2 ** min(ends - 1, 10), LONGEST))
