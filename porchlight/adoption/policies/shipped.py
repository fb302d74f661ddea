"""What policies can serve, what in them works against it, and what a county's protocol needs. Data alone."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

PLACE = Path(__file__).with_name("shipped.toml")


@dataclass(frozen=True)
class NoticeRow:
    """One thing that the notice asks for and a policy can serve. The key is a row of the mission."""

    key: str
    says: str
    says_es: str


@dataclass(frozen=True)
class ConflictKind:
    """A kind of rule that works against harm reduction: how it looks, why it does harm, what to write instead."""

    key: str
    name: str
    name_es: str
    looks_like: str
    looks_like_es: str
    because: str
    because_es: str
    instead: str
    instead_es: str
    rows: tuple[str, ...]


@dataclass(frozen=True)
class ProtocolPartner:
    """A seat of the county's protocol and the kinds of agency that may fill it.

    `required`: the law names it, otherwise it may be added. `leads`: it leads the others.
    """

    key: str
    name: str
    name_es: str
    kinds: tuple[str, ...]
    required: bool
    leads: bool
    kind: str
    source: str
    checked_by: str


@dataclass(frozen=True)
class ProtocolSection:
    """A section of the county's protocol, and the one line that says what belongs there."""

    key: str
    name: str
    name_es: str
    asks: str
    asks_es: str
    kind: str
    source: str
    checked_by: str


@dataclass(frozen=True)
class StateSending:
    """What goes to the State. `every_months` is 0 where it is sent when it changes.

    `not_verified` says what nobody has looked up yet: a page that shows the row shows that too.
    """

    key: str
    name: str
    name_es: str
    to: str
    to_es: str
    every_months: int
    kind: str
    source: str
    not_verified: str
    not_verified_es: str
    checked_by: str


@dataclass(frozen=True)
class ShippedPolicies:
    """All of it, each in the order of the file."""

    rows: tuple[NoticeRow, ...]
    conflicts: tuple[ConflictKind, ...]
    partners: tuple[ProtocolPartner, ...]
    sections: tuple[ProtocolSection, ...]
    sendings: tuple[StateSending, ...]


Told = NoticeRow | ConflictKind | ProtocolPartner | ProtocolSection | StateSending


def said(one: Told, field: str, language: str) -> str:
    """That field in the reader's language: what every seat of a county reads is there in English and Spanish."""
    return str(getattr(one, f"{field}_es" if language == "es" else field))


@cache
def shipped() -> ShippedPolicies:
    """Rows, kinds of conflict, partners, sections and sendings, read once a process."""
    said = tomllib.loads(PLACE.read_text(encoding="utf-8"))
    return ShippedPolicies(
        rows=tuple(NoticeRow(**row) for row in said["row"]),
        conflicts=tuple(ConflictKind(**_frozen(row)) for row in said["conflict"]),
        partners=tuple(ProtocolPartner(**_frozen(row)) for row in said["partner"]),
        sections=tuple(ProtocolSection(**row) for row in said["section"]),
        sendings=tuple(StateSending(**row) for row in said["sending"]),
    )


def _frozen(row: dict[str, Any]) -> dict[str, Any]:
    return {name: tuple(found) if isinstance(found, list) else found for name, found in row.items()}
