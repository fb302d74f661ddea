"""The minutes of a meeting: written in versions, approved once, printed, kept as PDF, published."""

from __future__ import annotations

from uuid import UUID

from django.http import HttpRequest
from django.utils.translation import gettext as _

from porchlight.adoption.ground.api import case_free, fingerprint
from porchlight.adoption.publishing import api as publishing
from porchlight.adoption.steering import api as steering
from porchlight.desks import papers
from porchlight.desks.forms import Form
from porchlight.desks.team.leadership.days import on_day
from porchlight.desks.team.leadership.pages_practice import PRACTICE
from porchlight.desks.team.leadership.plain import DOCUMENT, plain
from porchlight.desks.team.leadership.steering.pages_committee import CHAIR, in_order
from porchlight.desks.team.leadership.steering.pages_meeting import MEETING
from porchlight.desks.team.leadership.steering.words import attendance, how_words, place_words
from porchlight.desks.team.shell.frame import page
from porchlight.kernel import clock
from porchlight.kernel.errors import Refused
from porchlight.policy.api import Answer, Go, OfCounty, Paper, Visit, door


@door(f"{MEETING}/minutes", needs=CHAIR, house="team")
def minutes_page(request: HttpRequest, visit: Visit, meeting: UUID) -> Answer:
    """Write the minutes."""
    return _minutes(visit, meeting, Form())


@door(f"{MEETING}/minutes", needs=CHAIR, house="team", method="POST")
def write(request: HttpRequest, visit: Visit, meeting: UUID) -> Answer:
    """Keep the next version."""
    form = Form(request.POST)
    words = plain(form, "minutes", by=visit, need=_("Please write the minutes."), most=DOCUMENT)
    after = form.text("after")
    if form.errors:
        return _minutes(visit, meeting, form)
    try:
        steering.write_minutes(meeting, words=words, after=int(after) if after.isdigit() else 0, by=visit)
    except (steering.WrittenMeanwhile, steering.MinutesApproved, steering.NotBegun) as wrong:
        form.wrong("minutes", _(wrong.said))
        return _minutes(visit, meeting, form)
    return Go(f"/committee/meetings/{meeting}")


@door(f"{MEETING}/minutes/approve", needs=CHAIR, house="team", method="POST")
def approve(request: HttpRequest, visit: Visit, meeting: UUID) -> Answer:
    """These are the minutes from now on."""
    number = Form(request.POST).text("number")
    steering.approve_minutes(meeting, number=int(number) if number.isdigit() else 0, by=visit)
    return Go(f"/committee/meetings/{meeting}")


@door(f"{MEETING}/minutes/publish", needs=CHAIR, house="team", method="POST")
def publish(request: HttpRequest, visit: Visit, meeting: UUID) -> Answer:
    """Let anybody read approved minutes."""
    found = _approved(visit, meeting)
    at = clock.county_time(found.meeting.starts_at)
    publishing.publish(
        "minutes",
        subject=meeting,
        title=case_free(f"Minutes of {at:%B} {at.day}, {at.year}", by=visit, dated=True),
        standing=case_free("Approved", by=visit),
        language="en",
        body=case_free(_text(found), by=visit),
        by=visit,
    )
    return Go("/published")


@door(f"{MEETING}/minutes/print", needs=OfCounty(), house="team")
def printed(request: HttpRequest, visit: Visit, meeting: UUID) -> Answer:
    """The minutes on paper."""
    found = _whole(visit, meeting)
    return page(
        visit,
        "adoption/minutes_print.html",
        here=PRACTICE,
        whole=found,
        mark=fingerprint(_text(found)),
        lists=_lists(visit, found),
    )


@door(f"{MEETING}/minutes.pdf", needs=OfCounty(), house="team")
def as_pdf(request: HttpRequest, visit: Visit, meeting: UUID) -> Answer:
    """The minutes as PDF."""
    found = _whole(visit, meeting)
    lists = _lists(visit, found)
    day = f"{clock.county_time(found.meeting.starts_at):%Y-%m-%d}"
    parts = [
        papers.written(_("Agenda"), found.meeting.agenda),
        papers.Part(_("Who came"), columns=(_("Place at the table"), _("Who"), _("Came")), rows=lists["came"]),
        papers.Part(_("Decisions"), columns=(_("Decided"), _("How")), rows=lists["decisions"]),
        papers.Part(_("Actions"), columns=(_("What"), _("Who"), _("By")), rows=lists["actions"]),
        papers.written(_("Minutes"), found.minutes.words if found.minutes else ""),
    ]
    body = papers.paper(
        _("Minutes of %(day)s") % {"day": on_day(found.meeting.starts_at)},
        language=visit.language,
        facts=[(_("Version"), _version(found)), (_("Where"), found.meeting.venue or "-")],
        parts=[part for part in parts if part.blocks or part.rows],
        foot=fingerprint(_text(found)),
    )
    return Paper(body, f"minutes-{day}.pdf")


def _lists(visit: Visit, found: steering.MeetingWhole) -> dict[str, list[tuple[str, ...]]]:
    """Who came, what was decided and what is to do, as rows of words."""
    places, how = place_words(visit), how_words()
    seated = in_order(steering.places_of(found.meeting.body, by=visit, ended=True))
    return {
        "came": [
            (places[place.partner], *attendance(place, found.came[place.id]))
            for place in seated
            if place.id in found.came
        ],
        "decisions": [(words, how[code]) for words, code in found.decisions],
        "actions": [(one.words, one.owner, on_day(one.due_on)) for one in found.actions],
    }


def _text(found: steering.MeetingWhole) -> str:
    """The whole of it as Markdown: what the fingerprint is taken of, and what is published."""
    decided = "\n".join(f"- {words}" for words, _how in found.decisions)
    asked = "\n".join(f"- {one.words} ({one.owner}, {one.due_on.isoformat()})" for one in found.actions)
    parts = (
        ("Agenda", found.meeting.agenda), ("Decisions", decided), ("Actions", asked),
        ("Minutes", found.minutes.words if found.minutes else ""),
    )  # fmt: skip
    return "\n\n".join(f"# {name}\n\n{words}" for name, words in parts if words)


def _version(found: steering.MeetingWhole) -> str:
    if found.minutes is None:
        return _("Not written yet")
    said = _("Approved") if found.minutes.approved_at else _("Not approved yet")
    return f"{found.minutes.number}, {said.lower()}"


def _whole(visit: Visit, meeting: UUID) -> steering.MeetingWhole:
    found = steering.meeting_whole(meeting, by=visit)
    if found is None:
        raise Refused
    return found


def _approved(visit: Visit, meeting: UUID) -> steering.MeetingWhole:
    found = _whole(visit, meeting)
    if found.minutes is None or found.minutes.approved_at is None:
        raise Refused
    return found


def _minutes(visit: Visit, meeting: UUID, form: Form) -> Answer:
    found = _whole(visit, meeting)
    status = 422 if form.errors else 200
    return page(visit, "adoption/minutes.html", here=PRACTICE, status=status, form=form, whole=found)
