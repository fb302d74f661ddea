"""Home or away, the last coming home, and the line that may be said about the bed: all in one look."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from porchlight.absences.bed_rules import BedFact, BedState, Line, welcome_line
from porchlight.absences.return_county import number_to_call
from porchlight.absences.return_queries import BackSheet
from porchlight.absences.return_rules import Wish
from porchlight.kernel import clock
from porchlight.policy.api import Category, Grain, See, Visit, ask, guarded

# The newest status, coming home and bed that this visit may see, in one statement.
NOW = """
  SELECT s.is_open, s.left_at, b.id, b.episode_id, b.left_at, b.back_at, b.sought_help, b.about,
         d.id, d.state, d.last_night, d.place, d.call, d.made_at{columns}
  FROM (SELECT %s::uuid AS youth) AS y
  LEFT JOIN LATERAL (SELECT * FROM absences_status WHERE youth_id = y.youth
                     ORDER BY made_at DESC, is_open LIMIT 1) AS s ON true
  LEFT JOIN LATERAL (SELECT * FROM absences_back WHERE youth_id = y.youth
                     ORDER BY back_at DESC, made_at DESC LIMIT 1) AS b ON true
  LEFT JOIN LATERAL (SELECT * FROM absences_bed WHERE youth_id = y.youth
                     ORDER BY made_at DESC LIMIT 1) AS d ON true{joins}
"""
# And what the return screen kept of it, and what they want of the talk.
AFTER = ", r.came_how, r.first_needs, t.wish, t.planned_on"
AFTER_JOINS = """
  LEFT JOIN LATERAL (SELECT * FROM absences_return WHERE youth_id = y.youth AND back_id = b.id
                     ORDER BY made_at DESC LIMIT 1) AS r ON true
  LEFT JOIN LATERAL (SELECT * FROM absences_talk WHERE youth_id = y.youth AND back_id = b.id
                     ORDER BY made_at DESC LIMIT 1) AS t ON true"""
LOOK, LOOK_WHOLE = NOW.format(columns="", joins=""), NOW.format(columns=AFTER, joins=AFTER_JOINS)


@dataclass(frozen=True)
class HomeSheet:
    """Home or away, the last coming home, and what is true about tonight's bed, as far as this visit may see.

    `bed` is the newest record, current or not; only `line` may be said to somebody who needs the bed.
    """

    youth: UUID
    is_away: bool
    back: BackSheet | None
    bed: BedFact | None
    line: Line


@dataclass(frozen=True)
class WholeSheet:
    """The same, with what the return screen kept and what they want of the talk: codes, empty where nobody said."""

    youth: UUID
    now: HomeSheet
    came_how: str
    first_needs: tuple[str, ...]
    wish: Wish | None
    planned_on: date | None


@guarded(See(Category.ABSENCE, Grain.SLICE))
def home_now(youth: UUID, *, by: Visit) -> HomeSheet:
    """What holds now, for cards and pages of the team."""
    (row,) = ask(LOOK, [youth])
    return _home(youth, row, by=by)


@guarded(See(Category.ABSENCE))
def home_whole(youth: UUID, *, by: Visit) -> WholeSheet:
    """What holds now and what came after the last return, for those who may read absences whole."""
    (row,) = ask(LOOK_WHOLE, [youth])
    came_how, first_needs, wish, planned_on = row[14:]
    now = _home(youth, row[:14], by=by)
    return WholeSheet(youth, now, came_how or "", tuple(first_needs or ()), Wish(wish) if wish else None, planned_on)


@dataclass(frozen=True)
class WelcomeSheet:
    """The line for the young person's own house. It carries no time: nothing that could count down or up."""

    youth: UUID
    is_away: bool
    line: Line


@guarded(See(Category.ABSENCE, Grain.SLICE))
def welcome_for(youth: UUID, *, by: Visit) -> WelcomeSheet:
    """What may be said about tonight's bed, chosen by the current record alone; `say_bed` has the words."""
    now = home_now(youth, by=by)
    return WelcomeSheet(youth, now.is_away, now.line)


def _home(youth: UUID, row: tuple[Any, ...], *, by: Visit) -> HomeSheet:
    is_open, left_at = row[:2]
    back = BackSheet(youth, *row[2:8]) if row[2] else None
    bed = _bed(youth, row[8:], by=by)
    line = welcome_line(bed, at=clock.now(), left_at=left_at, call=number_to_call())
    return HomeSheet(youth, bool(is_open), back, bed, line)


def _bed(youth: UUID, row: tuple[Any, ...], *, by: Visit) -> BedFact | None:
    bed_id, state, last_night, place, call, made_at = row
    if bed_id is None:
        return None
    said = {"place": place if state == BedState.ELSEWHERE else None, "call": call if state != BedState.OPEN else None}
    opened = {
        name: by.key(youth).open(sealed, place=f"absences_bed.{name}", row=bed_id) if sealed else ""
        for name, sealed in said.items()
    }
    return BedFact(BedState(state), last_night, opened["place"], opened["call"], made_at)
