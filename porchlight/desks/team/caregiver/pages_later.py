"""Anything to agree on? A page of its own, for the day after: it begins at none needed."""

from __future__ import annotations

from datetime import timedelta
from uuid import UUID

from django.http import HttpRequest

from porchlight.absences import api as absences
from porchlight.desks.forms import Form
from porchlight.desks.team.caregiver import words_home as words
from porchlight.desks.team.shell.frame import page
from porchlight.people import api as people
from porchlight.policy.api import Answer, Category, Change, Go, Grain, See, Visit, door
from porchlight.progress import api as progress

NEEDS = Change(Category.ABSENCE, Grain.SLICE)
NOTHING = "none"


@door("y/<uuid:youth>/later", needs=NEEDS, house="team")
def later_page(request: HttpRequest, visit: Visit, youth: UUID) -> Answer:
    """What was recognised first; then none needed, or one of what they agreed to beforehand."""
    return _later(visit, youth)


@door("y/<uuid:youth>/later", needs=NEEDS, house="team", method="POST")
def settle(request: HttpRequest, visit: Visit, youth: UUID) -> Answer:
    """Keep what is settled; it ends by itself."""
    form = Form(request.POST)
    offers = {str(offer.id): offer.id for offer in absences.later(youth, by=visit).offers}
    picked = form.choice("agreed", [NOTHING, *offers])
    absences.settle(youth, agreed=offers.get(picked), they_say=form.text("they_say"), by=visit)
    return Go(f"/y/{youth}/later")


def _later(visit: Visit, youth: UUID) -> Answer:
    found = absences.later(youth, by=visit)
    kinds = dict(words.agreement_kinds())
    is_shown = found.state in (absences.Later.OPEN, absences.Later.SETTLED)
    return page(
        visit,
        "home_later.html",
        youth=youth,
        called=people.called(youth, by=visit),
        found=found,
        states=absences.Later,
        kind_words=_kind_words(visit, youth, found) if is_shown else [],
        kinds=kinds,
        options=[(str(one.id), kinds[one.kind], f"{one.what} ({one.rule.hours} h)") for one in found.offers],
        nothing=NOTHING,
    )


def _kind_words(visit: Visit, youth: UUID, found: absences.LaterSheet) -> list[str]:
    """What this seat may read of what was said to them when they came home."""
    if found.back is None or not See(Category.RECOGNITION).answered(visit, youth):
        return []
    since = found.back.back_at - timedelta(days=1)
    received = progress.received(youth, wanted=progress.Wishes(youth), by=visit)
    return [word.words for word in received if word.words and word.sent_at >= since]
