"""Recording that somebody came home."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from porchlight.absences.day_confirming import they_came_home
from porchlight.absences.return_errors import NotAReturn
from porchlight.absences.return_models import Back, Return
from porchlight.absences.return_rules import NOT_A_WAY_HOME, URGENT, sought_help
from porchlight.kernel import clock
from porchlight.kernel.coded import coded
from porchlight.kernel.ids import new_id
from porchlight.policy.api import Category, Change, Visit, ask_one, guarded

COME_HOME = "SELECT episode, left_at, ended_now FROM pl.come_home(%s, %s, %s)"


@dataclass(frozen=True)
class CameHome:
    """What recording a return did. `episode` None: no absence was open. `ended_now`: this was the first to tell."""

    youth: UUID
    back: UUID
    episode: UUID | None
    back_at: datetime
    ended_now: bool


@guarded(Change(Category.ABSENCE))
def record_return(
    youth: UUID,
    *,
    back_at: datetime,
    about: bool = False,
    came_how: str = "",
    first_needs: tuple[str, ...] = (),
    urgent: tuple[str, ...] = (),
    by: Visit,
) -> CameHome:
    """Keep that they came home at `back_at`, end the absence that was open then, and say that day to be at home.

    Only the time is needed, and it may be `about` then. Told twice, or with no absence open, it is kept all the
    same: coming home is never an error. Raises `NotAReturn` for a time to come or a code that is not a way home.
    """
    _check(back_at, came_how, first_needs, urgent)
    found = ask_one(COME_HOME, [youth, back_at, clock.now()]) or {}
    back = Back.objects.create(
        agency_id=by.own_agency,
        youth_id=youth,
        made_by=by.actor,
        episode_id=found.get("episode"),
        left_at=found.get("left_at"),
        back_at=back_at,
        about=about,
        sought_help=sought_help(came_how),
    )
    _keep(youth, back.id, Return(came_how=came_how, first_needs=[*first_needs], urgent=[*urgent]), by=by)
    they_came_home(youth, at=back_at, by=by)
    return CameHome(youth, back.id, found.get("episode"), back_at, bool(found.get("ended_now")))


def _check(back_at: datetime, came_how: str, first_needs: tuple[str, ...], urgent: tuple[str, ...]) -> None:
    ways, comforts = coded("ways_back"), coded("comforts")
    is_way = came_how == "" or (came_how in ways and came_how not in NOT_A_WAY_HOME)
    known = all(code in comforts for code in first_needs) and set(urgent) <= set(URGENT)
    if back_at > clock.now() or not is_way or not known:
        raise NotAReturn


def _keep(youth: UUID, back: UUID, row: Return, *, by: Visit) -> None:
    row.id, row.back_id = new_id(), back
    row.agency_id, row.youth_id, row.made_by = by.own_agency, youth, by.actor
    row.save(force_insert=True)
