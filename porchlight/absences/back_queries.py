"""From when until when somebody was away, for the commands that confirm a day by it."""

from __future__ import annotations

from datetime import datetime
from typing import NamedTuple
from uuid import UUID

from django.db.models import OuterRef, QuerySet, Subquery

from porchlight.absences.day_models import Tap, TapStep
from porchlight.absences.day_rules import Span
from porchlight.absences.models import Status
from porchlight.absences.rules import OVER, SET_ASIDE


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
