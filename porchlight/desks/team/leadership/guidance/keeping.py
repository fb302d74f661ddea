"""What those who keep the library do with a document: the tools beside it, and reading its form."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.utils.translation import gettext as _

from porchlight.adoption.ground.api import CaseFree
from porchlight.adoption.guidance import api as guidance
from porchlight.adoption.publishing import api as publishing
from porchlight.desks.forms import SHORT, Form
from porchlight.desks.team.leadership.guidance import words
from porchlight.desks.team.leadership.pdf_field import PdfField
from porchlight.desks.team.leadership.plain import DOCUMENT, plain
from porchlight.desks.team.shell.roles import role_words
from porchlight.kernel import clock
from porchlight.policy.api import Office, Visit
from porchlight.teams import api as teams


@dataclass(frozen=True)
class Tools:
    """What this keeper may do with this version now. `languages` are those that it has not been written in."""

    languages: tuple[tuple[str, str], ...]
    may_publish: bool
    is_published: bool


def tools(found: guidance.VersionSheet, visit: Visit) -> Tools:
    """The tools beside a document."""
    spoken = {found.sheet.language, *(language for language, _ in found.others)}
    may = Office.CHAIR in visit.offices and bool(found.sheet.readers)
    out = publishing.publications(by=visit, county=visit.county or "") if may else ()
    return Tools(
        languages=tuple((code, name) for code, name in words.LANGUAGES.items() if code not in spoken),
        may_publish=may,
        is_published=any(one.subject == found.sheet.guide and one.language == found.sheet.language for one in out),
    )


def typed(form: Form, visit: Visit, *, before: guidance.GuideSheet | None, pdf: PdfField) -> guidance.Draft | None:
    """The draft that the form holds; None when something needs another look. A PDF waits until all is well.

    `before` is the version that this one follows: its PDF stays unless another is sent or it is taken away.
    """
    agencies = {agency.id for agency in teams.agencies_of_county(by=visit)}
    title = plain(form, "title", by=visit, need=_("Please write a title."), most=SHORT, dated=True)
    publisher = plain(form, "publisher", by=visit, need=_("Please say who published it."), most=SHORT, dated=True)
    body = plain(form, "body", by=visit, most=DOCUMENT, dated=True)
    language = form.choice("language", guidance.LANGUAGES, need=_("Please pick its language."))
    part = form.choice("part", guidance.PARTS, need=_("Please say which part of the series it is."))
    evidence = form.choice("evidence", guidance.EVIDENCE, need=_("Please say what is known about it."))
    review_on = form.day("review_on", need=_("Please pick the day by which somebody looks at it again."))
    if review_on and guidance.is_past(review_on, today=clock.county_time(clock.now()).date()):
        form.wrong("review_on", _(guidance.ReviewDayPassed.sentence))
    kept = before.file if before and not form.choice("no_file", ("yes",)) else None
    pdf.look(form, visit)
    if not body and not pdf.aside and not kept and not form.error("file"):
        form.wrong("body", _(guidance.NothingToRead.sentence))
    if form.errors or review_on is None:
        return None
    return guidance.Draft(
        title=title, publisher=publisher, language=language, part=part, evidence=evidence, review_on=review_on,
        roles=form.choices("roles", role_words()), readers=form.choices("readers", guidance.READERS),
        agencies=tuple(UUID(one) for one in form.choices("agencies", {str(agency) for agency in agencies})),
        body=CaseFree(body), file=pdf.keep(visit) or kept,
    )  # fmt: skip


def shown(
    form: Form, visit: Visit, *, before: guidance.GuideSheet | None, language: str, pdf: PdfField | None = None
) -> dict[str, Any]:
    """Everything that the form's page draws: what was typed, else what the version before says."""
    start: dict[str, Any] = {"language": language, "part": "role", "evidence": "none"}
    ticked: dict[str, list[str]] = {"roles": [], "agencies": [], "readers": []}
    if before:
        start |= {
            name: getattr(before, name) for name in ("title", "publisher", "part", "evidence", "body", "review_on")
        }
        ticked = {name: [str(one) for one in getattr(before, name)] for name in ticked}
    names = [(str(agency.id), agency.name) for agency in teams.agencies_of_county(by=visit)]
    return {
        "form": form,
        "before": before,
        "pdf": pdf,
        "value": {name: str(start.get(name, "")) for name in (*start, "title", "publisher", "body", "review_on")},
        "ticked": {name: form.values(name) if not form.is_blank else found for name, found in ticked.items()},
        "languages": list(words.LANGUAGES.items()),
        "parts": list(words.part_words().items()),
        "grades": list(words.evidence_words().items()),
        "roles": list(role_words().items()),
        "agencies": names,
        "readers": list(words.reader_words().items()),
    }
