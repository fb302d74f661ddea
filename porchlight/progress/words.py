"""Every sentence that the product itself may put before a young person about a small change, in both languages.

No sentence says why, compares with others, or praises the person instead of what they did. Numbers stand in
a sentence only when the young person asked for them.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

Both = Mapping[str, str]


@dataclass(frozen=True)
class FactWords:
    """How one fact is said. `with_numbers` falls back to `plain` where the fact has no number.

    `why` answers "why do I see this". `slots` are the whole numbers that it needs.
    """

    topic: str
    plain: Both
    why: Both
    with_numbers: Both | None = None
    slots: tuple[str, ...] = ()


TOPICS: Mapping[str, Both] = {
    "coming_back": {"en": "Coming back", "es": "Volver"},
    "contact": {"en": "Staying in touch", "es": "Seguir en contacto"},
    "plan": {"en": "My plan and my goals", "es": "Mi plan y mis metas"},
    "people": {"en": "My people", "es": "Mi gente"},
    "times": {"en": "How often or how long I was away", "es": "Cuántas veces o cuánto tiempo estuve fuera"},
}

_RETURN = {
    "en": "Your team wrote down how you came back.",
    "es": "Tu equipo anotó cómo volviste.",
}
_TIMES = {
    "en": "Your team wrote down which days you were home and when you left.",
    "es": "Tu equipo anotó qué días estabas en casa y cuándo te fuiste.",
}

# In the order in which they are offered: what the young person did comes before any count.
FACTS: Mapping[str, FactWords] = {
    "own_return": FactWords(
        "coming_back",
        {"en": "You decided to come back.", "es": "Tú decidiste volver."},
        _RETURN,
    ),
    "helped_return": FactWords(
        "coming_back",
        {"en": "You let someone come back with you.", "es": "Dejaste que alguien volviera contigo."},
        _RETURN,
    ),
    "kept_contact": FactWords(
        "contact",
        {
            "en": "You stayed in touch while you were away.",
            "es": "Seguiste en contacto mientras estabas fuera.",
        },
        {
            "en": "Your team wrote down when you were in touch. Never where.",
            "es": "Tu equipo anotó cuándo hubo contacto. Nunca dónde.",
        },
    ),
    "plan_step": FactWords(
        "plan",
        {"en": "You used a step of your plan.", "es": "Usaste un paso de tu plan."},
        {"en": "You or your team marked a step of your plan.", "es": "Tú o tu equipo marcaron un paso de tu plan."},
    ),
    "goal_step": FactWords(
        "plan",
        {"en": "You took a step toward your goal.", "es": "Diste un paso hacia tu meta."},
        {"en": "Your goal was moved up a step.", "es": "Tu meta subió un paso."},
    ),
    "trusted_person": FactWords(
        "people",
        {"en": "You have one more person you trust.", "es": "Tienes una persona de confianza más."},
        {"en": "You added a person to your people.", "es": "Sumaste a una persona a tu gente."},
    ),
    "fewer_leavings": FactWords(
        "times",
        {
            "en": "You left fewer times this week than last week.",
            "es": "Esta semana te fuiste menos veces que la semana pasada.",
        },
        _TIMES,
        {
            "en": "Times you left this week: {now}. Last week: {before}.",
            "es": "Veces que te fuiste esta semana: {now}. La semana pasada: {before}.",
        },
        ("now", "before"),
    ),
    "back_sooner": FactWords(
        "times",
        {
            "en": "This time you were back sooner than the time before.",
            "es": "Esta vez volviste más pronto que la vez anterior.",
        },
        _TIMES,
        {
            "en": "Hours away this time: {now}. The time before: {before}.",
            "es": "Horas fuera esta vez: {now}. La vez anterior: {before}.",
        },
        ("now", "before"),
    ),
    "longest_stay": FactWords(
        "times",
        {
            "en": "This is your longest time at home in a good while.",
            "es": "Este es tu tiempo más largo en casa desde hace mucho.",
        },
        _TIMES,
        {
            "en": "Days at home in a row: {days}. That is the most in {weeks} weeks.",
            "es": "Días seguidos en casa: {days}. Es lo más en {weeks} semanas.",
        },
        ("days", "weeks"),
    ),
}

_WRITTEN = {
    "en": "It was written down in the last seven days.",
    "es": "Se anotó en los últimos siete días.",
}

# Why a fact may be said: for the person who looks, beside its numbers.
MAY_SAY: Mapping[str, Both] = {
    "own_return": _WRITTEN,
    "helped_return": _WRITTEN,
    "kept_contact": _WRITTEN,
    "plan_step": _WRITTEN,
    "goal_step": _WRITTEN,
    "trusted_person": _WRITTEN,
    "fewer_leavings": {
        "en": "Enough of both weeks was written down. The count is lower, and the time away is not longer.",
        "es": "Se anotó bastante de las dos semanas. El número es menor, y el tiempo fuera no es mayor.",
    },
    "back_sooner": {
        "en": "Both times away are over, and the days were written down.",
        "es": "Las dos ausencias terminaron, y los días se anotaron.",
    },
    "longest_stay": {
        "en": "At least five weeks were written down, and no stay at home was longer.",
        "es": "Se anotaron al menos cinco semanas. Ningún tiempo en casa fue más largo.",
    },
}

# Why a fact is not offered: for the person who looks, never for the young person.
WITHHELD: Mapping[str, Both] = {
    "nothing_seen": {
        "en": "Nothing of this kind was written down in the last seven days.",
        "es": "No se anotó nada así en los últimos siete días.",
    },
    "too_few_days": {
        "en": "One of the two weeks has fewer than two days at home, so they can't be compared.",
        "es": "Una de las dos semanas tiene menos de dos días en casa. No se pueden comparar.",
    },
    "not_enough_known": {
        "en": "Too many days are not confirmed. A day that nobody confirmed never counts as a quiet one.",
        "es": "Faltan muchos días por confirmar. Un día sin confirmar nunca cuenta como tranquilo.",
    },
    "not_fewer": {
        "en": "The count is not lower than the week before.",
        "es": "El número no es menor que el de la semana anterior.",
    },
    "rate_higher": {
        "en": "The count is lower, but so are the days at home. The pace is not lower.",
        "es": "El número es menor, pero también los días en casa. El ritmo no es menor.",
    },
    "more_time_away": {
        "en": "The count is lower, but the time away is longer.",
        "es": "El número es menor, pero el tiempo fuera es mayor.",
    },
    "time_away_not_known": {
        "en": "We don't know how long the times away were.",
        "es": "No sabemos cuánto duraron las ausencias.",
    },
    "not_sooner": {
        "en": "The last time away was not shorter than the one before.",
        "es": "La última ausencia no fue más corta que la anterior.",
    },
    "no_two_times": {
        "en": "We need two finished times away. The last one must have ended in the last seven days.",
        "es": "Hacen falta dos ausencias terminadas. La última debe haber terminado en los últimos siete días.",
    },
    "too_early": {
        "en": "There are fewer than five weeks on record.",
        "es": "Hay menos de cinco semanas anotadas.",
    },
    "not_longest": {
        "en": "The stay at home now is not the longest on record.",
        "es": "El tiempo en casa de ahora no es el más largo anotado.",
    },
    "not_for_this_seat": {
        "en": "Your seat does not read the days at home and away. A kind word is always open to you.",
        "es": "Tú no ves los días en casa y fuera. Siempre puedes mandar unas palabras.",
    },
    "no_record": {
        "en": "There are no days on record yet.",
        "es": "Todavía no hay días anotados.",
    },
}

# What each line of that list is about, in the words of the page.
ABOUT: Mapping[str, Both] = {
    "deeds": {"en": "Something they did", "es": "Algo que hizo"},
    "fewer_leavings": {"en": "Left fewer times", "es": "Se fue menos veces"},
    "back_sooner": {"en": "Back sooner", "es": "Volvió más pronto"},
    "longest_stay": {"en": "Longest time at home", "es": "El tiempo más largo en casa"},
    "everything": {"en": "From the record", "es": "De lo anotado"},
}


def phrase(fact: str, *, slots: Mapping[str, int], language: str, numbers: bool) -> str:
    """The sentence for one fact in `en` or `es`. Raises `KeyError` for a fact or a slot that is not known."""
    words = FACTS[fact]
    chosen = words.with_numbers if numbers and words.with_numbers else words.plain
    return chosen[language].format(**slots)


def why(fact: str, *, language: str) -> str:
    """From what the fact was taken, for a young person who asks why they see it."""
    return FACTS[fact].why[language]
