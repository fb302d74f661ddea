"""What a choice says to a young person, in short true sentences."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from porchlight.directory.rules.choices import Choice, DoorState
from porchlight.directory.rules.service import Ages
from porchlight.directory.rules.times_said import clock_words, day_words
from porchlight.directory.rules.words import Language, Words

NO_NEED_TO_GO_BACK = Words("No need to go back first.", "No tienes que volver primero.")
CALL_FIRST = Words("Call first.", "Llama primero.")
WE_DONT_KNOW = Words("We don't know: ask before giving your name.", "No lo sabemos: pregunta antes de dar tu nombre.")
MAY_BE_CLOSED = Words("It may be closed now. Call first.", "Puede que ahora esté cerrado. Llama primero.")
DAY_AND_NIGHT = Words("Open now, day and night.", "Abierto ahora, de día y de noche.")


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """The sentences of one choice; `tells_others` is shown after a tap when the choice says so."""

    door: str
    going_back: str
    tells_others: str
    checked: str


def say(choice: Choice, *, at: datetime, language: Language) -> Said:
    """The sentences for this choice at `at`, in county time."""
    return Said(
        door=_door(choice, at=at, language=language),
        going_back=NO_NEED_TO_GO_BACK.read_in(language),
        tells_others=(choice.tells_others or WE_DONT_KNOW).read_in(language),
        checked=_checked(choice, language=language),
    )


def say_ages(ages: Ages) -> Words:
    """Whom it serves by age: in its own words where it has some, else by its limits; nothing when none is known."""
    youngest, oldest = ages.youngest, ages.oldest
    if ages.in_words:
        return ages.in_words
    if youngest is not None and oldest is not None:
        return Words(f"{youngest} to {oldest}", f"de {youngest} a {oldest}")
    if youngest is not None:
        return Words(f"{youngest} and older", f"{youngest} o más")
    return Words(f"up to {oldest}", f"hasta {oldest}") if oldest is not None else Words()


def _door(choice: Choice, *, at: datetime, language: Language) -> str:
    if choice.door is DoorState.CALL_FIRST:
        return (CALL_FIRST if choice.opens_at is None else MAY_BE_CLOSED).read_in(language)
    if choice.opens_at is not None:
        opens = clock_words(choice.opens_at, at=at, language=language)
        closed = Words(f"Closed now. Opens {opens}.", _with_stop(f"Ahora está cerrado. Abre {opens}"))
        return closed.read_in(language)
    if choice.open_until is not None:
        until = clock_words(choice.open_until, at=at, language=language)
        is_open = Words(f"Open now. Closes {until}.", _with_stop(f"Abierto ahora. Cierra {until}"))
        return is_open.read_in(language)
    return DAY_AND_NIGHT.read_in(language)


def _with_stop(sentence: str) -> str:
    """End a sentence; "p. m." already carries its stop."""
    return sentence if sentence.endswith(".") else f"{sentence}."


def _checked(choice: Choice, *, language: Language) -> str:
    if choice.confirmed is None and choice.last_checked is not None:
        on = day_words(choice.last_checked.on, language=language)
        if language == "en":
            return f"Last checked on {on}. Call first."
        return f"Revisado por última vez el {on}. Llama primero."
    if choice.confirmed is None:
        read_on = day_words(choice.source_read_on, language=language)
        if language == "en":
            return f"Not yet confirmed by your county. We read this on {read_on}."
        return f"Tu condado aún no lo ha confirmado. Lo leímos el {read_on}."
    on = day_words(choice.confirmed.on, language=language)
    if language == "en":
        return f"Checked by {choice.confirmed.by} on {on}."
    return f"Lo revisó {choice.confirmed.by} el {on}."
