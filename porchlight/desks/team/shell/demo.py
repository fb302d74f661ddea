"""The demo's cast, so that a newcomer can come in as anybody by name. Not there outside the demo."""

from __future__ import annotations

import json
import os
from dataclasses import dataclass
from pathlib import Path
from typing import Any

PASSWORD = "a lamp on every porch"  # noqa: S105 - because it is the demo's, printed on its sign-in page


@dataclass(frozen=True)
class DemoPerson:
    """Somebody of the invented county."""

    name: str
    email: str
    hat: str


def young_people() -> dict[str, str]:
    """The invented young people's five words, by name: for trying the other house."""
    return dict(_cast().get("young", {}))


def people() -> tuple[DemoPerson, ...]:
    """The cast that the seed wrote down, in its order."""
    return tuple(DemoPerson(**entry) for entry in _cast().get("team", []))


def _cast() -> dict[str, Any]:
    place = os.environ.get("PORCHLIGHT_DEMO_CAST")
    if not place or not Path(place).exists():
        return {}
    found: dict[str, Any] = json.loads(Path(place).read_text(encoding="utf-8"))
    return found
