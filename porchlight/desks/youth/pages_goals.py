"""My goals: in my words, five rungs each, moved by me. Nobody sees one until I show it."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.http import HttpRequest
from django.utils.translation import gettext as _

from porchlight.desks import going_back
from porchlight.desks.forms import Form
from porchlight.desks.youth.frame import HERE, names_of, options, people_beside
from porchlight.desks.youth.goals_page import may_be_picked, places, read_place, read_rungs, rung_names
from porchlight.desks.youth.pictures_mine import draw_ladder
from porchlight.policy.api import Answer, Go, Page, Visit, door
from porchlight.progress import api as progress


@door("n/25", needs=HERE, house="youth")
def my_goals(request: HttpRequest, visit: Visit) -> Answer:
    """What I aim for now, then what rests."""
    found, seen = progress.goals(visit.actor, by=visit), progress.who_sees_goals(visit.actor, by=visit)
    people = people_beside(visit)
    values = {
        "goals": [one for one in found if one.goes_on],
        "resting": [one for one in found if one.rests],
        "before": [one for one in found if not one.goes_on and not one.rests],
        "seen_by": {one.id: names_of(seen.get(one.id, frozenset()), people) for one in found},
    }
    return Page("goals.html", values | _words())


@door("n/25/a", needs=HERE, house="youth")
def new(request: HttpRequest, visit: Visit) -> Answer:
    """A new goal."""
    return _write(None, going_back.typed_before(request, visit))


@door("n/25/a", needs=HERE, house="youth", method="POST")
def begin(request: HttpRequest, visit: Visit) -> Answer:
    """Keep it. Where I am now can be skipped, and so can every rung on the next page."""
    form = Form(request.POST)
    words, place = form.text("words", need=_("Write your goal, or go back without saving.")), read_place(form)
    if form.errors:
        return _write(None, form)
    goal = progress.write_goal(visit.actor, words=words, place=place, by=visit)
    return Go(f"/n/25/{goal}/s")


@door("n/25/<uuid:goal>", needs=HERE, house="youth")
def one(request: HttpRequest, visit: Visit, goal: UUID) -> Answer:
    """One goal: its ladder, and where I said I was, day by day."""
    found = progress.one_goal(visit.actor, goal=goal, by=visit)
    if found is None:
        return Page("not_found.html", status=404)
    seats = progress.who_sees_goals(visit.actor, by=visit).get(goal, frozenset())
    values = {"goal": found, "ladder": draw_ladder(found), "seen_by": names_of(seats, people_beside(visit))}
    return Page("goal.html", _words() | values)


@door("n/25/<uuid:goal>/m", needs=HERE, house="youth", method="POST")
def move(request: HttpRequest, visit: Visit, goal: UUID) -> Answer:
    """One step up or down, or where I am."""
    form = Form(request.POST)
    said, place = form.choice("do", ("up", "down")), read_place(form)
    if said:
        progress.move_goal(visit.actor, goal=goal, up=said == "up", by=visit)
    elif place is not None:
        progress.place_goal(visit.actor, goal=goal, place=place, by=visit)
    return Go("/n/25")


@door("n/25/<uuid:goal>/s", needs=HERE, house="youth")
def rungs_page(request: HttpRequest, visit: Visit, goal: UUID) -> Answer:
    """The five rungs, to fill in now, later or never."""
    found = _going_on(visit, goal)
    return _rungs(found, going_back.typed_before(request, visit)) if found else Go(f"/n/25/{goal}")


@door("n/25/<uuid:goal>/s", needs=HERE, house="youth", method="POST")
def name_rungs(request: HttpRequest, visit: Visit, goal: UUID) -> Answer:
    """Keep what I wrote about them."""
    form = Form(request.POST)
    rungs = read_rungs(form)
    if form.errors:
        return _rungs(_to_change(visit, goal), form)
    progress.name_rungs(visit.actor, goal=goal, rungs=rungs, by=visit)
    return Go("/n/25")


@door("n/25/<uuid:goal>/w", needs=HERE, house="youth")
def who_page(request: HttpRequest, visit: Visit, goal: UUID) -> Answer:
    """Who may see this goal."""
    found = _going_on(visit, goal)
    if found is None:
        return Go(f"/n/25/{goal}")
    seats = progress.who_sees_goals(visit.actor, by=visit).get(goal, frozenset())
    offered = options(may_be_picked(visit), on_call=False)
    return Page("goal_who.html", {"goal": found, "options": offered, "chosen": [str(seat) for seat in seats]})


@door("n/25/<uuid:goal>/w", needs=HERE, house="youth", method="POST")
def show(request: HttpRequest, visit: Visit, goal: UUID) -> Answer:
    """Show it to just those whom I picked; nobody picked means nobody sees it."""
    people = {str(one.seat): one for one in may_be_picked(visit)}
    picked = [people[value] for value in Form(request.POST).choices("seats", people)]
    progress.show_goal(visit.actor, goal=goal, to={one.seat: one.role for one in picked}, by=visit)
    return Go("/n/25")


@door("n/25/<uuid:goal>/a", needs=HERE, house="youth")
def anew(request: HttpRequest, visit: Visit, goal: UUID) -> Answer:
    """The same goal in other words, with a new ladder."""
    found = _going_on(visit, goal)
    return _write(found, going_back.typed_before(request, visit)) if found else Go(f"/n/25/{goal}")


@door("n/25/<uuid:goal>/a", needs=HERE, house="youth", method="POST")
def write_anew(request: HttpRequest, visit: Visit, goal: UUID) -> Answer:
    """Begin the new one; the old one is kept."""
    form = Form(request.POST)
    words, place = form.text("words", need=_("Write your goal, or go back without saving.")), read_place(form)
    if form.errors:
        return _write(_to_change(visit, goal), form)
    new_one = progress.write_goal_anew(visit.actor, goal=goal, words=words, place=place, by=visit)
    return Go(f"/n/25/{new_one}/s")


@door("n/25/<uuid:goal>/r", needs=HERE, house="youth", method="POST")
def rest(request: HttpRequest, visit: Visit, goal: UUID) -> Answer:
    """Let it rest, or go on with it."""
    if Form(request.POST).choice("do", ("rest", "go_on")) == "go_on":
        progress.pick_goal_up(visit.actor, goal=goal, by=visit)
    else:
        progress.let_goal_rest(visit.actor, goal=goal, by=visit)
    return Go("/n/25")


def _going_on(visit: Visit, goal: UUID) -> progress.GoalSheet | None:
    """A goal that can be changed. Of one that rests or was written anew, its own page says so."""
    found = progress.one_goal(visit.actor, goal=goal, by=visit)
    return found if found and found.goes_on else None


def _to_change(visit: Visit, goal: UUID) -> progress.GoalSheet:
    """The same for a form with words in it: the trouble shows them, where a way back would lose them."""
    found = _going_on(visit, goal)
    if found is None:
        raise progress.NoSuchGoal
    return found


def _write(old: progress.GoalSheet | None, form: Form) -> Answer:
    return Page("goal_write.html", {"old": old, "form": form, "places": places()}, status=422 if form.errors else 200)


def _rungs(found: progress.GoalSheet, form: Form) -> Answer:
    return Page("goal_steps.html", _words() | {"goal": found, "form": form}, status=422 if form.errors else 200)


def _words() -> dict[str, Any]:
    return {"names": rung_names(), "places": places()}
