"""The county's services: everybody signed in may read; those who keep the list change and confirm it."""

from __future__ import annotations

from datetime import date
from uuid import UUID

from django.http import HttpRequest

from porchlight.desks.forms import Form
from porchlight.desks.team.services.reading import past_day, read_service, service_types, typed
from porchlight.desks.team.services.showing import by_key, exactly, facts, row
from porchlight.desks.team.shell.frame import page
from porchlight.directory import api as directory
from porchlight.kernel import clock
from porchlight.kernel.errors import Refused
from porchlight.policy.api import Answer, Go, Holding, SignedIn, Visit, door

KEEPS = Holding(directory.WRITERS)
HERE = "/services"


@door("services", needs=SignedIn(), house="team")
def services(request: HttpRequest, visit: Visit) -> Answer:
    """Every service by name, found by any part of it."""
    search, language = request.GET.get("q", "")[:100], directory.spoken(visit.language)
    areas = by_key(directory.areas(by=visit))
    today, keeps = _today(), _keeps(visit)
    rows = [
        row(sheet, areas=areas, language=language, today=today, keeps=keeps) for sheet in directory.services(by=visit)
    ]
    found = [one for one in rows if search.casefold() in f"{one.name} {one.about}".casefold()]
    return page(visit, "services.html", here=HERE, found=found, search=search, keeps=keeps)


@door("services/<uuid:service>", needs=SignedIn(), house="team")
def service(request: HttpRequest, visit: Visit, service: UUID) -> Answer:
    """Everything known about one service."""
    return _service(visit, service, Form())


@door("services/new", needs=KEEPS, house="team")
def new_service(request: HttpRequest, visit: Visit) -> Answer:
    """An empty form: everything that matters to somebody who is away."""
    return _form(visit, Form(), to="/services/new", title="A service to add")


@door("services/new", needs=KEEPS, house="team", method="POST")
def add_service(request: HttpRequest, visit: Visit) -> Answer:
    """Put it on the list."""
    form = Form(request.POST)
    draft = read_service(form, areas=directory.areas(by=visit), today=_today())
    if form.errors:
        return _form(visit, form, to="/services/new", title="A service to add")
    return Go(f"/services/{directory.add_service(draft, by=visit)}")


@door("services/<uuid:service>/change", needs=KEEPS, house="team")
def service_to_change(request: HttpRequest, visit: Visit, service: UUID) -> Answer:
    """The same form, filled."""
    sheet = _sheet(visit, service)
    return _form(
        visit, Form(typed(sheet.service)), to=f"/services/{service}/change", title=sheet.service.name.en, sheet=sheet
    )


@door("services/<uuid:service>/change", needs=KEEPS, house="team", method="POST")
def change_service(request: HttpRequest, visit: Visit, service: UUID) -> Answer:
    """Replace the version that was on screen; if it is not current any more, show the form again and say so."""
    sheet, form = _sheet(visit, service), Form(request.POST)
    draft = read_service(form, areas=directory.areas(by=visit), today=_today())
    if form.value("version") != str(sheet.version):
        form.wrong("version", directory.ChangedMeanwhile.sentence)
    if form.errors:
        return _form(visit, form, to=f"/services/{service}/change", title=sheet.service.name.en, sheet=sheet)
    directory.change_service(service, version=sheet.version, draft=draft, by=visit)
    return Go(f"/services/{service}")


@door("services/<uuid:service>/confirm", needs=KEEPS, house="team", method="POST")
def confirm_service(request: HttpRequest, visit: Visit, service: UUID) -> Answer:
    """Number, text and hours were checked."""
    form = Form(request.POST)
    on = past_day(form, "on", today=_today()) or _today()
    if form.errors:
        return _service(visit, service, form)
    directory.confirm_service(service, version=_version(form), on=on, by=visit)
    return Go(f"/services/{service}")


@door("services/<uuid:service>/end", needs=KEEPS, house="team", method="POST")
def end_service(request: HttpRequest, visit: Visit, service: UUID) -> Answer:
    """It is not there any more."""
    directory.end_service(service, version=_version(Form(request.POST)), by=visit)
    return Go(HERE)


def _service(visit: Visit, which: UUID, form: Form) -> Answer:
    sheet, language = _sheet(visit, which), directory.spoken(visit.language)
    areas = by_key(directory.areas(by=visit))
    return page(
        visit,
        "service.html",
        here=HERE,
        status=422 if form.errors else 200,
        sheet=sheet,
        name=sheet.service.name.read_in(language),
        row=row(sheet, areas=areas, language=language, today=_today(), keeps=_keeps(visit)),
        facts=facts(sheet.service, areas=areas, language=language),
        exactly="" if visit.role == "CG" else exactly(sheet.service, language),
        keeps=_keeps(visit),
        form=form,
        today=_today(),
    )


def _form(visit: Visit, form: Form, *, to: str, title: str, sheet: directory.ServiceSheet | None = None) -> Answer:
    areas = [("", "Everywhere: by phone, or they come")]
    areas += [(str(area.id), area.name.en) for area in directory.areas(by=visit)]
    return page(
        visit,
        "service_form.html",
        here=HERE,
        status=422 if form.errors else 200,
        form=form,
        to_address=to,
        title=title,
        version=sheet.version if sheet else "",
        areas=areas,
        types=service_types(),
        today=_today(),
    )


def _sheet(visit: Visit, which: UUID) -> directory.ServiceSheet:
    found = directory.service(which, by=visit)
    if found is None:
        raise Refused
    return found


def _version(form: Form) -> UUID:
    """The version that was on screen. Raises `ChangedMeanwhile` for anything else."""
    try:
        return UUID(form.value("version"))
    except ValueError as wrong:
        raise directory.ChangedMeanwhile from wrong


def _keeps(visit: Visit) -> bool:
    return visit.role in directory.WRITERS


def _today() -> date:
    return clock.county_time(clock.now()).date()
