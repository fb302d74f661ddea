"""Protocols between agencies: every version to read and print, and what each agency answers."""

from __future__ import annotations

from uuid import UUID

from django.http import HttpRequest
from django.utils.translation import gettext as _

from porchlight.adoption.policies import api as policies
from porchlight.desks.forms import Form
from porchlight.desks.team.leadership.pages_practice import PRACTICE
from porchlight.desks.team.leadership.plain import plain
from porchlight.desks.team.leadership.policies.county import agency_names
from porchlight.desks.team.leadership.policies.sheet import Sheet, paper_of, sheet_of
from porchlight.desks.team.shell.frame import page
from porchlight.kernel.errors import Refused
from porchlight.policy.api import Answer, Go, InOffice, OfCounty, Office, Page, Paper, Visit, door

SIGNATORIES = InOffice((Office.SIGNATORY,), after_leaving=True)
SENT_READERS = frozenset({Office.CHAIR, Office.MEMBER, Office.LEAD})


@door("protocols", needs=OfCounty(), house="team")
def protocols(request: HttpRequest, visit: Visit) -> Answer:
    """Every protocol of the county, and which version agencies sign."""
    return show_protocols(visit, Form())


@door("protocols/<uuid:row>", needs=OfCounty(), house="team")
def protocol(request: HttpRequest, visit: Visit, row: UUID) -> Answer:
    """The newest version of a protocol, with who signed it."""
    return _show(visit, row, Form())


@door("protocols/<uuid:row>/<int:number>", needs=OfCounty(), house="team")
def version(request: HttpRequest, visit: Visit, row: UUID, number: int) -> Answer:
    """One version as it was put forward."""
    return _show(visit, row, Form(), number=number)


@door("protocols/<uuid:row>/<int:number>/print", needs=OfCounty(), house="team")
def printed(request: HttpRequest, visit: Visit, row: UUID, number: int) -> Answer:
    """The sheet alone, for the printer."""
    return page(visit, "adoption/protocol_print.html", here=PRACTICE, sheet=_sheet(visit, row, number))


@door("protocols/<uuid:row>/<int:number>/paper", needs=OfCounty(), house="team")
def paper(request: HttpRequest, visit: Visit, row: UUID, number: int) -> Answer:
    """The sheet as a PDF."""
    sheet = _sheet(visit, row, number)
    return Paper(paper_of(sheet, visit), f"{sheet.title}, {sheet.version.number}.pdf")


@door("protocols/<uuid:row>/<int:number>/sign", needs=SIGNATORIES, house="team", method="POST")
def sign(request: HttpRequest, visit: Visit, row: UUID, number: int) -> Answer:
    """Sign for the own agency."""
    policies.sign_protocol(row, number=number, by=visit)
    return Go(f"/protocols/{row}")


@door("protocols/<uuid:row>/<int:number>/decline", needs=SIGNATORIES, house="team", method="POST")
def decline(request: HttpRequest, visit: Visit, row: UUID, number: int) -> Answer:
    """Say that the own agency does not sign, and why."""
    form = Form(request.POST)
    because = plain(form, "because", by=visit, need=_("Please say why, in your agency's words."))
    if form.errors:
        return _show(visit, row, form)
    policies.do_not_sign(row, number=number, because=because, by=visit)
    return Go(f"/protocols/{row}")


def show_protocols(visit: Visit, form: Form) -> Page:
    """The list of protocols, with what was typed on it when the form came back."""
    return page(
        visit,
        "adoption/protocols.html",
        here=PRACTICE,
        status=422 if form.errors else 200,
        form=form,
        found=policies.protocols(by=visit),
        chairs=Office.CHAIR in visit.offices,
        reads_sent=not SENT_READERS.isdisjoint(visit.offices),
    )


def _show(visit: Visit, row: UUID, form: Form, *, number: int | None = None) -> Answer:
    found = policies.protocol(row, by=visit, number=number)
    if found is None or (number and found.version is None):
        raise Refused
    names, version = agency_names(visit), found.version
    mine = bool(version and version.is_newest and version.seats_of(visit.own_agency))
    answer = version.answers.get(visit.own_agency) if version else None
    return page(
        visit,
        "adoption/protocol.html",
        here=PRACTICE,
        status=422 if form.errors else 200,
        form=form,
        one=found,
        sheet=sheet_of(found, visit, names) if version else None,
        numbers=policies.version_numbers(row, by=visit),
        may_answer=mine and Office.SIGNATORY in visit.offices and not (answer and answer.signs),
        chairs=Office.CHAIR in visit.offices,
    )


def _sheet(visit: Visit, row: UUID, number: int) -> Sheet:
    found = policies.protocol(row, by=visit, number=number)
    if found is None or found.version is None:
        raise Refused
    return sheet_of(found, visit, agency_names(visit))
