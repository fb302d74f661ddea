"""The young person, pure: audiences, folding of names, ages."""

from __future__ import annotations

import unicodedata
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

AUDIENCES = ("me", "team", "home", "school", "court", "family", "public")
ADULT = 18


def fold(name: str) -> str:
    """The key by which names sort and are found: no accents, no capitals, single spaces."""
    plain = unicodedata.normalize("NFKD", name)
    letters = "".join(sign for sign in plain if not unicodedata.combining(sign))
    return " ".join(letters.casefold().split())


def age_on(birth: date, day: date) -> int:
    """Whole years of age on `day`; a birthday on February 29 counts from March 1 in other years."""
    return day.year - birth.year - ((day.month, day.day) < (birth.month, birth.day))


def is_nonminor(birth: date, day: date) -> bool:
    """Whether the young person is 18 or older on that day, so decides as an adult."""
    return age_on(birth, day) >= ADULT


def birth_date_trouble(birth: date, *, today: date) -> str:
    """What cannot be right about a birth date, in a sentence; empty when it can."""
    if birth > today:
        return "That day has not come yet. Please check the year."
    if age_on(birth, today) > 25:
        return "That would make this young person older than 25. Please check the year."
    return ""


def names_by_audience(*, legal: str, used: str, pronoun: str, ticked: frozenset[str]) -> dict[str, tuple[str, str]]:
    """Name and pronoun for every audience: what they use where they ticked, else the legal name and none."""
    return {a: (used, pronoun) if a in ticked or a == "me" else (legal, "") for a in AUDIENCES}


@dataclass(frozen=True)
class Naming:
    """One row about a trusted person: who wrote it when, and when it stopped to hold."""

    trusted: UUID
    by: UUID
    at: datetime
    ended_at: datetime | None


@dataclass(frozen=True)
class OneMore:
    """The young person put one more person on their list. `fewer_at`: when somebody next came off it."""

    at: datetime
    fewer_at: datetime | None = None


def one_more_trusted(rows: Iterable[Naming], *, youth: UUID) -> tuple[OneMore, ...]:
    """Each time the young person themselves added somebody, oldest first. Never whom.

    What is newly said about somebody adds nobody, and one whom staff wrote down first is not their deed.
    """
    each: dict[UUID, list[Naming]] = defaultdict(list)
    for row in rows:
        each[row.trusted].append(row)
    ends = [[row.ended_at for row in said if row.ended_at] for said in each.values() if all(r.ended_at for r in said)]
    gone = sorted(max(times) for times in ends)
    firsts = sorted((min(said, key=lambda row: row.at) for said in each.values()), key=lambda row: row.at)
    return tuple(
        OneMore(one.at, next((end for end in gone if end >= one.at), None)) for one in firsts if one.by == youth
    )
