"""Addresses made from doors: with a young person put in, and something plausible for every other part."""

from __future__ import annotations

import re
from uuid import UUID

from porchlight.policy.api import Door

PART = re.compile(r"<(?:(\w+):)?(\w+)>")
ELSEWHERE = {
    "uuid": "00000000-0000-4000-8000-000000000000",
    "int": "1",
    "str": "nothing",
    "slug": "nothing",
    "path": "nothing",
}


def is_about_a_youth(door: Door) -> bool:
    """Whether the address names a young person."""
    return "<uuid:youth>" in door.route


def address_of(door: Door, youth: UUID | None = None) -> str:
    """The door's address with `youth` in it; parts that we know nothing of name what is not there."""

    def put(part: re.Match[str]) -> str:
        kind, name = part.group(1) or "str", part.group(2)
        return str(youth) if name == "youth" and youth else ELSEWHERE[kind]

    return "/" + PART.sub(put, door.route)
