"""Taps and what became of them."""

from __future__ import annotations

from uuid import UUID

from django.db.models import OuterRef, QuerySet, Subquery

from porchlight.absences.day_models import Tap, TapStep
from porchlight.absences.models import Status
from porchlight.absences.rules import ACKNOWLEDGED, CALLED, NO_LONGER_WAITING, TapSheet
from porchlight.policy.api import Category, See, Visit, guarded


@guarded(See(Category.DAY_STATUS))
def latest_tap(youth: UUID, *, by: Visit) -> TapSheet | None:
    """The newest tap that still means something: not set aside, not over, not from before they last came home."""
    found = _with_steps(Tap.objects.filter(youth_id=youth)).order_by("-received_at").first()
    sheet = _sheet(found) if found else None
    if sheet is None or sheet.set_aside_at:
        return None
    home_since = Status.objects.filter(youth_id=youth, is_open=False, back_at__gte=sheet.left_at)
    return None if home_since.exists() else sheet


def tap_sheet(youth: UUID, tap: UUID) -> TapSheet | None:
    """One tap of this young person, as far as the database shows it."""
    found = _with_steps(Tap.objects.filter(youth_id=youth, id=tap)).first()
    return _sheet(found) if found else None


def _with_steps(taps: QuerySet[Tap]) -> QuerySet[Tap]:
    steps = TapStep.objects.filter(tap_id=OuterRef("id")).order_by("at")
    return taps.annotate(
        acknowledged_at=Subquery(steps.filter(step=ACKNOWLEDGED).values("at")[:1]),
        called_at=Subquery(steps.filter(step=CALLED).values("at")[:1]),
        set_aside_at=Subquery(steps.filter(step__in=NO_LONGER_WAITING).values("at")[:1]),
    )


def _sheet(tap: Tap) -> TapSheet:
    said = {name: getattr(tap, name) for name in ("acknowledged_at", "called_at", "set_aside_at")}
    return TapSheet(tap.youth_id, tap.id, tap.heard, tap.left_at, tap.received_at, about=tap.about, **said)
