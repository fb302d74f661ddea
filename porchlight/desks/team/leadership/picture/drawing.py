"""From the county's picture to a drawing with its table, to rows of an export, and to a text to publish."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date
from itertools import groupby

from django.utils.translation import gettext as _

from porchlight.adoption.picture import api as picture
from porchlight.adoption.training import api as training
from porchlight.desks.pictures.days import Happened, days
from porchlight.desks.pictures.drawing import Picture
from porchlight.desks.pictures.glasses import Glass, Glasses, Part, Sign, glass
from porchlight.desks.team.leadership.days import on_day
from porchlight.desks.team.leadership.picture.words import (
    KIND_OF,
    another_answer,
    another_words,
    column_words,
    days_words,
    evidence_words,
    figure_words,
    held_words,
    level_names,
    mark_words,
    said_not_shown,
    standing_words,
    stands_words,
    summary_words,
    told,
    words_of_one_agency,
)

Agencies = Sequence[picture.AgencyPicture]
IN_USE = 4  # the level from which a rule is more than paper and training
EXPORTED = (
    "agency", "kind", "indicator", "name", "level", "level name", "stands", "said", "shown", "figure", "evidence",
    "as of",
)  # fmt: skip


def drawn(agencies: Agencies) -> Glasses:
    """A glass for each agency that a sign concerns; the table counts agencies by what is on record."""
    concerned = [(one, cells_of(one, agencies)) for one in picture.indicators() if not one.figure]
    parts = groupby([(one, cells) for one, cells in concerned if cells], lambda sign: told(sign[0], "part"))
    legend = [(glass(Glass(level, 0)), name) for level, name in level_names().items()]
    legend.append((glass(Glass(0, 4)), said_not_shown()))
    legend.append((glass(Glass(0, 0, is_otherwise=True)), another_words()[""]))
    return Glasses(
        _("How far the agencies have come"),
        tuple(legend),
        tuple(Part(name, tuple(_sign(one, cells) for one, cells in signs)) for name, signs in parts),
        column_words(),
    )


def cells_of(sign: picture.Indicator, agencies: Agencies) -> list[picture.Cell]:
    """The cells of one sign, in the order of the agencies that it concerns."""
    return [cell for agency in agencies for cell in agency.cells if cell.indicator is sign]


def glass_of(cell: picture.Cell) -> Glass:
    """How far the cell is shown, and how far it is said; who did not agree is not shown as on the way."""
    if another_answer(replace(cell, said=None)):
        return Glass(0, cell.said.level if cell.said else 0, is_otherwise=True)
    return Glass(cell.shown, cell.said.level if cell.said else 0)


def dated(agencies: Agencies, held: Sequence[training.HeldSheet], *, today: date) -> Picture:
    """What happened on which day, the newest first: wordings, answers, steps of policies, trainings."""
    names = {agency.id: agency.name for agency in agencies}
    found = [
        (one.day, KIND_OF.get(one.what, "policies"), mark_words(one, agency=names[one.agency]))
        for one in reversed(picture.marks(agencies))
    ]
    found += [
        (one.day, "trainings", held_words(one.title, agency=names[one.agency])) for one in held if one.agency in names
    ]
    found.sort(key=lambda one: one[0], reverse=True)
    happened = [Happened(day, kind, (on_day(day), what)) for day, kind, what in found]
    return days(happened, words=days_words(), today=today, key="when")


def figures(agencies: Agencies) -> list[tuple[str, str, str]]:
    """The numbers of practice: sign, agency, words; in order of sign and name. Where there is none, nothing stands."""
    return [
        (told(one, "name"), agency.name, figure_words(cell.figure))
        for one in picture.indicators()
        if one.figure
        for agency in agencies
        for cell in agency.cells
        if cell.indicator is one and cell.figure
    ]


def exported(agencies: Agencies, *, today: date) -> Iterator[tuple[str, ...]]:
    """Every agency and sign as a row of a spreadsheet, each with the day of the picture."""
    names, stands = level_names(), stands_words()
    yield EXPORTED
    for agency in agencies:
        for cell in agency.cells:
            yield (
                agency.name,
                agency.kind,
                cell.indicator.key,
                told(cell.indicator, "name"),
                str(cell.level),
                names[cell.level],
                stands[cell.stands][0],
                names[cell.said.level] if cell.said else "",
                names[cell.shown],
                figure_words(cell.figure) if cell.figure else "",
                "; ".join(f"{evidence_words(one)} ({one.day})" for one in cell.evidence),
                f"{today}",
            )


def as_text(agencies: Agencies) -> str:
    """The picture in words as Markdown: what is published, without any agency's name.

    A sign that concerns one agency stands without its count, which would name the agency.
    """
    lines = [summary(agencies, alone=False) + " " + _("No agency is named here, and none is ranked.")]
    signs = [(part.name, sign) for part in drawn(agencies).parts for sign in part.signs]
    for name, found in groupby([one for one in signs if len(one[1].glasses) > 1], lambda one: one[0]):
        lines += [f"## {name}", "\n".join(f"- **{sign.name}.** {sign.means} *{sign.said}*" for _name, sign in found)]
    if alone := [sign for _name, sign in signs if len(sign.glasses) == 1]:
        lines.append("## " + _("Signs that concern one agency each"))
        lines.append(_("A count would name the agency, so none stands here."))
        lines.append("\n".join(f"- **{sign.name}.** {sign.means}" for sign in alone))
    lines.append("## " + _("What the words mean"))
    lines.append("\n".join(f"- **{told(level, 'name')}.** {told(level, 'means')}" for level in picture.levels()))
    answered = _("The agency answered the shared definition, and said why it does not agree.")
    unshown = _("An agency says so, and nothing on record here shows it.")
    lines += [f"- **{another_words()['']}.** {answered}", f"- **{said_not_shown()}.** {unshown}"]
    return "\n\n".join(lines)


def summary(agencies: Agencies, *, alone: bool = True) -> str:
    """How many signs stand on something, on words, on nothing: no agency in it. `alone`: those of one agency, too."""
    rows = [cells for one in picture.indicators() if not one.figure and (cells := cells_of(one, agencies))]
    found = [cells for cells in rows if alone or len(cells) > 1]
    return summary_words(
        len(found),
        Counter(sign_stands(cells) for cells in found),
        used=sum(any(glass_of(cell).shown >= IN_USE for cell in cells) for cells in found),
        every=sum(all(glass_of(cell).shown for cell in cells) for cells in found),
    )


def sign_stands(cells: Sequence[picture.Cell]) -> str:
    """`shown` where an agency shows something; else `said`, `otherwise` (nobody agreed to it), or `nothing`."""
    glasses = [glass_of(cell) for cell in cells]
    if any(one.shown for one in glasses):
        return "shown"
    if any(one.said for one in glasses):
        return "said"
    return "otherwise" if any(one.is_otherwise for one in glasses) else "nothing"


def _sign(one: picture.Indicator, cells: Sequence[picture.Cell]) -> Sign:
    otherwise = sum(bool(another_answer(replace(cell, said=None))) for cell in cells)
    counts = Counter(picture.levels_of(cells)) - Counter({1: otherwise})
    further = sum(cell.stands is picture.Stands.SAID for cell in cells)
    levels = (str(counts[level]) for level in sorted(level_names()))
    name, means = told(one, "name"), told(one, "means")
    row = (name, str(len(cells)), *levels, str(otherwise), str(further))
    glasses, note = tuple(map(glass_of, cells)), words_of_one_agency() if len(cells) == 1 else ""
    return Sign(name, means, f"/picture/sign/{one.key}", glasses, standing_words(cells), row, note)
