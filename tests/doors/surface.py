"""Print every door of both houses: `python -m tests.doors.surface > tests/doors/doors.txt`.

The file is frozen: a change of it in review is a review of who may see what.
"""

from __future__ import annotations

import sys
from dataclasses import fields
from enum import Enum

from porchlight.policy.guard import Need

HOUSES = ("team", "youth")


def surface() -> list[str]:
    """One line a door: house, method, address, what it needs."""
    from porchlight.policy.api import doors
    from porchlight.project import desks

    lines = []
    for house in HOUSES:
        desks.load(house)
        lines += [f"{house:6}{door.method:5}/{door.route}  {said(door.needs)}" for door in doors(house)]
    return lines


def said(need: Need) -> str:
    """A need as it is written at the door."""
    values = [getattr(need, one.name) for one in fields(need)]
    words = [v.value if isinstance(v, Enum) else " ".join(v) if isinstance(v, tuple) else str(v) for v in values]
    return f"{type(need).__name__}({', '.join(words)})"


if __name__ == "__main__":
    from porchlight.project import settings_for

    settings_for.use("stage")
    sys.stdout.write("\n".join(surface()) + "\n")
