"""Words of the picture, in the reader's language."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from django.utils.translation import get_language, ngettext
from django.utils.translation import gettext as _

from porchlight.adoption.picture import api as picture
from porchlight.desks.pictures.days import DaysWords
from porchlight.desks.team.leadership.days import in_month

OTHERWISE = ("abstains", "dissents")
KIND_OF = {"own_wording": "wordings", "ratifies": "answers", "abstains": "answers", "dissents": "answers"}


def told(one: picture.Indicator | picture.Level, field: str) -> str:
    """`name`, `part` or `means` of a sign or of a level."""
    return picture.said(one, field, (get_language() or "en")[:2])


def happened_words() -> dict[str, str]:
    """What an agency did that stands on record: what follows its name."""
    return {
        "own_wording": _("wrote its own wording"),
        "ratifies": _("ratified the shared definition"),
        "abstains": _("abstained from the shared definition"),
        "dissents": _("dissented from the shared definition"),
        "drafting": _("is drafting a policy"),
        "consulted": _("asked others about a policy"),
        "adopted": _("adopted a policy"),
        "in_use": _("put a policy in use"),
        "reviewed": _("looked at a policy again"),
        "lived_paid": _("pays its places of lived experience"),
        "lived_came": _("met with lived experience at the table, paid for it"),
    }


def stands_words() -> dict[picture.Stands, tuple[str, str]]:
    """Where a cell stands: the words and the mark beside them."""
    return {
        picture.Stands.SHOWN: (_("Shown by what is on record"), "done"),
        picture.Stands.SAID: (said_not_shown(), "waiting"),
        picture.Stands.NOTHING: (_("Nothing yet"), "open"),
    }


def said_not_shown() -> str:
    """What an agency says and nothing on record shows."""
    return _("Said, not shown")


def another_words() -> dict[str, str]:
    """What an agency answered that did not agree; under an empty key, either of the two."""
    return {"abstains": _("Abstained"), "dissents": _("Dissented"), "": _("Abstained or dissented")}


def column_words() -> tuple[str, ...]:
    """The columns of the table: the sign, how many it concerns, each level, another answer, more than is shown."""
    levels = (level_names() | {0: _("Nothing on record")}).values()
    return (_("Sign"), _("Agencies"), *levels, another_words()[""], _("Say more than is shown"))


def days_words() -> DaysWords:
    """What the drawing of days says."""
    return DaysWords(
        _("What happened when"),
        _("A line for each kind of thing, a mark for each day, two years at most."),
        {
            "wordings": _("Own wordings"),
            "answers": _("Answers to the shared definition"),
            "policies": _("Steps of policies"),
            "trainings": _("Trainings held"),
        },
        (_("Day"), _("What")),
        in_month,
    )


def mark_words(mark: picture.Mark, *, agency: str) -> str:
    """Who did what, in words."""
    return f"{agency} {_named(happened_words()[mark.what], mark.words)}"


def held_words(title: str, *, agency: str) -> str:
    """Who held which training."""
    return _("%(agency)s held a training: %(title)s") % {"agency": agency, "title": title}


def level_names() -> dict[int, str]:
    """The six levels by number."""
    return {level.number: told(level, "name") for level in picture.levels()}


def level_words(cell: picture.Cell) -> str:
    """The level of a cell in words; an agency that did not agree is not one that is drafting."""
    answer = another_answer(cell)
    return another_words()[answer] if answer else told(picture.levels()[cell.level], "name")


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
        return said_not_shown().lower()
    return level_words(replace(cell, said=None)).lower()


def _agencies(many: int) -> str:
    return ngettext("%(num)s agency", "%(num)s agencies", many) % {"num": many}


def _further(cells: Sequence[picture.Cell]) -> str:
    """How many with something on record say that they are further than that."""
    many = sum(cell.stands is picture.Stands.SAID for cell in cells if cell.shown)
    if not many:
        return ""
    one, several = _("One says it is further than that."), _("%(agencies)s of them say it is further.")
    return f" {several % {'agencies': _agencies(many)} if many > 1 else one}"


def _against(cells: Sequence[picture.Cell]) -> str:
    """At how many an open conflict speaks against the sign."""
    many = sum(cell.against > 0 for cell in cells)
    said = _("At %(agencies)s a rule that works against it is not changed yet.")
    return f" {said % {'agencies': _agencies(many)}}" if many else ""


def summary_words(many: int, counts: Counter[str], *, used: int, every: int) -> str:
    """How many of so many signs stand how, by `sign_stands`; `used` and `every` of those that are shown."""
    shown = ngettext(
        "%(num)s of %(all)s signs is shown by something on record at one agency or more.",
        "%(num)s of %(all)s signs are shown by something on record at one agency or more.",
        counts["shown"],
    )
    said = [
        shown % {"num": counts["shown"], "all": many},
        _("In use there: %(num)s.") % {"num": used},
        _("Shown at each agency that the sign concerns: %(num)s.") % {"num": every},
        f"{said_not_shown()}: {counts['said']}.",
        f"{another_words()['']}: {counts['otherwise']}." if counts["otherwise"] else "",
        _("Nothing yet: %(num)s.") % {"num": counts["nothing"]},
    ]
    return " ".join(filter(None, said))


def evidence_words(one: picture.Evidence) -> str:
    """One line of evidence: what happened, what it is called."""
    said = happened_words()[one.what]
    return _named(f"{said[0].upper()}{said[1:]}", one.words)


def _named(said: str, name: str) -> str:
    return f"{said}: {name}" if name else said


def figure_words(one: picture.Figure) -> str:
    """A number of practice in words."""
    if one.of is not None:
        return _("%(many)s of %(all)s people") % {"many": one.many, "all": one.of}
    said = ngettext("%(num)s circle in the last quarter", "%(num)s circles in the last quarter", one.many)
    return said % {"num": one.many}
