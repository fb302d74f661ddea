"""People I trust: who they are, when to call, what they may know."""

from __future__ import annotations

from uuid import UUID

from django.http import HttpRequest
from django.utils.translation import gettext as _

from porchlight.desks import going_back
from porchlight.desks.forms import SHORT, Form
from porchlight.desks.youth.frame import HERE
from porchlight.people import api as people
from porchlight.policy.api import Answer, Go, Page, Visit, door


@door("n/15", needs=HERE, house="youth")
def trusted(request: HttpRequest, visit: Visit) -> Answer:
    """The people I named."""
    return Page("trusted.html", {"people": people.trusted(visit.actor, by=visit)})


@door("n/15/<uuid:who>", needs=HERE, house="youth")
def one(request: HttpRequest, visit: Visit, who: UUID) -> Answer:
    """One of them, to read again or change; an unknown one is a new one."""
    return _one(visit, who, going_back.typed_before(request, visit))


@door("n/15/<uuid:who>", needs=HERE, house="youth", method="POST")
def keep(request: HttpRequest, visit: Visit, who: UUID) -> Answer:
    """Keep what I said about them, or take them off my list."""
    form = Form(request.POST)
    if form.choice("do", ("send", "discard")) == "discard":
        people.no_longer_trusted(visit.actor, trusted_id=who, by=visit)
        return Go("/n/15")
    said = people.TrustedSheet(
        youth=visit.actor,
        id=who,
        name=form.text("name", need=_("Write what you call them."), most=SHORT),
        reach=form.text("reach", most=SHORT),
        hours=form.text("hours", most=SHORT),
        may_know=form.text("may_know"),
        ask_if_away=form.choice("ask", people.ASK_IF_AWAY) or "no",
    )
    if form.errors:
        return _one(visit, who, form)
    people.trust(visit.actor, said=said, by=visit)
    return Go("/n/15")


@door("n/16", needs=HERE, house="youth")
def new(request: HttpRequest, visit: Visit) -> Answer:
    """Somebody new."""
    return Go(f"/n/15/{people.new_trusted_id()}")


def _one(visit: Visit, who: UUID, form: Form) -> Answer:
    found = next((p for p in people.trusted(visit.actor, by=visit) if p.id == who), None)
    return Page("trusted_one.html", {"person": found, "form": form, "who": who}, status=422 if form.errors else 200)
