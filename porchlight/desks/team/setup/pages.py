"""Agencies and people, by the administrator; and the link by which somebody new comes in."""

from __future__ import annotations

from collections.abc import Mapping
from uuid import UUID

from django.http import HttpRequest
from django.utils.translation import gettext as _

from porchlight.desks.forms import SHORT, Form
from porchlight.desks.team.shell.frame import page
from porchlight.desks.team.shell.roles import office_hints, office_words
from porchlight.directory import api as directory
from porchlight.kernel.errors import Refused
from porchlight.policy.api import Answer, Anybody, Go, Holding, Office, Page, Visit, door
from porchlight.teams import api as teams

ADMINISTRATOR = Holding(("ADM",))
LANGUAGES = (("en", "English"), ("es", "Español"))
MOST = 50  # people and agencies on one page; a search finds the others


@door("setup/", needs=ADMINISTRATOR, house="team")
def setup(request: HttpRequest, visit: Visit) -> Answer:
    """What is set up and what comes next."""
    return _setup(visit, Form(), search=request.GET.get("q", "")[:100], added=request.GET.get("added", ""))


@door("setup/agencies", needs=ADMINISTRATOR, house="team", method="POST")
def add_agency(request: HttpRequest, visit: Visit) -> Answer:
    """Add an agency of one of the kinds that the county works with."""
    form = Form(request.POST)
    name = form.text("agency_name", need="Please give the agency's name.", most=SHORT)
    kind = form.choice("kind", teams.KINDS, need="Please pick what kind of agency it is.")
    phone = form.text("agency_phone", most=SHORT)
    if form.errors:
        return _setup(visit, form)
    county = form.choice("agency_county", {offer.key for offer in directory.county_offers()})
    return Go(f"/setup/?added={teams.add_agency(name=name, kind=kind, phone=phone, county=county, by=visit)}")


@door("setup/agencies/left", needs=ADMINISTRATOR, house="team", method="POST")
def agency_left(request: HttpRequest, visit: Visit) -> Answer:
    """An agency belongs to no county any more; what it signed stays."""
    form = Form(request.POST)
    agency = form.uuid("leaves", [a.id for a in teams.agencies(by=visit)], need="Please pick the agency.")
    if agency is None:
        return _setup(visit, form)
    teams.agency_leaves(agency, by=visit)
    return Go("/setup/")


@door("setup/people", needs=ADMINISTRATOR, house="team", method="POST")
def add_person(request: HttpRequest, visit: Visit) -> Answer:
    """Add somebody with their first seat and its offices; the answer shows the link that lets them in."""
    form = Form(request.POST)
    name = form.text("name", need="Please give the person's name.", most=SHORT)
    email = form.text("email", need="Please give an e-mail: it is the name they sign in with.", most=SHORT)
    language = form.choice("language", ("en", "es")) or "en"
    seat, offices = _seat_fields(form, visit), form.choices("offices", list(Office))
    if form.errors or seat is None:
        return _setup(visit, form)
    try:
        person = teams.add_person(name=name, email=email, language=language, by=visit)
    except teams.KnownAlready as known:
        form.wrong("email", known.said)
        return _setup(visit, form)
    phone = form.text("phone", most=SHORT)
    given = teams.give_seat(person, agency=seat[0], role=seat[1], name=name, phone=phone, by=visit)
    for office in offices:
        teams.give_office(given, office=Office(office), by=visit)
    return _link(visit, person, name, request)


@door("setup/people/<uuid:person>", needs=ADMINISTRATOR, house="team")
def person(request: HttpRequest, visit: Visit, person: UUID) -> Answer:
    """Somebody who works here: their seats, and another one."""
    return _person(visit, person, Form())


@door("setup/seats", needs=ADMINISTRATOR, house="team", method="POST")
def give_seat(request: HttpRequest, visit: Visit) -> Answer:
    """Give somebody who is here another seat; they choose at sign-in which one they wear."""
    form = Form(request.POST)
    people = {person.person: person for person in teams.staff(by=visit)}
    person = form.uuid("person", list(people))
    seat, phone = _seat_fields(form, visit), form.text("phone", most=SHORT)
    if person is None:
        raise Refused
    if form.errors or seat is None:
        return _person(visit, person, form)
    teams.give_seat(person, agency=seat[0], role=seat[1], name=people[person].name, phone=phone, by=visit)
    return Go(f"/setup/people/{person}")


