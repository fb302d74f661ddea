"""Absences, duties and contacts of the bench's county: few young people have many, most have some.

Invented and without a word in it: times, states, channels. Three in a hundred young people are away now, with the
duties of the rule pack's first hours open.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, timedelta
from itertools import accumulate
from typing import TYPE_CHECKING, Any
from uuid import UUID

from porchlight.absences.rules import CHANNELS, CONCERN, MISSING, RETURNED
from porchlight.kernel.county import due_at, read_county

if TYPE_CHECKING:
    from bench.speed.fill import Filler

COUNTY = "sample"
HEARD = "missing_information_received"  # the rule pack's trigger of the first hours' duties
YEARS = timedelta(days=3 * 365)
AWAY_NOW = 33  # one in so many
TAIL = 1.3  # exponent of the Pareto law by which young people have absences
EFFORTS, RESULTS = ("E01", "E02", "E03"), ("C1", "C2", "C3", "C4")
FACT = "id, agency_id, youth_id, made_by, made_at"
EPISODE = f"{FACT}, state, left_at, about, received_at, nonminor, changed_at, closed_at"
STATUS = f"{FACT}, episode_id, is_open, left_at, about, back_at"
TURN = f"{FACT}, episode_id, state, at"
DUTY = f"{FACT}, episode_id, key, trigger, owners, turn, started_at, due_at"
CONTACT = f"{FACT}, at, channel, effort, result"

Row = tuple[Any, ...]


def put_in(filler: Filler) -> set[UUID]:
    """Episodes with their statuses and turns, duties of the open ones, contacts. Returns who is away now."""
    chosen = _weighted(filler, filler.sizes.episodes)
    away = set(filler.filled.youths[::AWAY_NOW])
    episodes = [_closed(filler, youth) for youth in chosen] + [_open(filler, youth) for youth in sorted(away)]
    filler.copy("absences_episode", EPISODE, episodes)
    filler.copy("absences_status", STATUS, _statuses(filler, episodes))
    filler.copy("absences_turn", TURN, _turns(filler, episodes))
    filler.copy("absences_duty", DUTY, _duties(filler, [row for row in episodes if row[-1] is None]))
    filler.copy("absences_contact", CONTACT, _contacts(filler))
    return away


def _weighted(filler: Filler, count: int) -> list[UUID]:
    """So many young people, drawn with heavy tails: a tenth of them have about half of everything."""
    weights = list(accumulate(filler.choose.paretovariate(TAIL) for _ in filler.filled.youths))
    return filler.choose.choices(filler.filled.youths, cum_weights=weights, k=count)


def _fact(filler: Filler, youth: UUID, at: datetime) -> Row:
    return (filler.uuid(), filler.filled.agency, youth, filler.choose.choice(filler.filled.seats), at)


def _closed(filler: Filler, youth: UUID) -> Row:
    left = filler.now - YEARS * filler.choose.random() - timedelta(days=4)
    back = left + timedelta(hours=min(80.0, filler.choose.lognormvariate(2, 1)))
    return (*_fact(filler, youth, left), RETURNED, left, False, left, False, back, back)


def _open(filler: Filler, youth: UUID) -> Row:
    left = filler.now - timedelta(hours=filler.choose.uniform(0.5, 48))
    return (*_fact(filler, youth, left), MISSING, left, False, left, False, left, None)


def _statuses(filler: Filler, episodes: list[Row]) -> Iterator[Row]:
    for id_, _, youth, _, left, *_, back in episodes:
        yield (*_fact(filler, youth, left), id_, True, left, False, None)
        if back is not None:
            yield (*_fact(filler, youth, back), id_, False, left, False, back)


def _turns(filler: Filler, episodes: list[Row]) -> Iterator[Row]:
    for id_, _, youth, _, left, *_ in episodes:
        yield (*_fact(filler, youth, left), id_, CONCERN, left)


def _duties(filler: Filler, episodes: list[Row]) -> Iterator[Row]:
    county = read_county(COUNTY, on=filler.now.date())
    for id_, _, youth, _, left, *_ in episodes:
        for rule in county.duties(HEARD):
            owners, due = ",".join(rule.owners), due_at(left, rule, county)
            yield (*_fact(filler, youth, left), id_, rule.key, HEARD, owners, 1, left, due)


def _contacts(filler: Filler) -> Iterator[Row]:
    pick = filler.choose.choice
    for youth in _weighted(filler, filler.sizes.contacts):
        at = filler.now - YEARS * filler.choose.random()
        yield (*_fact(filler, youth, at), at, pick(CHANNELS), pick(EFFORTS), pick(RESULTS))
