"""Looking back over weeks, in one statement: days, leavings, times away, and what is known of each."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID

from porchlight.absences.return_rules import came_by_themselves
from porchlight.absences.rules import IN_TOUCH, OVER, SET_ASIDE, TO_THE_YOUTH
from porchlight.policy.api import Action, Category, Event, Grain, See, Visit, ask, guarded

# Each part is a list of the newest words; row security leaves out what this visit may not read.
RECORD = """
SELECT
  (SELECT json_agg(json_build_array(d.id, d.day, d.status)) FROM (
     SELECT DISTINCT ON (a.day) a.id, a.day, a.status FROM absences_day AS a
     WHERE a.youth_id = %(youth)s AND a.day >= %(first)s
       AND NOT EXISTS (SELECT 1 FROM absences_day AS b WHERE b.youth_id = a.youth_id AND b.corrects = a.id)
     ORDER BY a.day, a.made_at DESC) AS d),
  (SELECT json_agg(json_build_array(t.id, t.left_at, t.about, t.over_at) ORDER BY t.received_at DESC) FROM (
     SELECT a.id, a.left_at, a.about, a.received_at, min(s.at) FILTER (WHERE s.step = %(over)s) AS over_at
     FROM absences_tap AS a LEFT JOIN absences_tap_step AS s ON s.tap_id = a.id
     WHERE a.youth_id = %(youth)s AND a.left_at >= %(since)s
     GROUP BY a.id HAVING coalesce(bool_and(s.step <> %(aside)s), true)) AS t),
  (SELECT json_agg(json_build_array(e.episode_id, e.left_at, e.about, CASE WHEN NOT e.is_open THEN e.back_at END))
   FROM (
     SELECT DISTINCT ON (a.episode_id) a.episode_id, a.left_at, a.about, a.is_open, a.back_at
     FROM absences_status AS a WHERE a.youth_id = %(youth)s
     ORDER BY a.episode_id, a.made_at DESC, a.is_open) AS e
   WHERE e.is_open OR e.back_at >= %(since)s),
  (SELECT json_agg(json_build_array(c.id, c.at) ORDER BY c.at) FROM absences_contact AS c
   WHERE c.youth_id = %(youth)s AND c.at >= %(since)s AND c.effort = %(effort)s AND c.result = ANY (%(in_touch)s)),
  (SELECT json_agg(json_build_array(r.id, b.episode_id, b.back_at, r.came_how, r.made_at) ORDER BY r.made_at)
   FROM absences_return AS r JOIN absences_back AS b ON b.id = r.back_id
   WHERE r.youth_id = %(youth)s AND b.back_at >= %(since)s),
  (SELECT json_agg(json_build_array(f.id, f.why, f.day) ORDER BY f.day) FROM absences_afresh AS f
   WHERE f.youth_id = %(youth)s AND f.day >= %(first)s),
  (SELECT json_agg(json_build_array(w.id, w.monday, w.leavings, w.days, w.confirmed) ORDER BY w.monday)
   FROM absences_week AS w WHERE w.youth_id = %(youth)s AND w.monday + 6 < %(first)s)
