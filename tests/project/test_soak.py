"""Acknowledged means kept, once, whoever is killed: five kills here, fifty in `make soak`."""

from __future__ import annotations

import pytest

from bench.soak import soak
from bench.soak_verdict import LEAF, faults
from bench.soak_writers import Writer


def test_what_was_acknowledged_is_there_once_after_five_kills(capsys):
    said: list[str] = []
    assert soak(kills=5, say=said.append) == [], "\n".join(said)
    assert sum(line.startswith("kill ") for line in said) == 5
    acknowledged = [int(line.split("sent, ")[1].split()[0]) for line in said if " sent, " in line]
    assert len(acknowledged) == len(LEAF)
    assert min(acknowledged) >= 1


def told(kind: str, sent: dict[str, bool]) -> Writer:
    return Writer(kind, "localhost", 0, "", "/", "/", lambda number: ("", {}), sent=sent)


def found(**marks: list[str]) -> dict[str, object]:
    """A database that holds these rows, each with all that belongs to it."""
    rows = {kind: marks.get(kind, []) for kind in LEAF}
    many = {kind: len(kept) for kind, kept in rows.items()}
    between = min(many["message"], 1)
    tallies = {
        "answers kept for the worker": many["contact"],
        "answers kept for the caregiver": many["left"] + many["backup"],
        "answers kept for the young person": many["message"],
        "steps of taps": many["left"],
        "threads with those on call": many["backup"],
        "threads between two": between,
        "questions to those on call": many["backup"],
        "ledger lines of threads": 3 * many["backup"] + 2 * between,
    }
    return {"marks": rows, "tallies": tallies, "leaves": {LEAF[kind]: count for kind, count in many.items()}}


@pytest.mark.parametrize("kept", [[], ["two"]])
def test_a_write_without_an_answer_may_be_there_or_not(kept):
    assert list(faults([told("contact", {"one": True, "two": False})], found(contact=["one", *kept]))) == []


@pytest.mark.parametrize(
    ("kept", "fault"),
    [
        ([], "lost: contact “one” was acknowledged and is not there"),
        (["one", "one"], "doubled: contact “one” is there 2 times"),
        (["one", "two", "two"], "doubled: contact “two” is there 2 times"),
        (["one", "three"], "stranger: contact “three” is there and was never sent"),
    ],
)
def test_a_lost_a_doubled_and_an_unknown_write_are_each_told(kept, fault):
    assert list(faults([told("contact", {"one": True, "two": False})], found(contact=kept))) == [fault]


@pytest.mark.parametrize("name", sorted(found()["tallies"]))
def test_half_of_a_write_is_told(name):
    there = found(contact=["one"], left=["two"], backup=["three"], message=["four"])
    there["tallies"][name] += 1
    assert [fault.split(":")[0] for fault in faults([], there)] == [name]


def test_a_write_without_its_audit_line_is_told():
    there = found(message=["one"])
    there["leaves"] = {}
    told_of = list(faults([told("message", {"one": True})], there))
    assert told_of == ["audit lines of message: 0, and there are 1 rows"]


def test_an_answer_that_no_crash_explains_is_told():
    writer = told("left", {})
    writer.strange.append("GET /y/ was answered 404")
    assert list(faults([writer], found())) == writer.strange
