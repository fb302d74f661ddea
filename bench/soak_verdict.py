"""What was sent and answered against what is there: the sentences about everything that does not fit."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Any

from bench.soak_writers import Writer

LEAF = {
    "contact": "absences.record_contact",
    "left": "absences.record_leaving",
    "message": "messaging.write_to",
    "backup": "messaging.ask_those_on_call",
}
LINES_OF_A_QUESTION, LINES_OF_A_THREAD = 3, 2  # ledger lines that open each to those who are in it


def faults(writers: Sequence[Writer], found: dict[str, Any]) -> Iterator[str]:
    """One sentence for each loss, double, stranger or half of something. Nothing when all is well."""
    for writer in writers:
        yield from writer.strange
        yield from _of(writer, Counter(found["marks"][writer.kind]))
        yield from _half(f"audit lines of {writer.kind}", found["leaves"].get(LEAF[writer.kind], 0), found, writer.kind)
    rows = {kind: len(marks) for kind, marks in found["marks"].items()}
    tallies = found["tallies"]
    expected = {
        "answers kept for the worker": rows["contact"],
        "answers kept for the caregiver": rows["left"] + rows["backup"],
        "answers kept for the young person": rows["message"],
        "steps of taps": rows["left"],
        "threads with those on call": rows["backup"],
        "threads between two": min(rows["message"], 1),
        "questions to those on call": rows["backup"],
        "ledger lines of threads": LINES_OF_A_QUESTION * rows["backup"] + LINES_OF_A_THREAD * min(rows["message"], 1),
    }
    for name, wanted in expected.items():
        if tallies[name] != wanted:
            yield f"{name}: {tallies[name]}, and {wanted} belong to what is there"


def _of(writer: Writer, there: Counter[str]) -> Iterator[str]:
    for mark, answered in writer.sent.items():
        if answered and there[mark] == 0:
            yield f"lost: {writer.kind} “{mark}” was acknowledged and is not there"
        if there[mark] > 1:
            yield f"doubled: {writer.kind} “{mark}” is there {there[mark]} times"
    for mark in there.keys() - writer.sent.keys():
        yield f"stranger: {writer.kind} “{mark}” is there and was never sent"


def _half(what: str, have: int, found: dict[str, Any], kind: str) -> Iterator[str]:
    wanted = len(found["marks"][kind])
    if have != wanted:
        yield f"{what}: {have}, and there are {wanted} rows"
