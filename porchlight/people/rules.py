"""The young person, pure: audiences, folding of names, ages."""

from __future__ import annotations

import unicodedata
from datetime import date

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
