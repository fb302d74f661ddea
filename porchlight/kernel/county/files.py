"""A county file as it is written: TOML tables, not yet judged."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from porchlight.kernel.county.listing import CountyListing
from porchlight.kernel.county.provenance import read_provenance
from porchlight.kernel.county.rows import Row
from porchlight.kernel.county.troubles import BadRow, NoSuchCounty, OutOfReach

SHARED_FIELDS = frozenset({"since", "until", "checked_by", "checked_on"})
STATE_PARTS = frozenset({"county", "unless_said", "value", "duty", "training", "gate", "holidays"})
COUNTY_PARTS = frozenset({"county", "unless_said", "value", "duty", "training"})


@dataclass(frozen=True)
class CountyFile:
    """The parts of one file. Rows already carry what the file says once for all of them."""

    path: Path
    place: CountyListing
    values: tuple[Row, ...]
    duties: tuple[Row, ...]
    trainings: tuple[Row, ...]
    gates: tuple[Row, ...]
    holidays: tuple[Row, ...]


def load(path: Path, *, parts: frozenset[str]) -> CountyFile:
    """Read a file that may hold only these parts."""
    tables = _tables(path)
    for part in tables:
        if part not in parts:
            raise OutOfReach(
                f"{path.name} has a part “{part}”. "
                "A county's file holds values and times; it never changes who sees what."
            )
    shared = tables.get("unless_said", {})
    Row(where=f"The part “unless_said” of {path.name}", fields=shared).only(SHARED_FIELDS)
    return CountyFile(
        path=path,
        place=_read_place(Row(where=f"The part “county” of {path.name}", fields=tables.get("county", {}))),
        values=tuple(_rows(path, tables, part="value", shared=shared)),
        duties=tuple(_rows(path, tables, part="duty", shared=shared)),
        trainings=tuple(_rows(path, tables, part="training", shared=shared)),
        gates=tuple(_rows(path, tables, part="gate", shared={})),
        holidays=tuple(_rows(path, tables, part="holidays", shared=shared)),
    )


def _tables(path: Path) -> dict[str, Any]:
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError as missing:
        raise NoSuchCounty(f"There is no county file {path.name}.") from missing
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as unreadable:
        raise BadRow(f"{path.name} is not written as TOML: {unreadable}.") from unreadable


def _rows(path: Path, tables: dict[str, Any], *, part: str, shared: dict[str, Any]) -> Iterator[Row]:
    whole = Row(where=path.name, fields=tables)
    for row in whole.rows(part):
        name = row.fields.get("key", row.fields.get("year", "without a key"))
        yield Row(where=f"“{name}” in {path.name}", fields={**shared, **row.fields})


def _read_place(row: Row) -> CountyListing:
    row.only(frozenset({"fips", "name", "seat", "hotline", "hotline_source"}))
    return CountyListing(
        fips=row.words_or_empty("fips"),
        name=row.words("name"),
        seat=row.words_or_empty("seat"),
        child_welfare_hotline=row.words_or_empty("hotline"),
        source=row.words_or_empty("hotline_source"),
    )


def by_key(rows: tuple[Row, ...], *, on: date) -> dict[str, Row]:
    """The rows that hold on a day, one for each key. Two at once are refused."""
    found: dict[str, Row] = {}
    for row in rows:
        if read_provenance(row).holds_on(on):
            if row.words("key") in found:
                raise row.wrong(f"holds twice on {on.isoformat()}")
            found[row.words("key")] = row
    return found
