"""Gaps by name for those who can close them; counts for everybody else."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db.models import Count, Q

from porchlight.adoption.training.attendance_commands import today
from porchlight.adoption.training.models import Circle, Session
from porchlight.adoption.training.rules import Needed, standings
from porchlight.kernel.errors import Refused
from porchlight.policy.api import InOffice, OfCounty, Office, Visit, ask, guarded, the_county

CLOSERS = InOffice((Office.LEAD, Office.MANAGER))
MOST_SHOWN = 40
FIGURES = """
  SELECT coalesce(r.agency, c.agency), r.people, r.in_date, coalesce(c.circles, 0)
  FROM pl.training_reach(%s, %s, %s, %s) AS r FULL JOIN (
    SELECT q.agency, sum(q.circles)::integer AS circles FROM pl.circles_by_quarter(%s) AS q GROUP BY q.agency
  ) AS c ON c.agency = r.agency
"""
COLUMNS = ("id", "held_on", "questions", "own_question", "notes", "people")


@dataclass(frozen=True)
class GapSheet:
    """Somebody of the own agency and how their required trainings stand, what needs them first."""

    seat: UUID
    name: str
    role: str
    needed: tuple[Needed, ...]


@dataclass(frozen=True)
class ReachSheet:
    """How far training reaches at one agency: people who need some, and how many have all of theirs in date.

    Both are None where fewer than five people are concerned.
    """

    agency: UUID
    people: int | None
    in_date: int | None


@dataclass(frozen=True)
class PracticeSheet:
    """One agency: its reach as `ReachSheet` has it, and how many circles it held since a day."""

    agency: UUID
    people: int | None
    in_date: int | None
    circles: int


@dataclass(frozen=True)
class TrainerCount:
    """Sessions that one agency held, and how many of them had a survivor as a paid trainer."""

    agency: UUID
    sessions: int
    with_paid_survivor: int


@dataclass(frozen=True)
class CircleSheet:
    """One circle of the own agency. `questions` are keys of the bank; `people` how many sat there."""

    id: UUID
    held_on: date
    questions: Sequence[str]
    own_question: str
    notes: str
    people: int


@guarded(CLOSERS)
def gaps(*, by: Visit) -> tuple[GapSheet, ...]:
    """Everybody at the own agency who needs some training, by name. For its lead and managers alone."""
    sheet, now = the_county(), today()
    rows = ask("SELECT seat, name, role, keys, days FROM pl.training_of_agency()")
    found = [
        GapSheet(seat, name, role, standings(sheet.trainings(role), last=dict(zip(keys, days, strict=True)), today=now))
        for seat, name, role, keys, days in rows
    ]
    return tuple(one for one in found if one.needed)


@guarded(OfCounty())
def training_reach(*, by: Visit) -> tuple[ReachSheet, ...]:
    """Every agency of the county where somebody needs some training. One statement; nobody's name."""
    return tuple(ReachSheet(*row) for row in ask("SELECT * FROM pl.training_reach(%s, %s, %s, %s)", _required()))


@guarded(OfCounty())
def practice_figures(*, since: date, by: Visit) -> tuple[PracticeSheet, ...]:
    """For the picture, in one statement: `training_reach`, and the circles that each agency held from that day on."""
    return tuple(PracticeSheet(*row) for row in ask(FIGURES, [*_required(), since]))


def _required() -> list[object]:
    asked = [(rule.key, role, rule.months) for rule in the_county().training_rules.values() for role in rule.roles]
    columns = [list(column) for column in zip(*asked, strict=True)] or [[], [], []]
    return [*columns, today()]


@guarded(OfCounty())
def trainer_counts(*, since: date, by: Visit) -> tuple[TrainerCount, ...]:
    """The sessions that each agency of the county held from that day until today. One statement."""
    held = Session.objects.filter(county=by.county, held_on__gte=since, held_on__lte=today(), called_off_at=None)
    rows = held.values("agency_id").annotate(held=Count("id"), paid=Count("id", filter=Q(survivor_trainer="paid")))
    return tuple(TrainerCount(*row) for row in rows.values_list("agency_id", "held", "paid"))


@guarded(OfCounty())
def circles(*, by: Visit) -> tuple[CircleSheet, ...]:
    """The circles of the own agency, the newest first; at most 40. No other agency reads them."""
    rows = Circle.objects.filter(agency_id=by.own_agency, county=by.county).order_by("-held_on", "-made_at")
    return tuple(CircleSheet(*row) for row in rows.values_list(*COLUMNS)[:MOST_SHOWN])


@guarded(OfCounty())
def circle(row: UUID, *, by: Visit) -> CircleSheet:
    """One circle of the own agency. Raises `Refused` when there is none."""
    found = Circle.objects.filter(id=row, agency_id=by.own_agency, county=by.county).values_list(*COLUMNS).first()
    if found is None:
        raise Refused
    return CircleSheet(*found)
