"""Leaves, the sealer's window, and what verification finds."""

from __future__ import annotations

import hashlib
import json
import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from porchlight.audit.verify import chain, leaf_hash, merkle_root
from tests.audit.ledgers import add, add_committed, forget_everything, report, seal, seal_all
from tests.support.connections import as_admin, connect


@pytest.fixture(autouse=True)
def _afresh(town):
    forget_everything()
    yield
    forget_everything()


def rows(statement: str):
    with as_admin() as admin:
        return admin.execute(statement).fetchall()


def spoil(statement: str) -> None:
    """Change the audit as somebody with the superuser's password could."""
    with as_admin() as admin:
        admin.execute("SET session_replication_role = replica")
        assert admin.execute(statement).rowcount > 0


def three_segments() -> None:
    for number in range(3):
        add_committed(*(f"{number}.{line}" for line in range(4)))
        seal_all(4)


def test_an_audit_that_nobody_touched_is_good():
    three_segments()
    found = report()
    assert found.good
    assert (found.segments, found.leaves, found.unsealed, found.first_bad, found.why) == (3, 12, 0, None, "")
    assert found.as_dict()["good"] is True


def test_an_empty_audit_is_good_and_nothing_is_sealed():
    assert seal() == 0
    assert report().as_dict() == {
        "good": True, "segments": 0, "leaves": 0, "unsealed": 0, "first_bad": None, "why": "",
    }  # fmt: skip


def test_leaves_wait_for_the_sealer():
    add_committed("one", "two")
    assert report().unsealed == 2
    seal_all(2)
    assert report().unsealed == 0
    assert seal() == 0


def test_a_commit_that_comes_late_is_not_lost():
    """It has a lower number than leaves that were sealed before it; a cursor on the numbers would pass it by."""
    with connect("pl_team", autocommit=False) as slow:
        add(slow, "late")
        add_committed("early")
        sealed_meanwhile = seal()
        slow.commit()
    seal_all(2 - sealed_meanwhile)
    found = report()
    assert found.good
    assert found.leaves == 2


def test_nothing_is_sealed_past_a_transaction_that_is_still_open():
    with connect("pl_team", autocommit=False) as slow:
        add(slow, "late")
        add_committed("early")
        assert seal() == 0
        slow.rollback()
    seal_all(1)
    assert report().leaves == 1


def test_what_was_rolled_back_leaves_no_line():
    with connect("pl_team", autocommit=False) as house:
        add(house, "never")
        house.rollback()
    assert rows("SELECT count(*) FROM audit_leaf") == [(0,)]


SECOND = "id = (SELECT id FROM audit_segment ORDER BY id OFFSET 1 LIMIT 1)"
AGAIN = "sha256('\\x00'::bytea || salt || convert_to(replace(event, '1.3', '9.9'), 'UTF8'))"
COLUMNS = "xid, at, youths, salt, event, leaf"
COPY = f"INSERT INTO audit_leaf ({COLUMNS}) SELECT {COLUMNS} FROM audit_leaf"


def line(what: str) -> str:
    """The condition that finds the leaf of this event."""
    return f"""event LIKE '%"{what}"%'"""


SPOILT = {
    "an edited line": ("UPDATE audit_leaf SET event = replace(event, '1.2', '9.9')", line("1.2"), "was changed"),
    "another name": ("UPDATE audit_leaf SET youths = ARRAY[gen_random_uuid()]", line("1.0"), "was changed"),
    "a name that was taken off": ("UPDATE audit_leaf SET youths = '{}'", line("1.0"), "was changed"),
    "another time": ("UPDATE audit_leaf SET at = at - interval '1 day'", line("1.0"), "was changed"),
    "a line that was taken out": ("DELETE FROM audit_leaf", line("1.1"), "4 leaves were sealed, 3 are here"),
    "a line that was slipped in": (COPY, line("1.1"), "4 leaves were sealed, 5 are here"),
    "lines in another order": ("UPDATE audit_leaf SET id = -id", "event LIKE '%\"1.%'", "the root does not fit"),
    "an edited line with its hash made again": (
        f"UPDATE audit_leaf SET event = replace(event, '1.3', '9.9'), leaf = {AGAIN}",
        line("1.3"),
        "the root does not fit",
    ),
    "a segment with another root": ("UPDATE audit_segment SET root = sha256('x')", SECOND, "the root does not fit"),
    "a broken chain": ("UPDATE audit_segment SET chain = sha256('x')", SECOND, "the chain is broken"),
    "a segment that was taken out": ("DELETE FROM audit_segment", SECOND, "the chain is broken"),
}


