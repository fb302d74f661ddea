"""My plan: read it, write it section by section, choose who sees each, agree."""

from __future__ import annotations

from uuid import UUID

from django.http import HttpRequest
from django.utils.translation import gettext as _

from porchlight.desks import going_back
from porchlight.desks.forms import Form
from porchlight.desks.youth.frame import HERE, Choosable, names_of, options, people_beside
from porchlight.kernel import clock
from porchlight.kernel.errors import Trouble
from porchlight.policy.api import Answer, Go, Page, Visit, door
from porchlight.safety import api as safety

CONFIDENCE = ("0", "1", "2", "3", "4")


@door("n/4", needs=HERE, house="youth")
def my_plan(request: HttpRequest, visit: Visit) -> Answer:
    """The plan, what helps right now first; nothing of it is kept in the browser."""
    return _plan(visit)


@door("n/4", needs=HERE, house="youth", method="POST")
def used(request: HttpRequest, visit: Visit) -> Answer:
    """Say that I used a part today, or take that back: the button that was tapped names the part."""
    form, plan = Form(request.POST), safety.plan_dates(visit.actor, by=visit)
    parts = {str(number): key for number, key in enumerate(safety.KEYS, start=1)}
    tapped, undo = form.choice("used", parts), form.choice("undo", parts)
    part = tapped or undo
    if not part or plan is None:
        return Go("/n/4")
    keep = safety.say_used if tapped else safety.take_used_back
    try:
        keep(visit.actor, section=safety.section_of(visit.actor, plan.id, parts[part]), by=visit)
    except safety.NotInYourWords as trouble:
        return _plan(visit, said=_(trouble.sentence))
    return Go(f"/n/4#p{part}")


@door("n/4/<int:part>", needs=HERE, house="youth")
def section_page(request: HttpRequest, visit: Visit, part: int) -> Answer:
    """One section to write, and who may read it. Its address is its place in the plan: a number tells nothing."""
    return _section(visit, _key(part), going_back.typed_before(request, visit))


@door("n/4/<int:part>", needs=HERE, house="youth", method="POST")
def write(request: HttpRequest, visit: Visit, part: int) -> Answer:
    """Keep what was written, for just those who were picked."""
    form, key = Form(request.POST), _key(part)
    people = people_beside(visit)
    seats = [UUID(value) for value in form.choices("seats", {value for value, _text in options(people)})]
    words = form.text("words", need=_("Write a line, or go back without saving."))
    if not key:
        return Go("/n/4")
    if form.errors:
        return _section(visit, key, form)
    safety.write_section(visit.actor, key=key, words=words, together=False, seats=seats, by=visit)
    return Go("/n/4")


@door("n/18", needs=HERE, house="youth", method="POST")
def agree(request: HttpRequest, visit: Visit) -> Answer:
    """My own yes to what is written now."""
    form = Form(request.POST)
    sure = form.choice("sure", CONFIDENCE)
    try:
        safety.say_yes(visit.actor, confidence=int(sure) if sure else None, by=visit)
    except safety.NothingToAgreeOn as nothing:
        return _plan(visit, said=_(nothing.sentence))
    return Go("/n/4")


@door("n/17", needs=HERE, house="youth")
def health_page(request: HttpRequest, visit: Visit) -> Answer:
    """What a medic should know, for one whom I pick; nobody else reads it."""
    return _health(visit, going_back.typed_before(request, visit))


@door("n/17", needs=HERE, house="youth", method="POST")
def write_health(request: HttpRequest, visit: Visit) -> Answer:
    """Keep it for that one person, or say why it can't be kept."""
    form = Form(request.POST)
    medics = _medics(people_beside(visit))
    words = form.text("words", need=_("Write a line, or go back without saving."))
    medic = form.uuid("medic", [person.seat for person in medics])
    if not form.errors:
        try:
            safety.write_health_lines(visit.actor, words=words, medic=medic, by=visit)
        except Trouble as trouble:
            form.wrong("medic", _(trouble.said))
    return _health(visit, form) if form.errors else Go("/n/4")


def _key(part: int) -> str:
    """The section with that number, from 1 on; empty for none."""
    return safety.KEYS[part - 1] if 0 < part <= len(safety.KEYS) else ""


def _plan(visit: Visit, *, said: str = "") -> Answer:
    youth = visit.actor
    plan = safety.plan(youth, by=visit)
    people, today = people_beside(visit), clock.county_time(clock.now()).date()
    values = {
        "plan": plan,
        "texts": safety.section_texts(visit.language),
        "seen_by": {section: names_of(seats, people) for section, seats in safety.who_sees(youth, by=visit).items()},
        "only_me": _("you, and nobody we gave it to yet"),
        "right_now": safety.RIGHT_NOW,
        "used_today": {step.section for step in safety.steps_used(youth, since=today, by=visit)} if plan else (),
        "part": {key: number for number, key in enumerate(safety.KEYS, start=1)},
        "said": said,
        "states": safety.State,
    }
    return Page("plan.html", values, status=422 if said else 200)


def _section(visit: Visit, key: str, form: Form) -> Answer:
    if not key:
        return Page("not_found.html", status=404)
    plan = safety.plan(visit.actor, by=visit)
    section = plan.section(key) if plan else None
    people = people_beside(visit)
    seats = safety.seats_that_see(visit.actor, section=section.section, by=visit) if section else frozenset()
    values = {
        "text": safety.section_texts(visit.language)[key],
        "words": form.value("words", section.words if section else ""),
        "options": options(people),
        "chosen": [str(seat) for seat in seats] if form.is_blank else form.values("seats"),
        "warn": key == safety.WARN_FIRST,
        "form": form,
    }
    return Page("plan_section.html", values, status=422 if form.errors else 200)


def _health(visit: Visit, form: Form) -> Answer:
    medics = _medics(people_beside(visit))
    words = form.value("words") or safety.health_lines(visit.actor, by=visit)
    values = {"medics": options(medics, on_call=False), "words": words, "form": form}
    return Page("plan_health.html", values, status=422 if form.errors else 200)


def _medics(people: list[Choosable]) -> list[Choosable]:
    return [person for person in people if person.role == "PH"]
