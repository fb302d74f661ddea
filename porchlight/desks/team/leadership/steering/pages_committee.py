"""The committee's page: who sits at the table and who is missing, what is coming, what is still to do."""

from __future__ import annotations

from collections.abc import Iterable
from uuid import UUID

from django.http import HttpRequest
from django.utils.translation import gettext as _

from porchlight.adoption.steering import api as steering
from porchlight.desks.forms import SHORT, Form
from porchlight.desks.team.leadership.pages_practice import PRACTICE
from porchlight.desks.team.leadership.plain import plain
from porchlight.desks.team.leadership.steering.words import body_words, gap_words, place_words, stands_words
from porchlight.desks.team.shell.frame import page
from porchlight.policy.api import Answer, Go, InOffice, OfCounty, Office, Visit, door

CHAIR = InOffice((Office.CHAIR,))
TABLE = InOffice((Office.CHAIR, Office.MEMBER))
HERE = "/committee"


@door("committee", needs=OfCounty(), house="team")
def committee(request: HttpRequest, visit: Visit) -> Answer:
    """The committee and its taskforces."""
    return _committee(visit, Form())


@door("committee", needs=CHAIR, house="team", method="POST")
def found(request: HttpRequest, visit: Visit) -> Answer:
    """Begin the committee or a taskforce."""
    form = Form(request.POST)
    kind = form.choice("kind", steering.BODIES, need=_("Please pick what it is."))
    name = plain(form, "name", by=visit, need=_("Please give it a name."), most=SHORT)
    purpose = plain(form, "purpose", by=visit)
    if form.errors:
        return _committee(visit, form)
    try:
        steering.found_body(kind, name=name, purpose=purpose, by=visit)
    except steering.OneCommittee as one:
        form.wrong("kind", _(one.said))
        return _committee(visit, form)
    return Go(HERE)


@door("committee/<uuid:body>/end", needs=CHAIR, house="team", method="POST")
def end(request: HttpRequest, visit: Visit, body: UUID) -> Answer:
    """A taskforce has done its work."""
    steering.end_body(body, by=visit)
    return Go(HERE)


@door("committee/actions/<uuid:action>", needs=TABLE, house="team", method="POST")
def say_action(request: HttpRequest, visit: Visit, action: UUID) -> Answer:
    """Say what came of an action."""
    form = Form(request.POST)
    done = form.choice("done", ("yes", "no"), need=_("Please say whether it is done."))
    words = plain(form, "came", by=visit)
    if form.errors:
        return _committee(visit, form, about=action)
    steering.say_action(action, done=done == "yes", words=words, by=visit)
    return Go(HERE)


def in_order(seated: Iterable[steering.PlaceSheet]) -> list[steering.PlaceSheet]:
    """Places as the law names them, then the others."""
    order = list(steering.places())
    return sorted(seated, key=lambda one: (order.index(one.partner), one.since, one.holder))


def _committee(visit: Visit, form: Form, *, about: UUID | None = None) -> Answer:
    bodies = steering.bodies(by=visit)
    tables = {body.id: in_order(steering.places_of(body.id, by=visit)) for body in bodies[:4]}
    main = next((body for body in bodies if body.kind == "committee"), None)
    seated = [(one.partner, not one.is_vacant, one.paid) for one in tables.get(main.id, ())] if main else []
    names = place_words(visit)
    return page(
        visit,
        "adoption/committee.html",
        here=PRACTICE,
        status=422 if form.errors else 200,
        form=form,
        about=about,
        bodies=bodies,
        tables=tables,
        gaps=[gap_words(gap, places=names) for gap in steering.gaps(seated)] if main else [],
        meetings=steering.meetings(by=visit),
        actions=steering.actions_open(by=visit),
        places=names,
        kinds=body_words(),
        stands=stands_words(),
        chairs=CHAIR.answered(visit, None),
        sits=TABLE.answered(visit, None),
    )
