"""The day until which answers are asked for, named or moved while they are."""

from __future__ import annotations

from datetime import date
from uuid import UUID

from porchlight.adoption.definition import rules
from porchlight.adoption.definition.commands import CHAIR, LOCK, version_now
from porchlight.adoption.definition.errors import DayIsOver, NotAnswering
from porchlight.adoption.definition.models import AnswersDay
from porchlight.adoption.ground.rows import here
from porchlight.kernel import clock
from porchlight.policy.api import Event, Visit, ask, guarded


@guarded(CHAIR)
def name_day(version: UUID, *, day: date, by: Visit) -> None:
    """Ask for answers by that day; the days that were named before stay on record. Raises `NotAnswering`, `DayIsOver`.

    Whoever declares the text in force meanwhile is waited for, so that no day is moved after that.
    """
    ask(LOCK, [str(version)])
    found = version_now(version, by=by)
    if found.state != rules.ANSWERING:
        raise NotAnswering
    if day < clock.county_time(clock.now()).date():
        raise DayIsOver
    if day != found.answers_by:
        edition = AnswersDay.objects.filter(definition=version).count() + 1
        AnswersDay.objects.create(**here(by), definition=version, edition=edition, day=day)
        by.note(Event("write", "adoption.name_day", why=str(version)))
