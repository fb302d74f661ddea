"""Keeping the library: a new document, a new version, moments, taking over, taking out, publishing."""

from __future__ import annotations

from uuid import UUID

from django.http import HttpRequest
from django.utils import translation
from django.utils.translation import gettext as _

from porchlight.adoption.guidance import api as guidance
from porchlight.adoption.publishing import api as publishing
from porchlight.desks.forms import Form
from porchlight.desks.team.leadership.guidance import words
from porchlight.desks.team.leadership.guidance.keeping import shown, typed
from porchlight.desks.team.leadership.guidance.pages_library import HERE, KEEPERS
from porchlight.desks.team.leadership.pdf_field import PdfField
from porchlight.desks.team.shell.frame import page
from porchlight.desks.team.shell.roles import role_words
from porchlight.kernel.errors import Refused
from porchlight.policy.api import Answer, Go, InOffice, Office, Visit, door

CHAIR = InOffice((Office.CHAIR,))
NEW = "/guidance/new"


@door("guidance/new", needs=KEEPERS, house="team")
def new_page(request: HttpRequest, visit: Visit) -> Answer:
    """An empty form for a document."""
    return _form(visit, Form(), to=NEW)


@door("guidance/new", needs=KEEPERS, house="team", method="POST")
def add(request: HttpRequest, visit: Visit) -> Answer:
    """Put it into the library."""
    form, pdf = Form(request.POST), PdfField(request)
    draft = typed(form, visit, before=None, pdf=pdf)
    if draft is None:
        return _form(visit, form, to=NEW, pdf=pdf)
    return Go(f"/guidance/v/{guidance.add_guide(draft, by=visit)}")


@door("guidance/d/<uuid:guide>/new/<str:language>", needs=KEEPERS, house="team")
def next_page(request: HttpRequest, visit: Visit, guide: UUID, language: str) -> Answer:
    """The form for the next version in that language, filled with the one before."""
    return _next(visit, guide, language, Form())


@door("guidance/d/<uuid:guide>/new/<str:language>", needs=KEEPERS, house="team", method="POST")
def add_next(request: HttpRequest, visit: Visit, guide: UUID, language: str) -> Answer:
    """Add it, unless somebody else added one meanwhile: then both are there to compare."""
    form, pdf = Form(request.POST), PdfField(request)
    newest = guidance.newest_of(guide, language=language, by=visit)
    after = newest.number if newest and newest.number else 0
    if form.value("after") != str(after):
        form.wrong("body", _(guidance.WrittenMeanwhile.sentence))
    draft = typed(form, visit, before=newest, pdf=pdf)
    if draft is None:
        return _next(visit, guide, language, form, pdf=pdf)
    return Go(f"/guidance/v/{guidance.add_version(guide, draft=draft, after=after, by=visit)}")


@door("guidance/take", needs=CHAIR, house="team", method="POST")
def take_over(request: HttpRequest, visit: Visit) -> Answer:
    """Make one document of the product the county's own, or all of them."""
    keys = {one.key for one in guidance.shipped()}
    key = Form(request.POST).choice("key", keys)
    guidance.take_over([key] if key else sorted(keys), by=visit)
    return Go("/guidance")


@door("guidance/d/<uuid:guide>/moments", needs=KEEPERS, house="team")
def moments_page(request: HttpRequest, visit: Visit, guide: UUID) -> Answer:
    """At which moments it shows, for which roles."""
    tied = guidance.moments_of(guide, by=visit)
    sheet = _any_language(guide, visit)
    roles = list(role_words().items())
    grid = [
        (moment, name, [role for at, role in tied if at == moment]) for moment, name in words.moment_words().items()
    ]
    return page(visit, "adoption/guide_moments.html", here=HERE, sheet=sheet, guide=guide, grid=grid, roles=roles)


@door("guidance/d/<uuid:guide>/moments", needs=KEEPERS, house="team", method="POST")
def tie(request: HttpRequest, visit: Visit, guide: UUID) -> Answer:
    """Keep them."""
    form = Form(request.POST)
    pairs = {(moment, role) for moment in guidance.MOMENTS for role in form.choices(moment, role_words())}
    guidance.tie(guide, moments=pairs, by=visit)
    return Go(f"/guidance/v/{_any_language(guide, visit).version}")


@door("guidance/d/<uuid:guide>/out", needs=KEEPERS, house="team", method="POST")
def out_or_back(request: HttpRequest, visit: Visit, guide: UUID) -> Answer:
    """Take it out of the library, or put it back."""
    if Form(request.POST).value("do") == "back":
        guidance.put_back(guide, by=visit)
    else:
        guidance.take_out(guide, by=visit)
    return Go("/guidance")


@door("guidance/v/<uuid:version>/publish", needs=CHAIR, house="team", method="POST")
def publish(request: HttpRequest, visit: Visit, version: UUID) -> Answer:
    """Let anybody read a copy, or end that."""
    found = guidance.guide_version(version, by=visit)
    if found is None or found.sheet.guide is None:
        raise Refused
    if Form(request.POST).value("do") == "end":
        publishing.withdraw(found.sheet.guide, language=found.sheet.language, by=visit)
        return Go(f"/guidance/v/{version}")
    with translation.override(found.sheet.language):
        standing = words.said_of(found.sheet)
    return Go(f"/published/{guidance.publish_guide(version, standing=standing, by=visit)}")


def _form(visit: Visit, form: Form, *, to: str, pdf: PdfField | None = None) -> Answer:
    values = shown(form, visit, before=None, language=visit.language, pdf=pdf)
    return page(visit, "adoption/guide_form.html", here=HERE, status=422 if form.errors else 200, to=to, **values)


def _next(visit: Visit, guide: UUID, language: str, form: Form, *, pdf: PdfField | None = None) -> Answer:
    newest = guidance.newest_of(guide, language=language, by=visit)
    before = newest or _any_language(guide, visit)
    values = shown(form, visit, before=before, language=language, pdf=pdf)
    return page(
        visit, "adoption/guide_form.html", here=HERE, status=422 if form.errors else 200,
        to=f"/guidance/d/{guide}/new/{language}", after=newest.number if newest else 0, newest=newest, **values,
    )  # fmt: skip


def _any_language(guide: UUID, visit: Visit) -> guidance.GuideSheet:
    """The document's newest version in the reader's language, else in another. Raises `Refused` where there is none."""
    for language in (visit.language, *guidance.LANGUAGES):
        found = guidance.newest_of(guide, language=language, by=visit)
        if found:
            return found
    raise Refused
