"""Messages, pure: what a role must pass on, which number a person answers now, who has read what."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

TOPICS = ("talk", "come_back", "change", "code", "backup")  # what the rota is asked about; backup by a caregiver
NEVER_A_CODE_WORD = frozenset({"LE"})  # nothing goes to police by itself (domain, red line 4)
PRIVATE_LANE = frozenset({"BH", "ADV", "ATT", "PH", "CASA"})
LAST_RESORT = "988"  # directory-seed.csv, row 988: answers at any hour; used where the county has no number at all


def must_pass_on(role: str) -> bool:
    """Whether this role may have to use a whereabouts that it learns (lane A of MISS-09).

    County workers, caregivers and probation do; therapist, nurse, advocate, attorney and CASA keep it, but for
    danger right now and what the law makes them report. A role that nobody placed passes on: it promises less.
    """
    return role not in PRIVATE_LANE


@dataclass(frozen=True)
class Number:
    """A number that a person answers now, and whose it is: on_call, desk, hotline or line."""

    number: str
    whose: str


def number_now(*, on_call: Iterable[str], desk: str, hotline: str) -> Number:
    """The first that there is: a phone of those on call in turn, the staffed desk, the county's hotline, 988.

    `desk` is empty unless the county says that it is staffed. A listing may hold several hotlines; the first
    stands.
    """
    phone = next((one for one in on_call if one), "")
    first_hotline = hotline.split(";", maxsplit=1)[0].strip()
    if phone:
        return Number(phone, "on_call")
    if desk:
        return Number(desk, "desk")
    return Number(first_hotline, "hotline") if first_hotline else Number(LAST_RESORT, "line")


@dataclass(frozen=True)
class Reading:
    """One seat had a message on its screen."""

    seat: UUID
    at: datetime


def first_reading(readings: Iterable[Reading], *, writer: UUID) -> Reading | None:
    """Who read a message first, other than its writer; None when nobody has."""
    return min((one for one in readings if one.seat != writer), key=lambda one: one.at, default=None)


def who_gets_a_check_in(chosen: Collection[UUID], *, passed_on_to: Collection[UUID]) -> tuple[UUID, ...]:
    """The seats that a check-in goes to: the chosen ones first, then those that the county names; nobody twice."""
    return tuple(dict.fromkeys([*chosen, *passed_on_to]))
