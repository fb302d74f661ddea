"""The talk after coming home: with the person they choose, when they want it, and what the law asks of it."""

from __future__ import annotations

from uuid import UUID

from django.http import HttpRequest

from porchlight.absences import api as absences
from porchlight.desks.forms import SHORT, Form
from porchlight.desks.team.shell.frame import page
from porchlight.desks.team.social_worker import words_return as words
from porchlight.people import api as people
from porchlight.policy.api import Answer, Category, Change, Go, Grain, See, Visit, door
from porchlight.teams import api as teams

NEEDS = Change(Category.RETURN_TALK, Grain.SLICE)
MAY_BOOK = Change(Category.ABSENCE)
MAY_SEE = See(Category.ABSENCE)
SOMEONE_ELSE = "else"


@door("y/<uuid:youth>/talk", needs=NEEDS, house="team")
def talk_page(request: HttpRequest, visit: Visit, youth: UUID) -> Answer:
    """What they want of the talk, and what was already told, so that nobody asks twice."""
    return _talk(visit, youth, Form())


@door("y/<uuid:youth>/talk", needs=MAY_BOOK, house="team", method="POST")
def book(request: HttpRequest, visit: Visit, youth: UUID) -> Answer:
    """Keep what they want: with whom, later, or not."""
    form = Form(request.POST)
    beside = {str(person.seat): person.seat for person in teams.team_of(youth, by=visit)}
    wish = form.choice("wish", list(absences.Wish), need="Please pick what they want.")
    chosen = form.choice("with", [*beside, SOMEONE_ELSE])
    name, day = form.text("with_name", most=SHORT), form.day("planned_on")
    if wish == absences.Wish.BOOKED and not (chosen in beside or name):
        form.wrong("with", absences.NobodyChosen.sentence)
    if form.errors:
        return _talk(visit, youth, form)
    seat = beside.get(chosen)
    absences.wish_for_talk(youth, wish=absences.Wish(wish), with_seat=seat, with_name=name, planned_on=day, by=visit)
    return Go(f"/y/{youth}/talk")


@door("y/<uuid:youth>/talk/told", needs=NEEDS, house="team", method="POST")
def note(request: HttpRequest, visit: Visit, youth: UUID) -> Answer:
    """Keep what became of each of the four, as a code."""
    form = Form(request.POST)
    picked = {output: form.choice(output, list(absences.Answer)) for output in absences.OUTPUTS}
    answers = {output: absences.Answer(answer) for output, answer in picked.items() if answer}
    absences.note_outputs(youth, answers=answers, by=visit)
    return Go(f"/y/{youth}/talk")


def _talk(visit: Visit, youth: UUID, form: Form) -> Answer:
    back = absences.last_back(youth, by=visit)
    sees = MAY_SEE.answered(visit, youth)
    told = absences.outputs_after(youth, back=back.id, by=visit) if back else ()
    beside = [
        (str(one.seat), f"{one.name}, {one.role_name}") for one in teams.once_each(teams.team_of(youth, by=visit))
    ]
    return page(
        visit,
        "home_talk.html",
        status=422 if form.errors else 200,
        youth=youth,
        called=people.called(youth, by=visit),
        back=back,
        talk=absences.talk_after(youth, back=back.id, by=visit) if back and sees else None,
        beside=dict(beside),
        people=[*beside, (SOMEONE_ELSE, "Someone else (write the name below)")],
        may_book=sees and MAY_BOOK.answered(visit, youth),
        offer_by=absences.talk_by(back.back_at) if back else None,
        wishes=words.WISHES,
        outputs=[(output, words.OUTPUTS[output], _told(told, output)) for output in absences.OUTPUTS],
        answers=words.ANSWERS,
        form=form,
    )


def _told(told: tuple[absences.OutputSheet, ...], output: str) -> absences.OutputSheet | None:
    return next((sheet for sheet in told if sheet.output == output), None)
