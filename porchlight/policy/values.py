"""The words of policy as values: categories, roles, grains, actions, clauses."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from uuid import UUID


class Grain(StrEnum):
    """How much of a category a table holds. `FULL` includes `SLICE`."""

    SLICE = "slice"
    FULL = "full"


class Action(StrEnum):
    """What is asked: to read rows, or to add, change and remove them."""

    READ = "read"
    WRITE = "write"


class Office(StrEnum):
    """What a seat may hold beside its role, for our own practice. No office opens anything about a young person.

    `CHAIR` and `MEMBER` sit on the county's steering committee; the others act for their own agency.
    """

    CHAIR = "chair"
    MEMBER = "member"
    LEAD = "lead"
    MANAGER = "manager"
    TRAINER = "trainer"
    SIGNATORY = "signatory"


class Category(StrEnum):
    """K01 … K29 of the access matrix; each table about a young person has exactly one."""

    IDENTITY = "K01"
    SOGIE = "K02"
    CONTACT = "K03"
    PLAN = "K04"
    PLAN_PRIVATE = "K05"
    ABSENCE = "K06"
    WHEREABOUTS = "K07"
    RETURN_TALK = "K08"
    NEEDS = "K09"
    RECOGNITION = "K10"
    EXPLOITATION = "K11"
    SEXUAL_HEALTH = "K12"
    HEALTH = "K13"
    MENTAL_HEALTH = "K14"
    SUBSTANCE_CARE = "K15"
    EDUCATION = "K16"
    PROBATION = "K17"
    COURT = "K18"
    ADVOCATE_NOTES = "K19"
    INVESTIGATION = "K20"
    MISSING_SLICE = "K21"
    MESSAGES = "K22"
    CAREGIVER_NOTES = "K23"
    IMMINENT_RISK = "K24"
    TRIBAL = "K25"
    IMMIGRATION = "K26"
    ACCESS_HISTORY = "K27"
    AGGREGATES = "K28"
    DAY_STATUS = "K29"


@dataclass(frozen=True, order=True)
class Clause:
    """One permission of a cell: an action at a grain, always or under one named condition."""

    action: Action
    grain: Grain
    condition: str = ""

    @classmethod
    def read(cls, text: str) -> Clause:
        """Parse `"read full"` or `"read full if consent"`."""
        permission, _, condition = text.partition(" if ")
        action, grain = permission.split()
        return cls(Action(action), Grain(grain), condition.strip())

    def reaches(self, action: Action, grain: Grain) -> bool:
        """Whether this clause is about that action and includes that grain."""
        return self.action is action and (self.grain is Grain.FULL or grain is Grain.SLICE)

    def __str__(self) -> str:
        permission = f"{self.action} {self.grain}"
        return f"{permission} if {self.condition}" if self.condition else permission


@dataclass(frozen=True)
class Fact:
    """One live line of the grants ledger as it bears on this visit.

    `condition` is empty for the bare standing. `category` empty means every category;
    `row` None means every row.
    """

    youth: UUID
    role: str
    condition: str = ""
    category: str = ""
    row: UUID | None = None


@dataclass(frozen=True)
class Verdict:
    """What a visit may do with one category at one grain beside one young person.

    `every` all rows; `own` only rows that this actor wrote; `rows` these rows alone.
    `because` names the clauses that said yes, for `porchlight policy explain`.
    """

    every: bool = False
    own: bool = False
    rows: frozenset[UUID] = frozenset()
    because: tuple[str, ...] = ()

    def __bool__(self) -> bool:
        return self.every or self.own or bool(self.rows)
