"""Booking the talk as the young person wants it, and noting what became of what the law asks."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime
from uuid import UUID

from porchlight.absences.return_county import talk_by
from porchlight.absences.return_errors import NobodyChosen, NoReturn
from porchlight.absences.return_models import Output, Talk
from porchlight.absences.return_queries import last_back
from porchlight.absences.return_rules import OUTPUTS, Answer, Wish
from porchlight.kernel import clock
from porchlight.kernel.ids import new_id
from porchlight.policy.api import Category, Change, Grain, Visit, guarded


@guarded(Change(Category.ABSENCE))
def wish_for_talk(
    youth: UUID,
    *,
    wish: Wish,
    with_seat: UUID | None = None,
    with_name: str = "",
    planned_on: date | None = None,
    by: Visit,
) -> None:
    """Keep what they want: booked with the person they chose, later, or not at all. Later and no are fine.

    A booking without a day is for the last day of the county's time, while that has not passed.

    Raises `NoReturn` before a return, `NobodyChosen` for a booking with nobody.
    """
    back = last_back(youth, by=by)
    if back is None:
        raise NoReturn
    is_booked = wish is Wish.BOOKED
    if is_booked and with_seat is None and not with_name:
        raise NobodyChosen
    row = new_id()
    name = with_name if is_booked else ""
    Talk.objects.create(
        id=row,
        agency_id=by.own_agency,
        youth_id=youth,
        made_by=by.actor,
        back_id=back.id,
        wish=wish,
        with_seat=with_seat if is_booked else None,
        with_name=by.key(youth).seal(name, place="absences_talk.with_name", row=row) if name else None,
        planned_on=(planned_on or _default_day(back.back_at)) if is_booked else None,
    )


@guarded(Change(Category.RETURN_TALK, Grain.SLICE))
def note_outputs(youth: UUID, *, answers: Mapping[str, Answer], by: Visit) -> None:
    """Keep what became of each output named in `answers`. Codes only: what was said has no place here.

    Raises `NoReturn` before a return, `ValueError` for a name that is not one of `OUTPUTS`.
    """
    back = last_back(youth, by=by)
    if back is None:
        raise NoReturn
    if not set(answers) <= set(OUTPUTS):
        raise ValueError(sorted(answers))
    Output.objects.bulk_create(
        Output(
            agency_id=by.own_agency,
            youth_id=youth,
            made_by=by.actor,
            back_id=back.id,
            output=output,
            answer=answer,
        )
        for output, answer in answers.items()
    )


def _default_day(back_at: datetime) -> date | None:
    last = clock.county_time(talk_by(back_at)).date()
    return last if last >= clock.county_time(clock.now()).date() else None
