"""Comments on one passage of the draft, by everybody in the county; the chair answers them."""

from __future__ import annotations

from uuid import UUID

from django.http import HttpRequest
from django.utils.translation import gettext as _

from porchlight.adoption.definition import api as definition
from porchlight.desks import going_back
from porchlight.desks.forms import Form
from porchlight.desks.team.leadership.definition import showing
from porchlight.desks.team.leadership.definition.pages_definition import CHAIR, PRACTICE
from porchlight.desks.team.leadership.plain import plain
from porchlight.desks.team.shell.frame import page
from porchlight.kernel.errors import Refused
from porchlight.policy.api import Answer, Go, OfCounty, Visit, door


@door("definition/<uuid:version>/talk/<uuid:passage>", needs=OfCounty(), house="team")
def talk(request: HttpRequest, visit: Visit, version: UUID, passage: UUID) -> Answer:
    """What people say about one passage, and what became of it."""
    return _talk(visit, version, passage, going_back.typed_before(request, visit))


@door("definition/<uuid:version>/talk/<uuid:passage>", needs=OfCounty(), house="team", method="POST")
def comment(request: HttpRequest, visit: Visit, version: UUID, passage: UUID) -> Answer:
    """Say something about it."""
    form = Form(request.POST)
    words = plain(form, "words", by=visit, need=_("Please write what you think."))
    if form.errors:
        return _talk(visit, version, passage, form)
    definition.comment(version, passage=passage, words=words, by=visit)
    return Go(f"/definition/{version}/talk/{passage}")


@door("definition/<uuid:version>/talk/<uuid:passage>/back/<uuid:row>", needs=OfCounty(), house="team", method="POST")
def take_back(request: HttpRequest, visit: Visit, version: UUID, passage: UUID, row: UUID) -> Answer:
    """Take one's own comment back."""
    definition.withdraw_comment(row, by=visit)
    return Go(f"/definition/{version}/talk/{passage}")


@door("definition/<uuid:version>/talk/<uuid:passage>/reply/<uuid:row>", needs=CHAIR, house="team", method="POST")
def reply(request: HttpRequest, visit: Visit, version: UUID, passage: UUID, row: UUID) -> Answer:
    """Say what became of a comment: taken in or not, and why."""
    form = Form(request.POST)
    outcome = form.choice("outcome", ("yes", "no"), need=_("Please pick whether it was taken in."))
    need = _("Please write why it was not taken in.") if outcome == "no" else ""
    words = plain(form, "why", by=visit, need=need)
    if form.errors:
        return _talk(visit, version, passage, form, answering=row)
    definition.reply(version, row=row, is_taken=outcome == "yes", words=words, by=visit)
    return Go(f"/definition/{version}/talk/{passage}")


def _talk(visit: Visit, version: UUID, passage: UUID, form: Form, *, answering: UUID | None = None) -> Answer:
    one = showing.version_of(version, by=visit)
    found, is_out = _part(visit, version, passage)
    (_kind, heading, (shown,)), *_none = showing.parts((found,), visit.language, agreed=showing.is_agreed(one))
    comments = [row for row in definition.comments(version, by=visit) if row.passage == passage]
    definition.keep_answers_shown(comments, by=visit)
    return page(
        visit,
        "adoption/talk.html",
        here=PRACTICE,
        status=422 if form.errors else 200,
        form=form,
        one=one,
        shown=shown,
        heading=shown.heading or heading,
        edition=found.edition - is_out,
        comments=comments,
        is_out=is_out,
        answering=answering,
        is_open=one.state == definition.DRAFT,
        **showing.offices_of(visit),
    )


def _part(visit: Visit, version: UUID, passage: UUID) -> tuple[definition.PassageSheet, bool]:
    """That part, and whether it was taken out: what was said about it is read and answered all the same."""
    for is_out, read in ((False, definition.passages), (True, definition.taken_out)):
        for one in read(version, by=visit):
            if one.passage == passage:
                return one, is_out
    raise Refused
