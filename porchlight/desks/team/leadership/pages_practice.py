"""Our own practice: what we agreed on, what was sent to us, what we learn and talk about; and who leads it."""

from __future__ import annotations

from itertools import groupby
from uuid import UUID

from django.http import HttpRequest
from django.utils.translation import gettext as _

from porchlight.desks.forms import Form
from porchlight.desks.team.shell import slots
from porchlight.desks.team.shell.frame import page
from porchlight.desks.team.shell.roles import office_hints, office_words
from porchlight.policy.api import Answer, Go, OfCounty, Office, SignedIn, Visit, door
from porchlight.teams import api as teams

PRACTICE = "/practice"
MOST = 50  # names on one page; a search finds the others


@door("practice", needs=OfCounty(), house="team")
def practice(request: HttpRequest, visit: Visit) -> Answer:
    """Everything about our own practice that this seat has to do with, the next right thing first."""
    return page(visit, "adoption/practice.html", here=PRACTICE, parts=slots.practice(visit))


@door("offices", needs=SignedIn(), house="team")
def offices(request: HttpRequest, visit: Visit) -> Answer:
    """Who leads, manages, trains and signs in the county; whoever may gives offices here."""
    return _offices(visit, Form(), search=request.GET.get("q", "")[:100], wanted=request.GET.get("office", ""))


@door("offices", needs=SignedIn(), house="team", method="POST")
def give_office(request: HttpRequest, visit: Visit) -> Answer:
    """Give a seat an office."""
    form = Form(request.POST)
    seat = form.uuid("seat", [seat.id for seat in _seats(visit)], need=_("Please pick a person."))
    office = form.choice("office", teams.may_give(visit), need=_("Please pick the office."))
    if form.errors or seat is None:
        return _offices(visit, form)
    try:
        teams.give_office(seat, office=Office(office), by=visit)
    except teams.HeldAlready as held:
        form.wrong("office", _(held.said))
        return _offices(visit, form)
    return Go("/offices")


@door("offices/<uuid:line>/end", needs=SignedIn(), house="team", method="POST")
def end_office(request: HttpRequest, visit: Visit, line: UUID) -> Answer:
    """End an office now."""
    teams.end_office(line, by=visit)
    return Go("/offices")


def _seats(visit: Visit) -> tuple[teams.SeatSheet, ...]:
    """Whom this seat may give an office: in their own agency, unless they act for the county."""
    if visit.role == "ADM":
        return teams.seats(by=visit)
    found = teams.seats_of_county(by=visit)
    return found if Office.CHAIR in visit.offices else tuple(seat for seat in found if seat.agency == visit.agency)


def _offices(visit: Visit, form: Form, *, search: str = "", wanted: str = "") -> Answer:
    asked, may, names = search.casefold(), teams.may_give(visit), office_words()
    held, seats = teams.offices(by=visit), _seats(visit) if may else ()
    agencies = {agency.id: agency.name for agency in teams.agencies(by=visit)} if may else {}
    within = {seat.id for seat in seats}
    listed = [one for one in held if asked in f"{one.name} {one.agency_name} {names[one.office]}".casefold()]
    rows = [
        (*who[:2], list(lines)) for who, lines in groupby(listed, lambda one: (one.name, one.agency_name, one.seat))
    ]
    people = [(str(seat.id), f"{seat.name}, {agencies.get(seat.agency, '')}") for seat in seats]
    found = [one for one in people if asked in one[1].casefold()]
    picked = [one for one in people if one[0] == form.value("seat") and one not in found[:MOST]]
    return page(
        visit,
        "adoption/offices.html",
        here=PRACTICE,
        status=422 if form.errors else 200,
        form=form,
        search=search,
        held=held,
        listed=rows[:MOST],
        people=[*picked, *found[:MOST]],
        cut=len(rows) > MOST,
        more_people=len(found) > MOST,
        offices=[(str(office), names[office], office_hints()[office]) for office in may],
        wanted=wanted if wanted in may else "",
        office_names=names,
        ends={one.line for one in held if Office(one.office) in may and one.seat in within},
    )
