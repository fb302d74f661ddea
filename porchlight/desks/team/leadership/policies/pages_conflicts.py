"""Conflicts: anybody of the county names one; the agency's lead says who fixes it by when, and that it is fixed."""

from __future__ import annotations

from uuid import UUID

from django.http import HttpRequest
from django.utils.translation import gettext as _

from porchlight.adoption.policies import api as policies
from porchlight.desks.forms import Form
from porchlight.desks.team.leadership import people_found
from porchlight.desks.team.leadership.pages_practice import PRACTICE
from porchlight.desks.team.leadership.plain import plain
from porchlight.desks.team.leadership.policies.county import (
    agency_names,
    asked_for,
    leads,
    name_of,
    owner_of,
    past_day,
    today,
)
from porchlight.desks.team.leadership.policies.words import kind_words
from porchlight.desks.team.shell.frame import page
from porchlight.kernel.errors import Refused
from porchlight.policy.api import Answer, Go, InOffice, OfCounty, Office, Visit, door

LEADS = InOffice((Office.LEAD,))


@door("conflicts/new", needs=OfCounty(), house="team")
def new_conflict(request: HttpRequest, visit: Visit) -> Answer:
    """An empty form; the address may carry which agency and which policy it is about."""
    about, policy = asked_for(request, "agency"), asked_for(request, "policy")
    return _form(visit, Form({"about": str(about or ""), "policy": str(policy or "")}))


@door("conflicts/new", needs=OfCounty(), house="team", method="POST")
def name_conflict(request: HttpRequest, visit: Visit) -> Answer:
    """Name it."""
    form = Form(request.POST)
    about = form.uuid("about", agency_names(visit), need=_("Please pick the agency."))
    kind = form.choice("kind", kind_words(visit), need=_("Please pick what comes nearest."))
    what = plain(form, "what", by=visit, need=_("Please say what it says or how it is done."))
    if form.errors or about is None:
        return _form(visit, form)
    policy = _policy(visit, form, about)
    return Go(f"/conflicts/{policies.name_conflict(kind, about=about, what=what, policy=policy, by=visit)}")


@door("conflicts/<uuid:row>", needs=OfCounty(), house="team")
def conflict(request: HttpRequest, visit: Visit, row: UUID) -> Answer:
    """One conflict: why it harms, what could stand there instead, who fixes it by when."""
    return _one(visit, row, Form())


@door("conflicts/<uuid:row>/back", needs=OfCounty(), house="team", method="POST")
def take_back(request: HttpRequest, visit: Visit, row: UUID) -> Answer:
    """Whoever named it takes it back."""
    found = policies.conflict(row, by=visit)
    if found is None or not policies.take_back(row, by=visit):
        raise Refused
    return Go(f"/policies/a/{found.about}")


@door("conflicts/<uuid:row>/plan", needs=LEADS, house="team", method="POST")
def plan(request: HttpRequest, visit: Visit, row: UUID) -> Answer:
    """Say who of the agency fixes it, and by which day."""
    form = Form(request.POST)
    if people_found.is_search(form):
        return _one(visit, row, form)
    owner, due = owner_of(form, visit), form.day("due", need=_("Please give the day."))
    if due and due < today():
        form.wrong("due", _(policies.DayIsPast.sentence))
    if form.errors or owner is None or due is None:
        return _one(visit, row, form)
    policies.plan_fix(row, owner=owner.seat, owner_name=owner.name, due=due, by=visit)
    return Go(f"/conflicts/{row}")


@door("conflicts/<uuid:row>/fixed", needs=LEADS, house="team", method="POST")
def fixed(request: HttpRequest, visit: Visit, row: UUID) -> Answer:
    """Say since when it is fixed, and how."""
    form = Form(request.POST)
    on = past_day(form, "fixed_on")
    how = plain(form, "how", by=visit, need=_("Please say how it was fixed."))
    if form.errors or on is None:
        return _one(visit, row, form)
    policies.fix_conflict(row, on=on, how=how, by=visit)
    return Go(f"/conflicts/{row}")


def _policy(visit: Visit, form: Form, about: UUID) -> UUID | None:
    named = {str(one.id): one.id for one in policies.policies(by=visit, agency=about)}
    return named.get(form.value("policy"))


def _form(visit: Visit, form: Form) -> Answer:
    looks = kind_words(visit, "looks_like")
    return page(
        visit,
        "adoption/conflict_new.html",
        here=PRACTICE,
        status=422 if form.errors else 200,
        form=form,
        agencies=[(str(agency), name) for agency, name in agency_names(visit).items()],
        kinds=[(key, f"{name}.", looks[key]) for key, name in kind_words(visit).items()],
    )


def _one(visit: Visit, row: UUID, form: Form) -> Answer:
    found = policies.conflict(row, by=visit)
    if found is None:
        raise Refused
    theirs = policies.versions(found.policy, by=visit) if found.policy else ()
    is_lead = leads(visit, found.about)
    return page(
        visit,
        "adoption/conflict.html",
        here=PRACTICE,
        status=422 if form.errors else 200,
        form=form,
        one=found,
        name=name_of(found.about, agency_names(visit)),
        policy=theirs[0] if theirs else None,
        kind={field: kind_words(visit, field)[found.kind] for field in ("name", "because", "instead")},
        leads=is_lead,
        people=people_found.offered(visit, form, "owner") if is_lead else None,
        today=today(),
    )
