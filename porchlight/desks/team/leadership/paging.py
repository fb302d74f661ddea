"""A long list page by page. A page begins after somebody, not at a number: who leaves the list moves nobody past it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar
from uuid import UUID

T = TypeVar("T")


@dataclass(frozen=True)
class Part(Generic[T]):
    """One page of a list: its rows, the place of the first and last among all, and where the next page begins."""

    rows: Sequence[T]
    first: int
    last: int
    of: int
    next: str


def part(
    everybody: Iterable[T], *, key: Callable[[T], UUID], counts: Callable[[T], bool], after: str, most: int
) -> Part[T]:
    """Those who count, from the one after `after` on, at most `most`.

    `after` may be somebody who does not count any more. What is nobody's begins anew, and so does what leads past all.
    """
    rows = list(everybody)
    start = next((place for place, row in enumerate(rows, 1) if str(key(row)) == after), 0)
    rest = [row for row in rows[start:] if counts(row)]
    if not rest:
        start, rest = 0, [row for row in rows if counts(row)]
    before = sum(counts(row) for row in rows[:start])
    shown = rest[:most]
    following = str(key(shown[-1])) if len(rest) > most else ""
    return Part(shown, before + 1, before + len(shown), before + len(rest), following)
