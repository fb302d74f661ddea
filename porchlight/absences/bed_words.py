"""The words of the bed's lines, in both languages: said to the young person, or about them to the home."""

from __future__ import annotations

from collections.abc import Mapping

from porchlight.absences.bed_rules import Line, LineKey

YOU: Mapping[LineKey, tuple[str, str]] = {
    LineKey.OPEN: (
        "Your bed is here tonight, at any hour.",
        "Tu cama está aquí esta noche, a cualquier hora.",
    ),
    LineKey.CALL_FIRST: (
        "Your bed is held tonight. Call first: {call}",
        "Tu cama está guardada esta noche. Llama primero: {call}",
    ),
    LineKey.ELSEWHERE: (
        "Your bed is not held tonight. Your place tonight is: {place}",
        "Tu cama no está guardada esta noche. Tu lugar esta noche es: {place}",
    ),
    LineKey.ASK: (
        "We don't know yet where your bed is tonight. Call and ask: {call}",
        "Aún no sabemos dónde está tu cama esta noche. Llama y pregunta: {call}",
    ),
    LineKey.ASK_SOMEONE: (
        "We don't know yet where your bed is tonight.",
        "Aún no sabemos dónde está tu cama esta noche.",
    ),
}
THEY: Mapping[LineKey, tuple[str, str]] = {
    LineKey.OPEN: (
        "Their bed is held tonight, at any hour.",
        "Su cama está guardada esta noche, a cualquier hora.",
    ),
    LineKey.CALL_FIRST: (
        "Their bed is held tonight. They call first: {call}",
        "Su cama está guardada esta noche. Primero se llama: {call}",
    ),
    LineKey.ELSEWHERE: (
        "Their bed is not held tonight. Their place tonight is: {place}",
        "Su cama no está guardada esta noche. Su lugar esta noche es: {place}",
    ),
    LineKey.ASK: (
        "We don't know yet where their bed is tonight. Call and ask: {call}",
        "Aún no sabemos dónde está su cama esta noche. Llama y pregunta: {call}",
    ),
    LineKey.ASK_SOMEONE: (
        "We don't know yet where their bed is tonight.",
        "Aún no sabemos dónde está su cama esta noche.",
    ),
}


def say_bed(line: Line, *, language: str, to_youth: bool) -> str:
    """The line as a sentence, in Spanish for `es` and in English otherwise."""
    english, spanish = (YOU if to_youth else THEY)[line.key]
    words = spanish if language == "es" else english
    return words.replace("{call}", line.call).replace("{place}", line.place)
