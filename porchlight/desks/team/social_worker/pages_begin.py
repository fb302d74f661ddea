"""Beginning with a young person, and who stands beside them."""

from __future__ import annotations

from collections.abc import Sequence
from uuid import UUID

from django.http import HttpRequest

from porchlight.desks.forms import SHORT, Form
from porchlight.desks.team.shell.frame import page
from porchlight.kernel import clock
from porchlight.ownspace import api as ownspace
from porchlight.people import api as people
from porchlight.policy.api import Answer, Category, Change, Go, Grain, Holding, See, Visit, door
from porchlight.teams import api as teams

AUDIENCES = {
    "team": "the team",
    "home": "the home where they live",
    "school": "school",
    "court": "court",
    "family": "family",
    "public": "anybody else",
}
FOOTINGS = {
    "CFT_832": "Child and family team (WIC 832)",
    "MDT_18961_7": "Multidisciplinary team (WIC 18961.7), 30 days",
    "CASE_RESP": "Agency with placement and care",
    "CONSENT_YOUTH": "The young person's own yes",
    "COURT_ORDER": "Court order",
}
ON_CALL = "ONCALL"  # given by the rota, ended by itself


@door("y/new", needs=Holding(("SW",)), house="team")
def begin_page(request: HttpRequest, visit: Visit) -> Answer:
    """The first page of a record asks little: what to be called, by whom, and when born."""
    return _begin(visit, Form())


@door("y/new", needs=Holding(("SW",)), house="team", method="POST")
def begin(request: HttpRequest, visit: Visit) -> Answer:
    """Begin the record; the writer stands beside the young person from here on."""
    form = Form(request.POST)
    used = form.text("used", need="Please write the name they use.", most=SHORT)
    legal = form.text("legal", most=SHORT) or used
    pronoun = form.text("pronoun", most=40)
    born = form.day("born", need="Please give the birth date: what a young person decides alone depends on it.")
    trouble = people.birth_date_trouble(born, today=clock.county_time(clock.now()).date()) if born else ""
    if trouble:
        form.wrong("born", trouble)
    if form.errors or born is None:
        return _begin(visit, form)
    ticked = frozenset(form.choices("ticked", AUDIENCES))
    names = people.names_by_audience(legal=legal, used=used, pronoun=pronoun, ticked=ticked)
    language = form.choice("language", ("en", "es")) or "en"
    youth = people.welcome(names=names, legal_name=legal, birth_date=born, language=language, by=visit)
    return Go(f"/y/{youth}/")


@door("y/<uuid:youth>/team", needs=See(Category.IDENTITY), house="team")
def team_page(request: HttpRequest, visit: Visit, youth: UUID) -> Answer:
    """Everybody beside this young person, on which footing, until when."""
    return _team(visit, youth, Form())


@door("y/<uuid:youth>/team", needs=Change(Category.IDENTITY), house="team", method="POST")
def join(request: HttpRequest, visit: Visit, youth: UUID) -> Answer:
    """Put somebody beside the young person."""
    form = Form(request.POST)
    seat = form.uuid("seat", [s.id for s in teams.seats(by=visit)], need="Please pick who joins.")
    footing = form.choice("footing", FOOTINGS, need="Please pick the footing that lets them see anything.")
    if form.errors or seat is None:
        return _team(visit, youth, form)
    teams.join_team(youth, seat=seat, footing=footing, by=visit)
    return Go(f"/y/{youth}/team")


@door("y/<uuid:youth>/team/end", needs=Change(Category.IDENTITY), house="team", method="POST")
def leave(request: HttpRequest, visit: Visit, youth: UUID) -> Answer:
    """End somebody's standing; from the next page on they see nothing here."""
    lines = [beside.line for beside in teams.team_of(youth, by=visit)]
    line = Form(request.POST).uuid("line", lines)
    if line:
        teams.leave_team(youth, line=line, by=visit)
    return Go(f"/y/{youth}/team")


@door("y/<uuid:youth>/start-code", needs=Change(Category.IDENTITY), house="team", method="POST")
def start_code(request: HttpRequest, visit: Visit, youth: UUID) -> Answer:
    """A code to hand over: the young person types it in their house and gets their five words there."""
    code = ownspace.give_start_code(youth, by=visit)
    called = people.called(youth, by=visit)
    return page(visit, "start_code.html", called=called, youth=youth, code=code)


def _begin(visit: Visit, form: Form) -> Answer:
    status = 422 if form.errors else 200
    return page(visit, "begin.html", status=status, form=form, audiences=list(AUDIENCES.items()))


def _team(visit: Visit, youth: UUID, form: Form) -> Answer:
    beside = _each_on_call_once(teams.team_of(youth, by=visit))
    may_change = bool(visit.may(youth, Category.IDENTITY, Grain.FULL, Change(Category.IDENTITY).action))
    taken = {person.seat for person in beside}
    return page(
        visit,
        "team.html",
        status=422 if form.errors else 200,
        form=form,
        youth=youth,
        called=people.called(youth, by=visit),
        beside=beside,
        seats=[seat for seat in teams.seats(by=visit) if seat.id not in taken] if may_change else [],
        roles=teams.role_names(),
        footings=FOOTINGS,
        on_call=ON_CALL,
        may_change=may_change,
    )


def _each_on_call_once(beside: Sequence[teams.Beside]) -> list[teams.Beside]:
    """The team by footing; whoever was asked several times while on call stands there once."""
    kept = {(one.seat, one.footing if one.footing == ON_CALL else one.line): one for one in beside}
    return list(kept.values())
