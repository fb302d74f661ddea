"""Goals and promises as pages get them, and the one statement that reads both."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID

from porchlight.kernel import clock
from porchlight.policy.api import Visit, ask
from porchlight.progress.goal_rules import ANEW, RESTING, place_of
from porchlight.progress.promise_rules import Outcome, Standing, dates_before, due, standing

Row = Mapping[str, Any]

# Row security holds for each table by itself: what this visit may not read is not there.
GOALS = """
SELECT 'goal' AS part, (to_jsonb(g) || jsonb_build_object(
  'turn', (SELECT t.turn FROM progress_goal_turn AS t
           WHERE t.goal_id = g.id ORDER BY t.made_at DESC, t.id DESC LIMIT 1),
  'rungs', (SELECT jsonb_agg(to_jsonb(r)) FROM (
      SELECT DISTINCT ON (x.level) x.level, x.id, x.words FROM progress_goal_rung AS x
      WHERE x.goal_id = g.id ORDER BY x.level, x.made_at DESC, x.id DESC) AS r),
  'steps', (SELECT jsonb_agg(jsonb_build_array(s.made_at, s.level) ORDER BY s.made_at, s.id)
            FROM progress_goal_step AS s WHERE s.goal_id = g.id)))::text AS row
FROM progress_goal AS g WHERE g.youth_id = %s
"""
PROMISES = """
SELECT 'promise' AS part, (to_jsonb(p) || jsonb_build_object(
  'outcomes', (SELECT jsonb_agg(to_jsonb(o) ORDER BY o.made_at, o.id)
               FROM progress_promise_outcome AS o WHERE o.promise_id = p.id),
  'said', (SELECT jsonb_build_array(y.happened, y.made_at) FROM progress_promise_said AS y
           WHERE y.promise_id = p.id ORDER BY y.made_at DESC, y.id DESC LIMIT 1)))::text AS row
FROM progress_promise AS p WHERE p.youth_id = %s
"""


@dataclass(frozen=True)
class GoalSheet:
    """A goal and its ladder. `rungs` are five words from the lowest, empty where none were written.

    `place` 0 to 4 is where they say they are, since the county day `since`; None while they have not said.
    `steps` are all days on which they said so, oldest first, with the place.
    """

    youth: UUID
    id: UUID
    words: str
    rungs: tuple[str, ...]
    place: int | None
    since: date | None
    steps: tuple[tuple[date, int], ...]
    begun_on: date
    turn: str

    @property
    def goes_on(self) -> bool:
        return self.turn not in (RESTING, ANEW)

    @property
    def rests(self) -> bool:
        return self.turn == RESTING


@dataclass(frozen=True)
class OutcomeSheet:
    """What we said became of a promise, and why; `on` as in `Outcome`, `said_on` the day on which it was written."""

    what: str
    on: date | None
    why: str
    said_on: date


@dataclass(frozen=True)
class PromiseSheet:
    """A promise: whose, until when, where it stands by our word, and what the young person says.

    `due_on` holds now; `dates_before` were said earlier. `happened` is None until they say something.
    """

    youth: UUID
    id: UUID
    agency: UUID
    seat: UUID
    words: str
    made_on: date
    due_on: date
    dates_before: tuple[date, ...]
    standing: Standing
    outcomes: tuple[OutcomeSheet, ...]
    happened: bool | None
    they_said_on: date | None

    @property
    def is_open(self) -> bool:
        return self.standing is Standing.OPEN

    @property
    def newest(self) -> OutcomeSheet | None:
        return self.outcomes[-1] if self.outcomes else None


def read(statement: str, youth: UUID) -> dict[str, list[Row]]:
    """The rows of one of the statements above, or of both joined, by part and from the oldest."""
    found: dict[str, list[Row]] = {"goal": [], "promise": []}
    for part, row in ask(statement, [youth] * statement.count("%s")):
        found[part].append(json.loads(row))
    return {part: sorted(rows, key=_age) for part, rows in found.items()}


def goal_sheet(row: Row, *, by: Visit) -> GoalSheet:
    """A row of `GOALS`, its texts opened."""
    youth, words = UUID(row["youth_id"]), {}
    for rung in row["rungs"] or ():
        words[place_of(rung["level"])] = _open(by, youth, rung, "progress_goal_rung.words")
    steps = tuple((_day(at), place_of(level)) for at, level in row["steps"] or ())
    since, place = steps[-1] if steps else (None, None)
    return GoalSheet(
        youth=youth,
        id=UUID(row["id"]),
        words=_open(by, youth, row, "progress_goal.words"),
        rungs=tuple(words.get(number, "") for number in range(5)),
        place=place,
        since=since,
        steps=steps,
        begun_on=_day(row["made_at"]),
        turn=row["turn"] or "",
    )


def promise_sheet(row: Row, *, by: Visit) -> PromiseSheet:
    """A row of `PROMISES`, its texts opened."""
    youth, first_due = UUID(row["youth_id"]), date.fromisoformat(row["due_on"])
    told = tuple(_outcome(by, youth, one) for one in row["outcomes"] or ())
    plain = [Outcome(one.what, one.on) for one in told]
    happened, said_at = row["said"] or (None, None)
    return PromiseSheet(
        youth=youth,
        id=UUID(row["id"]),
        agency=UUID(row["agency_id"]),
        seat=UUID(row["seat"]),
        words=_open(by, youth, row, "progress_promise.words"),
        made_on=_day(row["made_at"]),
        due_on=due(plain, first_due=first_due),
        dates_before=dates_before(plain, first_due=first_due),
        standing=standing(plain, first_due=first_due),
        outcomes=told,
        happened=happened,
        they_said_on=_day(said_at) if said_at else None,
    )


def _outcome(by: Visit, youth: UUID, row: Row) -> OutcomeSheet:
    on = date.fromisoformat(row["on_day"]) if row["on_day"] else None
    return OutcomeSheet(
        row["what"], on, _open(by, youth, row, "progress_promise_outcome.why", "why"), _day(row["made_at"])
    )


def _open(by: Visit, youth: UUID, row: Row, place: str, column: str = "words") -> str:
    sealed = row[column]
    return by.key(youth).open(bytes.fromhex(sealed[2:]), place=place, row=UUID(row["id"])) if sealed else ""


def _age(row: Row) -> tuple[datetime, str]:
    return datetime.fromisoformat(row["made_at"]), row["id"]


def _day(at: str) -> date:
    return clock.county_time(datetime.fromisoformat(at)).date()
