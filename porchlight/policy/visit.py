"""A visit: one request. Who, in which seat, beside which young people, why; and what it was shown."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any
from uuid import UUID

from django.db import connection

from porchlight.kernel.ids import AgencyId, PersonId, SeatId, YouthId
from porchlight.policy.context import Identity
from porchlight.policy.decide import decide
from porchlight.policy.grid import the_grid
from porchlight.policy.values import Action, Category, Fact, Grain, Verdict
from porchlight.vault.api import DataKey, open_data_key

FACTS = "SELECT youth, role, condition, category, row_id FROM pl.facts(%s)"


@dataclass(frozen=True)
class Event:
    """One line for the audit: what was read, written or refused, about whom. Ids only, never content."""

    verb: str
    what: str
    category: str = ""
    grain: str = ""
    youths: tuple[UUID, ...] = ()
    route: str = ""
    why: str = ""


@dataclass
class Visit:
    """Everything that rooms may know of a request. Nothing in it is remembered after the request."""

    house: str
    identity: Identity | None = None
    person: PersonId | None = None
    role: str = ""
    agency: AgencyId | None = None
    agency_name: str = ""
    county: str | None = None  # of the seat's agency; empty is the one that this deployment serves
    offices: frozenset[str] = frozenset()
    name: str = ""
    language: str = "en"
    route: str = ""
    session: bytes = b""
    events: list[Event] = field(default_factory=list)
    extras: dict[str, Any] = field(default_factory=dict)
    _facts: dict[UUID, tuple[Fact, ...]] = field(default_factory=dict)
    _verdicts: dict[tuple[UUID, Category, Grain, Action], Verdict] = field(default_factory=dict)
    _keys: dict[UUID, DataKey] = field(default_factory=dict)

    @property
    def actor(self) -> UUID:
        """The seat or young person who acts. Raises `AssertionError` before identity is known."""
        assert self.identity is not None  # noqa: S101 - because a door without identity never asks
        return self.identity.actor

    @property
    def seat(self) -> SeatId:
        return SeatId(self.actor)

    @property
    def own_agency(self) -> AgencyId:
        """The agency that owns what this visit writes: the seat's, or the young person's responsible one."""
        if self.agency is None:
            self.agency = AgencyId(_one("SELECT pl.agency()"))
        return self.agency

    def fact_about(self, youth: UUID) -> dict[str, UUID]:
        """The columns that every fact about a young person begins with: whose agency, about whom, by whom."""
        return {"agency_id": self.own_agency, "youth_id": youth, "made_by": self.actor}

    @property
    def role_name(self) -> str:
        """What the grid calls the role, for a page to say in the reader's language; empty without a seat."""
        role = the_grid().roles.get(self.role)
        return role.name if role else ""

    @cached_property
    def is_youth(self) -> bool:
        return self.identity is not None and self.identity.kind == "youth"

    def facts(self, youth: UUID) -> tuple[Fact, ...]:
        """The ledger's live lines for this visit beside `youth`, asked once a request."""
        if youth not in self._facts:
            with connection.cursor() as cursor:
                cursor.execute(FACTS, [youth])
                self._facts[youth] = tuple(Fact(*row) for row in cursor.fetchall())
        return self._facts[youth]

    def may(self, youth: UUID, category: Category, grain: Grain, action: Action) -> Verdict:
        """What this visit may do; an unsigned visit may nothing."""
        if self.identity is None:
            return Verdict()
        asked = (youth, category, grain, action)
        if asked not in self._verdicts:
            facts, grid = self.facts(youth), the_grid()
            self._verdicts[asked] = decide(facts, youth=youth, category=category, grain=grain, action=action, grid=grid)
        return self._verdicts[asked]

    def forget(self) -> None:
        """Drop what was read of the ledger, after a command that changed it."""
        self._facts.clear()
        self._verdicts.clear()

    def key(self, youth: UUID) -> DataKey:
        """The data key of that young person, for sealed columns. Asked once a request."""
        if youth not in self._keys:
            with connection.cursor() as cursor:
                cursor.execute("SELECT version, wrapped FROM pl.youth_key(%s)", [youth])
                self._keys[youth] = open_data_key(youth, cursor.fetchall())
        return self._keys[youth]

    def note(self, event: Event) -> None:
        """Keep a line for the audit; the same line twice in one request counts once."""
        if event not in self.events:
            self.events.append(event)


def _one(statement: str, values: Iterable[Any] = ()) -> Any:
    with connection.cursor() as cursor:
        cursor.execute(statement, list(values))
        row = cursor.fetchone()
    return row[0] if row else None


def ask(statement: str, values: Iterable[Any] | Mapping[str, Any] = ()) -> list[tuple[Any, ...]]:
    """Rows of one statement: for the rooms' definer functions, and for what one statement asks best."""
    with connection.cursor() as cursor:
        cursor.execute(statement, values if isinstance(values, Mapping) else list(values))
        return list(cursor.fetchall())


def ask_one(statement: str, values: Iterable[Any] | Mapping[str, Any] = ()) -> Mapping[str, Any] | None:
    """The single row of a definer function as a mapping, or None."""
    with connection.cursor() as cursor:
        cursor.execute(statement, values if isinstance(values, Mapping) else list(values))
        row = cursor.fetchone()
        names = [column.name for column in cursor.description or ()]
    return dict(zip(names, row, strict=True)) if row else None


def youth_of(value: object) -> UUID | None:
    """The young person that a sheet is about, if it says."""
    found = getattr(value, "youth", None)
    return found if isinstance(found, UUID) else None


__all__ = ["Event", "Visit", "YouthId", "ask", "ask_one", "youth_of"]
