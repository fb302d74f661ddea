"""I need backup tonight: a number first, then those on call if there are any."""

from __future__ import annotations

from uuid import UUID

from django.http import HttpRequest

from porchlight.desks import going_back
from porchlight.desks.forms import SHORT, Form
from porchlight.desks.team.inbox.words import number
from porchlight.desks.team.shell.frame import page
from porchlight.kernel.errors import Refused
from porchlight.messaging import api as messaging
from porchlight.policy.api import Action, Answer, Category, Go, StandBeside, Visit, door

BESIDE = StandBeside(Category.MESSAGES, action=Action.WRITE)


@door("y/<uuid:youth>/backup", needs=BESIDE, house="team")
def backup(request: HttpRequest, visit: Visit, youth: UUID) -> Answer:
    """The number that a person answers now, and a few words to those on call if they can be reached."""
    return _page(visit, youth, going_back.typed_before(request, visit))


@door("y/<uuid:youth>/backup", needs=BESIDE, house="team", method="POST")
def send(request: HttpRequest, visit: Visit, youth: UUID) -> Answer:
    """Ask those on call; with nobody on call nothing is sent and the words stay."""
    form = Form(request.POST)
    words, reach = form.text("words"), form.text("reach", most=SHORT)
    if form.errors or not messaging.this_hour(youth, by=visit).can_ask:
        return _page(visit, youth, form, status=422)
    thread = messaging.ask_those_on_call(youth, topic="backup", words=words, reach=reach, by=visit)
    return Go(f"/m/{thread}")


def _page(visit: Visit, youth: UUID, form: Form, *, status: int = 200) -> Answer:
    if visit.role != "CG":
        raise Refused
    now = messaging.this_hour(youth, by=visit)
    return page(visit, "backup.html", status=status, youth=youth, number=number(now), can_ask=now.can_ask, form=form)
