"""Names that say too much on a screen that somebody else may see, and plain words instead."""

from __future__ import annotations

import re
import unicodedata

from porchlight.directory.rules.words import Words

# Help needs no label: the youth house says none of these, save in a service's own words after a tap.
_SUBJECT = re.compile(r"exploit|explot|traffic|trafic|\btrata\b|victim|rescue|rescat")
# A name is read over a shoulder faster than a sentence, so a name is held to more.
_TELLING_NAME = re.compile(r"run-?away|fuera de casa|sexual|assault|agresion|abus|maltrat|violen")

_ANY_SERVICE = Words("A place that helps young people", "Un lugar que ayuda a jóvenes")
_BY_KIND = {
    # kinds of the seeded lines
    "app": Words("An app for young people", "Una aplicación para jóvenes"),
    "away-from-home": Words("A help line for young people", "Una línea de ayuda para jóvenes"),
    "child-abuse-support": Words("A help line for kids and families", "Una línea para niños y familias"),
    "crisis": Words("Someone to talk to", "Alguien con quien hablar"),
    "crisis-lgbtq": Words("Someone to talk to about being you", "Alguien con quien hablar de ti"),
    "dating-violence": Words("A help line about dating", "Una línea de ayuda sobre el noviazgo"),
    "domestic-violence": Words("A help line about home", "Una línea de ayuda sobre la casa"),
    "domestic-violence-native": Words("A help line for Native people", "Una línea para gente indígena"),
    "foster-youth-support": Words("A help line for foster youth", "Una línea para jóvenes de crianza"),
    "information-and-referral": Words("A line that finds help near you", "Una línea que busca ayuda cerca"),
    "missing-from-care-reporting": Words("A line for workers", "Una línea para trabajadores"),
    "overdose": Words("Someone who stays on the line", "Alguien que sigue en la línea contigo"),
    "poison": Words("A help line about poisons and pills", "Una línea sobre venenos y pastillas"),
    "rights": Words("An office that looks after your rights", "Una oficina que cuida tus derechos"),
    "safe-place": Words("A safe place near you", "Un lugar seguro cerca de ti"),
    "sexual-health": Words("A line that finds a clinic", "Una línea que busca una clínica"),
    "sexual-violence": Words("A help line for hard times", "Una línea para un día difícil"),
    "trafficking": Words("A help line for staying safe", "Una línea de ayuda para estar a salvo"),
    "victim-compensation": Words("Help with money after harm", "Ayuda con dinero después de un daño"),
    "warmline": Words("A line for a calm talk", "Una línea para hablar con calma"),
    # service types of the list CL-8
    "V01": Words("A place to drop in", "Un lugar para llegar sin cita"),
    "V02": Words("A line to call or text", "Una línea para llamar o mandar mensajes"),
    "V03": Words("A bed for the night", "Una cama para la noche"),
    "V04": Words("Food", "Comida"),
    "V05": Words("A shower, clean clothes", "Una ducha, ropa limpia"),
    "V06": Words("Clothes", "Ropa"),
    "V07": Words("A phone, a place to charge", "Un teléfono, un lugar para cargarlo"),
    "V08": Words("A ride or a bus pass", "Transporte o un pase de autobús"),
    "V09": Words("A clinic", "Una clínica"),
    "V10": Words("Health tests and care", "Pruebas y cuidado de salud"),
    "V11": Words("A clinic", "Una clínica"),
    "V12": Words("A nurse, with someone beside you", "Una enfermera, con alguien a tu lado"),
    "V13": Words("Care for cuts or teeth", "Cuidado de heridas o dientes"),
    "V14": Words("Someone to talk to", "Alguien con quien hablar"),
    "V15": Words("People who come to you", "Personas que van a donde estás"),
    "V16": Words("Health supplies", "Cosas para cuidar tu salud"),
    "V17": Words("Care without blame", "Cuidado sin culpas"),
    "V18": Words("A mentor who has been there", "Una mentora que ya pasó por eso"),
    "V19": Words("Help with the law", "Ayuda legal"),
    "V20": Words("School online", "Escuela en línea"),
    "V21": Words("Paid work", "Trabajo pagado"),
    "V22": Words("ID cards, tattoos taken off", "Identificación, quitar tatuajes"),
    "V23": Words("Care for your child or pet", "Cuidado para tu hijo o mascota"),
    "V24": Words("A place of your people or faith", "Un lugar de tu gente o tu fe"),
    "V25": Words("An LGBTQ+ place", "Un lugar LGBTQ+"),
    "V26": Words("A quiet place by day", "Un lugar tranquilo de día"),
    "V27": Words("A ride home", "Te llevan a casa"),
    "V28": Words("Help with papers", "Ayuda con papeles"),
    "V29": Words("Help with money after harm", "Ayuda con dinero después de un daño"),
}


def names_the_subject(text: str) -> bool:
    """Whether a text says a word that no screen before sign-in may say, in either language."""
    return _SUBJECT.search(_folded(text)) is not None


def needs_neutral_name(name: str) -> bool:
    """Whether a name tells a person looking on what the service is about."""
    return names_the_subject(name) or _TELLING_NAME.search(_folded(name)) is not None


def neutral_description(kind: str) -> Words:
    """Plain words for a kind: of a seeded line, or a code of CL-8. An unknown kind gets general words."""
    return _BY_KIND.get(kind, _ANY_SERVICE)


def _folded(text: str) -> str:
    apart = unicodedata.normalize("NFKD", text.lower())
    return "".join(letter for letter in apart if not unicodedata.combining(letter))
