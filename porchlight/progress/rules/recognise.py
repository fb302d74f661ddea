"""What is true about small change in one young person's record on one day: facts, a pattern, something sustained.

Pure: the same record, configuration and day give the same answer, also after a correction; nothing is kept.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from zoneinfo import ZoneInfo

from porchlight.progress.rules.config import ENGINE, USUAL, Config
from porchlight.progress.rules.curiosity import Curiosity, curiosity_about
from porchlight.progress.rules.history import TOPIC_OF_DIMENSION, WEEK, History, WeekSum
from porchlight.progress.rules.lasting import Reset, Sustained, sustained_change
from porchlight.progress.rules.pattern import Pattern, emerging_pattern
from porchlight.progress.rules.spans import ONE_DAY
from porchlight.progress.rules.stretches import Stretches
from porchlight.progress.rules.weekly import Candidate, Withheld, weekly_facts
from porchlight.progress.rules.weeks import day_table, monday_of, whole_weeks


@dataclass(frozen=True)
class Said:
    """All that a young person's page may ever be made from. There is no place in it for anything that grew."""

    facts: tuple[Candidate, ...]
    pattern: Pattern | None
    sustained: Sustained | None


@dataclass(frozen=True)
class Recognition:
    """The answer for one day. `curiosity` and `withheld` are for the team, `resets` for the record.

    Each statement names what it rests on. `engine` and `config` say how it was worked out.
    """

    engine: str
    config: Config
    as_of: date
    facts: tuple[Candidate, ...]
    pattern: Pattern | None
    sustained: Sustained | None
    curiosity: Curiosity | None
    withheld: tuple[Withheld, ...]
    resets: tuple[Reset, ...]

    def for_the_youth(self) -> Said:
        """What may be shown to the young person: nothing that was withheld, nothing that only asks the team."""
        return Said(self.facts, self.pattern, self.sustained)


def recognise(history: History, *, config: Config = USUAL, as_of: date, zone: ZoneInfo) -> Recognition:
    """Work out what may be said on the county day `as_of`, from plain facts, and why nothing more.

    Facts compare the last seven days with the seven before. A pattern and a sustained change are looked at once
    a week, on whole calendar weeks; after a change of placement, of recording or by the young person's wish, all
    comparisons begin anew. A hidden topic equals one that was never recorded. Raises `BadInput` for a record that
    cannot be.
    """
    table = day_table(history, as_of=as_of, zone=zone)
    weekly = weekly_facts(history, table=table, as_of=as_of, zone=zone)
    weeks = whole_weeks(history, table=table, as_of=as_of)
    changes = sorted((one for one in history.changes if one.on <= as_of), key=lambda one: (one.on, one.why, one.id))
    first = _first_week(weeks, after=max((one.on for one in changes), default=None))
    stretches = Stretches(weeks, config=config)
    silent = {end for end, week in enumerate(weeks, 1) if any(one.is_open(week.monday + WEEK) for one in history.harms)}
    if any(one.is_open(as_of) for one in history.harms):
        silent.add(len(weeks))
    shown = frozenset(name for name, topic in TOPIC_OF_DIMENSION.items() if history.shows(topic))
    pattern = emerging_pattern(stretches, history, first=first, zone=zone) if "leaving" in shown else None
    sustained, stood = sustained_change(stretches, history, first=first, silent=silent, dimensions=shown, zone=zone)
    both = (pattern, sustained)
    return Recognition(
        engine=ENGINE,
        config=config,
        as_of=as_of,
        facts=weekly.facts,
        pattern=pattern if isinstance(pattern, Pattern) else None,
        sustained=sustained if isinstance(sustained, Sustained) else None,
        curiosity=curiosity_about(stretches, history, first=first, as_of=as_of, zone=zone),
        withheld=(*weekly.withheld, *(one for one in both if isinstance(one, Withheld))),
        resets=(*(Reset(one.on, one.why, one.id) for one in changes), *stood),
    )


def _first_week(weeks: list[WeekSum], *, after: date | None) -> int:
    """The first week to compare: with a confirmed day, and begun on or after the newest change."""
    allowed = None if after is None else monday_of(after + WEEK - ONE_DAY)
    for place, week in enumerate(weeks):
        if week.confirmed > 0 and (allowed is None or week.monday >= allowed):
            return place
    return len(weeks)
