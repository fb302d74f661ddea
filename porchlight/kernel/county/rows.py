"""One row of a county file, read field by field. A wrong field names itself and its file."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from porchlight.kernel.county.troubles import BadRow

PROVENANCE_FIELDS = frozenset({"key", "source", "since", "until", "kind", "checked_by", "checked_on"})


@dataclass(frozen=True)
class Row:
    """The fields of one row, and the words that say where it stands."""

    where: str
    fields: Mapping[str, Any]

    def has(self, name: str) -> bool:
        return name in self.fields

    def wrong(self, why: str) -> BadRow:
        return BadRow(f"{self.where} {why}.")

    def words(self, name: str) -> str:
        """Text that may not be empty."""
        found = self.fields.get(name)
        if not isinstance(found, str) or not found.strip():
            raise self.wrong(f"needs words under “{name}”")
        return found

    def words_or_empty(self, name: str) -> str:
        found = self.fields.get(name, "")
        if not isinstance(found, str):
            raise self.wrong(f"needs words, or nothing, under “{name}”")
        return found

    def day(self, name: str) -> date:
        found = self.fields.get(name)
        if not isinstance(found, date) or isinstance(found, datetime):
            raise self.wrong(f"needs a day such as 2026-01-31 under “{name}”")
        return found

    def day_or_none(self, name: str) -> date | None:
        """A day, or None when the field is empty or left out."""
        return None if self.fields.get(name, "") == "" else self.day(name)

    def count(self, name: str) -> int:
        """A whole number, 1 or more."""
        found = self.fields.get(name)
        if isinstance(found, bool) or not isinstance(found, int) or found < 1:
            raise self.wrong(f"needs a whole number, 1 or more, under “{name}”")
        return found

    def flag(self, name: str) -> bool:
        """True or false; false when left out."""
        found = self.fields.get(name, False)
        if not isinstance(found, bool):
            raise self.wrong(f"needs true or false under “{name}”")
        return found

    def several(self, name: str) -> tuple[str, ...]:
        """A list of words, empty when left out."""
        found = self.fields.get(name, [])
        if not isinstance(found, list) or not all(isinstance(one, str) and one for one in found):
            raise self.wrong(f"needs a list of words under “{name}”")
        return tuple(found)

    def rows(self, name: str) -> tuple[Row, ...]:
        """A list of small tables, empty when left out."""
        found = self.fields.get(name, [])
        if not isinstance(found, list) or not all(isinstance(one, dict) for one in found):
            raise self.wrong(f"needs a list of tables under “{name}”")
        return tuple(Row(where=self.where, fields=one) for one in found)

    def only(self, allowed: frozenset[str]) -> None:
        """Refuse a field that nobody reads: it is a slip of the pen, and would be silently ignored."""
        for name in self.fields:
            if name not in allowed:
                raise self.wrong(f"has a field “{name}” that is not known")
