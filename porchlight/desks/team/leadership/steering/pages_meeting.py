"""One meeting: agenda, papers, who came, decisions, actions, minutes. Print and PDF."""

from __future__ import annotations

from datetime import datetime, time
from uuid import UUID

from django.http import HttpRequest
from django.utils.translation import gettext as _

from porchlight.adoption.steering import api as steering
from porchlight.desks.forms import SHORT, Form
from porchlight.desks.team.leadership.pages_practice import PRACTICE
from porchlight.desks.team.leadership.pdf_field import PdfField
from porchlight.desks.team.leadership.plain import DOCUMENT, plain
from porchlight.desks.team.leadership.steering.pages_committee import CHAIR, TABLE, in_order
from porchlight.desks.team.leadership.steering.words import attendance as attendance_words
from porchlight.desks.team.leadership.steering.words import came_words, how_words, place_words, stands_words
from porchlight.desks.team.shell.frame import page
from porchlight.kernel import clock
from porchlight.kernel.errors import Refused
from porchlight.policy.api import Answer, Go, OfCounty, Visit, door

MEETING = "committee/meetings/<uuid:meeting>"


@door("committee/<uuid:body>/meetings/new", needs=CHAIR, house="team")
def new(request: HttpRequest, visit: Visit, body: UUID) -> Answer:
    """Call a meeting."""
    return _new(visit, body, Form())


@door("committee/<uuid:body>/meetings/new", needs=CHAIR, house="team", method="POST")
def call(request: HttpRequest, visit: Visit, body: UUID) -> Answer:
    """Call it."""
    form = Form(request.POST)
    starts_at = _when(form)
    venue, agenda = plain(form, "venue", by=visit, most=SHORT), plain(form, "agenda", by=visit, most=DOCUMENT)
    if form.errors or starts_at is None:
        return _new(visit, body, form)
    meeting = steering.call_meeting(body, starts_at=starts_at, venue=venue, agenda=agenda, by=visit)
    return Go(f"/committee/meetings/{meeting}")


@door(MEETING, needs=OfCounty(), house="team")
def one(request: HttpRequest, visit: Visit, meeting: UUID) -> Answer:
    """The meeting, for everybody of the county; its chair writes here."""
    return _meeting(visit, meeting, Form())


@door(f"{MEETING}/agenda", needs=CHAIR, house="team", method="POST")
def change_agenda(request: HttpRequest, visit: Visit, meeting: UUID) -> Answer:
    """Change the agenda before it begins."""
    form = Form(request.POST)
    venue, agenda = plain(form, "venue", by=visit, most=SHORT), plain(form, "agenda", by=visit, most=DOCUMENT)
    if not form.errors:
        try:
            steering.change_agenda(meeting, venue=venue, agenda=agenda, by=visit)
        except steering.HasBegun as begun:
            form.wrong("agenda", _(begun.said))
    return _back(visit, meeting, form, "agenda")


@door(f"{MEETING}/off", needs=CHAIR, house="team", method="POST")
def call_off(request: HttpRequest, visit: Visit, meeting: UUID) -> Answer:
    """It does not take place."""
    steering.call_off(meeting, by=visit)
    return Go(f"/committee/meetings/{meeting}")


@door(f"{MEETING}/papers", needs=CHAIR, house="team", method="POST")
def add_paper(request: HttpRequest, visit: Visit, meeting: UUID) -> Answer:
    """Lay a PDF before the meeting."""
    form, pdf = Form(request.POST), PdfField(request)
    title = plain(form, "paper", by=visit, need=_("Please give the paper a title."), most=SHORT, dated=True)
    pdf.look(form, visit)
    if pdf.aside is None and not form.error("file"):
        form.wrong("file", _("Please choose a PDF."))
    if not form.errors and (row := pdf.keep(visit)):
        steering.add_paper(meeting, title=title, file=row, by=visit)
    return _back(visit, meeting, form, "papers", pdf=pdf)


@door(f"{MEETING}/came", needs=CHAIR, house="team", method="POST")
def attendance(request: HttpRequest, visit: Visit, meeting: UUID) -> Answer:
    """Who came, place by place."""
    form, found = Form(request.POST), steering.meeting_whole(meeting, by=visit)
    if found is None:
        raise Refused
    for place in steering.places_of(found.meeting.body, by=visit):
        came = form.choice(f"came-{place.id}", steering.CAME)
        if came and came != found.came.get(place.id):
            steering.note_attendance(meeting, place=place.id, came=came, by=visit)
    return Go(f"/committee/meetings/{meeting}")


@door(f"{MEETING}/decisions", needs=CHAIR, house="team", method="POST")
def decide(request: HttpRequest, visit: Visit, meeting: UUID) -> Answer:
    """Keep a decision."""
    form = Form(request.POST)
    words = plain(form, "decision", by=visit, need=_("Please say what was decided."))
    how = form.choice("how", steering.HOW, need=_("Please say how it was decided."))
    if not form.errors:
        steering.decide_on(meeting, words=words, how=how, by=visit)
    return _back(visit, meeting, form, "decisions")


@door(f"{MEETING}/actions", needs=CHAIR, house="team", method="POST")
def ask_for(request: HttpRequest, visit: Visit, meeting: UUID) -> Answer:
    """Keep who does what by which day."""
    form = Form(request.POST)
    words = plain(form, "action", by=visit, need=_("Please say what will be done."))
    owner = plain(form, "owner", by=visit, need=_("Please say who does it."), most=SHORT)
    due_on = form.day("due_on", need=_("Please give the day."))
    if not form.errors and due_on:
        steering.ask_for(meeting, words=words, owner=owner, due_on=due_on, by=visit)
    return _back(visit, meeting, form, "actions")


def _back(visit: Visit, meeting: UUID, form: Form, part: str, *, pdf: PdfField | None = None) -> Answer:
    return _meeting(visit, meeting, form, part=part, pdf=pdf) if form.errors else Go(f"/committee/meetings/{meeting}")


def _when(form: Form) -> datetime | None:
    """The day and hour on the county's clock."""
    day = form.day("day", need=_("Please give the day."))
    typed = form.text("starts", need=_("Please give the time."), most=SHORT)
    try:
        at = time.fromisoformat(typed) if typed else None
    except ValueError:
        form.wrong("starts", _("We could not read that time. Write it like 15:10."))
        return None
    return datetime.combine(day, at, tzinfo=clock.COUNTY_ZONE) if day and at else None


def _new(visit: Visit, body: UUID, form: Form) -> Answer:
    found = next((one for one in steering.bodies(by=visit) if one.id == body), None)
    if found is None:
        raise Refused
    return page(
        visit, "adoption/meeting_new.html", here=PRACTICE, status=422 if form.errors else 200, form=form, body=found
    )


def _meeting(visit: Visit, meeting: UUID, form: Form, *, part: str = "", pdf: PdfField | None = None) -> Answer:
    found = steering.meeting_whole(meeting, by=visit)
    if found is None:
        raise Refused
    return page(
        visit,
        "adoption/meeting.html",
        here=PRACTICE,
        status=422 if form.errors else 200,
        form=form,
        part=part,
        pdf=pdf,
        whole=found,
        body=next((one for one in steering.bodies(by=visit) if one.id == found.meeting.body), None),
        seated=in_order(steering.places_of(found.meeting.body, by=visit, ended=True)),
        places=place_words(visit),
        came=came_words(),
        attendance=attendance_words,
        how=how_words(),
        stands=stands_words(),
        chairs=CHAIR.answered(visit, None),
        sits=TABLE.answered(visit, None),
    )
