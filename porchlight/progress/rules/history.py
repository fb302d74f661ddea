"""What the engine is told of one young person: plain facts, each with the id by which it is on record."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from porchlight.progress.rules.errors import BadInput
from porchlight.progress.rules.spans import ONE_DAY, Away, Day, Leaving

# Every fact that may be said, in the order in which it is offered, and the topic by which the youth may hide it.
TOPIC_OF_FACT: Mapping[str, str] = {
    "own_return": "coming_back",
    "helped_return": "coming_back",
    "kept_contact": "contact",
    "plan_step": "plan",
    "goal_step": "plan",
    "trusted_person": "people",
    "fewer_leavings": "times",
    "back_sooner": "times",
    "longest_stay": "times",
}
TOPIC_OF_DIMENSION: Mapping[str, str] = {
    "leaving": "times",
    "time_away": "times",
    "own_return": "coming_back",
    "contact": "contact",
}
DEEDS = ("own_return", "helped_return", "kept_contact", "plan_step", "goal_step", "trusted_person")
CHANGES = ("youths_wish", "placement", "recording")
WEEK = timedelta(days=7)


@dataclass(frozen=True)
class Deed:
    """Something that the young person did: a key of `DEEDS`, and the county day.

    `over`: from this day on nobody offers it any more, because it is not so now. What was said before then stands.
    """

    fact: str
    on: date
    id: str = ""
    over: date | None = None

    def is_over(self, on: date) -> bool:
        """Whether it may not be said on this day any more."""
        return self.over is not None and self.over <= on


@dataclass(frozen=True)
class Change:
    """Why comparisons begin anew on this county day: a key of `CHANGES`."""

    why: str
    on: date
    id: str = ""


@dataclass(frozen=True)
class Harm:
    """A harm pathway, or a worker's plain mark, that is open from a day until before another (None: still open)."""

    since: date
    until: date | None = None
    id: str = ""

    def is_open(self, on: date) -> bool:
        """Whether it is open on this day."""
        return self.since <= on and (self.until is None or on < self.until)


@dataclass(frozen=True)
class WeekSum:
    """One week from Monday to Sunday, summed. Weeks whose days are no longer kept are told in this form.

    `count` leavings on confirmed days, `days` in care and `confirmed` days (in care or away). Of the absences
    that began in the week: `returns` so far over `away_days`; own returns and contact, each of those known.
    """

    monday: date
    count: float = 0
    days: float = 0
    confirmed: float = 0
    returns: float = 0
    away_days: float = 0
    own_yes: int = 0
    own_of: int = 0
    contact_yes: int = 0
    contact_of: int = 0
    id: str = ""


@dataclass(frozen=True)
class History:
    """Everything that the visit of the person who looks may read; nothing else exists here.

    `said` are facts that this person already sent: key and county day. `hidden` are the topics that the young
    person does not want to hear of. `earlier` are sums of the weeks before the first day in `days`.
    """

    days: tuple[Day, ...] = ()
    leavings: tuple[Leaving, ...] = ()
    away: tuple[Away, ...] = ()
    deeds: tuple[Deed, ...] = ()
    said: tuple[tuple[str, date], ...] = ()
    earlier: tuple[WeekSum, ...] = ()
    changes: tuple[Change, ...] = ()
    harms: tuple[Harm, ...] = ()
    hidden: frozenset[str] = frozenset()

    def __post_init__(self) -> None:
        """Refuse what no record can hold: two words on one day, a time without a zone, a return before leaving."""
        if len({day.on for day in self.days}) != len(self.days):
            raise BadInput("A day has one status; a correction takes the place of what it corrects.")
        for moment in (*(one.at for one in self.leavings), *(one.left_at for one in self.away)):
            _zoned(moment)
        for one in self.away:
            if one.back_at is not None and _zoned(one.back_at) < one.left_at:
                raise BadInput("Nobody is back before they left.")
        if any(change.why not in CHANGES for change in self.changes):
            raise BadInput("There is no change of this kind.")
        _weeks_before(self.earlier, first=min((day.on for day in self.days), default=None))

    def shows(self, topic: str) -> bool:
        """Whether the young person has not hidden the topic."""
        return topic not in self.hidden


def _weeks_before(earlier: tuple[WeekSum, ...], *, first: date | None) -> None:
    mondays = [week.monday for week in earlier]
    if any(monday.weekday() for monday in mondays) or len(set(mondays)) != len(mondays):
        raise BadInput("A week begins on a Monday and is given once.")
    if first is not None and any(monday + WEEK - ONE_DAY >= first for monday in mondays):
        raise BadInput("A week is given by its days or by its sums, not by both.")
    for week in earlier:
        if min(week.count, week.days, week.returns, week.away_days) < 0 or not 0 <= week.confirmed <= 7:
            raise BadInput("Counts and days are zero or more.")
        if not (0 <= week.own_yes <= week.own_of and 0 <= week.contact_yes <= week.contact_of):
            raise BadInput("There cannot be more yes than occasions.")


def _zoned(moment: datetime) -> datetime:
    if moment.tzinfo is None:
        raise BadInput("A moment carries its zone.")
    return moment
