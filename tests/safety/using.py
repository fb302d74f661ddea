"""A plan in the young person's words, and their taps on it, by the room's own commands."""

from __future__ import annotations

from datetime import date, timedelta

from porchlight.kernel import clock
from porchlight.kernel.errors import Refused
from tests.needs.making import as_seat, as_youth

LONG_AGO = date(2020, 1, 1)


def today() -> date:
    return clock.county_time(clock.now()).date()


def days_ago(days: int):
    """The clock stands at this hour, so many days ago."""
    return clock.standing_still(clock.now() - timedelta(days=days))


def wrote(youth, key="stay", *, seats=()):
    """A part in their words, open to just these seats. Gives the part."""
    from porchlight.safety import api as safety

    with as_youth(youth) as me:
        return safety.write_section(
            youth, key=key, words="Music, and a walk.", together=False, seats=[one.seat for one in seats], by=me
        )


def used(youth, section):
    from porchlight.safety import api as safety

    with as_youth(youth) as me:
        safety.say_used(youth, section=section, by=me)


def took_back(youth, section):
    from porchlight.safety import api as safety

    with as_youth(youth) as me:
        safety.take_used_back(youth, section=section, by=me)


def seen_by(member, youth):
    """Part and day of all that this seat may see was used, or none when all of the plan is closed to it."""
    from porchlight.safety import api as safety

    with as_seat(member) as visit:
        try:
            return [(one.section, one.on) for one in safety.steps_used(youth, since=LONG_AGO, by=visit)]
        except Refused:
            return []


def seen_by_them(youth):
    from porchlight.safety import api as safety

    with as_youth(youth) as me:
        return [(one.section, one.on) for one in safety.steps_used(youth, since=LONG_AGO, by=me)]
