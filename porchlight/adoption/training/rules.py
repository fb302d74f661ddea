"""Training, pure: what is due until when, the code on the wall, and the words of the lists."""

from __future__ import annotations

import hmac
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from enum import StrEnum
from uuid import UUID

from porchlight.kernel.county import TrainingRule
from porchlight.kernel.county.dues import months_later

FOLLOW_UP = timedelta(days=60)  # TRN-01: whether it happened is asked after 60 days
SOON = timedelta(days=60)  # [D] how long before its last day a training is said to be due soon
FEWEST = 5  # people behind a figure; the database's functions hold to the same number
ITEMS = 5
SURE = range(1, 6)
SIGNS = "23456789BCDFGHJKMNPQRSTVWXZ"  # no vowels, so that no code is a word; nothing that looks like another sign
LENGTH = 6
SURVIVORS = ("none", "paid", "unpaid")
HOWS = ("code", "marked", "import")
MOMENTS = ("before", "after")
OUTCOMES = ("yes", "part", "not_yet")
LEARNINGS = ("reading", "shadowing", "online", "other")
HOURS = tuple(Decimal(one) for one in ("0.5", "1", "1.5", "2", "3", "4", "5", "6", "8", "12", "16", "24", "40"))


class Standing(StrEnum):
    """How one required training stands for one person."""

    MISSING = "missing"
    OVER = "over"
    SOON = "soon"
    FINE = "fine"


@dataclass(frozen=True)
class Needed:
    """One required training of one person: `until` is the last day on which it holds; None when it was not had."""

    rule: TrainingRule
    until: date | None
    standing: Standing


def standings(rules: Iterable[TrainingRule], *, last: Mapping[str, date], today: date) -> tuple[Needed, ...]:
    """How each of these trainings stands, what needs somebody first. `last` is the last day of each by its key."""
    found = (_standing(rule, last.get(rule.key), today) for rule in rules)
    return tuple(sorted(found, key=lambda one: list(Standing).index(one.standing)))


def _standing(rule: TrainingRule, done_on: date | None, today: date) -> Needed:
    if done_on is None:
        return Needed(rule, None, Standing.MISSING)
    until = months_later(done_on, rule.months)
    if until < today:
        return Needed(rule, until, Standing.OVER)
    return Needed(rule, until, Standing.SOON if until - today <= SOON else Standing.FINE)


def last_days(done: Iterable[tuple[Iterable[str], date]]) -> dict[str, date]:
    """The last day of each required training, from what was had: keys and day of each."""
    found: dict[str, date] = {}
    for keys, day in done:
        for key in keys:
            found[key] = max(day, found.get(key, day))
    return found


def wall_code(session: UUID, *, day: date, secret: bytes) -> str:
    """The code of a session for its day. Nobody works it out without the secret, and it is kept nowhere."""
    number = int.from_bytes(hmac.digest(secret, f"training|{session}|{day.isoformat()}".encode(), "sha256"))
    signs = []
    for _place in range(LENGTH):
        number, which = divmod(number, len(SIGNS))
        signs.append(SIGNS[which])
    return "".join(signs)


def same_code(typed: str, code: str) -> bool:
    """Whether that is the code; case, spaces and dashes make no difference."""
    plain = "".join(sign for sign in typed.upper() if sign.isalnum())
    return hmac.compare_digest(plain.encode(), code.encode())


def is_whole(items: Iterable[int]) -> bool:
    """Whether these are five answers of 1 to 5."""
    found = tuple(items)
    return len(found) == ITEMS and all(one in SURE for one in found)
