"""The plan, made together: read, written beside the young person, agreed, compared, printed."""

from __future__ import annotations

from uuid import UUID

from django.http import HttpRequest

from porchlight.desks.forms import Form
from porchlight.desks.team.leadership.guidance.moment import at_the_moment
from porchlight.desks.team.shell.frame import page
from porchlight.desks.team.social_worker.plan_words import by_name, how_many
from porchlight.kernel import clock
from porchlight.people import api as people
from porchlight.policy.api import Answer, Category, Change, Go, Grain, See, Visit, door
from porchlight.safety import api as safety
from porchlight.teams import api as teams

MAY_SEE = See(Category.PLAN, Grain.SLICE)
MAY_WRITE = Change(Category.PLAN, Grain.SLICE)
KNOWS_WHO = See(Category.IDENTITY, Grain.SLICE)
MEDIUMS = {"phone": "On a phone, signed in", "card": "A pocket card on paper", "none": "No copy: it would not be safe"}


@door("y/<uuid:youth>/plan", needs=MAY_SEE, house="team")
def plan_page(request: HttpRequest, visit: Visit, youth: UUID) -> Answer:
    """The sections that the young person opened to this seat, and where the plan stands."""
    return _plan(visit, youth)


@door("y/<uuid:youth>/plan/write/<str:key>", needs=MAY_WRITE, house="team")
def section_page(request: HttpRequest, visit: Visit, youth: UUID, key: str) -> Answer:
    """Write one section beside the young person, in their words."""
    return _section(visit, youth, key, Form())


@door("y/<uuid:youth>/plan/write/<str:key>", needs=MAY_WRITE, house="team", method="POST")
def write(request: HttpRequest, visit: Visit, youth: UUID, key: str) -> Answer:
    """Keep the section for the seats that the young person said yes to."""
    form = Form(request.POST)
    words = form.text("words", need="Please write what they said, or go back without saving.")
    seats = [UUID(value) for value in form.choices("seats", {value for value, _ in _options(visit, youth)})]
    whose = form.choice("whose", ("theirs", "staff"), need="Please say whose words these are.")
    if key not in safety.KEYS:
        return Go(f"/y/{youth}/plan")
    if form.errors:
        return _section(visit, youth, key, form)
    safety.write_section(youth, key=key, words=words, together=whose == "theirs", seats=seats, by=visit)
    return Go(f"/y/{youth}/plan")


@door("y/<uuid:youth>/plan/yes", needs=MAY_WRITE, house="team", method="POST")
def say_yes(request: HttpRequest, visit: Visit, youth: UUID) -> Answer:
    """The worker's yes; or the young person's, said beside the worker, when they have no way in of their own."""
    who = Form(request.POST).choice("who", ("worker", "youth"))
    try:
        if who:
            safety.say_yes(youth, for_youth=who == "youth", by=visit)
    except safety.NothingToAgreeOn as nothing:
        return _plan(visit, youth, said=nothing.mend)
    return Go(f"/y/{youth}/plan")


@door("y/<uuid:youth>/plan/review", needs=MAY_WRITE, house="team", method="POST")
def set_review(request: HttpRequest, visit: Visit, youth: UUID) -> Answer:
    """When to look at the plan again, and how the young person keeps it."""
    form = Form(request.POST)
    day = form.day("next_review", need="Please pick a day.")
    medium = form.choice("medium", MEDIUMS)
    if form.errors or day is None:
        return _plan(visit, youth, form=form)
    safety.set_review(youth, day=day, medium=medium, by=visit)
    return Go(f"/y/{youth}/plan")


@door("y/<uuid:youth>/plan/versions", needs=MAY_SEE, house="team")
def versions(request: HttpRequest, visit: Visit, youth: UUID) -> Answer:
    """Every version with its yeses, and what changed from the one before."""
    plan = plan_open_to(visit, youth)
    found = plan.versions if plan else ()
    opened = See(Category.PLAN).answered(visit, youth)
    writings = [w for v in found for w in v.writings]
    every = safety.version_words(youth, writings=writings, by=visit) if opened else {}
    keys = safety.keys_of(youth, by=visit)
    texts = [{keys[w]: every[w] for w in v.writings if w in every} for v in found]
    pairs = zip(found, [{}, *texts], texts, strict=False)
    shown = [(version, safety.differences(before, after)) for version, before, after in pairs]
    called = people.called(youth, by=visit)
    titles = safety.section_texts(visit.language)
    return page(visit, "plan_versions.html", youth=youth, called=called, shown=shown[::-1], texts=titles)


