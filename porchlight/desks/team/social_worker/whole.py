"""A need for pages that show a category whole: a caregiver's own rows are not enough to open them."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from porchlight.policy.api import Change, See, Visit


@dataclass(frozen=True)
class SeeWhole(See):
    """Read every row of the category beside this young person."""

    def answered(self, visit: Visit, youth: UUID | None) -> bool:
        return youth is not None and visit.may(youth, self.category, self.grain, self.action).every


@dataclass(frozen=True)
class ChangeWhole(Change):
    """Write the category, and read every row of it."""

    def answered(self, visit: Visit, youth: UUID | None) -> bool:
        return super().answered(visit, youth) and SeeWhole(self.category, self.grain).answered(visit, youth)
