"""The return screen, and the thanks after it. Any hour, any way of coming, by whoever opened the door."""

from __future__ import annotations

from uuid import UUID

from django.http import HttpRequest

from porchlight.absences import api as absences
from porchlight.desks import going_back
from porchlight.desks.forms import SHORT, Form
from porchlight.desks.team.caregiver import words_home as words
from porchlight.desks.team.leadership.guidance.moment import at_the_moment
from porchlight.desks.team.shell.frame import page
from porchlight.flows.coming_home import Told, come_home, sends_words
from porchlight.kernel import clock
from porchlight.people import api as people
from porchlight.policy.api import Answer, Category, Change, Go, Visit, door

NEEDS = Change(Category.ABSENCE)


@door("y/<uuid:youth>/back", needs=NEEDS, house="team")
def back_page(request: HttpRequest, visit: Visit, youth: UUID) -> Answer:
    """The county's word, four short lines, and a form of which only the button is needed."""
    return _back(visit, youth, going_back.typed_before(request, visit))


@door("y/<uuid:youth>/back", needs=NEEDS, house="team", method="POST")
def back(request: HttpRequest, visit: Visit, youth: UUID) -> Answer:
    """They are home."""
    form = Form(request.POST)
    told = Told(
        back_at=form.moment("back_at", otherwise=clock.now()),
        about=bool(form.choice("about", ("yes",))),
        came_how=form.choice("came_how", [code for code, _label in words.ways_home(visit.language)]),
        first_needs=form.choices("first_needs", [code for code, _label in words.comforts(visit.language)]),
        urgent=form.choices("urgent", absences.URGENT),
        kind_word=form.text("kind_word", most=SHORT),
    )
    if form.errors:
        return _back(visit, youth, form)
    come_home(youth, told=told, by=visit)
    return Go(f"/y/{youth}/welcome" if NEEDS.answered(visit, youth) else "/")


@door("y/<uuid:youth>/welcome", needs=NEEDS, house="team")
def welcome(request: HttpRequest, visit: Visit, youth: UUID) -> Answer:
    """Thanks, what is true for tonight, and nothing more to do. The same whoever told it first."""
    now = absences.home_now(youth, by=visit)
    since = now.back.back_at if now.back else clock.now()
    kept = absences.last_returns(youth, since=since, by=visit)
    told = kept[0] if kept else None
    return page(
        visit,
        "home_welcome.html",
        youth=youth,
        called=people.called(youth, by=visit),
        line=now.line,
        says=absences.say_bed(now.line, language=visit.language, to_youth=False),
        first=words.labels_of("comforts", told.first_needs, visit.language) if told else [],
        call_now=bool(told and absences.needs_a_call(told.urgent)),
        guidance=at_the_moment(visit, "someone_came_home"),
    )


def _back(visit: Visit, youth: UUID, form: Form) -> Answer:
    now = absences.home_now(youth, by=visit)
    word, lines = absences.door_words(visit.language)
    return page(
        visit,
        "home_back.html",
        status=422 if form.errors else 200,
        youth=youth,
        called=people.called(youth, by=visit),
        word=word,
        lines=lines,
        line=now.line,
        says=absences.say_bed(now.line, language=visit.language, to_youth=False),
        ways=words.ways_home(visit.language),
        comforts=words.comforts(visit.language),
        urgent=words.urgent(visit.language),
        sends_words=sends_words(youth, by=visit),
        form=form,
    )
