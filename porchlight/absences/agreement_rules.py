"""Agreements about coming home, pure: which may be offered after a return, and from when."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from uuid import UUID

# Source: CG-03. "night_charging" only ever by prior agreement, as everything here.
KINDS = ("repair_talk", "checkin_time", "plan_review", "shared_ride", "night_charging", "other")


class Later(StrEnum):
    """What the later page may show."""

    NOT_BACK = "not_back"
    SLEEPING = "sleeping"
    OPEN = "open"
    SETTLED = "settled"


@dataclass(frozen=True)
class Rule:
    """One agreement as it holds: with both their yes, from `agreed_at` on."""

    id: UUID
    hours: int
    also_when_seeking_help: bool
    is_ended: bool
    agreed_at: datetime


@dataclass(frozen=True)
class Home:
    """The last coming home: when, since when they had been away if that is known, and whether they sought help."""

    back_at: datetime
    left_at: datetime | None
    sought_help: bool


def opens_at(home: Home, *, sleep_first: timedelta) -> datetime:
    """The first moment at which anybody may ask whether there is something to agree on."""
    return home.back_at + sleep_first


def later_page(home: Home | None, *, is_away: bool, is_settled: bool, at: datetime, sleep_first: timedelta) -> Later:
    """What the page shows now. While they are away again there is nothing to agree on."""
    if home is None or is_away:
        return Later.NOT_BACK
    if at < opens_at(home, sleep_first=sleep_first):
        return Later.SLEEPING
    return Later.SETTLED if is_settled else Later.OPEN


def may_offer(rule: Rule, *, home: Home, longest: timedelta) -> bool:
    """Whether this agreement may be offered after this return.

    It was made before they left (before they came back, where the leaving is not known), still holds, lasts no
    longer than the county allows, and, where they sought help, they said yes to that very rule for that.
    """
    was_before = rule.agreed_at < (home.left_at or home.back_at)
    fits = was_before and not rule.is_ended and timedelta(hours=rule.hours) <= longest
    return fits and (rule.also_when_seeking_help or not home.sought_help)


def hours_to_choose(longest: timedelta) -> tuple[int, ...]:
    """The lengths that the form offers, in whole hours, none longer than the county allows."""
    most = int(longest.total_seconds() // 3600)
    return tuple(hours for hours in (1, 2, 4, 12, 24, 48, 72) if hours <= most)
