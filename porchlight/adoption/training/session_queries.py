"""Courses and sessions: what everybody in the county may know of them, and what those who keep them do."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from uuid import UUID

from porchlight.adoption.training.attendance_commands import code_of, today
from porchlight.adoption.training.course_commands import KEEPERS
from porchlight.adoption.training.models import Curriculum
from porchlight.kernel.errors import Refused
from porchlight.policy.api import OfCounty, Visit, ask, ask_one, guarded

MOST_SHOWN = 40
MOST_HELD, TWO_YEARS = 500, timedelta(days=731)
LOOKED_BACK = timedelta(days=120)  # of the list of sessions: long enough for what is asked after 60 days
SESSIONS = (
    "SELECT s.id, c.id, c.title, c.version, s.held_on, s.room, s.led_by, s.survivor_trainer, s.agency_id, a.name, "
    "s.called_off_at IS NOT NULL FROM adoption_session AS s JOIN adoption_curriculum AS c ON c.id = s.curriculum "
    "JOIN teams_agency AS a ON a.id = s.agency_id "
)
NEWEST = (
    "SELECT DISTINCT ON (c.series) c.id, c.series, c.version, c.title, c.hours, c.serves, c.agency_id, a.name "
    "FROM adoption_curriculum AS c JOIN teams_agency AS a ON a.id = c.agency_id WHERE c.county = %s "
    "ORDER BY c.series, c.version DESC"
)


@dataclass(frozen=True)
class CurriculumSheet:
    """One version of a course, as a list shows it."""

    id: UUID
    series: UUID
    version: int
    title: str
    hours: Decimal
    serves: Sequence[str]
    agency: UUID
    agency_name: str = ""


@dataclass(frozen=True)
class WholeCurriculum:
    """One version with its outline (Markdown), and all versions of the course, the newest first."""

    sheet: CurriculumSheet
    outline: str
    versions: tuple[tuple[UUID, int, date], ...]


@dataclass(frozen=True)
class SessionSheet:
    """One session. Empty `room`: online. `survivor_trainer` is a code of `rules.SURVIVORS`."""

    id: UUID
    curriculum: UUID
    title: str
    version: int
    held_on: date
    room: str
    led_by: str
    survivor_trainer: str
    agency: UUID
    agency_name: str
    is_off: bool


@dataclass(frozen=True)
class HeldSheet:
    """One day on which an agency held a course."""

    agency: UUID
    day: date
    title: str


@dataclass(frozen=True)
class ThereSheet:
    """Somebody who was at a session: `how` it is known is a code of `rules.HOWS`."""

    seat: UUID
    name: str
    agency_name: str
    how: str


@dataclass(frozen=True)
class SureSheet:
    """How sure people were, before or after: five averages over `people`, whose number is always a number of fives."""

    moment: str
    people: int
    averages: tuple[Decimal, ...]


@dataclass(frozen=True)
class CameSheet:
    """What came of a session. What was answered is counted in fives: yes, part and not yet may sum to less."""

    said: int
    asked: int
    answered: int
    yes: int
    part: int
    not_yet: int


@guarded(OfCounty())
def curricula(*, by: Visit) -> tuple[CurriculumSheet, ...]:
    """The newest version of every course of the county, by title."""
    found = [CurriculumSheet(*row) for row in ask(NEWEST, [by.county])]
    return tuple(sorted(found, key=lambda one: (one.title.casefold(), one.series)))


@guarded(OfCounty())
def curriculum(row: UUID, *, by: Visit) -> WholeCurriculum:
    """One version of a course of the county. Raises `Refused` when there is none."""
    one = Curriculum.objects.filter(id=row, county=by.county).first()
    if one is None:
        raise Refused
    versions = Curriculum.objects.filter(series=one.series).order_by("-version").values_list("id", "version", "made_at")
    sheet = CurriculumSheet(one.id, one.series, one.version, one.title, one.hours, one.serves, one.agency_id)
    return WholeCurriculum(sheet, one.outline, tuple((at, number, made.date()) for at, number, made in versions))


@guarded(OfCounty())
def coming_sessions(*, by: Visit) -> tuple[SessionSheet, ...]:
    """The sessions of the county from today on that were not called off, the next first; at most 40."""
    later = "WHERE s.county = %s AND s.held_on >= %s AND s.called_off_at IS NULL ORDER BY s.held_on, s.id LIMIT %s"
    return tuple(SessionSheet(*row) for row in ask(SESSIONS + later, [by.county, today(), MOST_SHOWN]))


@guarded(OfCounty())
def sessions_held(*, by: Visit) -> tuple[HeldSheet, ...]:
    """The sessions of the county that were held in the last two years, the latest first: day, course, agency."""
    said = (
        "SELECT s.agency_id, s.held_on, c.title FROM adoption_session AS s "
        "JOIN adoption_curriculum AS c ON c.id = s.curriculum WHERE s.county = %s AND s.called_off_at IS NULL "
        "AND s.held_on BETWEEN %s AND %s ORDER BY s.held_on DESC, s.id LIMIT %s"
    )
    return tuple(HeldSheet(*row) for row in ask(said, [by.county, today() - TWO_YEARS, today(), MOST_HELD]))


@guarded(KEEPERS)
def sessions(*, by: Visit) -> tuple[SessionSheet, ...]:
    """The sessions of the own agency since 120 days ago, the latest first; at most 40."""
    ours = "WHERE s.county = %s AND s.agency_id = %s AND s.held_on >= %s ORDER BY s.held_on DESC, s.id LIMIT %s"
    since = today() - LOOKED_BACK
    return tuple(SessionSheet(*row) for row in ask(SESSIONS + ours, [by.county, by.own_agency, since, MOST_SHOWN]))


@guarded(KEEPERS)
def session(row: UUID, *, by: Visit) -> SessionSheet:
    """One session of the own agency. Raises `Refused` when there is none."""
    found = ask(f"{SESSIONS} WHERE s.id = %s AND s.county = %s AND s.agency_id = %s", [row, by.county, by.own_agency])
    if not found:
        raise Refused
    return SessionSheet(*found[0])


@guarded(KEEPERS)
def code_today(found: SessionSheet, *, by: Visit) -> str:
    """The code for the wall, on the day of an own session that was not called off; else empty."""
    if found.is_off or found.held_on != today() or found.agency != by.own_agency:
        return ""
    return code_of(found.id, day=found.held_on)


@guarded(KEEPERS)
def attended(session: UUID, *, by: Visit) -> tuple[ThereSheet, ...]:
    """Who was at an own session, by name; nobody for another agency's."""
    return tuple(ThereSheet(*row) for row in ask("SELECT * FROM pl.training_attended(%s)", [session]))


@guarded(KEEPERS)
def how_sure(session: UUID, *, by: Visit) -> dict[str, SureSheet]:
    """How sure people were before and after an own session, on average, from five answers on."""
    rows = ask("SELECT moment, people, averages FROM pl.training_answers(%s)", [session])
    return {moment: SureSheet(moment, people, tuple(averages)) for moment, people, averages in rows}


@guarded(KEEPERS)
def what_came(session: UUID, *, by: Visit) -> CameSheet:
    """What came of an own session, as counts."""
    row = ask_one("SELECT * FROM pl.training_came(%s, %s)", [session, today()])
    return CameSheet(**row) if row else CameSheet(0, 0, 0, 0, 0, 0)