@door("setup/links", needs=ADMINISTRATOR, house="team", method="POST")
def new_link(request: HttpRequest, visit: Visit) -> Answer:
    """A fresh link for somebody who lost theirs; it also lets them choose a new password."""
    people = {person.person: person for person in teams.staff(by=visit)}
    person = Form(request.POST).uuid("person", list(people))
    return _link(visit, person, people[person].name, request) if person else Go("/setup/")


@door("i/<str:token>", needs=Anybody(), house="team")
def invited(request: HttpRequest, visit: Visit, token: str) -> Answer:
    """Where an invitation leads."""
    return _invited(visit, token, Form())


@door("i/<str:token>", needs=Anybody(), house="team", method="POST")
def accept(request: HttpRequest, visit: Visit, token: str) -> Answer:
    """Set the password and come in."""
    form = Form(request.POST)
    found = teams.invited(token, by=visit)
    trouble = teams.password_trouble(form.value("password"), email=found[1] if found else "")
    if trouble:
        form.wrong("password", _password_words()[trouble])
    if form.errors or found is None:
        return _invited(visit, token, form)
    session = teams.accept_invitation(token, password=form.value("password"), key=visit.extras["process_key"], by=visit)
    return Go("/kept", cookies={teams.COOKIE: session.cookie}, keep=False)


def _password_words() -> dict[str, str]:
    fewest = {"fewest": teams.SHORTEST_PASSWORD}
    return {
        "short": _("Please use at least %(fewest)s characters. A few words you like make a good one.") % fewest,
        "easy": _("That one would be easy to guess. A few words that belong together only for you work well."),
    }


def _seat_fields(form: Form, visit: Visit) -> tuple[UUID, str] | None:
    agency = form.uuid("agency", [a.id for a in teams.agencies(by=visit)], need="Please pick the agency.")
    role = form.choice("role", teams.seat_roles(), need="Please pick the role.")
    return (agency, role) if agency and role else None


def _person(visit: Visit, person: UUID, form: Form) -> Answer:
    found = next((one for one in teams.staff(by=visit) if one.person == person), None)
    if found is None:
        raise Refused
    agencies, roles = {one.id: one.name for one in teams.agencies(by=visit)}, teams.seat_roles()
    seats = [seat for seat in teams.seats(by=visit) if seat.person == person]
    return page(
        visit,
        "person.html",
        here="/setup/",
        status=422 if form.errors else 200,
        form=form,
        person=found,
        wears=[(roles.get(seat.role, seat.role), agencies.get(seat.agency, "")) for seat in seats],
        agencies=[(str(agency), name) for agency, name in agencies.items()],
        roles=_by_name(roles),
    )


def _by_name(roles: Mapping[str, str]) -> list[tuple[str, str]]:
    return sorted(roles.items(), key=lambda role: role[1].casefold())


def _setup(visit: Visit, form: Form, *, search: str = "", added: str = "") -> Answer:
    agencies, asked = teams.agencies(by=visit), search.strip().casefold()
    listed = [one for one in agencies if asked in one.name.casefold()]
    people = [one for one in teams.staff(by=visit) if asked in f"{one.name} {one.email}".casefold()]
    return page(
        visit,
        "setup.html",
        here="/setup/",
        status=422 if form.errors else 200,
        form=form,
        search=search,
        agencies=agencies,
        listed=listed[:MOST],
        people=people[:MOST],
        cut=len(listed) > MOST or len(people) > MOST,
        seats=teams.seats(by=visit),
        kinds=teams.KINDS,
        roles=teams.seat_roles(),
        role_options=_by_name(teams.seat_roles()),
        added=next((one.name for one in agencies if str(one.id) == added), ""),
        offices=[(str(office), office_words()[office], office_hints()[office]) for office in Office],
        languages=LANGUAGES,
        counties=[(offer.key, offer.name) for offer in directory.county_offers()],
        county_names={offer.key: offer.name for offer in directory.county_offers()},
        warning=teams.OUT_OF_STATE_WARNING,
    )


def _link(visit: Visit, person: UUID, name: str, request: HttpRequest) -> Answer:
    address = request.build_absolute_uri(f"/i/{teams.invite(person, by=visit)}")
    return page(visit, "link.html", here="/setup/", name=name, address=address)


def _invited(visit: Visit, token: str, form: Form) -> Answer:
    found = teams.invited(token, by=visit)
    values = {"found": found, "form": form, "token": token, "fewest": teams.SHORTEST_PASSWORD}
    return Page("invited.html", values, status=422 if form.errors else 200)
