"""The one registry: every table of the product, and by which rule the database guards its rows.

A new table is one entry in `registry.toml`. A table without an entry fails `tests/grid` and `porchlight doctor`.
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from functools import cache
from pathlib import Path

from porchlight.policy.values import Category, Grain, Office

PLACE = Path(__file__).with_name("registry.toml")


class Rule(StrEnum):
    """How rows are guarded.

    `YOUTH` by the grid; `MINE` the actor's own rows; `SHARED` read by everybody, written by the named roles of
    the owning agency (or county-wide when there is no agency column); `CLOSED` reached only through definer
    functions; `AUDIT` by the audit functions alone.

    Three are about ourselves and never about a young person (docs/adr/021): `COUNTY` is read and written inside one
    county, `AGENCY` is written by one agency and read there and by whom its county opens it to, `PAIR` belongs to two
    seats, the coach and the coached.
    """

    YOUTH = "youth"
    MINE = "mine"
    SHARED = "shared"
    CLOSED = "closed"
    AUDIT = "audit"
    COUNTY = "county"
    AGENCY = "agency"
    PAIR = "pair"


ABOUT_US = frozenset({Rule.COUNTY, Rule.AGENCY, Rule.PAIR})
ANYBODY = "anybody"  # every seat of the county, in place of an office
PUBLIC = "public"  # whoever comes, without signing in
EITHER = "either"  # of a pair: the coached adds rows too


@dataclass(frozen=True)
class Table:
    """One entry.

    `row` is the column that a ledger line names when it opens single rows. `audience` is the column that says before
    whom a row is used. `updates` are the only columns that may change; none means append-only. `deletes`: the young
    person may delete rows about them, whoever wrote those, and nobody else may. `own_hand`: the young person alone adds
    rows about themselves. `points` maps a column to the table whose row (same agency, same young person) it must name.
    `sealed` columns hold ciphertext. `readers` of a shared table: `all` (no sign-in), `signed_in` (young people too) or
    `seats`. `own` is the column of a shared table that names the agency whose `writers` may write the row; without it
    they may write every row. About ourselves: `open_to` are the offices whose holders read a county's rows, `kept_by`
    those whose holders add and change them; `anybody` means every seat, who then changes only what they wrote
    themselves, `public` whoever comes, `either` both of a pair, each of whom takes away what `deletes` there. `named`
    is the column of a seat who also reads the row and changes its `updates`.
    """

    name: str
    rule: Rule
    about: str
    category: Category | None = None
    grain: Grain = Grain.FULL
    row: str = ""
    audience: str = ""
    updates: tuple[str, ...] = ()
    deletes: bool = False
    own_hand: bool = False
    sealed: tuple[str, ...] = ()
    points: Mapping[str, str] = field(default_factory=dict)
    beside: Mapping[str, str] = field(default_factory=dict)
    readers: str = "seats"
    writers: tuple[str, ...] = ()
    own: str = ""
    open_to: tuple[str, ...] = ()
    kept_by: tuple[str, ...] = ()
    named: str = ""


def read_registry(text: str) -> Mapping[str, Table]:
    """Build the registry from TOML. Raises `ValueError` when a table about a youth names no category."""
    tables: dict[str, Table] = {}
    for name, entry in tomllib.loads(text).items():
        category = Category(entry.pop("category")) if "category" in entry else None
        for several in ("updates", "sealed", "writers", "open_to", "kept_by"):
            entry[several] = tuple(entry.get(several, ()))
        grain = Grain(entry.pop("grain", "full"))
        table = Table(name=name, rule=Rule(entry.pop("rule")), category=category, grain=grain, **entry)
        if (table.rule is Rule.YOUTH) != (table.category is not None):
            raise ValueError(f"registry.toml: {name} needs a category if, and only if, it is about a youth")
        if unknown := {*table.open_to, *table.kept_by} - {ANYBODY, PUBLIC, EITHER, *Office}:
            raise ValueError(f"registry.toml: {name} names {', '.join(sorted(unknown))}, which is no office")
        tables[name] = table
    return tables


@cache
def the_registry() -> Mapping[str, Table]:
    """The registry that this release ships."""
    return read_registry(PLACE.read_text(encoding="utf-8"))
