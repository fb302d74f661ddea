"""A day with its year, in words: our own practice lasts for years."""

from __future__ import annotations

from datetime import date, datetime

from django.utils import dateformat
from django.utils.translation import get_language

from porchlight.kernel import clock


def on_day(moment: datetime | date) -> str:
    """`Nov 22, 2026` or `22 nov 2026`, on the county's calendar."""
    day = clock.county_time(moment).date() if isinstance(moment, datetime) else moment
    return dateformat.format(day, "j M Y").lower() if _is_spanish() else dateformat.format(day, "M j, Y")


def in_month(day: date) -> str:
    """`Nov 2026` or `nov 2026`."""
    said = dateformat.format(day, "M Y")
    return said.lower() if _is_spanish() else said


def _is_spanish() -> bool:
    return (get_language() or "").startswith("es")
