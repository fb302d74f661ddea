"""What the two read, and what leadership may count."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from porchlight.adoption.coaching.rules import FEWEST, Reach, Support, support_stands
from porchlight.kernel import clock
from porchlight.policy.api import InOffice, OfCounty, Office, Visit, ask, guarded

MINE = """
SELECT c.id, c.coach, c.coached, c.on_day, c.strategy, c.barrier, c.support, c.support_by,
       w.name, p.name, o.kept, o.why, o.made_at, %s
FROM adoption_coaching AS c
JOIN teams_seat AS w ON w.id = c.coach JOIN teams_seat AS p ON p.id = c.coached
LEFT JOIN LATERAL (SELECT x.kept, x.why, x.made_at FROM adoption_support_outcome AS x
                   WHERE x.coaching_id = c.id ORDER BY x.made_at DESC, x.id LIMIT 1) AS o ON true
ORDER BY c.on_day DESC, c.made_at DESC, c.id LIMIT %s
"""
PAGE = 40


@dataclass(frozen=True)
class CoachingSheet:
    """One talk as the two read it. `kept` None while nobody said; `stands` is where the promise stands `today`."""

    id: UUID
    coach: UUID
    coached: UUID
    on_day: date
    strategy: str
    barrier: str
    support: str
    support_by: date | None
    coach_name: str
    coached_name: str
    kept: bool | None
    why: str | None
    said_at: datetime | None
    today: date

    @property
    def stands(self) -> Support:
        return support_stands(promised=bool(self.support), by_day=self.support_by, kept=self.kept, today=self.today)


TALKS = """
  SELECT t.id, t.coach, t.coached, w.name AS coach_name, p.name AS coached_name, t.made_at FROM adoption_talk AS t
  JOIN teams_seat AS w ON w.id = t.coach JOIN teams_seat AS p ON p.id = t.coached ORDER BY t.made_at, t.id
"""


@dataclass(frozen=True)
class TalkSheet:
    """A talk that was asked for and has not happened."""

    id: UUID
    coach: UUID
    coached: UUID
    coach_name: str
    coached_name: str
    since: datetime


@dataclass(frozen=True)
class CoachingCounts:
    """One agency, counted: never a word of a talk. Promises are those whose day came in the last 365 days."""

    agency: UUID
    agency_name: str
    line: Reach
    managers: Reach
    promised: int
    kept: int
    not_kept: int
    due: int


@guarded(OfCounty())
def my_coaching(*, by: Visit, most: int = PAGE) -> tuple[CoachingSheet, ...]:
    """The talks of this seat, as coach or as coached, the newest first."""
    today = clock.county_time(clock.now()).date()
    return tuple(CoachingSheet(*row) for row in ask(MINE, [today, most]))


@guarded(OfCounty())
def talks(*, by: Visit) -> tuple[TalkSheet, ...]:
    """The talks that this seat asked for, or was asked for."""
    return tuple(TalkSheet(*row) for row in ask(TALKS))


@guarded(InOffice((Office.CHAIR, Office.LEAD)))
def coaching_counts(*, by: Visit) -> tuple[CoachingCounts, ...]:
    """A lead's own agency; for a chair every agency of the county that has at least five people to count."""
    found = _counts()
    return found if Office.CHAIR in by.offices else tuple(one for one in found if one.agency == by.own_agency)


@guarded(InOffice((Office.CHAIR, Office.MEMBER, Office.LEAD, Office.MANAGER)))
def reach_of_county(*, by: Visit) -> tuple[CoachingCounts, ...]:
    """For the picture: the agencies of the county with at least five people to count. One statement."""
    return tuple(one for one in _counts() if one.line.of >= FEWEST)


def _counts() -> tuple[CoachingCounts, ...]:
    found = ask("SELECT * FROM pl.coaching_counts(%s)", [clock.county_time(clock.now()).date()])
    return tuple(CoachingCounts(r[0], r[1], Reach(r[3], r[2]), Reach(r[5], r[4]), *r[6:]) for r in found)
