"""The nightly run: an agency's own figures, and days that are kept no longer. As the worker's login, ADR 018.

It keeps nothing about a young person: not what could be said to one, no chance, no pattern. Each agency and each
part of the thinning is a transaction of its own, so that a run that is cut off has done some of them whole and the
next run does the rest.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Any
from uuid import UUID

from django.db import connection, transaction

from porchlight.audit.api import record
from porchlight.kernel import clock
from porchlight.policy.api import Event, the_county
from porchlight.progress.rules.agency import LocalDispersion, confirmed_months, last_months, local_dispersion
from porchlight.progress.rules.config import USUAL
from porchlight.progress.rules.weeks import monday_of

PARTS = 256  # of the thinning: by the first byte of a young person's id
ONE_DAY = timedelta(days=1)


@dataclass(frozen=True)
class Night:
    """What one run did: agencies counted; young people, weeks and days of the thinning."""

    agencies: int
    youths: int = 0
    weeks: int = 0
    days: int = 0

    def __str__(self) -> str:
        thinned = f"{self.days} days of {self.youths} young people became {self.weeks} weeks"
        return f"{self.agencies} agencies counted, {thinned}"


def run() -> Night:
    """Do one night's work, in this order: figures, thinning, the line that says it is done."""
    today = clock.county_time(clock.now()).date()
    agencies = [agency for (agency,) in _ask("SELECT a FROM pl.answering_agencies() AS a ORDER BY a")]
    for agency in agencies:
        _count(agency, today=today)
    thinned = [_thin(part, before=first_kept(today)) for part in range(PARTS)]
    night = Night(len(agencies), *(sum(numbers) for numbers in zip(*thinned, strict=True)))
    record([Event("ran", "nightly", why=str(night))])
    return night


def first_kept(today: date) -> date:
    """The Monday from which days are kept as days, by the county's value."""
    return monday_of(today - the_county().duration("days.kept"))


def is_due(last: datetime | None, *, now: datetime, hour: int) -> bool:
    """Whether a run is due: none since the latest time that the county's clock showed this hour."""
    local = clock.county_time(now)
    latest = datetime.combine(local.date(), time(hour), tzinfo=local.tzinfo)
    if latest > local:
        latest -= ONE_DAY
    return last is None or last < latest


def last_run() -> datetime | None:
    """When an agency was last counted."""
    ((at,),) = _ask("SELECT pl.last_counted()")
    return at  # type: ignore[no-any-return]  # because a driver gives rows of anything


def _count(agency: UUID, *, today: date) -> None:
    """Work out one agency's figures from numbers without names, and keep them in place of the last."""
    until, zone = monday_of(today), clock.COUNTY_ZONE.key
    weeks = _ask("SELECT * FROM pl.weekly_numbers(%s, %s, %s, %s)", agency, until, zone, USUAL.confirmed_days)
    found: LocalDispersion = local_dispersion(weeks)
    since = last_months(today)[0]
    rows = _ask("SELECT * FROM pl.confirmed_by_month(%s, %s, %s)", agency, since, today.replace(day=1))
    record_ = confirmed_months({month: (said, confirmed) for month, said, confirmed in rows}, as_of=today)
    kept = (found.phi, found.youths, record_.months, record_.said, record_.confirmed)
    _ask("SELECT pl.keep_dispersion(%s, %s, %s, %s, %s, %s, %s)", agency, until, *kept)


def _thin(part: int, *, before: date) -> tuple[int, int, int]:
    """Let old days of this part become weeks, with one line in the audit if there were any."""
    with transaction.atomic():
        ((youths, weeks, days),) = _ask("SELECT * FROM pl.thin_days(%s, %s, %s)", before, clock.COUNTY_ZONE.key, part)
        if days:
            told = f"{days} days before {before} of {youths} young people became {weeks} weeks"
            record([Event("thinned", "absences.days", why=told)])
    return youths, weeks, days


def _ask(statement: str, *values: Any) -> Iterable[tuple[Any, ...]]:
    with connection.cursor() as cursor:
        cursor.execute(statement, values)
        return list(cursor.fetchall())
