"""Somebody came home: one form, and everything that follows of it in one transaction."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from porchlight.absences import api as absences
from porchlight.policy.api import Category, Change, Visit
from porchlight.progress import api as progress

SENDS_WORDS = Change(Category.RECOGNITION)


@dataclass(frozen=True)
class Told:
    """What the return screen says. Only the time is needed, and it may be `about` then; the rest may be empty.

    `came_how` is a code of CL-4, `first_needs` are codes of CL-12, `urgent` of `absences.URGENT`.
    """

    back_at: datetime
    about: bool = False
    came_how: str = ""
    first_needs: tuple[str, ...] = ()
    urgent: tuple[str, ...] = ()
    kind_word: str = ""


def come_home(youth: UUID, *, told: Told, by: Visit) -> absences.CameHome:
    """Keep the return and the kind line, open what is owed after a return, and let the night end last.

    The night ends at the very end, because whoever is on call stands beside them only while it is open.

    Nothing here looks at agreements: on the night of return there is no way to them.
    """
    may_send = sends_words(youth, by=by)
    came = absences.record_return(
        youth,
        back_at=told.back_at,
        about=told.about,
        came_how=told.came_how,
        first_needs=told.first_needs,
        urgent=told.urgent,
        by=by,
    )
    if may_send and told.kind_word.strip():
        progress.send_kind_word(youth, words=told.kind_word, by=by)
    if came.episode is not None and came.ended_now:
        absences.open_duties(youth, episode=came.episode, trigger="state_returned", at=told.back_at, by=by)
    absences.no_longer_waiting(youth, back_at=told.back_at, ended=came.ended_now, by=by)
    return came


def sends_words(youth: UUID, *, by: Visit) -> bool:
    """Whether this seat may send a kind line. Whoever is only on call may not, so nobody asks them for one."""
    return SENDS_WORDS.answered(by, youth)
