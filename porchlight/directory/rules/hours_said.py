"""Opening hours as people say them."""

from __future__ import annotations

from porchlight.directory.rules.hours import ALL_WEEK, MINUTES_A_DAY, Hours, Span, days_alike
from porchlight.directory.rules.times_said import day_words, hour_alone
from porchlight.directory.rules.words import Language

_DAYS = {
    "en": ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"),
    "es": ("lunes", "martes", "miércoles", "jueves", "viernes", "sábado", "domingo"),
}
_ALWAYS = {"en": "Day and night, every day", "es": "De día y de noche, todos los días"}
_EVERY_DAY = {"en": "Every day", "es": "Todos los días"}
_ALL_DAY = {"en": "all day", "es": "todo el día"}
_CLOSED = {"en": "Closed on", "es": "Cerrado el"}
_TO = {"en": "to", "es": "a"}
_AND = {"en": "and", "es": "y"}


def hours_words(hours: Hours, *, language: Language) -> str:
    """The hours in words; nothing for unclear hours.

    >>> from porchlight.directory.rules.hours import read_hours
    >>> hours_words(read_hours("Mon-Fri 09:00-12:00, 13:00-17:00; Sat 20:00-02:00"), language="en")
    'Monday to Friday, 9:00 am to noon and 1:00 pm to 5:00 pm. Saturday, 8:00 pm to 2:00 am.'
    >>> hours_words(read_hours("Daily 18:00-06:00"), language="es")
    'Todos los días, de 6:00 p. m. a 6:00 a. m.'
    """
    if hours.spans is None:
        return ""
    said = [_ALWAYS[language]] if hours.spans == ALL_WEEK else _clauses(hours.spans, language=language)
    if hours.closed_on:
        days = [day_words(day, language=language) for day in sorted(hours.closed_on)]
        said.append(f"{_CLOSED[language]} {'; '.join(days)}")
    return " ".join(clause if clause.endswith(".") else f"{clause}." for clause in said)


def _clauses(spans: tuple[Span, ...], *, language: Language) -> list[str]:
    return [
        f"{_days(days, language=language)}, {_listed([_stretch(one, language=language) for one in times], language)}"
        for days, times in days_alike(spans)
    ]


def _days(days: list[int], *, language: Language) -> str:
    names = [_DAYS[language][day] for day in days]
    if len(days) == len(_DAYS[language]):
        return _EVERY_DAY[language]
    if len(days) > 2 and days[-1] - days[0] == len(days) - 1:
        return _capital(f"{names[0]} {_TO[language]} {names[-1]}")
    return _capital(_listed(names, language))


def _stretch(span: Span, *, language: Language) -> str:
    if (span.opens, span.closes) == (0, MINUTES_A_DAY):
        return _ALL_DAY[language]
    opens, closes = (hour_alone(*divmod(minute, 60), language=language) for minute in (span.opens, span.closes))
    return f"{'de ' if language == 'es' else ''}{opens} {_TO[language]} {closes}"


def _listed(words: list[str], language: Language) -> str:
    return f" {_AND[language]} ".join([*([", ".join(words[:-1])] if words[:-1] else []), words[-1]])


def _capital(words: str) -> str:
    return words[0].upper() + words[1:]
