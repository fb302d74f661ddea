"""Row policies of the tables about ourselves: a county's, an agency's, a pair's. None of them can name a young person.

Every set is asked once a statement, as everywhere: the county of the seat, its agency, its offices.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from porchlight.policy.registry import ANYBODY, EITHER, PUBLIC, Rule, Table

ACTOR = "(SELECT pl.actor())"
HERE = "county = (SELECT pl.my_county())"
OURS = "agency_id = (SELECT pl.agency())"


@dataclass(frozen=True)
class RowPolicy:
    """One policy: its name, for which command, which rows it lets through and which it takes."""

    name: str
    command: str
    using: str = ""
    check: str = ""


def about_us_policies(table: Table) -> Iterator[RowPolicy]:
    """What the house of the team may do with a table of a county, an agency or a pair."""
    yield RowPolicy("pl_read", "SELECT", using=_readers(table))
    yield RowPolicy("pl_add", "INSERT", check=f"made_by = {ACTOR} AND {_writers(table)}")
    if table.updates:
        yield RowPolicy("pl_change", "UPDATE", using=_changers(table))
    if table.deletes:
        yield RowPolicy("pl_remove", "DELETE", using=_the_two())


def _readers(table: Table) -> str:
    if PUBLIC in table.open_to:
        return "true"
    if table.rule is Rule.PAIR:
        return _the_two()
    inside = f"{HERE} AND {_any(_held(table.open_to), f'made_by = {ACTOR}', _named(table))}"
    return f"({OURS}) OR ({inside})" if table.rule is Rule.AGENCY else inside


def _writers(table: Table) -> str:
    if table.rule is Rule.PAIR:
        return f"{HERE} AND {_the_two() if EITHER in table.kept_by else f'coach = {ACTOR}'}"
    ours = f" AND {OURS}" if table.rule is Rule.AGENCY else ""
    return f"{HERE}{ours} AND {_held(table.kept_by)}"


def _changers(table: Table) -> str:
    if table.rule is Rule.PAIR:
        return _the_two()
    keepers = f"made_by = {ACTOR}" if ANYBODY in table.kept_by else _held(table.kept_by)
    ours = OURS if table.rule is Rule.AGENCY else HERE
    return f"{ours} AND {_any(keepers, _named(table))}"


def _the_two() -> str:
    return f"(coach = {ACTOR} OR coached = {ACTOR})"


def _held(offices: tuple[str, ...]) -> str:
    if ANYBODY in offices:
        return "true"
    held = ", ".join(f"'{office}'" for office in offices)
    return f"(SELECT pl.offices()) && ARRAY[{held}]::text[]"


def _named(table: Table) -> str:
    return f"{table.named} = {ACTOR}" if table.named else ""


def _any(*sets: str) -> str:
    if "true" in sets:
        return "true"
    return f"({' OR '.join(one for one in sets if one)})"
