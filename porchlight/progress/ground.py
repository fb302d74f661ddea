"""On what something rests that was sent: the engine, the days, the facts. Kept sealed beside its sentence."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass
from datetime import date

from porchlight.progress.rules.config import ENGINE
from porchlight.progress.rules.weekly import Candidate


@dataclass(frozen=True)
class Ground:
    """The engine's version, the first and the last day that it is about, and the ids of the facts."""

    engine: str
    since: date
    until: date
    rests_on: tuple[str, ...]


def ground_of(said: Candidate) -> Ground:
    """What this engine rests it on now."""
    return Ground(ENGINE, said.since, said.until, said.rests_on)


def packed(ground: Ground) -> str:
    """As it is kept."""
    return json.dumps(asdict(ground), default=date.isoformat)


def unpacked(text: str) -> Ground:
    """As it was packed."""
    kept = json.loads(text)
    since, until = date.fromisoformat(kept["since"]), date.fromisoformat(kept["until"])
    return Ground(kept["engine"], since, until, tuple(kept["rests_on"]))
