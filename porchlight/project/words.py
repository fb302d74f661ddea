"""How moments and numbers are said on a page, in both languages. No page formats them by itself."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from datetime import date, datetime, time, timedelta
from typing import Any
from uuid import UUID

from django.utils.translation import get_language, ngettext
from django.utils.translation import gettext as _

from porchlight.desks import markdown
from porchlight.kernel import clock

MONTHS = {
    "en": ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"),
    "es": ("ene", "feb", "mar", "abr", "may", "jun", "jul", "ago", "sep", "oct", "nov", "dic"),
}
DAYS = {
    "en": ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"),
    "es": ("lunes", "martes", "miércoles", "jueves", "viernes", "sábado", "domingo"),
}
NOON = 12


def _language() -> str:
    return "es" if (get_language() or "en").startswith("es") else "en"


def day(moment: date | datetime) -> str:
    """`Nov 22` or `22 nov`, on the county's calendar."""
    on = clock.county_time(moment) if isinstance(moment, datetime) else moment
    month = MONTHS[_language()][on.month - 1]
    return f"{on.day} {month}" if _language() == "es" else f"{month} {on.day}"


def dated(moment: date | datetime) -> str:
    """`Nov 22, 2026` or `22 nov 2026`: a day that may lie in another year."""
    on = clock.county_time(moment) if isinstance(moment, datetime) else moment
    return f"{day(on)} {on.year}" if _language() == "es" else f"{day(on)}, {on.year}"


def weekday(moment: date | datetime) -> str:
    """`Sunday` or `domingo`, on the county's calendar."""
    on = clock.county_time(moment) if isinstance(moment, datetime) else moment
    return DAYS[_language()][on.weekday()]


def hour(moment: datetime | time) -> str:
    """`3:10 am` or `3:10 a. m.`, county time; an hour without a day is the county's already."""
    at = clock.county_time(moment) if isinstance(moment, datetime) else moment
    half = ("am", "pm") if _language() == "en" else ("a. m.", "p. m.")
    return f"{at.hour % NOON or NOON}:{at.minute:02d} {half[at.hour >= NOON]}"


def moment(at: datetime, about: bool = False) -> str:
    """Day and hour: `Nov 22, 3:10 am`; where nobody could say it better, `about Nov 22, 3:10 am`."""
    when = f"{day(at)}, {hour(at)}"
    return _("about %(when)s") % {"when": when} if about else when


def span(length: timedelta) -> str:
    """`3 h 20 min`, `2 days`; never negative."""
    minutes = max(0, int(length.total_seconds() // 60))
    hours, minutes = divmod(minutes, 60)
    if hours >= 48:
        return ngettext("%(num)d day", "%(num)d days", hours // 24) % {"num": hours // 24}
    if hours:
        return _("%(hours)d h %(minutes)d min") % {"hours": hours, "minutes": minutes}
    return _("%(minutes)d min") % {"minutes": minutes}


def ago(at: datetime) -> str:
    """How long since, in words."""
    return _("%(span)s ago") % {"span": span(clock.now() - at)}


def by_name(rows: Iterable[Any], names: Mapping[UUID, str]) -> list[Any]:
    """Rows about young people in the order of what they are called here."""
    return sorted(rows, key=lambda row: names.get(row.youth, "").casefold())


FILTERS: dict[str, Callable[..., Any]] = {
    "day": day,
    "dated": dated,
    "weekday": weekday,
    "hour": hour,
    "moment": moment,
    "span": span,
    "ago": ago,
    "by_name": by_name,
    "markdown": markdown.html,
}
