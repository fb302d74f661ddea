"""Looking back over weeks: when the young person left, and from when until when they were away."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any, NamedTuple
from uuid import UUID

from django.db import connection
from django.db.models import OuterRef, QuerySet, Subquery

from porchlight.absences.day_models import Tap, TapStep
from porchlight.absences.day_rules import Span
from porchlight.absences.models import Status
from porchlight.absences.return_rules import came_by_themselves
from porchlight.absences.rules import IN_TOUCH, OVER, SET_ASIDE, TO_THE_YOUTH
from porchlight.policy.api import Action, Category, Grain, See, Visit, guarded

# One statement: the newest word on each absence; what began with a tap and was over before anybody opened one;
# and of each, whether a word came from them meanwhile, and how they came back. Row security picks what is seen.
TIMES = """
WITH away AS (
  (SELECT DISTINCT ON (s.episode_id)
          s.episode_id AS id, s.left_at, CASE WHEN NOT s.is_open THEN s.back_at END AS back_at, s.about
   FROM absences_status AS s WHERE s.youth_id = %(youth)s ORDER BY s.episode_id, s.made_at DESC, s.is_open)
  UNION ALL
  SELECT t.id, t.left_at, min(o.at), t.about
  FROM absences_tap AS t JOIN absences_tap_step AS o ON o.tap_id = t.id AND o.step = %(over)s
  WHERE t.youth_id = %(youth)s
    AND NOT EXISTS (SELECT 1 FROM absences_tap_step AS s WHERE s.tap_id = t.id AND s.step = %(set_aside)s)
  GROUP BY t.id
)
SELECT a.id, a.left_at, a.back_at, a.about,
       EXISTS (SELECT 1 FROM absences_contact AS c
               WHERE c.youth_id = %(youth)s AND c.effort = %(to_the_youth)s AND c.result = ANY (%(in_touch)s)
                 AND c.at >= a.left_at AND (a.back_at IS NULL OR c.at <= a.back_at)),
       ARRAY(SELECT r.came_how FROM absences_back AS b JOIN absences_return AS r ON r.back_id = b.id
             WHERE b.youth_id = %(youth)s AND (b.episode_id = a.id OR b.back_at = a.back_at) ORDER BY r.made_at)
FROM away AS a WHERE a.back_at IS NULL OR a.back_at >= %(since)s
ORDER BY a.left_at, a.id
"""


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
    values: dict[str, Any] = {
        "youth": youth,
        "since": since,
        "over": OVER,
        "set_aside": SET_ASIDE,
        "to_the_youth": TO_THE_YOUTH,
        "in_touch": sorted(IN_TOUCH),
    }
    reads_all = by.may(youth, Category.ABSENCE, Grain.FULL, Action.READ).every
    with connection.cursor() as cursor:
        cursor.execute(TIMES, values)
        return tuple(_time_away(youth, row, reads_all=reads_all) for row in cursor.fetchall())


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


def _newest_status(youth: UUID) -> QuerySet[Status]:
    rows = Status.objects.filter(youth_id=youth)
    return rows.order_by("episode_id", "-made_at", "is_open").distinct("episode_id")


def _time_away(youth: UUID, row: tuple[Any, ...], *, reads_all: bool) -> TimeAwaySheet:
    id_, left_at, back_at, about, heard, came = row
    if not reads_all:
        return TimeAwaySheet(youth, id_, left_at, back_at, about)
    said = [own for how in came if (own := came_by_themselves(how)) is not None]
    contact = True if heard else (None if back_at is None else False)
    return TimeAwaySheet(youth, id_, left_at, back_at, about, said[-1] if said and back_at else None, contact)
