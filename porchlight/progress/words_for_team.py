"""Why something may be said and why not, and what we ask ourselves: for the person who looks, never for the youth."""

from __future__ import annotations

from collections.abc import Mapping

from porchlight.progress.words import Both

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
    "pattern": {
        "en": "Two weekly looks in a row found it. It speaks of these weeks, and of no change in a person.",
        "es": "Dos semanas seguidas se vio así. Habla de estas semanas, no de un cambio en la persona.",
    },
    "sustained": {
        "en": "Three weekly looks in a row found it, against the first eight weeks.",
        "es": "Tres semanas seguidas se vio así, frente a las primeras ocho semanas.",
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
    "switched_off": {
        "en": "It is off here.",
        "es": "Aquí está apagado.",
    },
    "not_comparable_yet": {
        "en": "There are not enough whole weeks since the count began. A move, or a wish, begins it anew.",
        "es": "Faltan semanas completas desde que empezó la cuenta. Una mudanza, o un deseo, la reinicia.",
    },
    "too_little_seen": {
        "en": "Too few days were confirmed, or too little happened, to compare.",
        "es": "Hay muy pocos días confirmados, o pasó muy poco, para comparar.",
    },
    "not_steady": {
        "en": "It is not steady from week to week.",
        "es": "No es estable de una semana a otra.",
    },
    "not_lower": {
        "en": "The pace is not lower than in the four weeks before.",
        "es": "El ritmo no es menor que en las cuatro semanas de antes.",
    },
    "leaving_higher": {
        "en": "They seem to leave more often lately. Ask what we owe.",
        "es": "Parece que se va más seguido. Pregunta qué le debemos.",
    },
    "harm_open": {
        "en": "A harm is being looked into, so this stays silent.",
        "es": "Se está viendo un posible daño. Por eso esto calla.",
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
    "pattern": {"en": "Four weeks against four", "es": "Cuatro semanas frente a cuatro"},
    "sustained": {"en": "Something that lasts", "es": "Algo que dura"},
    "everything": {"en": "From the record", "es": "De lo anotado"},
}

# When numbers went up, or a harm is open: questions about us, never about the young person.
OWED: tuple[Both, ...] = (
    {
        "en": "Did they have to move, or was somebody changed beside them?",
        "es": "¿Tuvo que mudarse, o cambió alguien a su lado?",
    },
    {"en": "Did we promise something and not do it?", "es": "¿Prometimos algo y no lo hicimos?"},
    {"en": "Did we lose touch?", "es": "¿Perdimos el contacto?"},
    {
        "en": "Is a hard date near: a birthday, a loss, a court day?",
        "es": "¿Se acerca una fecha difícil: un cumpleaños, una pérdida, un día de corte?",
    },
    {"en": "Which need is met by nobody now?", "es": "¿Qué necesidad no atiende nadie ahora?"},
    {
        "en": "Is somebody pressing them? Then act now, by your safety steps.",
        "es": "¿Alguien le presiona? Entonces actúa ya, según los pasos de seguridad.",
    },
)