@door("y/<uuid:youth>/plan/card", needs=MAY_SEE, house="team")
def pocket_card(request: HttpRequest, visit: Visit, youth: UUID) -> Answer:
    """A card for a pocket: names they use, numbers, three steps. No agency, no subject, no code."""
    return _print(visit, youth, "plan_card.html")


@door("y/<uuid:youth>/plan/print", needs=MAY_SEE, house="team")
def print_page(request: HttpRequest, visit: Visit, youth: UUID) -> Answer:
    """The plan on one sheet, with nothing on it that names an agency or the subject."""
    return _print(visit, youth, "plan_print.html")


def plan_open_to(visit: Visit, youth: UUID) -> safety.PlanSheet | None:
    """The plan with what is open to this hat; only its dates where no word of it is."""
    opened = See(Category.PLAN).answered(visit, youth)
    return safety.plan(youth, by=visit) if opened else safety.plan_dates(youth, by=visit)


def _plan(visit: Visit, youth: UUID, *, said: str = "", form: Form | None = None) -> Answer:
    writes = MAY_WRITE.answered(visit, youth)
    called, plan = people.called(youth, by=visit), plan_open_to(visit, youth)
    return page(
        visit,
        "plan.html",
        status=422 if said or form else 200,
        youth=youth,
        called=called,
        plan=plan,
        seen_by=_seen_by(visit, youth, called.name) if plan and plan.sections else {},
        texts=safety.section_texts(visit.language),
        states=safety.State,
        writes=writes,
        mediums=list(MEDIUMS.items()),
        said=said,
        form=form or Form(),
        guidance=None if plan and plan.agreed_at else at_the_moment(visit, "plan_begins"),
    )


def _seen_by(visit: Visit, youth: UUID, name: str) -> dict[UUID, str]:
    """Who reads each section that this seat reads: by name where it may know who stands beside, else how many."""
    open_to = safety.who_sees(youth, by=visit)
    if not KNOWS_WHO.answered(visit, youth):
        return {section: how_many(name, seats - {visit.actor}) for section, seats in open_to.items()}
    team = {one.seat: one.name for one in teams.team_of(youth, by=visit)}
    return {section: by_name(name, seats, team, me=visit.actor) for section, seats in open_to.items()}


def _section(visit: Visit, youth: UUID, key: str, form: Form) -> Answer:
    if key not in safety.KEYS:
        return Go(f"/y/{youth}/plan")
    plan = plan_open_to(visit, youth)
    section = plan.section(key) if plan else None
    seats = safety.seats_that_see(youth, section=section.section, by=visit) if section else frozenset()
    return page(
        visit,
        "plan_section.html",
        status=422 if form.errors else 200,
        youth=youth,
        called=people.called(youth, by=visit),
        text=safety.section_texts("en")[key],
        written_elsewhere=bool(plan and key in plan.written and section is None),
        words=form.value("words", section.words if section else ""),
        options=_options(visit, youth),
        chosen=form.values("seats") if form.errors else [str(seat) for seat in seats],
        warn=key == safety.WARN_FIRST,
        form=form,
    )


def _options(visit: Visit, youth: UUID) -> list[tuple[str, str]]:
    found = [
        (str(person.seat), f"{person.name}, {person.role_name}")
        for person in teams.once_each(teams.team_of(youth, by=visit))
        if person.seat != visit.actor
    ]
    return [*found, (str(safety.ON_CALL), "Whoever is on call at night")]


def _print(visit: Visit, youth: UUID, template: str) -> Answer:
    plan = plan_open_to(visit, youth)
    language = plan.language if plan else visit.language
    visit.language = language
    return page(
        visit,
        template,
        youth=youth,
        plan=plan,
        texts=safety.section_texts(language),
        steps=safety.steps,
        today=clock.now(),
    )
