"""Keeping an agency's register: a new policy, a new version, the next step."""

from __future__ import annotations

from uuid import UUID

from django.http import HttpRequest
from django.utils.translation import gettext as _

from porchlight.adoption.policies import api as policies
from porchlight.desks.forms import Form
from porchlight.desks.team.leadership import people_found
from porchlight.desks.team.leadership.pages_practice import PRACTICE
from porchlight.desks.team.leadership.pdf_field import PdfField
from porchlight.desks.team.leadership.policies.county import KEEPING, keeps, past_day
from porchlight.desks.team.leadership.policies.pages_register import show_policy
from porchlight.desks.team.leadership.policies.reading import read_draft, typed
from porchlight.desks.team.leadership.policies.words import row_words
from porchlight.desks.team.shell.frame import page
from porchlight.kernel.errors import Refused
from porchlight.policy.api import Answer, Go, InOffice, Visit, door

KEEPERS = InOffice(tuple(sorted(KEEPING)), after_leaving=True)


@door("policies/new", needs=KEEPERS, house="team")
def new_policy(request: HttpRequest, visit: Visit) -> Answer:
    """An empty form for a policy of the own agency."""
    return _form(visit, Form(), to="/policies/new")


@door("policies/new", needs=KEEPERS, house="team", method="POST")
def register(request: HttpRequest, visit: Visit) -> Answer:
    """Put it on the register."""
    form, pdf = Form(request.POST), PdfField(request)
    draft = _typed(form, visit, pdf)
    if draft is None:
        return _form(visit, form, to="/policies/new", pdf=pdf)
    return Go(f"/policies/{policies.register_policy(draft, by=visit)}")


@door("policies/<uuid:row>/write", needs=KEEPERS, house="team")
def new_version(request: HttpRequest, visit: Visit, row: UUID) -> Answer:
    """The newest version, to write the next one from."""
    return _next(visit, Form(), row)


@door("policies/<uuid:row>/write", needs=KEEPERS, house="team", method="POST")
def write(request: HttpRequest, visit: Visit, row: UUID) -> Answer:
    """Keep the next version; when somebody kept one meanwhile, show theirs beside what was typed."""
    form, pdf = Form(request.POST), PdfField(request)
    newest = _newest(visit, row)
    if form.value("after") != str(newest.number):
        form.wrong("body", _(policies.WrittenMeanwhile.sentence))
        pdf.look(form, visit)
        return _next(visit, form, row, theirs=newest, pdf=pdf)
    draft = _typed(form, visit, pdf)
    if draft is None:
        return _next(visit, form, row, pdf=pdf)
    policies.write_version(row, draft, after=newest.number, by=visit)
    return Go(f"/policies/{row}")


@door("policies/<uuid:row>/step", needs=KEEPERS, house="team", method="POST")
def step(request: HttpRequest, visit: Visit, row: UUID) -> Answer:
    """Keep that the newest version took a step, on its day."""
    form = Form(request.POST)
    state = form.choice("state", policies.STATES, need=_("Please pick the step."))
    on = past_day(form, "on")
    if form.errors or on is None:
        return show_policy(visit, row, form)
    try:
        policies.record_step(row, state=state, on=on, by=visit)
    except policies.StepKept as kept:
        form.wrong("state", _(kept.said))
        return show_policy(visit, row, form)
    return Go(f"/policies/{row}")


@door("policies/<uuid:row>/steps/<uuid:which>", needs=KEEPERS, house="team", method="POST")
def correct(request: HttpRequest, visit: Visit, row: UUID, which: UUID) -> Answer:
    """Put the day of a step right, or say that it never happened."""
    form = Form(request.POST)
    never = form.value("never") == "yes"
    on = None if never else past_day(form, "right_on")
    if form.errors:
        return show_policy(visit, row, form)
    policies.correct_step(row, which, on=on, by=visit)
    return Go(f"/policies/{row}")


def _typed(form: Form, visit: Visit, pdf: PdfField) -> policies.PolicyDraft | None:
    """The draft; None when something needs another look, or when a name was only looked for."""
    if people_found.is_search(form):
        pdf.look(form, visit)
        return None
    return read_draft(form, visit, pdf=pdf)


def _newest(visit: Visit, row: UUID) -> policies.VersionSheet:
    found = policies.versions(row, by=visit)
    if not found or not keeps(visit, found[0].agency):
        raise Refused
    return found[0]


def _next(visit: Visit, form: Form, row: UUID, **values: object) -> Answer:
    newest = _newest(visit, row)
    shown = Form(typed(newest)) if form.is_blank else form
    ticked = newest.serves if form.is_blank else form.values("serves")
    return _form(visit, shown, to=f"/policies/{row}/write", newest=newest, ticked=ticked, **values)


def _form(visit: Visit, form: Form, *, to: str, **values: object) -> Answer:
    return page(
        visit,
        "adoption/policy_form.html",
        here=PRACTICE,
        status=422 if form.errors else 200,
        form=form,
        to_address=to,
        people=people_found.offered(visit, form, "owner"),
        rows=list(row_words(visit).items()),
        **{"newest": None, "ticked": form.values("serves"), "theirs": None, "pdf": None} | values,
    )
