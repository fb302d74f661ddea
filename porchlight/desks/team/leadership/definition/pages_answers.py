"""From a draft to what is in force: closing the text, each agency's answer, in force, published."""

from __future__ import annotations

from uuid import UUID

from django.http import HttpRequest
from django.utils.translation import gettext as _

from porchlight.adoption.definition import api as definition
from porchlight.desks import going_back
from porchlight.desks.forms import Form
from porchlight.desks.team.leadership.days import on_day
from porchlight.desks.team.leadership.definition import copies, showing, words
from porchlight.desks.team.leadership.definition.pages_definition import CHAIR, PRACTICE
from porchlight.desks.team.leadership.plain import plain
from porchlight.desks.team.shell.frame import page
from porchlight.kernel import clock
from porchlight.policy.api import Answer, Go, InOffice, Office, Visit, door
from porchlight.teams import api as teams

SIGNATORY = InOffice((Office.SIGNATORY,))


@door("definition/<uuid:version>/close", needs=CHAIR, house="team")
def closing(request: HttpRequest, visit: Visit, version: UUID) -> Answer:
    """Which agencies are asked, and by which day; what closing does."""
    return _closing(visit, version, Form())


@door("definition/<uuid:version>/close", needs=CHAIR, house="team", method="POST")
def close(request: HttpRequest, visit: Visit, version: UUID) -> Answer:
    """Lock the text and ask them."""
    form = Form(request.POST)
    here = {str(agency.id): agency.id for agency in teams.agencies_of_county(by=visit)}
    asked = [here[one] for one in form.choices("asked", list(here))]
    day = form.day("answers_by")
    if not asked:
        form.wrong("asked", _("Please pick at least one agency."))
    if day and day < clock.county_time(clock.now()).date():
        form.wrong("answers_by", _("That day is over. Pick today or a later one."))
    if form.errors:
        return _closing(visit, version, form)
    definition.close_round(version, asked=asked, answers_by=day, by=visit)
    return Go(f"/definition/{version}")


@door("definition/<uuid:version>/answer", needs=SIGNATORY, house="team")
def answering(request: HttpRequest, visit: Visit, version: UUID) -> Answer:
    """Read once more what is signed, and say yes, abstain or dissent for one's agency."""
    return _answering(visit, version, going_back.typed_before(request, visit))


@door("definition/<uuid:version>/answer", needs=SIGNATORY, house="team", method="POST")
def answer(request: HttpRequest, visit: Visit, version: UUID) -> Answer:
    """Sign it, once."""
    form = Form(request.POST)
    kind = form.choice("answer", definition.ANSWERS, need=_("Please pick what your agency says."))
    asks = kind in (definition.ABSTAINS, definition.DISSENTS)
    need = _("Please write why. It stands on the sheet with your name.") if asks else ""
    reason = plain(form, "reason", by=visit, need=need)
    if form.errors:
        return _answering(visit, version, form)
    try:
        definition.answer(version, kind=kind, reason=reason, by=visit)
    except definition.AnsweredAlready as already:
        form.wrong("answer", _(already.said))
        return _answering(visit, version, form)
    return Go(f"/definition/{version}/answer")


@door("definition/<uuid:version>/force", needs=CHAIR, house="team", method="POST")
def come_in_force(request: HttpRequest, visit: Visit, version: UUID) -> Answer:
    """Declare it in force from now on."""
    definition.come_in_force(version, by=visit)
    return Go(f"/definition/{version}")


@door("definition/<uuid:version>/publish", needs=CHAIR, house="team", method="POST")
def publish(request: HttpRequest, visit: Visit, version: UUID) -> Answer:
    """Let anybody read it without signing in."""
    one = showing.version_of(version, by=visit)
    if one.state == definition.IN_FORCE:
        found = list(copies.copies(one, by=visit))
        young = list(copies.copies(one, by=visit, youth=True))
        definition.publish_version(version, copies=found, youth=young, by=visit)
    return Go(f"/definition/{version}")


def _closing(visit: Visit, version: UUID, form: Form) -> Answer:
    one = showing.version_of(version, by=visit)
    held = teams.offices(by=visit)
    signing = {one.agency for one in held if one.office == Office.SIGNATORY}
    leads = {one.agency: one.name for one in held if one.office == Office.LEAD}
    found = teams.agencies_of_county(by=visit)
    options = [(str(a.id), a.name, "" if a.id in signing else words.nobody_signs(leads.get(a.id))) for a in found]
    waiting = definition.open_comments(definition.comments(version, by=visit))
    values = {"one": one, "agencies": options, "waiting": waiting, "form": form, "kinds": words.kinds()}
    values["gaps"] = definition.spanish_gaps(version, by=visit)
    chosen = [str(agency) for agency in signing] if form.is_blank else form.values("asked")
    status = 422 if form.errors else 200
    return page(visit, "adoption/closing.html", here=PRACTICE, status=status, chosen=chosen, **values)


def _answering(visit: Visit, version: UUID, form: Form) -> Answer:
    one = showing.version_of(version, by=visit)
    said = {answer.agency: answer for answer in definition.said(one, by=visit).answers}
    values = {"one": one, "form": form, "over": words.standing_of(one), "today": on_day(clock.now())}
    values["days"] = words.days_line(one.days) if one.state == definition.ANSWERING else ""
    own, status = said.get(visit.own_agency), 422 if form.errors else 200
    values |= {"own": own, "own_day": on_day(own.made_at) if own else "", "names": words.answer_words()}
    return page(visit, "adoption/answering.html", here=PRACTICE, status=status, **values)
