"""Where a value comes from, when it holds, and who has checked it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal

from porchlight.kernel.county.rows import Row

Kind = Literal["law", "local"]


def read_kind(row: Row, name: str = "kind") -> Kind:
    """The words `law` or `local`."""
    said = row.words(name)
    if said == "law":
        return "law"
    if said == "local":
        return "local"
    raise row.wrong(f"needs “law” or “local” under “{name}”")


@dataclass(frozen=True)
class Provenance:
    """The source of one row and the days on which it holds, first and last day included."""

    source: str
    kind: Kind
    since: date
    until: date | None
    checked_by: str
    checked_on: date | None

    def holds_on(self, day: date) -> bool:
        return self.since <= day and (self.until is None or day <= self.until)

    def confirmed_on(self, day: date) -> bool:
        """Whether somebody named had checked the row by that day."""
        return bool(self.checked_by) and self.checked_on is not None and self.checked_on <= day

    def overlaps(self, other: Provenance) -> bool:
        """Whether there is a day on which both hold."""
        starts_in_time = other.until is None or self.since <= other.until
        other_starts_in_time = self.until is None or other.since <= self.until
        return starts_in_time and other_starts_in_time


def read_provenance(row: Row) -> Provenance:
    """Read the fields that every row carries."""
    checked_by, checked_on = row.words_or_empty("checked_by"), row.day_or_none("checked_on")
    if bool(checked_by) is not bool(checked_on):
        raise row.wrong("needs both “checked_by” and “checked_on”, or neither")
    since, until = row.day("since"), row.day_or_none("until")
    if until is not None and until < since:
        raise row.wrong("ends before it begins")
    return Provenance(
        source=row.words("source"),
        kind=read_kind(row),
        since=since,
        until=until,
        checked_by=checked_by,
        checked_on=checked_on,
    )
