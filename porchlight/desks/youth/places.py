"""A place or a line as the young person reads it: words only, in one language."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from django.utils.translation import gettext as _

from porchlight.directory.api import Choice, DoorState, Language, neutral_description, say, say_ages, what_they_ask

STATES = {DoorState.OPEN: "done", DoorState.CALL_FIRST: "phone", DoorState.OPENS_LATER: "soon"}


@dataclass(frozen=True)
class Place:
    """What a card says. `name` and `tells_others` stand behind a tap where their words say too much."""

    heading: str
    name: str
    door: str
    state: str
    going_back: str
    phone: str
    text: str
    text_hint: str
    tells_others: str
    tells_after_a_tap: bool
    checked: str
    is_checked: bool
    kinds: str
    asks: tuple[str, ...]
    facts: tuple[tuple[str, str], ...]


def place(choice: Choice, *, at: datetime, language: Language) -> Place:
    """One card of the list."""
    said = say(choice, at=at, language=language)
    return Place(
        heading=choice.heading.read_in(language),
        name=choice.name.read_in(language) if choice.name_after_a_tap else "",
        door=said.door,
        state=STATES[choice.door],
        going_back=said.going_back,
        phone=choice.phone,
        text=choice.text.number if choice.text else "",
        text_hint=_text_hint(choice, language),
        tells_others=said.tells_others,
        tells_after_a_tap=choice.tells_others_after_a_tap,
        checked=said.checked,
        is_checked=choice.confirmed is not None,
        kinds=_kinds(choice, language),
        asks=tuple(words.read_in(language) for words in what_they_ask(choice)),
        facts=tuple(_facts(choice, language)),
    )


def _text_hint(choice: Choice, language: Language) -> str:
    if choice.text is None or not choice.text.send:
        return _("Text this number.")
    return _("Text this number. Write first: %(words)s") % {"words": choice.text.send.read_in(language)}


def _kinds(choice: Choice, language: Language) -> str:
    """What they have, in plain words that tell nobody looking on too much; none beside a neutral heading."""
    said = [neutral_description(code).read_in(language) for code in choice.what_it_is]
    return "" if choice.name_after_a_tap else ". ".join(dict.fromkeys(said))


def _facts(choice: Choice, language: Language) -> list[tuple[str, str]]:
    """What else is known, each with its label; nothing for what is not known."""
    in_words = (
        (_("Hours"), choice.hours_note),
        (_("Ages"), say_ages(choice.ages)),
        (_("For whom"), choice.gender_policy),
        (_("Languages"), choice.languages),
        (_("Steps, hearing, sight"), choice.disability_access),
    )
    facts = [(_("Address"), choice.address)] if choice.address else []
    return facts + [(label, words.read_in(language)) for label, words in in_words if words]
