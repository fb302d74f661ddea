"""Places at the table: for whom they are, who holds them, who stands in, which are vacant."""

from __future__ import annotations

from uuid import UUID

from django.http import HttpRequest
from django.utils.translation import gettext as _

from porchlight.adoption.steering import api as steering
from porchlight.desks.forms import SHORT, Form
from porchlight.desks.team.leadership.pages_practice import PRACTICE
from porchlight.desks.team.leadership.plain import plain
from porchlight.desks.team.leadership.steering.pages_committee import CHAIR, in_order
from porchlight.desks.team.leadership.steering.words import place_words
from porchlight.desks.team.shell.frame import page
from porchlight.kernel.errors import Refused
from porchlight.policy.api import Answer, Go, Visit, door


@door("committee/<uuid:body>/places", needs=CHAIR, house="team")
def places(request: HttpRequest, visit: Visit, body: UUID) -> Answer:
    """The places of one body; one of them may be open for a change."""
    return _places(visit, body, Form(), change=request.GET.get("change", ""))


@door("committee/<uuid:body>/places", needs=CHAIR, house="team", method="POST")
def set_place(request: HttpRequest, visit: Visit, body: UUID) -> Answer:
    """Add a place, or change one: the earlier row ends and stays on record."""
    form = Form(request.POST)
    partner = form.choice("partner", steering.places(), need=_("Please pick for whom the place is."))
    title = plain(form, "title", by=visit, most=SHORT)
    holder = plain(form, "holder", by=visit, most=SHORT)
    alternate = plain(form, "alternate", by=visit, most=SHORT)
    instead = form.uuid("instead_of", [one.id for one in steering.places_of(body, by=visit)])
    if form.errors:
        return _places(visit, body, form, change=form.value("instead_of"))
    steering.set_place(
        body, partner=partner, name=title, holder=holder, alternate=alternate, paid=form.value("paid") == "yes",
        instead_of=instead, by=visit,
    )  # fmt: skip
    return Go(f"/committee/{body}/places")


@door("committee/places/<uuid:place>/end", needs=CHAIR, house="team", method="POST")
def clear_place(request: HttpRequest, visit: Visit, place: UUID) -> Answer:
    """Take a place away from the table; earlier meetings keep who came for it."""
    steering.clear_place(place, by=visit)
    return Go("/committee")


def _places(visit: Visit, body: UUID, form: Form, *, change: str) -> Answer:
    found = next((one for one in steering.bodies(by=visit) if one.id == body), None)
    if found is None:
        raise Refused
    seated = in_order(steering.places_of(body, by=visit))
    return page(
        visit,
        "adoption/places.html",
        here=PRACTICE,
        status=422 if form.errors else 200,
        form=form,
        body=found,
        seated=seated,
        change=next((one for one in seated if str(one.id) == change), None),
        places=place_words(visit),
    )
