"""Hours and dates as people say them, in county time."""

from __future__ import annotations

from datetime import date, datetime, timedelta

from porchlight.directory.rules.words import Language
from porchlight.kernel.clock import county_time

_ON_WEEKDAY = {
    "en": tuple(f"on {day}day" for day in ("Mon", "Tues", "Wednes", "Thurs", "Fri", "Satur", "Sun")),
    "es": ("el lunes", "el martes", "el miércoles", "el jueves", "el viernes", "el sábado", "el domingo"),
}
_NOON_AND_MIDNIGHT = {"en": ("noon", "midnight"), "es": ("mediodía", "medianoche")}
_MONTHS = {
    "en": (
        "January",
        "February",
        "March",
        "April",
        "May",
        "June",
        "July",
        "August",
        "September",
        "October",
        "November",
        "December",
    ),
    "es": (
        "enero",
        "febrero",
        "marzo",
        "abril",
        "mayo",
        "junio",
        "julio",
        "agosto",
        "septiembre",
        "octubre",
        "noviembre",
        "diciembre",
    ),
}


def clock_words(moment: datetime, *, at: datetime, language: Language) -> str:
    """A moment as people say it at `at`: the hour, and the day when it is not the same county day.

    Never "tomorrow", which at 2 am means two different days. Midnight counts to the day it ends.

    >>> from datetime import UTC
    >>> nine = datetime(2026, 3, 3, 17, tzinfo=UTC)
    >>> clock_words(nine, at=datetime(2026, 3, 3, 2, tzinfo=UTC), language="en")
    'on Tuesday at 9:00 am'
    """
    wall = county_time(moment)
    midnight = (wall.hour, wall.minute) == (0, 0)
    day = wall.date() - timedelta(days=1) if midnight else wall.date()
    hour = _hour_words(wall.hour, wall.minute, language=language)
    days_ahead = (day - county_time(at).date()).days
    if days_ahead <= 0:
        return hour
    if days_ahead < 7:
        return f"{_ON_WEEKDAY[language][day.weekday()]} {hour}"
    on = "on" if language == "en" else "el"
    return f"{on} {day_words(day, language=language)} {hour}"


def _hour_words(hour: int, minute: int, *, language: Language) -> str:
    clock = hour_alone(hour, minute, language=language)
    if language == "en":
        return f"at {clock}"
    if clock in _NOON_AND_MIDNIGHT["es"]:
        return "al mediodía" if hour else "a medianoche"
    return f"{'a la' if hour % 12 == 1 else 'a las'} {clock}"


def hour_alone(hour: int, minute: int, *, language: Language) -> str:
    """An hour of the day without "at"; 24 and 0 are both midnight.

    >>> hour_alone(18, 30, language="es"), hour_alone(24, 0, language="en")
    ('6:30 p. m.', 'midnight')
    """
    if minute == 0 and hour % 12 == 0:
        return _NOON_AND_MIDNIGHT[language][hour % 24 == 0]
    clock = f"{(hour - 1) % 12 + 1}:{minute:02}"
    half = "a" if hour % 24 < 12 else "p"
    return f"{clock} {half}. m." if language == "es" else f"{clock} {half}m"


def day_words(day: date, *, language: Language) -> str:
    """A date in words, such as "November 22, 2026"."""
    month = _MONTHS[language][day.month - 1]
    return f"{month} {day.day}, {day.year}" if language == "en" else f"{day.day} de {month} de {day.year}"
