"""Which county's values apply: the one that the administrator chose, else the settings' one.

The choice changes once in the life of a deployment. A staff session says it along with who it is; without one, a
process asks for it at most every ten seconds.
"""

from __future__ import annotations

import time
from datetime import datetime

from django.conf import settings

from porchlight.kernel import clock
from porchlight.kernel.county import County, read_county
from porchlight.policy.visit import ask_one

EVERY = 10.0  # seconds
_kept: dict[str, tuple[float, str]] = {}


def the_county(at: datetime | None = None) -> County:
    """Values and duties of our county on the day of `at`, else today."""
    return read_county(county_key(), on=clock.county_time(at or clock.now()).date())


def county_key() -> str:
    """The key of the county in force."""
    asked, key = _kept.get("key", (0.0, ""))
    if not asked or time.monotonic() - asked > EVERY:
        row = ask_one("SELECT pl.county() AS key")
        key = county_told(row["key"] if row else None)
    return key


def county_told(chosen: str | None) -> str:
    """Remember what the administrator chose, as the database has just said it; nothing is the settings' county."""
    key = chosen or settings.COUNTY
    _kept["key"] = (time.monotonic(), key)
    return key


def county_changed() -> None:
    """Ask again at the next question: somebody has just chosen."""
    _kept.clear()
