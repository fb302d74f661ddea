"""I'm not safe: numbers for anybody; for somebody who came in, their code word too."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.http import HttpRequest
from django.utils.translation import gettext as _

from porchlight.desks import going_back
from porchlight.desks.forms import SHORT, Form
from porchlight.desks.youth import talking
from porchlight.desks.youth.frame import HERE
from porchlight.desks.youth.places import place
from porchlight.directory import api as directory
from porchlight.kernel import clock
from porchlight.messaging import api as messaging
from porchlight.policy.api import Answer, Anybody, Go, Page, Visit, door
from porchlight.teams import api as teams


@door("n/3", needs=Anybody(), house="youth")
def not_safe(request: HttpRequest, visit: Visit) -> Answer:
    """911 and the lines that the county chose. It asks nothing, and sends nothing but a code word that is tapped."""
    return _not_safe(visit)


@door("n/3", needs=HERE, house="youth", method="POST")
def send_word(request: HttpRequest, visit: Visit) -> Answer:
    """One tap: my word to whom I chose it for, and to those on call. With nobody to open it nothing is sent."""
    try:
        messaging.send_code_word(visit.actor, by=visit)
    except messaging.NobodyGetsIt as nobody:
        return _not_safe(visit, said=_(nobody.sentence))
    return Go("/n/20")


@door("n/20", needs=HERE, house="youth")
def sent(request: HttpRequest, visit: Visit) -> Answer:
    """What became of my word: to whom it went, and whether anybody has read it. A number first."""
    found = messaging.code_word_sent(visit.actor, by=visit)
    if not found:
        return Go("/n/3")
    known = teams.ever_beside(visit.actor, by=visit)
    on_call = next((one for one in found if one.seat is None), None)
    ask = teams.asked(visit.actor, thread=on_call.thread, by=visit) if on_call else None
    values = {
        "number": talking.number_words(messaging.this_hour(visit.actor, by=visit)),
        "receipt": talking.receipt(ask, known) if ask else None,
        "on_call": on_call,
        "people": [
            (one, talking.name_of(one.seat, known), talking.said_read(one.read_by, one.read_at, known))
            for one in found
            if one.seat
        ],
    }
    return Page("code_sent.html", values)


@door("n/21", needs=HERE, house="youth")
def my_word(request: HttpRequest, visit: Visit) -> Answer:
    """My code word and the people whom I choose it for."""
    return _my_word(visit, going_back.typed_before(request, visit))


@door("n/21", needs=HERE, house="youth", method="POST")
def keep_word(request: HttpRequest, visit: Visit) -> Answer:
    """Keep it, or have none any more."""
    form = Form(request.POST)
    if form.choice("do", ("send", "discard")) == "discard":
        messaging.forget_code_word(visit.actor, by=visit)
        return Go("/n/3")
    known = {str(person.seat) for person in messaging.can_get_a_code_word(visit.actor, by=visit)}
    words = form.text("words", need=_("Write a word, or go back without saving."), most=SHORT)
    seats = [UUID(value) for value in form.choices("seats", known)]
    if not seats:
        form.wrong("seats", _("Pick who gets it, or go back."))
    if form.errors:
        return _my_word(visit, form)
    messaging.choose_code_word(visit.actor, words=words, seats=seats, by=visit)
    return Go("/n/3")


def _not_safe(visit: Visit, *, said: str = "") -> Answer:
    language = directory.spoken(visit.language)
    lines = [place(line, at=clock.now(), language=language) for line in directory.crisis_lines(by=visit)]
    code = _code(visit) if visit.identity is not None else None
    return Page("not_safe.html", {"lines": lines, "code": code, "said": said}, status=422 if said else 200)


def _code(visit: Visit) -> dict[str, Any]:
    """What one tap would do now: who gets the word, and the number that a person answers; never the word itself."""
    found = messaging.code_word(visit.actor, by=visit)
    now = messaging.this_hour(visit.actor, by=visit)
    getting = messaging.who_gets_the_word(visit.actor, word=found[0], by=visit) if found else ()
    names = [person.name for person in getting] + ([_("the people on call at your agency")] if now.can_ask else [])
    return {"is_set": bool(found), "names": ", ".join(names), "number": talking.number_words(now)}


def _my_word(visit: Visit, form: Form) -> Answer:
    found = messaging.code_word(visit.actor, by=visit)
    people = messaging.can_get_a_code_word(visit.actor, by=visit)
    values = {
        "is_set": bool(found),
        "words": form.value("words", found[0].words if found else ""),
        "options": [option[:2] for option in talking.options(people)],
        "chosen": [str(seat) for one in found for seat in one.seats] if form.is_blank else form.values("seats"),
        "form": form,
    }
    return Page("code_word.html", values, status=422 if form.errors else 200)
