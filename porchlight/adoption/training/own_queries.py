"""What somebody reads about their own training, and nobody else does."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from uuid import UUID

from porchlight.adoption.training.attendance_commands import today
from porchlight.adoption.training.models import Attended, Confidence, Intention, Learning, Session
from porchlight.adoption.training.rules import Needed, last_days, standings
from porchlight.kernel.errors import Refused
from porchlight.policy.api import OfCounty, Visit, ask, guarded, the_county

MOST_SHOWN = 40
MINE = "SELECT m.what, m.row_id, m.title, m.day, m.serves, m.hours, m.session FROM pl.training_mine(%s) AS m"
SAT = (
    "SELECT c.id, c.held_on FROM adoption_presence AS p JOIN adoption_circle AS c ON c.id = p.circle "
    "WHERE p.seat = %s ORDER BY c.held_on DESC LIMIT %s"
)


@dataclass(frozen=True)
class HadSheet:
    """One training that this person had. `session` is empty for one of another learning system."""

    title: str
    day: date
    serves: tuple[str, ...]
    hours: Decimal | None
    session: UUID | None


ASKED_NOW = """
  SELECT i.id, i.words, i.ask_on FROM adoption_intention AS i
  WHERE i.made_by = %(actor)s AND i.ask_on <= %(today)s AND NOT EXISTS (
    SELECT 1 FROM adoption_outcome AS o WHERE o.intention = i.id AND o.made_by = %(actor)s)
  ORDER BY i.ask_on, i.id
"""


@dataclass(frozen=True)
class AskedSheet:
    """A question that is asked now: whether what they said they would do has happened."""

    intention: UUID
    words: str
    since: date


@dataclass(frozen=True)
class MyTraining:
    """What this person needs, what they had (the newest first), and what is asked."""

    needed: tuple[Needed, ...]
    had: tuple[HadSheet, ...]
    asked: tuple[AskedSheet, ...]


@dataclass(frozen=True)
class LearningSheet:
    """What somebody learned by themselves."""

    kind: str
    what: str
    hours: Decimal | None
    done_on: date


@dataclass(frozen=True)
class MySession:
    """One session that this seat had, and what they have answered about it."""

    session: UUID
    curriculum: UUID
    title: str
    held_on: date
    answered: frozenset[str]
    will_do: str
    ask_on: date | None


@guarded(OfCounty())
def my_training(*, by: Visit) -> MyTraining:
    """What is due for this person until when, what they had, and what they are asked. One statement."""
    rows = ask(MINE, [today()])
    had = tuple(
        HadSheet(title, day, tuple(serves), hours, session)
        for what, _row, title, day, serves, hours, session in rows
        if what == "done"
    )
    asked = tuple(AskedSheet(row, words, day) for what, row, words, day, *_ in rows if what == "asked")
    last = last_days((one.serves, one.day) for one in had)
    needed = standings(the_county().trainings(by.role), last=last, today=today())
    return MyTraining(needed, had, asked)


@guarded(OfCounty())
def asked_now(*, by: Visit) -> tuple[AskedSheet, ...]:
    """The questions that are asked today, the longest waiting first."""
    return tuple(AskedSheet(*row) for row in ask(ASKED_NOW, {"actor": by.actor, "today": today()}))


@guarded(OfCounty())
def asked_one(intention: UUID, *, by: Visit) -> AskedSheet:
    """One question that is asked of this seat now. Raises `Refused` when there is none, or it was answered."""
    for one in asked_now(by=by):
        if one.intention == intention:
            return one
    raise Refused


@guarded(OfCounty())
def my_session(session: UUID, *, by: Visit) -> MySession:
    """A session that this seat had. Raises `Refused` for one at which they were not."""
    had = Attended.objects.filter(session=session, seat=by.actor).values_list("title", "done_on").first()
    course = Session.objects.filter(id=session).values_list("curriculum", flat=True).first()
    if had is None or course is None:
        raise Refused
    moments = Confidence.objects.filter(session=session, made_by=by.actor).values_list("moment", flat=True)
    said = Intention.objects.filter(session=session, made_by=by.actor).values_list("words", "ask_on").first()
    return MySession(session, course, had[0], had[1], frozenset(moments), *(said or ("", None)))


@guarded(OfCounty())
def my_learning(*, by: Visit) -> tuple[LearningSheet, ...]:
    """What this seat learned by itself, the newest first; at most 40."""
    rows = Learning.objects.filter(made_by=by.actor).order_by("-done_on", "-made_at")
    return tuple(LearningSheet(*row) for row in rows.values_list("kind", "what", "hours", "done_on")[:MOST_SHOWN])


@guarded(OfCounty())
def my_circles(*, by: Visit) -> tuple[tuple[UUID, date], ...]:
    """The circles in which this seat sat, the newest first; at most 40."""
    return tuple((row, day) for row, day in ask(SAT, [by.actor, MOST_SHOWN]))
