"""Reading a county: California's file, the county's own on top of it, on one day."""

from __future__ import annotations

import re
from datetime import date
from functools import lru_cache
from pathlib import Path
from types import MappingProxyType

from porchlight.kernel.county.court_days import CourtCalendar
from porchlight.kernel.county.duties import read_duty, read_gate
from porchlight.kernel.county.files import COUNTY_PARTS, STATE_PARTS, CountyFile, by_key, load
from porchlight.kernel.county.layers import check_layer, lay
from porchlight.kernel.county.listing import COUNTIES, CountyListing, listed
from porchlight.kernel.county.provenance import read_provenance
from porchlight.kernel.county.rows import PROVENANCE_FIELDS, Row
from porchlight.kernel.county.sheet import County
from porchlight.kernel.county.trainings import read_training
from porchlight.kernel.county.troubles import NoSuchCounty
from porchlight.kernel.county.values import read_value

STATE = "california"
_KEY = re.compile(r"[a-z0-9-]+")


def read_county(path_or_key: Path | str, *, on: date) -> County:
    """The county's values as they hold on the day `on`.

    A string is a key: `california`, the name of a file in counties/ without its ending, or a
    FIPS code such as 06001. A listed county without a file of its own gets California's values
    under its own name and hotline. A `Path` is a county file that lies elsewhere.

    Files are read once a process: restart after a change.

    Raises `NoSuchCounty`, `BadRow`, `OutOfReach`, `LawLengthened`.
    """
    return _read(path_or_key, on)


@lru_cache(maxsize=64)
def _read(path_or_key: Path | str, on: date) -> County:
    state = load(COUNTIES / f"{STATE}.toml", parts=STATE_PARTS)
    if path_or_key == STATE:
        return _county(STATE, place=state.place, state=state, own=None, on=on)
    path = path_or_key if isinstance(path_or_key, Path) else _path_of(path_or_key)
    if path is None:
        place = listed(str(path_or_key))
        if place is None:
            raise NoSuchCounty(f"There is no county “{path_or_key}” here.")
        return _county(place.fips, place=place, state=state, own=None, on=on)
    own = load(path, parts=COUNTY_PARTS)
    check_layer(own, state=state)
    return _county(path.stem, place=own.place, state=state, own=own, on=on)


def _path_of(key: str) -> Path | None:
    if not _KEY.fullmatch(key):
        raise NoSuchCounty(f"“{key}” is not a key of a county.")
    path = COUNTIES / f"{key}.toml"
    return path if path.is_file() else None


def _county(key: str, *, place: CountyListing, state: CountyFile, own: CountyFile | None, on: date) -> County:
    gates = {gate.key: gate for gate in map(read_gate, state.gates)}
    values = _layered(state.values, own.values if own else (), on=on)
    duties = _layered(state.duties, own.duties if own else (), on=on)
    trainings = _layered(state.trainings, own.trainings if own else (), on=on)
    return County(
        key=key,
        place=place,
        on=on,
        values=MappingProxyType({name: read_value(row, on=on) for name, row in values.items()}),
        rules=MappingProxyType({name: read_duty(row, gates=gates, on=on) for name, row in duties.items()}),
        triggers=frozenset(row.words("trigger") for row in state.duties),
        training_rules=MappingProxyType({name: read_training(row, on=on) for name, row in trainings.items()}),
        calendar=_calendar(state.holidays, on=on),
    )


def _layered(state: tuple[Row, ...], own: tuple[Row, ...], *, on: date) -> dict[str, Row]:
    """California's rows of the day, each with the county's row of the same key laid on it."""
    beneath = by_key(state, on=on)
    laid = [lay(row, on=beneath[row.words("key")]) for row in own if row.words("key") in beneath]
    return beneath | by_key(tuple(laid), on=on)


def _calendar(years: tuple[Row, ...], *, on: date) -> CourtCalendar:
    days: set[date] = set()
    unconfirmed: list[int] = []
    for year in years:
        year.only(PROVENANCE_FIELDS | {"year", "days"})
        if not read_provenance(year).confirmed_on(on):
            unconfirmed.append(year.count("year"))
        for one in year.rows("days"):
            one.only(frozenset({"day", "name"}))
            one.words("name")
            days.add(one.day("day"))
    return CourtCalendar(
        holidays=frozenset(days),
        known_until=date(max(year.count("year") for year in years), 12, 31),
        unconfirmed_years=tuple(unconfirmed),
    )
