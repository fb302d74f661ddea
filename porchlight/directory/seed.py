"""Reads the files that come with the directory: the real lines, and an invented county's services."""

from __future__ import annotations

import csv
import io
import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from importlib.resources import files
from typing import Any

from porchlight.directory.rules import (
    EVERYWHERE,
    Ages,
    Answer,
    Confirmed,
    Line,
    MayShowAddress,
    Service,
    TextTo,
    Words,
    read_hours,
)
from porchlight.directory.rules.troubles import SeedNotUnderstood

DATA = files("porchlight.directory") / "data"

_WITH_NOTE = re.compile(r"(?P<plain>[^(]*?) *(?:\((?P<note>.*)\))?")
_AGE_RANGE = re.compile(r"(\d+)-(\d+)\b.*")
_READ_ON = re.compile(r"read (\d{4}-\d{2}-\d{2})\b.*")


@dataclass(frozen=True, slots=True)
class Area:
    """One part of a county, as a young person would pick it."""

    key: str
    name: Words


@dataclass(frozen=True, slots=True)
class SampleDirectory:
    """The invented county's areas and services."""

    areas: tuple[Area, ...]
    services: tuple[Service, ...]


@cache
def read_lines() -> tuple[Line, ...]:
    """Every line of `directory-seed.csv`, in the file's order; read once a process. Raises `SeedNotUnderstood`."""
    seed = (DATA / "directory-seed.csv").read_text(encoding="utf-8")
    return tuple(_line(row) for row in csv.DictReader(io.StringIO(seed)))


def read_sample(*, today: date) -> SampleDirectory:
    """The invented services of Sample County; days in the file count back from `today`."""
    written = tomllib.loads((DATA / "sample-services.toml").read_text(encoding="utf-8"))
    return SampleDirectory(
        areas=tuple(Area(key=row["key"], name=_both(row, name="name")) for row in written["area"]),
        services=tuple(_sample_service(row, today=today) for row in written["service"]),
    )


def _line(row: Mapping[str, str]) -> Line:
    hours, hours_note = _without_note(row["hours"])
    text = None if row["key"] in _notes()["weak_text_codes"] else _text_to(row["text_to"])
    return Line(
        key=row["key"],
        name=Words(row["name_en"], row["name_es"]),
        kind=row["kind"],
        phone=row["phone"],
        phone_is_weak=row["confidence"] != "two-sources",
        text=text,
        chat_host=row["chat_url_host"],
        hours=read_hours(hours),
        hours_note=_phrase("hours_note", english=hours_note),
        languages=_phrase("languages", english=row["languages"]),
        ages=_ages(row["ages"]),
        serves_while_away=_answer(row["serves_while_away"]),
        no_parent=_opposite(row["needs_parent"]),
        no_id=_opposite(row["needs_id"]),
        reports_what=Words(row["what_they_tell_others_en"], row["what_they_tell_others_es"]),
        audience=frozenset(row["audience"].split(";")),
        sources=tuple(source for source in (row["source_1"], row["source_2"]) if source),
        source_date=row["source_date_or_read_on"],
        read_on=_read_on(row["source_date_or_read_on"]),
        confidence=row["confidence"],
    )


def _sample_service(row: Mapping[str, Any], *, today: date) -> Service:
    return Service(
        key=row["key"],
        name=_both(row, name="name"),
        kind=row["what_it_is"][0],
        what_it_is=tuple(row["what_it_is"]),
        phone=row["phone"],
        text=TextTo(row["text"]) if "text" in row else None,
        hours=read_hours(row["hours"]),
        area=row.get("area", EVERYWHERE),
        away_ok=_answer(row["away_ok"]),
        ok_while_still_with_them=_answer(row["ok_while_still_with_them"]),
        no_id=_answer(row["no_id"]),
        no_parent=_answer(row["no_parent"]),
        no_police_call=_answer(row["no_police_call"]),
        walk_in=_answer(row["walk_in"]),
        ages=Ages(youngest=row.get("youngest"), oldest=row.get("oldest")),
        gender_policy=_both(row, name="gender_policy"),
        languages=_both(row, name="languages"),
        disability_access=_both(row, name="disability_access"),
        reports_what=_both(row, name="reports_what"),
        confidential_address=row.get("confidential_address", False),
        street_address=row.get("street_address", ""),
        may_show_address=_address_yes(row, today=today),
        confirmed=_confirmed(row, today=today),
        source="Invented for the demo; no such service exists",
        source_read_on=today - timedelta(days=row["read_days_ago"]),
    )


def _both(row: Mapping[str, Any], *, name: str) -> Words:
    return Words(row.get(f"{name}_en", ""), row.get(f"{name}_es", ""))


def _address_yes(row: Mapping[str, Any], *, today: date) -> MayShowAddress | None:
    if "address_yes_by" not in row:
        return None
    return MayShowAddress(row["address_yes_by"], on=today - timedelta(days=row["address_yes_days_ago"]))


def _confirmed(row: Mapping[str, Any], *, today: date) -> Confirmed | None:
    if "confirmed_by" not in row:
        return None
    return Confirmed(row["confirmed_by"], on=today - timedelta(days=row["confirmed_days_ago"]))


def _answer(written: str) -> Answer:
    try:
        return Answer(written)
    except ValueError as wrong:
        raise SeedNotUnderstood(f"“{written}” should be yes, no or unknown.") from wrong


def _opposite(needs: str) -> Answer:
    """The seed says what is needed; the directory says what is not."""
    return {Answer.YES: Answer.NO, Answer.NO: Answer.YES, Answer.UNKNOWN: Answer.UNKNOWN}[_answer(needs)]


def _text_to(written: str) -> TextTo | None:
    number, note = _without_note(written)
    if not number:
        return None
    as_it_is = note in _notes()["sent_as_they_are"]
    return TextTo(number, Words(note, note) if as_it_is else _phrase("send", english=note))


def _without_note(written: str) -> tuple[str, str]:
    found = _WITH_NOTE.fullmatch(written)
    if found is None:
        raise SeedNotUnderstood(f"“{written}” has words after its brackets.")
    return found["plain"], found["note"] or ""


def _ages(written: str) -> Ages:
    """Ends are read only from a plain range such as 12-24; other wordings keep nobody out."""
    found = _AGE_RANGE.fullmatch(written)
    in_words = _phrase("ages", english=written)
    return Ages(int(found[1]), int(found[2]), in_words) if found else Ages(in_words=in_words)


def _read_on(written: str) -> date:
    found = _READ_ON.fullmatch(written)
    if found is None:
        raise SeedNotUnderstood(f"“{written}” does not begin with the day on which it was read.")
    return date.fromisoformat(found[1])


@cache
def _notes() -> dict[str, Any]:
    return tomllib.loads((DATA / "seed-notes.toml").read_text(encoding="utf-8"))


def _phrase(table: str, *, english: str) -> Words:
    if not english:
        return Words()
    spanish = _notes()[table].get(english)
    if spanish is None:
        raise SeedNotUnderstood(f"“{english}” has no Spanish yet.", repair="Add it to seed-notes.toml.")
    return Words(english, spanish)