"""


@dataclass(frozen=True)
class LookBackDay:
    """A day as it holds now."""

    id: UUID
    on: date
    status: str


@dataclass(frozen=True)
class Left:
    """One leaving that somebody told of. `about`: they could say only about when."""

    id: UUID
    at: datetime
    about: bool


@dataclass(frozen=True)
class TimeAway:
    """From leaving until coming back. `back_at` None: still away.

    `own_return` is whether they came back by themselves, `contact` whether a word came from them meanwhile; each
    None where nobody knows, or where this visit may not read all of it. Of an open absence silence says nothing yet.
    """

    id: UUID
    left_at: datetime
    back_at: datetime | None
    about: bool = False
    own_return: bool | None = None
    contact: bool | None = None


@dataclass(frozen=True)
class Word:
    """A word that came from the young person, whoever wrote it down: that it came, and when."""

    id: UUID
    at: datetime


@dataclass(frozen=True)
class CameBack:
    """How they came back, a code of CL-4 or empty, as somebody wrote it down at `told_at`."""

    id: UUID
    episode: UUID | None
    back_at: datetime
    came_how: str
    told_at: datetime


@dataclass(frozen=True)
class Beginning:
    """Counting began afresh on this day, and why: one of `rules.WHY_AFRESH`."""

    id: UUID
    why: str
    on: date


@dataclass(frozen=True)
class SummedWeek:
    """One week from `monday` to Sunday whose days are no longer kept: three numbers.

    `leavings` on confirmed days, `days` in care, `confirmed` days; the rest of those was away.
    """

    id: UUID
    monday: date
    leavings: int
    days: float
    confirmed: int


@dataclass(frozen=True)
class LookBack:
    """The record since a day, as far as this visit reads it; `words` and `returns` only where it reads all of them.

    Times away are the absences, and what began with a tap and was over before anybody opened an absence.
    """

    youth: UUID
    days: tuple[LookBackDay, ...]
    leavings: tuple[Left, ...]
    away: tuple[TimeAway, ...]
    words: tuple[Word, ...]
    returns: tuple[CameBack, ...]
    afresh: tuple[Beginning, ...]
    weeks: tuple[SummedWeek, ...]


@guarded(See(Category.DAY_STATUS))
@guarded(See(Category.ABSENCE, Grain.SLICE))
def look_back(youth: UUID, *, since: datetime, first: date, by: Visit) -> LookBack:
    """Everything since a moment, days since the county day `first`, and the summed weeks before; the oldest first."""
    values = {
        "youth": youth,
        "since": since,
        "first": first,
        "over": OVER,
        "aside": SET_ASIDE,
        "effort": TO_THE_YOUTH,
        "in_touch": sorted(IN_TOUCH),
    }
    days, taps, episodes, words, returns, afresh, weeks = (part or [] for part in ask(RECORD, values)[0])
    whole = by.may(youth, Category.ABSENCE, Grain.FULL, Action.READ).every
    if whole:
        by.note(Event("read", "absences.look_back", Category.ABSENCE, Grain.FULL, (youth,)))
    came = tuple(_came(row) for row in returns) if whole else ()
    spoke = tuple(Word(UUID(row[0]), _at(row[1])) for row in words) if whole else ()
    away = [_away(row) for row in episodes] + [_away(row) for row in taps if row[3] and _at(row[3]) >= since]
    return LookBack(
        youth=youth,
        days=tuple(LookBackDay(UUID(row[0]), date.fromisoformat(row[1]), row[2]) for row in days),
        leavings=_once(taps),
        away=tuple(_known(one, words=spoke, returns=came, whole=whole) for one in sorted(away, key=_left)),
        words=spoke,
        returns=came,
        afresh=tuple(Beginning(UUID(row[0]), row[1], date.fromisoformat(row[2])) for row in afresh),
        weeks=tuple(SummedWeek(UUID(row[0]), date.fromisoformat(row[1]), *row[2:]) for row in weeks),
    )


def _once(taps: Iterable[list[Any]]) -> tuple[Left, ...]:
    """Told twice for one moment, it is one leaving: the first that we received."""
    found: Mapping[datetime, Left] = {_at(row[1]): Left(UUID(row[0]), _at(row[1]), row[2]) for row in taps}
    return tuple(found[at] for at in sorted(found))


def _away(row: list[Any]) -> TimeAway:
    return TimeAway(UUID(row[0]), _at(row[1]), _at(row[3]) if row[3] else None, row[2])


def _known(one: TimeAway, *, words: Iterable[Word], returns: Iterable[CameBack], whole: bool) -> TimeAway:
    if not whole:
        return one
    heard = any(one.left_at <= word.at and (one.back_at is None or word.at <= one.back_at) for word in words)
    of_this = [came for came in returns if came.episode == one.id or came.back_at == one.back_at]
    said = [own for came in of_this if (own := came_by_themselves(came.came_how)) is not None]
    own_return = said[-1] if said and one.back_at else None
    contact = True if heard else (None if one.back_at is None else False)
    return TimeAway(one.id, one.left_at, one.back_at, one.about, own_return, contact)


def _came(row: list[Any]) -> CameBack:
    return CameBack(UUID(row[0]), UUID(row[1]) if row[1] else None, _at(row[2]), row[3] or "", _at(row[4]))


def _left(one: TimeAway) -> datetime:
    return one.left_at


def _at(text: str) -> datetime:
    return datetime.fromisoformat(text)
