"""From the county's picture to a drawing with its table, to rows of an export, and to a text to publish."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from porchlight.adoption.picture import api as picture
from porchlight.desks.pictures.days import Happened, days
from porchlight.desks.pictures.drawing import Picture
from porchlight.desks.pictures.glasses import Glass, Sign, glasses
from porchlight.desks.team.leadership.picture.words import (
    DAYS,
    KIND_OF,
    STANDS,
    evidence_words,
    figure_words,
    glasses_words,
    level_names,
    mark_words,
)

Agencies = Sequence[picture.AgencyPicture]
EXPORTED = (
    "agency", "kind", "indicator", "name", "level", "level name", "stands", "said", "shown", "figure", "evidence",
)  # fmt: skip


def drawn(agencies: Agencies) -> Picture:
    """One line a sign and one glass an agency; the table counts agencies by level."""
    names = level_names()
    columns = ("Sign", "Agencies", *names.values(), "Said, not shown")
    found = (_sign(one, agencies) for one in picture.indicators() if not one.figure)
    signs = [sign for sign in found if any(glass is not None for glass in sign.glasses)]
    return glasses(signs, words=glasses_words(columns), key="adoption")


def dated(agencies: Agencies, *, today: date) -> Picture:
    """What happened on which day, the newest first."""
    names = {agency.id: agency.name for agency in agencies}
    found = [
        Happened(one.day, KIND_OF.get(one.what, "rules"), (one.day.isoformat(), names[one.agency], mark_words(one)))
        for one in reversed(picture.marks(agencies))
    ]
    return days(found, words=DAYS, today=today, key="when")


def figures(agencies: Agencies) -> list[tuple[str, str, str]]:
    """The numbers of practice: sign, agency, words; in order of sign and name. Where there is none, nothing stands."""
    return [
        (one.name, agency.name, figure_words(cell.figure))
        for one in picture.indicators()
        if one.figure
        for agency in agencies
        for cell in agency.cells
        if cell.indicator is one and cell.figure
    ]


def exported(agencies: Agencies) -> Iterator[tuple[str, ...]]:
    """Every agency and sign as a row of a spreadsheet."""
    names = level_names()
    yield EXPORTED
    for agency in agencies:
        for cell in agency.cells:
            yield (
                agency.name,
                agency.kind,
                cell.indicator.key,
                cell.indicator.name,
                str(cell.level),
                names[cell.level],
                STANDS[cell.stands][0],
                names[cell.said.level] if cell.said else "",
                names[cell.shown],
                figure_words(cell.figure) if cell.figure else "",
                "; ".join(f"{evidence_words(one)} ({one.day})" for one in cell.evidence),
            )


def as_text(agencies: Agencies) -> str:
    """The table of the picture as Markdown: what is published, without any agency's name."""
    table = drawn(agencies)
    lines = ["| " + " | ".join(table.columns) + " |", "|" + " --- |" * len(table.columns)]
    lines += ["| " + " | ".join(row) + " |" for row in table.rows]
    about = "Each line is a sign. The numbers say how many agencies stand where. Nobody is ranked."
    return f"{about}\n\n" + "\n".join(lines)


def _sign(one: picture.Indicator, agencies: Agencies) -> Sign:
    cells = [next((cell for cell in agency.cells if cell.indicator is one), None) for agency in agencies]
    found = [cell for cell in cells if cell]
    counts = picture.levels_of(found)
    said = sum(cell.stands is picture.Stands.SAID for cell in found)
    row = (one.name, str(len(found)), *(str(counts[level]) for level in sorted(counts)), str(said))
    shown = sum(cell.shown > 0 for cell in found)
    return Sign(f"{one.name}: {shown}/{len(found)}", tuple(_glass(cell) for cell in cells), row)


def _glass(cell: picture.Cell | None) -> Glass | None:
    return Glass(cell.shown, cell.said.level if cell.said else 0) if cell else None
