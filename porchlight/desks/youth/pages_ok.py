"""I'm OK: to the people I pick, and no one else; and, if I like, a day that counts as known."""

from __future__ import annotations

from uuid import UUID

from django.http import HttpRequest
from django.utils.translation import gettext as _

from porchlight.desks import going_back
from porchlight.desks.forms import SHORT, Form
from porchlight.desks.youth import talking
from porchlight.desks.youth.frame import HERE
from porchlight.flows import checking_in
from porchlight.messaging import api as messaging
from porchlight.policy.api import Answer, Go, Page, Visit, door


@door("n/7", needs=HERE, house="youth")
def im_ok(request: HttpRequest, visit: Visit) -> Answer:
    """Nobody is picked beforehand; what will be seen by whom stands before the button."""
    return _page(visit, going_back.typed_before(request, visit))


@door("n/7", needs=HERE, house="youth", method="POST")
def send(request: HttpRequest, visit: Visit) -> Answer:
    """Send it to the picked people, and to nobody else but those the page named."""
    form = Form(request.POST)
    people = messaging.to_write_to(visit.actor, by=visit)
    seats = [UUID(value) for value in form.choices("seats", {str(person.seat) for person in people})]
    words = form.text("words", most=SHORT)
    if not seats:
        form.wrong("seats", _("Pick who gets it, or go back."))
    if form.errors:
        return _page(visit, form)
    tell = bool(form.choice("tell", ("yes",)))
    today = form.choice("today", checking_in.COUNTS_AS)
    sent = checking_in.say_im_ok(visit.actor, seats=seats, words=words, tell_the_day=tell, today=today, by=visit)
    return Go(f"/n/6/{sent[0]}" if len(sent) == 1 else "/n/6")


def _page(visit: Visit, form: Form) -> Answer:
    people = messaging.to_write_to(visit.actor, by=visit)
    workers = [person.name for person in messaging.passed_on_to(visit.actor, by=visit)]
    values = {
        "options": talking.options(people),
        "everybody": ", ".join(person.name for person in people if person.role != "LE"),
        "passed_on_to": ", ".join(workers),
        "number": talking.number_words(messaging.this_hour(visit.actor, by=visit)),
        "chosen": form.values("seats"),
        "form": form,
    }
    return Page("ok.html", values, status=422 if form.errors else 200)