@pytest.mark.parametrize("how", SPOILT)
def test_tampering_names_the_first_bad_segment(how):
    three_segments()
    statement, where, why = SPOILT[how]
    spoil(f"{statement} WHERE {where}")
    found = report()
    assert not found.good
    assert found.first_bad == 2
    assert why in found.why
    assert found.leaves == 4


def test_a_segment_that_was_cut_out_is_missed_though_the_chain_was_made_again_around_it():
    three_segments()
    (first, second, third) = rows("SELECT id, first_xid, before_xid, count, root, chain FROM audit_segment ORDER BY id")
    again = chain(bytes(first[5]), bytes(third[4]), count=third[3], first=third[1], horizon=third[2])
    spoil(f"DELETE FROM audit_segment WHERE id = {second[0]}")
    spoil(f"UPDATE audit_segment SET chain = '\\x{again.hex()}' WHERE id = {third[0]}")
    found = report()
    assert (found.good, found.first_bad, found.why) == (False, 2, "the chain is broken")


@pytest.mark.parametrize("login", ["pl_team", "pl_youth", "pl_work", "pl_migrate"])
def test_no_login_of_ours_can_change_or_remove_a_line(login):
    import psycopg

    add_committed("kept")
    for statement in ("DELETE FROM audit_leaf", "UPDATE audit_leaf SET event = '{}'", "TRUNCATE audit_leaf"):
        with connect(login) as connection:
            try:
                touched = connection.execute(statement).rowcount
            except psycopg.errors.InsufficientPrivilege:
                touched = 0
            assert touched <= 0
    assert rows("SELECT count(*) FROM audit_leaf") == [(1,)]


def test_the_line_says_who_asked_by_the_context_and_not_by_the_caller(cast):
    from tests.support.connections import as_visitor

    with as_visitor("pl_team", "seat", cast["SW"].seat) as house:
        house.execute(
            "SELECT pl.audit_record(%s::jsonb)",
            [json.dumps([{"what": "x", "by": str(cast.quinn.seat), "login": "pl_youth", "at": "1999-01-01"}])],
        )
        house.commit()
    event = json.loads(rows("SELECT event FROM audit_leaf")[0][0])
    assert event["by"] == str(cast["SW"].seat)
    assert event["login"] == "pl_team"
    assert not event["at"].startswith("1999")


@given(st.lists(st.binary(min_size=32, max_size=32), max_size=40))
def test_the_root_changes_with_every_leaf(leaves):
    root = merkle_root(leaves)
    assert len(root) == 32
    for number in range(len(leaves)):
        spoilt = [*leaves]
        spoilt[number] = hashlib.sha256(leaves[number]).digest()
        assert merkle_root(spoilt) != root


def test_python_and_the_database_make_the_same_root(town):
    choose = random.Random(11)
    with as_admin() as admin:
        for count in (0, 1, 2, 3, 5, 8, 13, 31):
            leaves = [choose.randbytes(32) for _ in range(count)]
            (root,) = admin.execute("SELECT pl.merkle_root(%s::bytea[])", [leaves]).fetchone()
            assert bytes(root) == merkle_root(leaves)


def test_leaf_and_chain_are_bound_to_everything_in_them():
    assert leaf_hash(b"salt", "event") != leaf_hash(b"salt", "event2") != leaf_hash(b"sale", "event2")
    whole = chain(b"b", b"r", count=1, first=2, horizon=3)
    assert len({whole, chain(b"c", b"r", count=1, first=2, horizon=3), chain(b"b", b"q", count=1, first=2, horizon=3),
                chain(b"b", b"r", count=2, first=2, horizon=3), chain(b"b", b"r", count=1, first=1, horizon=3),
                chain(b"b", b"r", count=1, first=2, horizon=4)}) == 6  # fmt: skip
