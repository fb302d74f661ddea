"""Beginning afresh: from a day on, nothing is compared with what was before."""

from __future__ import annotations

from datetime import date
from uuid import UUID

from porchlight.absences.afresh_models import Afresh
from porchlight.absences.rules import WHY_AFRESH, YOUTHS_WISH
from porchlight.kernel import clock
from porchlight.kernel.errors import Refused
from porchlight.policy.api import Category, Change, Visit, guarded


@guarded(Change(Category.DAY_STATUS))
def begin_afresh(youth: UUID, *, why: str, on: date, by: Visit) -> None:
    """Keep that comparisons begin anew on this county day, and why. Saying the same twice changes nothing.

    The wish is the young person's alone. That they moved, or that the days are recorded in another way, a worker
    says. Nobody does it to make a comparison look better.
    """
    if why not in WHY_AFRESH or on > clock.county_time(clock.now()).date():
        raise ValueError(f"a day that has come, and one of {WHY_AFRESH}")
    if (why == YOUTHS_WISH) != by.is_youth or by.role == "CG":
        raise Refused
    if not Afresh.objects.filter(youth_id=youth, why=why, day=on).exists():
        Afresh.objects.create(agency_id=by.own_agency, youth_id=youth, made_by=by.actor, why=why, day=on)
