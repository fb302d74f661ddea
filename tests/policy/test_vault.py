"""Sealing: a text opens in its own place, under its own key, and nowhere else."""

from __future__ import annotations

from uuid import uuid4

import pytest
from hypothesis import given
from hypothesis import strategies as st

from porchlight.vault.box import open_for, seal_for
from porchlight.vault.key import DataKey, NoKey, Ring, Tampered, new_data_key, open_data_key, unwrap, wrap

PLACE = "people_detail.legal_name"
RING = Ring({1: b"a" * 32, 2: b"b" * 32})


def key(**keys: bytes) -> DataKey:
    return DataKey(uuid4(), {1: b"k" * 32})


@given(st.text())
def test_what_was_sealed_opens_again_in_its_place(text):
    one, row = key(), uuid4()
    sealed = one.seal(text, place=PLACE, row=row)
    assert one.open(sealed, place=PLACE, row=row) == text
    assert one.open(memoryview(sealed), place=PLACE, row=row) == text


def test_the_same_text_never_looks_the_same_twice():
    one, row = key(), uuid4()
    assert one.seal("x", place=PLACE, row=row) != one.seal("x", place=PLACE, row=row)


def test_a_value_moved_to_another_row_column_or_young_person_does_not_open():
    one, row = key(), uuid4()
    sealed = one.seal("words", place=PLACE, row=row)
    other = DataKey(uuid4(), one.keys)
    for who, place, where in ((one, PLACE, uuid4()), (one, "other.column", row), (other, PLACE, row)):
        with pytest.raises(Tampered):
            who.open(sealed, place=place, row=where)


def test_a_value_that_was_changed_does_not_open():
    one, row = key(), uuid4()
    sealed = bytearray(one.seal("words", place=PLACE, row=row))
    sealed[-1] ^= 1
    with pytest.raises(Tampered):
        one.open(bytes(sealed), place=PLACE, row=row)


def test_a_value_of_an_erased_key_stays_closed():
    one, row = key(), uuid4()
    sealed = one.seal("words", place=PLACE, row=row)
    with pytest.raises(NoKey):
        DataKey(one.youth, {2: b"z" * 32}).open(sealed, place=PLACE, row=row)


def test_the_newest_master_key_wraps_and_every_one_unwraps():
    old = wrap(b"d" * 32, ring=Ring({1: RING.keys[1]}))
    new = wrap(b"d" * 32, ring=RING)
    assert (old[:2], new[:2]) == ((1).to_bytes(2), (2).to_bytes(2))
    assert unwrap(old, ring=RING) == unwrap(new, ring=RING) == b"d" * 32


def test_a_wrapped_key_without_its_master_or_with_another_does_not_open():
    wrapped = wrap(b"d" * 32, ring=RING)
    for ring in (Ring({1: RING.keys[1]}), Ring({2: b"x" * 32})):
        with pytest.raises(NoKey):
            unwrap(wrapped, ring=ring)


def test_nobody_without_a_wrapped_key_has_a_key():
    with pytest.raises(NoKey):
        open_data_key(uuid4(), [])


@pytest.mark.parametrize("files", [{}, {"master-1.key": b"short"}])
def test_a_ring_without_a_whole_key_is_none(tmp_path, files):
    for name, value in files.items():
        (tmp_path / name).write_bytes(value)
    with pytest.raises(NoKey):
        Ring.read(tmp_path)


def test_a_ring_is_read_by_version(tmp_path):
    for version in (1, 2, 10):
        (tmp_path / f"master-{version}.key").write_bytes(bytes([version]) * 32)
    ring = Ring.read(tmp_path)
    assert set(ring.keys) == {1, 2, 10}
    assert ring.newest == 10


def test_a_text_is_sealed_under_the_newest_key_and_older_ones_open():
    row, both = uuid4(), DataKey(uuid4(), {1: b"k" * 32, 2: b"l" * 32})
    old = DataKey(both.youth, {1: both.keys[1]}).seal("words", place=PLACE, row=row)
    new = both.seal("words", place=PLACE, row=row)
    assert both.open(old, place=PLACE, row=row) == both.open(new, place=PLACE, row=row) == "words"
    with pytest.raises(NoKey):
        DataKey(both.youth, {1: both.keys[1]}).open(new, place=PLACE, row=row)


def test_a_value_that_says_another_version_than_its_own_does_not_open():
    row, one = uuid4(), DataKey(uuid4(), {1: b"k" * 32, 2: b"k" * 32})
    sealed = bytearray(one.seal("words", place=PLACE, row=row))
    sealed[2] = 1
    with pytest.raises(Tampered):
        one.open(bytes(sealed), place=PLACE, row=row)


def test_a_young_persons_key_comes_out_of_its_wrapping_for_each_version(monkeypatch):
    monkeypatch.setattr("porchlight.vault.key.the_ring", lambda: RING)
    youth = uuid4()
    rows = [(1, wrap(b"d" * 32, ring=RING)), (2, memoryview(new_data_key()))]
    opened = open_data_key(youth, rows)
    assert (opened.youth, opened.keys[1], len(opened.keys[2])) == (youth, b"d" * 32, 32)
    assert opened.keys[2] != unwrap(new_data_key(), ring=RING), "no two young people share a key"


@given(st.text(), st.text())
def test_what_a_house_sealed_it_opens_for_the_same_owner(text, bound):
    sealed = seal_for(b"h" * 32, text, bound=bound)
    assert open_for(b"h" * 32, sealed, bound=bound) == open_for(b"h" * 32, memoryview(sealed), bound=bound) == text
    assert sealed != seal_for(b"h" * 32, text, bound=bound)


def test_what_a_house_sealed_opens_for_no_other_house_or_owner_nor_changed():
    sealed = seal_for(b"h" * 32, "words", bound="rosa")
    changed = sealed[:-1] + bytes([sealed[-1] ^ 1])
    for key, value, bound in ((b"x" * 32, sealed, "rosa"), (b"h" * 32, sealed, "ana"), (b"h" * 32, changed, "rosa")):
        with pytest.raises(Tampered):
            open_for(key, value, bound=bound)
