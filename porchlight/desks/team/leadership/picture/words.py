"""Words of the picture."""

from __future__ import annotations

from porchlight.adoption.picture import api as picture
from porchlight.desks.pictures.days import DaysWords
from porchlight.desks.pictures.glasses import GlassesWords

EVIDENCE = {
    "own_wording": "wrote its own wording",
    "ratifies": "ratified the shared definition",
    "abstains": "abstained from the shared definition",
    "dissents": "dissented from the shared definition",
    "drafting": "is drafting a rule",
    "consulted": "asked others about a rule",
    "adopted": "adopted a rule",
    "in_use": "put a rule in use",
    "reviewed": "looked at a rule again",
    "lived_paid": "pays its places of lived experience",
    "lived_came": "met with lived experience at the table, paid for it",
}
STANDS = {
    picture.Stands.SHOWN: ("Shown by what is on record", "done"),
    picture.Stands.SAID: ("Said, not shown", "waiting"),
    picture.Stands.NOTHING: ("Nothing yet", "open"),
}
LEGEND = (
    "An empty glass: nothing yet",
    "Partly full: as far as something on record shows",
    "Full: kept up and reviewed",
    "A dashed line: what the agency says, and nothing shows yet",
    "A short line: the sign does not concern this agency",
)


KIND_OF = {"own_wording": "wordings", "ratifies": "answers", "abstains": "answers", "dissents": "answers"}
DAYS = DaysWords(
    "What happened when",
    "A line for each kind of thing, a mark for each day, over two years.",
    {"wordings": "Own wordings", "answers": "Answers to the shared definition", "rules": "Steps of rules"},
    ("Day", "Agency", "What"),
)


def mark_words(mark: picture.Mark) -> str:
    """What happened, in words."""
    return evidence_words(picture.Evidence("", 0, mark.what, mark.words))


def level_names() -> dict[int, str]:
    """The six levels by number."""
    return {level.number: level.name for level in picture.levels()}


def glasses_words(columns: tuple[str, ...]) -> GlassesWords:
    """What the picture says of itself."""
    about = "One line for each sign, one glass for each agency in the order of their names. Nobody is ranked."
    return GlassesWords("How far the agencies have come", about, LEGEND, columns)


def evidence_words(one: picture.Evidence) -> str:
    """One line of evidence: what happened, what it is called."""
    named = f": {one.words}" if one.words else ""
    return f"{EVIDENCE[one.what][0].upper()}{EVIDENCE[one.what][1:]}{named}"


def figure_words(one: picture.Figure) -> str:
    """A number of practice in words."""
    return f"{one.many} of {one.of} people" if one.of is not None else f"{one.many} in the last quarter"
