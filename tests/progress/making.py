"""Invented records for the engine: plain days, leavings and times away of somebody who is nobody."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from porchlight.progress.rules.config import Config
from porchlight.progress.rules.history import History
from porchlight.progress.rules.recognise import Recognition, recognise
from porchlight.progress.rules.spans import Away, Day, Leaving

ZONE = ZoneInfo("America/Los_Angeles")
MONDAY = date(2026, 1, 5)
WITH_TIER_3 = Config(sustained=True)


def weeks_on(weeks: float) -> date:
    """The day that lies so many weeks after the first Monday on record."""
    return MONDAY + timedelta(days=round(weeks * 7))


def evening(on: date) -> datetime:
    return datetime(on.year, on.month, on.day, 18, tzinfo=ZONE)


def record(
    times: list[int],
    *,
    hours: float | list[float] = 4,
    own: Mapping[int, bool] | None = None,
    contact: Mapping[int, bool] | None = None,
    dark: Collection[date] = (),
    **more: object,
) -> History:
    """A record of so many leavings in each week from the first Monday, one a day from Monday on.

    `own` and `contact` say by week whether they came back by themselves and stayed in touch; nothing said is
    unknown. On `dark` days nobody confirmed anything.
    """
    away: list[Away] = []
    for week, count in enumerate(times):
        length = hours[week] if isinstance(hours, list) else hours
        for day in range(count):
            left = evening(weeks_on(week) + timedelta(days=day))
            back = left + timedelta(hours=length)
            known = ((own or {}).get(week), (contact or {}).get(week))
            away.append(Away(left, back, *known, id=f"away {week}.{day}"))
    days = (MONDAY + timedelta(days=place) for place in range(7 * len(times)))
    told = tuple(Day(on, "home", id=f"day {on}") for on in days if on not in dark)
    left = tuple(Leaving(one.left_at, id=one.id.replace("away", "left")) for one in away)
    return History(**({"days": told, "leavings": left, "away": tuple(away)} | more))


def looked_at(history: History, *, weeks: float, config: Config = WITH_TIER_3) -> Recognition:
    """What the engine says on the Monday after so many weeks (a part of a week: on that day)."""
    return recognise(history, config=config, as_of=weeks_on(weeks), zone=ZONE)


def why_not(found: Recognition, what: str) -> tuple[str, ...]:
    return next((one.reasons for one in found.withheld if one.fact == what), ())
