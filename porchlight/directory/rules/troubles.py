"""What can go wrong when the directory is read or asked.

Trouble
├── AreaKnownAlready        a part of the county has that name already
├── ChangedMeanwhile        somebody else changed the service first
├── HoursNotUnderstood      opening hours were written in a way we cannot read
├── MomentWithoutZone       a time came without its zone
├── OneLanguageMissing      words stand in one language only
└── SeedNotUnderstood       a row of a seed file says something we cannot read
"""

from __future__ import annotations

from porchlight.kernel.errors import Trouble


class HoursNotUnderstood(Trouble):
    """Hours are read exactly or not at all: a guess could send somebody to a closed door."""

    code = "PL-DIR-001"
    sentence = "We could not read these hours. Write them like this: Mon-Fri 09:00-17:00; Sat 10:00-14:00."
    repair = "Write 24/7, or days and times with a semicolon between, or nothing when the hours are not clear."


class MomentWithoutZone(Trouble):
    """A time without a zone could be hours off, and so a closed place could look open."""

    code = "PL-DIR-002"
    sentence = "We could not tell what time it is."
    repair = "Pass the time of porchlight.kernel.clock.now(), which carries its zone."


class OneLanguageMissing(Trouble):
    """Whoever reads Spanish gets the same words as whoever reads English."""

    code = "PL-DIR-003"
    sentence = "These words stand in one language only. Please write them in English and in Spanish."
    repair = "Fill in both languages, or leave both empty."


class SeedNotUnderstood(Trouble):
    """A row of a seed file cannot be read; no part of it is guessed."""

    code = "PL-DIR-004"
    sentence = "The list of services could not be read."
    repair = "Compare the row with the other rows of the same file."


class ChangedMeanwhile(Trouble):
    """Two people changed one service at once; nobody's words are lost without being seen."""

    code = "PL-DIR-005"
    sentence = (
        "Somebody else changed this service while you were writing. Look at their version, then save yours again."
    )
    repair = "Open the service in a second window, compare, and send the form again."


class AreaKnownAlready(Trouble):
    """No two parts of the county carry the same name."""

    code = "PL-DIR-006"
    sentence = "There is a part of the county with that name already."
    repair = "Use the one that is there, or write another name."
