"""The young person says *I'm OK*, and may let today count as a day that we know about."""

from __future__ import annotations

from collections.abc import Collection
from uuid import UUID

from porchlight.absences import api as absences
from porchlight.messaging import api as messaging
from porchlight.policy.api import Visit

COUNTS_AS = (absences.HOME, absences.AWAY)  # what today may count as; anything else: it doesn't count


def say_im_ok(
    youth: UUID, *, seats: Collection[UUID], words: str, tell_the_day: bool, today: str, by: Visit
) -> tuple[UUID, ...]:
    """Send it to the chosen people; with `today` one of `COUNTS_AS`, the day is kept as that, by their own word."""
    sent = messaging.check_in(youth, seats=seats, words=words, tell_the_day=tell_the_day, by=by)
    if today in COUNTS_AS:
        absences.count_today(youth, status=today, by=by)
    return sent
