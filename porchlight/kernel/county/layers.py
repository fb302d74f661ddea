"""A county's file laid on California's: what it may change, and what it may not."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from porchlight.kernel.county.dues import DUE_FIELDS, gives_due, is_no_looser, read_due, say_due
from porchlight.kernel.county.duties import time_kind
from porchlight.kernel.county.files import CountyFile
from porchlight.kernel.county.provenance import read_provenance
from porchlight.kernel.county.rows import PROVENANCE_FIELDS, Row
from porchlight.kernel.county.troubles import LawLengthened, NoSuchKey, OutOfReach
from porchlight.kernel.county.values import TIME_UNITS, read_content

MAY_SAY_OF_A_VALUE = PROVENANCE_FIELDS | {"value", "unit"}
MAY_SAY_OF_A_DUTY = PROVENANCE_FIELDS | DUE_FIELDS
MAY_SAY_OF_A_TRAINING = PROVENANCE_FIELDS | {"months"}
CHECKED = frozenset({"checked_by", "checked_on"})


def lay(own: Row, *, on: Row) -> Row:
    """California's row with what the county says in its place.

    A county row without a time or value of its own only records that it was checked. Who checked
    California's row says nothing about a value that the county changed.
    """
    beneath: dict[str, Any] = dict(on.fields)
    changed = gives_due(own) or own.has("value") or own.has("months")
    if gives_due(own):
        beneath = {name: found for name, found in beneath.items() if name not in DUE_FIELDS}
    if changed:
        beneath = {name: found for name, found in beneath.items() if name not in CHECKED}
    said = {name: found for name, found in own.fields.items() if found != "" or name not in CHECKED}
    return Row(where=own.where, fields={**beneath, **said})


def check_layer(own: CountyFile, *, state: CountyFile) -> None:
    """Refuse a county file that reaches too far, on whatever day it would."""
    for row in own.values:
        for beneath in _same_key(row, state.values, what="value"):
            _check_value(row, beneath=beneath)
    for row in own.duties:
        for beneath in _same_key(row, state.duties, what="duty"):
            _check_duty(row, beneath=beneath)
    for row in own.trainings:
        for beneath in _same_key(row, state.trainings, what="training"):
            _check_training(row, beneath=beneath)


def _same_key(row: Row, rows: tuple[Row, ...], *, what: str) -> Iterator[Row]:
    beneath = [other for other in rows if other.words("key") == row.words("key")]
    if not beneath:
        raise NoSuchKey(f"{row.where} is not a {what} that California's file has.")
    for other in beneath:
        ours = read_provenance(lay(row, on=other))
        if ours.overlaps(read_provenance(other)):
            yield other


def _check_fields(row: Row, *, beneath: Row, may_say: frozenset[str]) -> None:
    for name in row.fields:
        if name not in may_say:
            raise OutOfReach(f"{row.where} sets “{name}”, which a county does not decide.")
    for name in ("kind", "unit"):
        if row.has(name) and row.fields[name] != beneath.fields.get(name):
            raise OutOfReach(f"{row.where} sets another “{name}” than California's file has.")


def _check_duty(row: Row, *, beneath: Row) -> None:
    _check_fields(row, beneath=beneath, may_say=MAY_SAY_OF_A_DUTY)
    if not gives_due(row):
        return
    ours, theirs = read_due(row), read_due(beneath)
    if time_kind(beneath) == "law" and not is_no_looser(ours, than=theirs):
        raise LawLengthened(
            f"{row.where} says {say_due(ours)}; the law says {say_due(theirs)}. "
            "A county may be stricter than the law and never looser."
        )


def _check_training(row: Row, *, beneath: Row) -> None:
    _check_fields(row, beneath=beneath, may_say=MAY_SAY_OF_A_TRAINING)
    most = beneath.count("months")
    if row.has("months") and time_kind(beneath) == "law" and row.count("months") > most:
        raise LawLengthened(f"{row.where} says {row.count('months')} months; the law says {most}.")


def _check_value(row: Row, *, beneath: Row) -> None:
    _check_fields(row, beneath=beneath, may_say=MAY_SAY_OF_A_VALUE)
    if not row.has("value"):
        return
    laid = lay(row, on=beneath)
    if beneath.flag("needs_check") and not laid.has("checked_by"):
        raise OutOfReach(f"{row.where} can be changed only with “checked_by” and “checked_on”.")
    is_law = beneath.words("kind") == "law"
    if laid.words("unit") in TIME_UNITS:
        _check_time(laid, beneath=beneath, limit="value" if is_law else "at_most")
    elif is_law and read_content(laid) != read_content(beneath):
        raise OutOfReach(f"{row.where} is law, and a county does not change it.")


def _check_time(laid: Row, *, beneath: Row, limit: str) -> None:
    if beneath.has(limit) and laid.count("value") > beneath.count(limit):
        most = f"{beneath.count(limit)} {beneath.words('unit')}"
        raise LawLengthened(f"{laid.where} is longer than {most}, the most that a county may set.")
