"""The plan, pure: its sections in order, when it is agreed, what changed between versions."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from uuid import UUID

# In the order of a day that goes wrong and right again. "safe" is the head of the plan (S11).
KEYS = (
    "safe",
    "signs",
    "stay",
    "before",
    "call",
    "places",
    "safer",
    "code",
    "contact",
    "dont",
    "back",
    "first_day",
    "mine",
)
RIGHT_NOW = ("call", "safer", "places", "back")
WARN_FIRST = "mine"  # what is written about one's own child may have to be passed on
REVIEW_AFTER = timedelta(days=30)
MEDIUMS = ("phone", "card", "none")
CARD_STEPS = 3


class State(StrEnum):
    """Where a plan stands. Only `AGREED` counts in any report.

    `NOT_SHOWN`: this visit reads the sections that were opened to it, and not where the whole plan stands.
    """

    EMPTY = "empty"
    STAFF_DRAFT = "staff_draft"
    DRAFT = "draft"
    YOUTH_YES = "youth_yes"
    WORKER_YES = "worker_yes"
    AGREED = "agreed"
    CHANGED = "changed"
    NOT_SHOWN = "not_shown"


@dataclass(frozen=True)
class Writing:
    """One section as it was written: which, when in the order of writing, and whose words they are."""

    id: UUID
    section: UUID
    key: str
    by_youth: bool


def newest(writings: Iterable[Writing]) -> tuple[Writing, ...]:
    """The last writing of each section, in the plan's order. `writings` come oldest first."""
    last = {writing.section: writing for writing in writings}
    return tuple(sorted(last.values(), key=lambda writing: KEYS.index(writing.key)))


def state(current: Sequence[Writing], *, version: Sequence[UUID], youth_yes: bool, worker_yes: bool) -> State:
    """Where the plan stands: agreed only when both said yes to just what is written now.

    A plan in which no word is the young person's stays a staff draft, whoever says yes (SW-04).
    """
    if not current:
        return State.EMPTY
    if not any(writing.by_youth for writing in current):
        return State.STAFF_DRAFT
    if tuple(version) != tuple(writing.id for writing in current):
        return State.CHANGED if youth_yes and worker_yes else State.DRAFT
    if youth_yes and worker_yes:
        return State.AGREED
    if youth_yes:
        return State.YOUTH_YES
    return State.WORKER_YES if worker_yes else State.DRAFT


@dataclass(frozen=True)
class Change:
    """A section that differs between two versions; an empty side means it was not there."""

    key: str
    before: str
    after: str


def differences(before: Mapping[str, str], after: Mapping[str, str]) -> tuple[Change, ...]:
    """What changed, section by section, in the plan's order."""
    changed = [key for key in KEYS if before.get(key, "") != after.get(key, "")]
    return tuple(Change(key, before.get(key, ""), after.get(key, "")) for key in changed)


def next_review(day: date) -> date:
    """When to look at the plan again if nobody says otherwise: 30 days on."""
    return day + REVIEW_AFTER


def steps(words: str) -> tuple[str, ...]:
    """The first lines of a text, as steps for the pocket card."""
    lines = (line.strip(" -*•\t") for line in words.splitlines())
    return tuple(line for line in lines if line)[:CARD_STEPS]
