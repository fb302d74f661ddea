"""Every sentence that the product itself may put before a young person about a small change, in both languages.

No sentence says why, compares with others, or praises the person instead of what they did. Numbers stand in
a sentence only when the young person asked for them. Who may have which sentence: `phrasing.py`.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

Both = Mapping[str, str]


@dataclass(frozen=True)
class FactWords:
    """How one fact is said. `with_numbers` falls back to `plain` where the fact has no number.

    `why` answers "why do I see this". `slots` are the whole numbers that it needs. `tier`: 1 a fact, 2 a pattern,
    3 something that lasts. `for_court` is how a judge would read it; without it no court ever reads of it.
    """

    topic: str
    plain: Both
    why: Both
    with_numbers: Both | None = None
    slots: tuple[str, ...] = ()
    tier: int = 1
    for_court: Both | None = None


@dataclass(frozen=True)
class Part:
    """One thing that has moved and stayed, in a sentence to the young person and in one about them."""

    topic: str
    to_them: Both
    about_them: Both


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
        {"en": "You tapped that you used a part of your plan.", "es": "Marcaste que usaste una parte de tu plan."},
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
    "pattern": FactWords(
        "times",
        {
            "en": "These four weeks you left less often than the four weeks before. "
            "Something may be shifting. What do you think helped?",
            "es": "En estas cuatro semanas te fuiste menos seguido que en las cuatro de antes. "
            "Tal vez algo está cambiando. ¿Qué crees que ayudó?",
        },
        _TIMES,
        {
            "en": "Times you left in these four weeks: {now}. In the four weeks before: {before}. "
            "Something may be shifting. What do you think helped?",
            "es": "Veces que te fuiste en estas cuatro semanas: {now}. En las cuatro de antes: {before}. "
            "Tal vez algo está cambiando. ¿Qué crees que ayudó?",
        },
        ("now", "before"),
        tier=2,
    ),
    "sustained": FactWords(
        "lasting",
        {
            "en": "For a good while now, this is so: {parts}. That is yours.",
            "es": "Desde hace un buen tiempo es así: {parts}. Eso es tuyo.",
        },
        {
            "en": "Your team wrote down your days at home, when you left, how you came back, and if you were in touch.",
            "es": "Tu equipo anotó tus días en casa, cuándo te fuiste, cómo volviste y si hubo contacto.",
        },
        tier=3,
        for_court={"en": "For a good while now: {parts}.", "es": "Desde hace un buen tiempo: {parts}."},
    ),
}

# What may have moved and stayed, in the order in which it is said. No number stands in any of them.
PARTS: Mapping[str, Part] = {
    "own_return": Part(
        "coming_back",
        {"en": "you pick coming back more often", "es": "más veces tú decides volver"},
        {"en": "more of the returns are their own choice", "es": "más veces vuelve por decisión propia"},
    ),
    "contact": Part(
        "contact",
        {"en": "you stay in touch more", "es": "sigues más en contacto"},
        {"en": "they stay in touch more", "es": "sigue más en contacto"},
    ),
    "leaving": Part(
        "times",
        {"en": "you leave less often", "es": "te vas menos seguido"},
        {"en": "they leave less often", "es": "se va menos seguido"},
    ),
    "time_away": Part(
        "times",
        {"en": "you are away for less time", "es": "estás fuera menos tiempo"},
        {"en": "they are away for less time", "es": "está fuera menos tiempo"},
    ),
}


def fits(fact: str, slots: Mapping[str, int]) -> bool:
    """Whether these are the numbers, or for what lasts the parts, that the sentence needs."""
    if fact not in FACTS:
        return False
    if FACTS[fact].tier == 3:
        return bool(slots) and set(slots) <= set(PARTS)
    return set(slots) == set(FACTS[fact].slots)


def topics_of(fact: str, slots: Mapping[str, int]) -> frozenset[str]:
    """The topics that a sentence touches: hiding any of them hides it."""
    said = FACTS[fact]
    return frozenset(PARTS[name].topic for name in slots) if said.tier == 3 else frozenset({said.topic})


def why(fact: str, *, language: str) -> str:
    """From what the fact was taken, for a young person who asks why they see it."""
    return FACTS[fact].why[language]
