"""What we promised: what people on my team said they would do, and whether it happened."""

from __future__ import annotations

from functools import partial
from uuid import UUID

from django.http import HttpRequest

from porchlight.desks.forms import Form
from porchlight.desks.youth.frame import HERE, people_beside
from porchlight.desks.youth.pictures_mine import draw_promises
from porchlight.kernel import clock
from porchlight.policy.api import Answer, Category, Go, Page, Visit, door
from porchlight.progress import api as progress


@door("n/27", needs=HERE, house="youth")
def promises(request: HttpRequest, visit: Visit) -> Answer:
    """What is owed to me first."""
    found = progress.promises(visit.actor, by=visit)
    people = {one.seat: one for one in people_beside(visit)}
    values = {
        "promises": found,
        "drawn": partial(draw_promises, found),
        "names": {seat: one.name for seat, one in people.items()},
        "asks": {seat for seat, one in people.items() if _may_be_asked(one.role)},
        "seen_by": progress.who_sees_promises(visit.actor, by=visit),
        "today": clock.county_time(clock.now()).date(),
        "states": progress.Standing,
    }
    return Page("promises.html", values)


@door("n/27/<uuid:promise>/h", needs=HERE, house="youth", method="POST")
def it_happened(request: HttpRequest, visit: Visit, promise: UUID) -> Answer:
    """My own word on it; it stands beside theirs."""
    said = Form(request.POST).choice("happened", ("yes", "no"))
    if said:
        progress.say_it_happened(visit.actor, promise=promise, happened=said == "yes", by=visit)
    return Go("/n/27")


@door("n/27/<uuid:promise>/y", needs=HERE, house="youth", method="POST")
def may_see(request: HttpRequest, visit: Visit, promise: UUID) -> Answer:
    """My yes or no to the one who promised it seeing this line; I can take either back."""
    said = Form(request.POST).choice("see", ("yes", "no"))
    there = {one.id: one.seat for one in progress.promises(visit.actor, by=visit)}
    people = {one.seat: one.role for one in people_beside(visit) if _may_be_asked(one.role)}
    if said and there.get(promise) in people:
        to = {there[promise]: people[there[promise]]} if said == "yes" else {}
        progress.show_promise(visit.actor, promise=promise, to=to, by=visit)
    return Go("/n/27")


def _may_be_asked(role: str) -> bool:
    return progress.can_be_shown(role, category=Category.NEEDS)
