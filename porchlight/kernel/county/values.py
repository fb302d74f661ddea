"""A value of the county: a time, a yes or no, words in two languages, a list of keys."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, timedelta
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from porchlight.kernel.county.duties import OWNERS
from porchlight.kernel.county.provenance import Provenance, read_provenance
from porchlight.kernel.county.rows import PROVENANCE_FIELDS, Row

VALUE_FIELDS = PROVENANCE_FIELDS | {"value", "unit", "at_most", "needs_check"}
TIME_UNITS = frozenset({"minutes", "hours", "days"})
_HOST = re.compile(r"[a-z0-9-]+(\.[a-z0-9-]+)+")


@dataclass(frozen=True)
class Words:
    """The same thing said in English and in Spanish."""

    en: str
    es: str


@dataclass(frozen=True)
class EscalationStep:
    """So long after the start, the duty also stands on the list of this role."""

    after: timedelta
    to: str


Content = timedelta | bool | str | Words | ZoneInfo | tuple[str, ...] | tuple[EscalationStep, ...]


@dataclass(frozen=True)
class Value:
    """One value as it holds on the day for which the county was read."""

    key: str
    unit: str
    content: Content
    provenance: Provenance
    confirmed: bool


def read_value(row: Row, *, on: date) -> Value:
    """Read one whole value as it stands on a day."""
    row.only(VALUE_FIELDS)
    provenance = read_provenance(row)
    return Value(
        key=row.words("key"),
        unit=row.words("unit"),
        content=read_content(row),
        provenance=provenance,
        confirmed=provenance.confirmed_on(on),
    )


def read_content(row: Row) -> Content:  # noqa: PLR0911 - because each unit is read in one line of its own
    """Read `value` as its `unit` says."""
    match row.words("unit"):
        case "minutes" | "hours" | "days":
            return timedelta(**{row.words("unit"): row.count("value")})
        case "yes_no":
            if not row.has("value"):
                raise row.wrong("needs true or false under “value”")
            return row.flag("value")
        case "words":
            return _read_words(row)
        case "phone":
            return row.words_or_empty("value")
        case "host":
            return _read_host(row)
        case "zone":
            return _read_zone(row)
        case "keys":
            return _read_keys(row)
        case "steps":
            return _read_steps(row)
        case unit:
            raise row.wrong(f"has a unit “{unit}” that is not known")


def _read_words(row: Row) -> Words:
    found = row.fields.get("value")
    if not isinstance(found, dict):
        raise row.wrong("needs words in both languages under “value”")
    both = Row(where=row.where, fields=found)
    both.only(frozenset({"en", "es"}))
    return Words(en=both.words("en"), es=both.words("es"))


def _read_host(row: Row) -> str:
    host = row.words("value")
    if not _HOST.fullmatch(host):
        raise row.wrong("needs a bare host such as www.example.org under “value”")
    return host


def _read_zone(row: Row) -> ZoneInfo:
    try:
        return ZoneInfo(row.words("value"))
    except (ZoneInfoNotFoundError, ValueError) as unknown:
        raise row.wrong("needs a known time zone under “value”") from unknown


def _read_keys(row: Row) -> tuple[str, ...]:
    keys = row.several("value")
    if not keys or len(set(keys)) != len(keys):
        raise row.wrong("needs a list of different keys under “value”")
    return keys


def _read_steps(row: Row) -> tuple[EscalationStep, ...]:
    steps = []
    for one in row.rows("value"):
        one.only(frozenset({"hours", "to"}))
        if one.words("to") not in OWNERS:
            raise row.wrong(f"names a role “{one.words('to')}” that is not known")
        steps.append(EscalationStep(after=timedelta(hours=one.count("hours")), to=one.words("to")))
    if not steps or steps != sorted(steps, key=lambda step: step.after):
        raise row.wrong("needs steps under “value”, the earliest first")
    return tuple(steps)
