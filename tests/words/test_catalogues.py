"""Both houses speak Spanish completely, and the committed catalogues are the ones the pages ask for."""

from __future__ import annotations

import re

import pytest

from tests.words.catalogues import HOUSES, as_mo, as_po, build, missing, place

SLOT = re.compile(r"%\(\w+\)[sd]")


@pytest.fixture(scope="module", autouse=True)
def every_desk_is_loaded(town):
    from porchlight.project import desks

    for house in HOUSES:
        desks.load(house)


@pytest.mark.parametrize("house", HOUSES)
def test_every_text_has_its_spanish(house):
    assert missing(build(house)) == []


@pytest.mark.parametrize("house", HOUSES)
def test_the_committed_catalogue_is_current(house):
    catalog = build(house)
    assert place(house, "po").read_bytes() == as_po(catalog), "run: python -m tests.words.catalogues"
    assert place(house, "mo").read_bytes() == as_mo(catalog), "run: python -m tests.words.catalogues"


@pytest.mark.parametrize("house", HOUSES)
def test_what_is_filled_in_stands_in_both_languages(house):
    for message in build(house):
        for said in message.string if isinstance(message.string, tuple) else (message.string,):
            original = message.id if isinstance(message.id, str) else message.id[1]
            if message.id:
                assert sorted(SLOT.findall(said)) == sorted(SLOT.findall(original)), message.id
