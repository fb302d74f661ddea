"""On which facts of the record a statement rests: their ids, or what they are and when where none was given."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

from porchlight.progress.rules.history import WEEK, History
from porchlight.progress.rules.spans import AWAY, HOME, ONE_DAY


def resting_on(history: History, *, since: date, until: date, zone: ZoneInfo) -> tuple[str, ...]:
    """Every confirmed day, leaving, time away and earlier week that reaches into these days, both included.

    In one order, whatever the order of the record. A corrected fact has another id, so that whoever kept this
    list sees that the ground has changed.
    """
    opens, closes = (datetime(on.year, on.month, on.day, tzinfo=zone) for on in (since, until + ONE_DAY))
    days = sorted(
        (day.on, day.id or f"day {day.on}")
        for day in history.days
        if since <= day.on <= until and day.status in {HOME, AWAY}
    )
    left = sorted((one.at, one.id or f"left {_utc(one.at)}") for one in history.leavings if opens <= one.at < closes)
    away = sorted(
        (one.left_at, one.id or f"away {_utc(one.left_at)}")
        for one in history.away
        if one.left_at < closes and (one.back_at is None or one.back_at > opens)
    )
    weeks = sorted(
        (week.monday, week.id or f"week {week.monday}")
        for week in history.earlier
        if week.monday <= until and week.monday + WEEK - timedelta(days=1) >= since
    )
    named = (*(name for _, name in weeks), *(name for _, name in days))
    return tuple(dict.fromkeys((*named, *(name for _, name in left), *(name for _, name in away))))


def _utc(moment: datetime) -> str:
    return moment.astimezone(UTC).isoformat(timespec="seconds")
