"""Taking over trainings from another learning system: look first, then keep the good rows."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from porchlight.adoption.ground.rows import here
from porchlight.adoption.ground.words import CaseFree, NamesSomebody, each_case_free
from porchlight.adoption.training.attendance_commands import today
from porchlight.adoption.training.import_rules import Bad, Line, Wrong, missing_columns, read_lines
from porchlight.adoption.training.models import Attended
from porchlight.adoption.training.spreadsheet import MOST_ROWS
from porchlight.adoption.training.troubles import ColumnsMissing, ManyRows, NotASpreadsheet
from porchlight.policy.api import Event, InOffice, Office, Visit, ask, guarded, the_county
from porchlight.teams import api as teams

IMPORTERS = InOffice((Office.LEAD, Office.MANAGER, Office.TRAINER))
KNOWN = "SELECT k.seat, k.day, k.title FROM pl.training_imported(%s) AS k"


@dataclass(frozen=True)
class Looked:
    """A file as it was read: `good` rows that would be kept, `bad` ones with the reason, by number of their row."""

    good: tuple[Line, ...]
    bad: tuple[Bad, ...]


@guarded(IMPORTERS)
def look_through(table: Sequence[Sequence[str]], *, serves: str, by: Visit) -> Looked:
    """What keeping this table would do. Nothing is written. Raises `NotASpreadsheet`.

    `serves` is the required training that rows show which name none; empty for none.
    """
    looked, _seats = _look(table, serves=serves, by=by)
    return looked


@guarded(IMPORTERS)
def take_over(table: Sequence[Sequence[str]], *, serves: str, by: Visit) -> Looked:
    """Keep the good rows and leave the others; the same file again keeps nothing twice. Raises `NotASpreadsheet`."""
    looked, seats = _look(table, serves=serves, by=by)
    rows = [
        Attended(
            **here(by), seat=seat, title=CaseFree(line.title), hours=line.hours, serves=list(line.serves),
            done_on=line.day, how="import",
        )
        for line in looked.good
        for seat in seats[line.email]
    ]  # fmt: skip
    Attended.objects.bulk_create(rows, ignore_conflicts=True)
    by.note(Event("write", "adoption.take_over", why=str(len(rows))))
    return looked


def _look(table: Sequence[Sequence[str]], *, serves: str, by: Visit) -> tuple[Looked, dict[str, tuple[UUID, ...]]]:
    _can_be_read(table)
    rules = the_county().training_rules
    called = {name.casefold(): key for key, rule in rules.items() for name in (key, rule.en, rule.es)}
    read, bad = read_lines(table, today=today(), sets=called, otherwise=[serves] if serves in rules else ())
    seats = teams.seats_with_email({line.email for line in read}, by=by)
    words = each_case_free((line.title for line in read), by=by)
    kept = _kept(seats)
    why = {line.number: _why_not(line, seats=seats, words=words, kept=kept) for line in read}
    found = [*bad, *(Bad(number, said) for number, said in why.items() if said)]
    good = tuple(line for line in read if not why[line.number])
    return Looked(good, tuple(sorted(found, key=lambda one: one.number))), seats


def _can_be_read(table: Sequence[Sequence[str]]) -> None:
    if not table:
        raise NotASpreadsheet
    lacking = missing_columns(table[0])
    if lacking:
        raise ColumnsMissing(lacking)
    if len(table) > MOST_ROWS + 1:
        raise ManyRows


def _kept(seats: dict[str, tuple[UUID, ...]]) -> frozenset[tuple[UUID, date, str]]:
    """What was taken over before for these people: seat, day, folded title."""
    asked = sorted({seat for found in seats.values() for seat in found})
    return frozenset((seat, day, title.casefold()) for seat, day, title in ask(KNOWN, [asked]))


def _why_not(
    line: Line,
    *,
    seats: dict[str, tuple[UUID, ...]],
    words: dict[str, CaseFree | NamesSomebody],
    kept: frozenset[tuple[UUID, date, str]],
) -> tuple[Wrong, ...]:
    said = words[line.title]
    if isinstance(said, NamesSomebody):
        return tuple(Wrong(one.kind, one.words) for one in said.found)
    if line.email not in seats:
        return (Wrong("nobody", line.email),)
    if all((seat, line.day, line.title.casefold()) in kept for seat in seats[line.email]):
        return (Wrong("kept"),)
    return ()
