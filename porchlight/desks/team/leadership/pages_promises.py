"""Promises as counts: made, kept in time, kept late, not kept, by quarter. No young person and nobody's name."""

from __future__ import annotations

from django.http import HttpRequest
from django.utils.translation import gettext as _

from porchlight.desks.team.shell.frame import page
from porchlight.policy.api import Answer, Holding, Visit, door
from porchlight.progress import api as progress

ADDRESS = "/promises"


@door("promises", needs=Holding(("SUP", "ADM")), house="team")
def promises(request: HttpRequest, visit: Visit) -> Answer:
    """The last eight quarters of the own agency; for an administrator, of the whole county."""
    quarters = progress.promise_counts(by=visit)
    lines = [(_quarter(one), *_counts(one)) for one in quarters if one.promised is not None]
    few = [_quarter(one) for one in quarters if one.promised is None]
    return page(visit, "promise_counts.html", here=ADDRESS, lines=lines, few=few, whole_county=visit.role == "ADM")


def _quarter(one: progress.QuarterSheet) -> str:
    number = (one.starts_on.month + 2) // 3
    return _("%(year)s, quarter %(number)s") % {"year": one.starts_on.year, "number": number}


def _counts(one: progress.QuarterSheet) -> tuple[int | None, ...]:
    return (one.promised, one.in_time, one.late, one.not_kept, one.waiting)
