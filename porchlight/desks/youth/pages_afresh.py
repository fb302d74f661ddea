"""Start counting afresh: my wish, from today on."""

from __future__ import annotations

from datetime import timedelta

from django.http import HttpRequest

from porchlight.absences import api as absences
from porchlight.desks.youth.frame import HERE
from porchlight.kernel import clock
from porchlight.policy.api import Answer, Go, Page, Visit, door

YEAR = timedelta(days=365)


@door("n/28", needs=HERE, house="youth")
def afresh_page(request: HttpRequest, visit: Visit) -> Answer:
    """What the button does and who sees it; and when I last asked for it."""
    today = clock.county_time(clock.now()).date()
    since = absences.afresh(visit.actor, since=today - YEAR, by=visit)
    mine = [one.on for one in since if one.why == absences.YOUTHS_WISH]
    return Page("afresh.html", {"last": mine[0] if mine else None, "is_today": today in mine})


@door("n/28", needs=HERE, house="youth", method="POST")
def begin_afresh(request: HttpRequest, visit: Visit) -> Answer:
    """From today on, nothing is compared with what was before."""
    today = clock.county_time(clock.now()).date()
    absences.begin_afresh(visit.actor, why=absences.YOUTHS_WISH, on=today, by=visit)
    return Go("/n/28")
