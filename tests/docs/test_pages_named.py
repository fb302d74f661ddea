"""Addresses that a how-to names are doors of the product."""

from __future__ import annotations

import re

import pytest

from tests.docs.reading import DOCS, Document

PAGES = [pytest.param(Document(path), id=path.name) for path in sorted((DOCS / "how-to").glob("*.md"))]
ADDRESS = re.compile(r"^/[\w/<>:-]*$")


def pattern_of(route: str) -> re.Pattern[str]:
    """What an address of this route looks like in a how-to: `YOUTH` and `TOKEN` stand for what changes."""
    return re.compile("/" + re.sub(r"<[^>]+>", "[A-Z]+", route))


@pytest.mark.parametrize("page", PAGES)
def test_every_address_is_a_door(page: Document, town):
    from porchlight.policy.api import doors
    from porchlight.project import desks

    desks.load("team")
    desks.load("youth")
    known = [pattern_of(door.route) for house in ("team", "youth") for door in doors(house)]
    named = [code for code in page.code() if ADDRESS.match(code)]
    assert [address for address in named if not any(door.fullmatch(address) for door in known)] == []


def test_an_address_with_a_young_person_in_it_is_recognised():
    assert pattern_of("y/<uuid:youth>/plan").fullmatch("/y/YOUTH/plan")
    assert not pattern_of("y/<uuid:youth>/plan").fullmatch("/y/YOUTH/plans")
    assert pattern_of("").fullmatch("/")
