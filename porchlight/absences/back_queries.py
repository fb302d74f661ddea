"""Looking back over weeks: when the young person left, and from when until when they were away."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import NamedTuple
from uuid import UUID

from django.db.models import OuterRef, QuerySet, Subquery

from porchlight.absences.day_models import Tap, TapStep
from porchlight.absences.day_rules import Span
from porchlight.absences.duty_models import Contact
from porchlight.absences.models import Status
from porchlight.absences.return_models import Back, Return
from porchlight.absences.return_rules import came_by_themselves
from porchlight.absences.rules import IN_TOUCH, OVER, SET_ASIDE, TO_THE_YOUTH
from porchlight.policy.api import Action, Category, Grain, See, Visit, guarded


@dataclass(frozen=True)
class LeavingSheet:
    """One leaving that somebody told of. `about`: they could say only about when."""

    youth: UUID
    id: UUID
    at: datetime
    about: bool


@dataclass(frozen=True)
class TimeAwaySheet:
    """One time from leaving until coming back. `back_at` None: still away. `about`: they left about then.

    `own_return` is whether they came back by themselves, `contact` whether a word came from them meanwhile; each
    None where nobody knows, or where this visit may not read all of it. Of an open absence silence says nothing yet.
    """

    youth: UUID
    id: UUID
    left_at: datetime
    back_at: datetime | None
    about: bool = False
    own_return: bool | None = None
    contact: bool | None = None


@guarded(See(Category.DAY_STATUS))
def leavings(youth: UUID, *, since: datetime, by: Visit) -> tuple[LeavingSheet, ...]:
    """When they left, by the taps that nobody set aside, oldest first; told twice for one moment, it is one.

    An absence opened without a tap is none.
    """
    taps = [tap for tap in _taps(youth) if tap.left_at >= since]
    found = {tap.left_at: LeavingSheet(youth, tap.id, tap.left_at, tap.about) for tap in taps}
    return tuple(found[at] for at in sorted(found))


@guarded(See(Category.ABSENCE, Grain.SLICE))
def times_away(youth: UUID, *, since: datetime, by: Visit) -> tuple[TimeAwaySheet, ...]:
    """The times away that were still open or ended since then, oldest first: the newest word on each.

    They are the absences; and, for a visit that may read days, what began with a tap and was over before anybody
    opened an absence.
    """
    found = [
        TimeAwaySheet(youth, row.episode_id, row.left_at, None if row.is_open else row.back_at, row.about)
        for row in _newest_status(youth)
    ]
    if by.may(youth, Category.DAY_STATUS, Grain.FULL, Action.READ):
        found += [
            TimeAwaySheet(youth, tap.id, tap.left_at, tap.over_at, tap.about) for tap in _taps(youth) if tap.over_at
        ]
    reaching = sorted((one for one in found if one.back_at is None or one.back_at >= since), key=_left)
    if reaching and by.may(youth, Category.ABSENCE, Grain.FULL, Action.READ).every:
        return _with_what_is_known(youth, reaching)
    return tuple(reaching)


def spans_away(youth: UUID) -> list[Span]:
    """Every time away on record, as far as the database shows it; a tap that still waits is one, not over."""
    spans = [Span(row.left_at, None if row.is_open else row.back_at) for row in _newest_status(youth)]
    taps = _taps(youth)
    over = [Span(tap.left_at, tap.over_at) for tap in taps if tap.over_at]
    told = [Span(tap.left_at, None) for tap in taps[:1] if not tap.over_at]
    waiting = [one for one in told if not any(span.back_at and span.back_at >= one.left_at for span in spans)]
    return spans + over + waiting


class _Told(NamedTuple):
    """A tap that nobody set aside; `over_at` is when they came home before an absence was opened."""

    id: UUID
    left_at: datetime
    about: bool
    over_at: datetime | None


def _taps(youth: UUID) -> list[_Told]:
    """What was told, by when it reached us, the last first."""
    aside = TapStep.objects.filter(youth_id=youth, step=SET_ASIDE).values("tap_id")
    over = TapStep.objects.filter(tap_id=OuterRef("id"), step=OVER).order_by("at").values("at")[:1]
    taps = Tap.objects.filter(youth_id=youth).exclude(id__in=aside).annotate(over_at=Subquery(over))
    return [_Told(*row) for row in taps.order_by("-received_at").values_list(*_Told._fields)]


class _CameBack(NamedTuple):
    """One coming home, and the code of how."""

    episode_id: UUID | None
    back_at: datetime
    came_how: str | None


def _newest_status(youth: UUID) -> QuerySet[Status]:
    rows = Status.objects.filter(youth_id=youth)
    return rows.order_by("episode_id", "-made_at", "is_open").distinct("episode_id")


def _with_what_is_known(youth: UUID, found: list[TimeAwaySheet]) -> tuple[TimeAwaySheet, ...]:
    reached = Contact.objects.filter(
        youth_id=youth, at__gte=found[0].left_at, effort=TO_THE_YOUTH, result__in=sorted(IN_TOUCH)
    )
    moments = list(reached.values_list("at", flat=True))
    came = Return.objects.filter(youth_id=youth, back_id=OuterRef("id")).order_by("-made_at").values("came_how")[:1]
    rows = Back.objects.filter(youth_id=youth, back_at__gte=found[0].left_at).annotate(came_how=Subquery(came))
    backs = [_CameBack(*row) for row in rows.order_by("made_at").values_list(*_CameBack._fields)]
    return tuple(_known(one, moments=moments, backs=backs) for one in found)


def _known(one: TimeAwaySheet, *, moments: Iterable[datetime], backs: Iterable[_CameBack]) -> TimeAwaySheet:
    heard = any(one.left_at <= at and (one.back_at is None or at <= one.back_at) for at in moments)
    of_this = [back for back in backs if back.episode_id == one.id or (one.back_at and back.back_at == one.back_at)]
    said = [own for back in of_this if (own := came_by_themselves(back.came_how or "")) is not None]
    own_return = said[-1] if said and one.back_at else None
    contact = True if heard else (None if one.back_at is None else False)
    return TimeAwaySheet(one.youth, one.id, one.left_at, one.back_at, one.about, own_return, contact)


def _left(one: TimeAwaySheet) -> datetime:
    return one.left_at
