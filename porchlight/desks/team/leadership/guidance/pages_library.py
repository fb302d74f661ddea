"""The library: what is for my role first; a page for each document; what was sent to me and what I asked."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any
from uuid import UUID

from django.http import HttpRequest
from django.utils.translation import gettext as _

from porchlight.adoption.files import api as files
from porchlight.adoption.guidance import api as guidance
from porchlight.desks import going_back
from porchlight.desks.forms import Form
from porchlight.desks.team.leadership.guidance import words
from porchlight.desks.team.leadership.guidance.keeping import tools
from porchlight.desks.team.leadership.plain import plain
from porchlight.desks.team.shell.frame import page
from porchlight.kernel import clock
from porchlight.kernel.errors import Refused
from porchlight.policy.api import Answer, Go, InOffice, OfCounty, Office, Paper, Visit, door
from porchlight.teams import api as teams

HERE = "/practice"
KEEPERS = InOffice((Office.CHAIR, Office.LEAD, Office.TRAINER))


@door("guidance", needs=OfCounty(), house="team")
def library(request: HttpRequest, visit: Visit) -> Answer:
    """Every document, for this role first; found by words, language, or the moment it is for."""
    search, language, at = (request.GET.get(name, "")[:100] for name in ("q", "lang", "at"))
    language = language if language in guidance.LANGUAGES else ""
    shown = _at(visit, at) if at in guidance.MOMENTS else guidance.library(by=visit, words=search, language=language)
    here = sorted(shown.here, key=lambda one: one.language != visit.language)
    keeps = KEEPERS.answered(visit, None)
    return page(
        visit,
        "adoption/guidance.html",
        here=HERE,
        search=search,
        language=language,
        moment=words.moment_words().get(at, ""),
        mine=[_row(one) for one in here if one.is_mine],
        others=[_row(one) for one in here if not one.is_mine],
        taken_out=[_row(one) for one in shown.taken_out] if keeps else [],
        languages=words.LANGUAGES,
        keeps=keeps,
        takes_over=Office.CHAIR in visit.offices and any(one.comes_along for one in shown.here),
    )


@door("guidance/s/<str:key>/<str:language>", needs=OfCounty(), house="team")
def shipped(request: HttpRequest, visit: Visit, key: str, language: str) -> Answer:
    """A document that comes with the product."""
    found = guidance.shipped_guide(key, language=language, by=visit)
    if found is None:
        raise Refused
    return page(
        visit, "adoption/guide_shipped.html", here=HERE, sheet=found, facts=_facts(found), said=words.said_of(found),
        past=_is_past(found), takes_over=Office.CHAIR in visit.offices,
    )  # fmt: skip


@door("guidance/v/<uuid:version>", needs=OfCounty(), house="team")
def version(request: HttpRequest, visit: Visit, version: UUID) -> Answer:
    """One version of a document; that it was opened is kept where it was sent to this seat, and the page says so."""
    return _version(visit, version, going_back.typed_before(request, visit))


@door("guidance/v/<uuid:version>/file", needs=OfCounty(), house="team")
def file(request: HttpRequest, visit: Visit, version: UUID) -> Answer:
    """Its PDF."""
    found = guidance.guide_version(version, by=visit)
    body = files.file_body(found.sheet.file, by=visit) if found and found.sheet.file else None
    if body is None:
        raise Refused
    return Paper(body[1], body[0] if body[0].lower().endswith(".pdf") else f"{body[0]}.pdf")


@door("guidance/v/<uuid:version>/read", needs=OfCounty(), house="team", method="POST")
def i_read_it(request: HttpRequest, visit: Visit, version: UUID) -> Answer:
    """This seat says that it has read what it was sent."""
    guidance.acknowledge(version, by=visit)
    return Go(f"/guidance/v/{version}")


@door("guidance/v/<uuid:version>/ask", needs=OfCounty(), house="team", method="POST")
def ask(request: HttpRequest, visit: Visit, version: UUID) -> Answer:
    """Ask whoever sent it."""
    form = Form(request.POST)
    asked = plain(form, "words", by=visit, need=_("Please write your question."))
    if form.errors:
        return _version(visit, version, form)
    guidance.ask_sender(version, words=asked, by=visit)
    return Go(f"/guidance/v/{version}")


@door("guidance/mine", needs=OfCounty(), house="team")
def mine(request: HttpRequest, visit: Visit) -> Answer:
    """Everything that was sent to this seat, what it did with it, and the answers that it got."""
    given = guidance.given_items(None, by=visit)
    found = [(one, words.address_of(one.sheet), words.said_of(one.sheet)) for one in given]
    return page(visit, "adoption/sent_to_me.html", here=HERE, found=found, today=_today())


def _version(visit: Visit, version: UUID, form: Form) -> Answer:
    found = guidance.guide_version(version, by=visit)
    if found is None or found.sheet.guide is None:
        raise Refused
    given = guidance.note_opened(version, by=visit)
    asked = [question for one in given for question in one.asked]
    answered = {question.answered for question in asked}  # they stand under what this seat asked itself
    senders = teams.seat_names({one.sender for one in given}, by=visit) if given else {}
    return page(
        visit,
        "adoption/guide.html",
        here=HERE,
        status=422 if form.errors else 200,
        form=form,
        version=found,
        sheet=found.sheet,
        facts=_facts(found.sheet, agencies=_agencies(found.sheet, visit)),
        said=words.said_of(found.sheet),
        past=_is_past(found.sheet),
        given=given[0] if given else None,
        sender=senders.get(given[0].sender, "") if given else "",
        asked=asked,
        answers=[one for one in guidance.shown_answers(found.sheet.guide, by=visit) if one[1] not in answered],
        today=_today(),
        languages=words.LANGUAGES,
        tools=tools(found, visit) if KEEPERS.answered(visit, None) else None,
    )


def _at(visit: Visit, moment: str) -> guidance.Library:
    return guidance.Library(here=guidance.at_this_moment(moment, by=visit), taken_out=())


def _row(one: guidance.GuideSheet) -> dict[str, Any]:
    at = f"/guidance/s/{one.key}/{one.language}" if one.comes_along else f"/guidance/v/{one.version}"
    return {"sheet": one, "at": at, "said": words.said_of(one), "past": _is_past(one)}


def _facts(one: guidance.GuideSheet, *, agencies: Sequence[str] = ()) -> dict[str, Any]:
    return {"part": words.part_words()[one.part], "roles": words.names_of(one.roles), "agencies": agencies}


def _agencies(one: guidance.GuideSheet, visit: Visit) -> list[str]:
    """The names of the agencies that it is for, where it names some."""
    known = teams.agencies_of_county(by=visit) if one.agencies else ()
    return [agency.name for agency in known if agency.id in one.agencies]


def _is_past(one: guidance.GuideSheet) -> bool:
    return guidance.is_past(one.review_on, today=_today())


def _today() -> date:
    return clock.county_time(clock.now()).date()
