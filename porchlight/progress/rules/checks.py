"""What every number must be before it is used: finite, not negative, whole where it counts something."""

from __future__ import annotations

import math
from collections.abc import Sequence, Sized

from porchlight.progress.rules.errors import BadInput

LARGEST_COUNT = 1_000_000


def not_negative(value: float, *, called: str) -> float:
    """Give the value back if it is finite and zero or more; else raise `BadInput`."""
    if not math.isfinite(value) or value < 0:
        raise BadInput(f"{called} must be zero or more.")
    return value


def above_zero(value: float, *, called: str) -> float:
    """Give the value back if it is finite and more than zero; else raise `BadInput`."""
    if not math.isfinite(value) or value <= 0:
        raise BadInput(f"{called} must be more than zero.")
    return value


def share(value: float, *, called: str) -> float:
    """Give the value back if it lies between 0 and 1, both included; else raise `BadInput`."""
    if not 0 <= value <= 1:
        raise BadInput(f"{called} must be between 0 and 1.")
    return value


def inside_unit(value: float, *, called: str) -> float:
    """Give the value back if it lies between 0 and 1, both excluded; else raise `BadInput`."""
    if not 0 < value < 1:
        raise BadInput(f"{called} must be more than 0 and less than 1.")
    return value


def whole(value: float, *, called: str) -> int:
    """Give a count as an int, 0 to 1,000,000; a part of an event is `BadInput`."""
    if not 0 <= value <= LARGEST_COUNT or value != int(value):
        raise BadInput(f"{called} must be a whole number from 0 to {LARGEST_COUNT:,}.")
    return int(value)


def flag(value: float, *, called: str) -> bool:
    """Read 1 as it happened and 0 as it did not; anything else is `BadInput`."""
    if value not in (0, 1):
        raise BadInput(f"{called} must be 0 or 1.")
    return value == 1


def same_length(first: Sized, second: Sized, *, called: str) -> None:
    """Raise `BadInput` unless the two lists pair up element by element."""
    if len(first) != len(second):
        raise BadInput(f"{called} must be lists of one length.")


def all_not_negative(values: Sequence[float], *, called: str) -> None:
    """Raise `BadInput` unless every value is finite and zero or more."""
    for value in values:
        not_negative(value, called=called)


def all_finite(values: Sequence[float], *, called: str) -> None:
    """Raise `BadInput` unless every value is a finite number."""
    if not all(math.isfinite(value) for value in values):
        raise BadInput(f"{called} must be finite numbers.")
