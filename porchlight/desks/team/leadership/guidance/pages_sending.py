"""Sending guidance to an audience, and seeing who got it, opened it, acknowledged it, asked something."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from uuid import UUID

from django.http import HttpRequest
from django.utils.translation import gettext as _

from porchlight.adoption.guidance import api as guidance
from porchlight.desks.forms import Form
from porchlight.desks.team.leadership.guidance import words
from porchlight.desks.team.leadership.guidance.addressing import letter
from porchlight.desks.team.leadership.guidance.pages_library import HERE
from porchlight.desks.team.leadership.paging import part
from porchlight.desks.team.leadership.plain import plain
from porchlight.desks.team.shell.frame import page
from porchlight.desks.team.shell.roles import role_words
from porchlight.kernel.errors import Refused
from porchlight.policy.api import Answer, Go, InOffice, Office, Visit, door
from porchlight.teams import api as teams

SENDERS = InOffice((Office.CHAIR, Office.MEMBER, Office.LEAD, Office.TRAINER))
MOST_NAMES = 100  # on one page of a list of people


@door("guidance/send", needs=SENDERS, house="team")
def send_page(request: HttpRequest, visit: Visit) -> Answer:
    """What to send, to whom, asking for what."""
    return _send(visit, Form(), chosen=request.GET.getlist("v"))


@door("guidance/send", needs=SENDERS, house="team", method="POST")
def send(request: HttpRequest, visit: Visit) -> Answer:
    """First how many would get it, if that was asked; then it goes out."""
    form = Form(request.POST)
    found = letter(form, visit, versions=_versions(visit))
    if found is None:
        return _send(visit, form)
    if form.value("do") == "look":
        return _send(visit, form, would_get=guidance.how_many(guidance.who_would_get(found.to, by=visit)))
    try:
        row = guidance.send(found.items, to=found.to, asks=found.asks, due_on=found.due_on, note=found.note, by=visit)
    except guidance.NobodyToSendTo as nobody:
        form.wrong("whom", _(nobody.said))
        return _send(visit, form)
    return Go(f"/guidance/sent/{row}")


@door("guidance/sent", needs=SENDERS, house="team")
def sent_list(request: HttpRequest, visit: Visit) -> Answer:
    """What this seat sent; for a chair, what anybody in the county sent."""
    found = guidance.sendings(by=visit)
    names = teams.seat_names({one.made_by for one in found}, by=visit)
    agencies = {agency.id: agency.name for agency in teams.agencies_of_county(by=visit)}
    rows = [(one, names.get(one.made_by, ""), _for_whom(one, agencies)) for one in found]
    return page(visit, "adoption/sent_list.html", here=HERE, found=rows)


@door("guidance/sent/<uuid:sending>", needs=SENDERS, house="team")
def sent(request: HttpRequest, visit: Visit, sending: UUID) -> Answer:
    """One sending, counted; who has not read it yet, and what was asked."""
    return _sent(visit, sending, Form(), after=request.GET.get("after", ""))


@door("guidance/sent/<uuid:sending>/answer", needs=SENDERS, house="team", method="POST")
def answer(request: HttpRequest, visit: Visit, sending: UUID) -> Answer:
    """One answer for everybody who asked the same."""
    form = Form(request.POST)
    asked = guidance.questions_of([item.item for item in _one(visit, sending).items], by=visit)
    ticked = form.choices("questions", {str(one.id) for one in asked if not one.answer})
    if not ticked:
        form.wrong("questions", _("Please tick the questions that this answers."))
    said = plain(form, "words", by=visit, need=_("Please write the answer."), dated=True)
    shown = plain(form, "shown_as", by=visit, dated=True)
    if form.errors:
        return _sent(visit, sending, form)
    guidance.answer([UUID(one) for one in ticked], words=said, shown_as=shown, by=visit)
    return Go(f"/guidance/sent/{sending}")


def _versions(visit: Visit) -> list[guidance.GuideSheet]:
    return [one for one in guidance.library(by=visit).here if not one.comes_along]


def _send(visit: Visit, form: Form, *, chosen: list[str] | None = None, would_get: int | None = None) -> Answer:
    return page(
        visit,
        "adoption/send.html",
        here=HERE,
        status=422 if form.errors else 200,
        form=form,
        versions=[(str(one.version), one.title, words.said_of(one)) for one in _versions(visit)],
        chosen=form.values("versions") if not form.is_blank else chosen or [],
        whom=list(words.whom_words().items()),
        roles=[(code, name) for code, name in role_words().items() if code in words.STAFF],
        agencies=[(str(agency.id), agency.name) for agency in teams.agencies_of_county(by=visit)],
        would_get=would_get,
    )


def _for_whom(one: guidance.SendingSheet, agencies: Mapping[UUID, str]) -> str:
    if one.by_name:
        return _("people picked by name")
    return words.for_whom(one.roles, [agencies.get(agency, _("an agency that left")) for agency in one.agencies])


def _one(visit: Visit, sending: UUID) -> guidance.SendingSheet:
    found = guidance.sendings(only=sending, by=visit)
    if not found:
        raise Refused
    return found[0]


def _sent(visit: Visit, sending: UUID, form: Form, *, after: str = "") -> Answer:
    one = _one(visit, sending)
    people = guidance.people_of(sending, by=visit)
    done = {p.seat for p in people if one.documents == (p.acknowledged if one.asks else p.opened)}
    asked = guidance.questions_of([item.item for item in one.items], by=visit)
    names = teams.seat_names({one.made_by, *(q.by for q in asked)}, by=visit)
    agencies = {agency.id: agency.name for agency in teams.agencies_of_county(by=visit)}
    left = _("An agency that left")
    left = _("An agency that left")
    reached, read = Counter(p.agency for p in people), Counter(p.agency for p in people if p.seat in done)
    return page(
        visit,
        "adoption/sent.html",
        here=HERE,
        status=422 if form.errors else 200,
        form=form,
        one=one,
        addresses={item.item: words.address_of(item.sheet) for item in one.items},
        said={item.item: words.said_of(item.sheet) for item in one.items},
        for_whom=_for_whom(one, agencies),
        done=len(done),
        progress=words.progress_words(len(done), of=len(people), asks=one.asks, documents=one.documents),
        people=len(people),
        after=after,
        waiting=part(people, key=lambda p: p.seat, counts=lambda p: p.seat not in done, after=after, most=MOST_NAMES),
        agencies=agencies,
        by_agency=sorted((agencies.get(agency, left), n, read[agency]) for agency, n in reached.items()),
        names=names,
        open_questions=[q for q in asked if not q.answer],
        answered=[q for q in asked if q.answer],
    )
