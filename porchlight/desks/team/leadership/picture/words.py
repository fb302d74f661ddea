"""Words of the picture."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from django.utils.translation import gettext as _

from porchlight.adoption.picture import api as picture
from porchlight.desks.pictures.days import DaysWords

EVIDENCE = {
    "own_wording": "wrote its own wording",
    "ratifies": "ratified the shared definition",
    "abstains": "abstained from the shared definition",
    "dissents": "dissented from the shared definition",
    "drafting": "is drafting a policy",
    "consulted": "asked others about a policy",
    "adopted": "adopted a policy",
    "in_use": "put a policy in use",
    "reviewed": "looked at a policy again",
    "lived_paid": "pays its places of lived experience",
    "lived_came": "met with lived experience at the table, paid for it",
}
STANDS = {
    picture.Stands.SHOWN: ("Shown by what is on record", "done"),
    picture.Stands.SAID: ("Said, not shown", "waiting"),
    picture.Stands.NOTHING: ("Nothing yet", "open"),
}
OTHERWISE = {"abstains": "Abstained", "dissents": "Dissented"}
ANOTHER_ANSWER = "Abstained or dissented"
TITLE = "How far the agencies have come"
NOT_ON_RECORD = "Nothing on record"
COLUMNS = ("Sign", "Agencies", "Say more than is shown")
SAID_NOT_SHOWN = STANDS[picture.Stands.SAID][0]

KIND_OF = {"own_wording": "wordings", "ratifies": "answers", "abstains": "answers", "dissents": "answers"}
DAYS = DaysWords(
    "What happened when",
    "A line for each kind of thing, a mark for each day, two years at most.",
    {
        "wordings": "Own wordings",
        "answers": "Answers to the shared definition",
        "policies": "Steps of policies",
        "trainings": "Trainings held",
    },
    ("Day", "What"),
)


def mark_words(mark: picture.Mark, *, agency: str) -> str:
    """Who did what, in words."""
    named = f": {mark.words}" if mark.words else ""
    return f"{agency} {EVIDENCE[mark.what]}{named}"


def held_words(title: str, *, agency: str) -> str:
    """Who held which training."""
    return f"{agency} held a training: {title}"


def level_names() -> dict[int, str]:
    """The six levels by number."""
    return {level.number: level.name for level in picture.levels()}


def level_words(cell: picture.Cell) -> str:
    """The level of a cell in words; an agency that did not agree is not one that is drafting."""
    return OTHERWISE.get(another_answer(cell), level_names()[cell.level])


def another_answer(cell: picture.Cell) -> str:
    """`abstains` or `dissents` where that is all that is on record and nothing further is said; else empty."""
    answer = next((one.what for one in cell.evidence if one.what in OTHERWISE), "")
    return answer if cell.level == cell.shown == 1 else ""


def standing_words(cells: Sequence[picture.Cell]) -> str:
    """Where the agencies stand with one sign: what is on record first, then what is only said, then nothing."""
    found = Counter(_standing(cell) for cell in sorted(cells, key=lambda one: (-one.shown, -one.level)))
    where = "; ".join(f"{many} {what}" for what, many in found.items()) if len(found) > 1 else next(iter(found))
    return f"{_agencies(len(cells))}: {where}.{_further(cells)}{_against(cells)}"


def words_of_one_agency() -> str:
    """Beside a sign that concerns one agency of the county: it has no line of others to stand in."""
    return _("One agency of the county has to do with this sign, so what stands here is about that agency.")


def _standing(cell: picture.Cell) -> str:
    """What is on record of a cell; else that it is said and not shown, or nothing."""
    if not cell.shown and cell.level:
        return SAID_NOT_SHOWN.lower()
    return level_words(replace(cell, said=None)).lower()


def _agencies(many: int) -> str:
    return "1 agency" if many == 1 else f"{many} agencies"


def _further(cells: Sequence[picture.Cell]) -> str:
    """How many with something on record say that they are further than that."""
    many = sum(cell.stands is picture.Stands.SAID for cell in cells if cell.shown)
    if not many:
        return ""
    return f" {_agencies(many)} of them say it is further." if many > 1 else " One says it is further than that."


def _against(cells: Sequence[picture.Cell]) -> str:
    """At how many an open conflict speaks against the sign."""
    many = sum(cell.against > 0 for cell in cells)
    return f" At {_agencies(many)} a rule that works against it is not changed yet." if many else ""


def evidence_words(one: picture.Evidence) -> str:
    """One line of evidence: what happened, what it is called."""
    named = f": {one.words}" if one.words else ""
    return f"{EVIDENCE[one.what][0].upper()}{EVIDENCE[one.what][1:]}{named}"


def figure_words(one: picture.Figure) -> str:
    """A number of practice in words."""
    return f"{one.many} of {one.of} people" if one.of is not None else _circles(one.many)


def _circles(many: int) -> str:
    return "1 circle in the last quarter" if many == 1 else f"{many} circles in the last quarter"
