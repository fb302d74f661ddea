"""They left: one tap. The page says what became of it, and never more than that."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.http import HttpRequest
from django.utils.translation import gettext as _

from porchlight.absences import api as absences
from porchlight.desks.forms import Form
from porchlight.desks.team.caregiver.words import heard_words
from porchlight.desks.team.leadership.guidance.moment import at_the_moment
from porchlight.desks.team.shell.frame import page
from porchlight.flows import leaving
from porchlight.kernel import clock
from porchlight.kernel.errors import Refused
from porchlight.people import api as people
from porchlight.policy.api import Answer, Category, Change, Go, Visit, door

SAYS = Change(Category.DAY_STATUS)


@door("y/<uuid:youth>/left", needs=SAYS, house="team")
def left_page(request: HttpRequest, visit: Visit, youth: UUID) -> Answer:
    """Before the tap: one button and the numbers. After it: received, a person has it, somebody called."""
    return _left(visit, youth, Form())


@door("y/<uuid:youth>/left", needs=SAYS, house="team", method="POST")
def they_left(request: HttpRequest, visit: Visit, youth: UUID) -> Answer:
    """Keep the leaving; its time is now unless another was typed. A desk says how it heard."""
    form = Form(request.POST)
    told = [code for code in absences.HEARD if code != absences.SCREEN]
    heard = absences.SCREEN
    if visit.role != "CG":
        heard = form.choice("heard", told, need=_("Please say how you heard."))
    at = form.moment("left_at", otherwise=clock.now())
    if form.errors:
        return _left(visit, youth, form)
    leaving.tell_leaving(youth, left_at=at, about=bool(form.choice("about", ("yes",))), heard=heard, by=visit)
    return Go(f"/y/{youth}/left")


@door("y/<uuid:youth>/left/called", needs=SAYS, house="team", method="POST")
def i_called(request: HttpRequest, visit: Visit, youth: UUID) -> Answer:
    """The person who tapped, or the desk, has called."""
    absences.note_call(youth, tap=_tap(visit, youth).id, by=visit)
    return Go(f"/y/{youth}/left")


@door("y/<uuid:youth>/left/here", needs=SAYS, house="team", method="POST")
def they_are_here(request: HttpRequest, visit: Visit, youth: UUID) -> Answer:
    """They were only late, or it was a mistake: nothing more to do about this tap."""
    absences.set_leaving_aside(youth, tap=_tap(visit, youth).id, by=visit)
    return Go(f"/y/{youth}/")


def _tap(visit: Visit, youth: UUID) -> absences.TapSheet:
    found = absences.latest_tap(youth, by=visit)
    if found is None:
        raise Refused
    return found


def _left(visit: Visit, youth: UUID, form: Form) -> Answer:
    county = absences.the_county()
    values: dict[str, Any] = {
        "youth": youth,
        "form": form,
        "called": people.called(youth, by=visit),
        "tap": absences.latest_tap(youth, by=visit),
        "away": absences.away_or_home(youth, by=visit),
        "staffed": county.yes("desk.staffed"),
        "word": county.text("absence.word", visit.language),
        "numbers": _numbers(visit, youth),
        "told": [(code, word) for code, word in heard_words().items() if code != absences.SCREEN],
        "heard": heard_words(),
        "is_desk": visit.role != "CG",
        "guidance": at_the_moment(visit, "someone_left"),
    }
    return page(visit, "left.html", status=422 if form.errors else 200, **values)


def _numbers(visit: Visit, youth: UUID) -> list[tuple[str, str]]:
    """Who answers a phone, the nearest first: on call this hour, the county's desk, its child welfare line."""
    county = absences.the_county()
    found = [(one.name, one.phone) for one in absences.on_call_for(youth, by=visit) if one.phone]
    found += [(_("the county's desk"), one) for one in absences.phone_numbers(county.text("desk.number", "en"))]
    found += [(_("child welfare in this county"), one) for one in absences.phone_numbers(county.hotline)]
    return list({number: (who, number) for who, number in reversed(found)}.values())[::-1]
