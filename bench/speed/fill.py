"""A county of 20,000 young people for the bench: fixed seed, heavy-tailed, put in by COPY past every check.

200 workers have about 300 young people each. `Sizes` can be made smaller on the command line of the bench.
"""

from __future__ import annotations

import os
import random
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from typing import Any
from uuid import UUID

import psycopg

from bench.speed import absences
from porchlight.people.rules import fold
from porchlight.vault.key import Ring, wrap

SEED = 20261122
FIRST = ("Ana", "Ben", "Caro", "Dani", "Eli", "Fay", "Gus", "Hana", "Ivy", "Jo", "Kai", "Lena", "Milo", "Nia", "Omar")
LAST = ("Arroyo", "Banks", "Cole", "Diaz", "Ely", "Frost", "Gray", "Hill", "Ito", "Jones", "Kern", "Lake", "Moon")
AUDIENCES = ("team", "home", "school", "court", "family", "public")
BESIDE_SINCE = timedelta(days=40)


@dataclass(frozen=True)
class Sizes:
    """How large the county is."""

    youths: int = 20_000
    workers: int = 200
    beside: int = 300
    episodes: int = 200_000
    contacts: int = 400_000

    def parted(self, by: int) -> Sizes:
        """The same county made smaller: a worker keeps as many young people as there are to have."""
        youths = self.youths // by
        return Sizes(youths, self.workers // by, min(self.beside, youths), self.episodes // by, self.contacts // by)


@dataclass
class Filled:
    """What the bench needs to know of it."""

    agency: UUID
    seats: list[UUID] = field(default_factory=list)
    people: list[UUID] = field(default_factory=list)
    youths: list[UUID] = field(default_factory=list)
    beside: list[UUID] = field(default_factory=list)  # of the first seat
    away: list[UUID] = field(default_factory=list)  # of those, who is away now


class Filler:
    """Puts the county in, table by table."""

    def __init__(self, admin: psycopg.Connection[Any], ring: Ring, sizes: Sizes) -> None:
        self.admin, self.ring, self.sizes = admin, ring, sizes
        self.choose = random.Random(SEED)  # noqa: S311 - because it only picks invented people
        self.now = datetime.now(UTC)
        self.filled = Filled(self.uuid())

    def uuid(self) -> UUID:
        """A random identifier from the fixed seed."""
        return UUID(int=self.choose.getrandbits(128), version=4)

    def copy(self, table: str, columns: str, rows: Iterable[tuple[Any, ...]]) -> None:
        """COPY rows into one table."""
        with self.admin.cursor().copy(f"COPY {table} ({columns}) FROM STDIN") as copy:
            for row in rows:
                copy.write_row(row)

    def fill(self) -> Filled:
        """Everything, then VACUUM ANALYZE as after a night."""
        self.admin.execute("SET session_replication_role = replica")
        self._staff()
        self.filled.youths = [self.uuid() for _ in range(self.sizes.youths)]
        names = "id, agency_id, youth_id, made_by, made_at, audience, name, folded, pronoun"
        self.copy("people_name", names, self._names())
        self.copy("vault_key", "id, youth_id, version, wrapped, made_at", self._keys())
        standing = "id, kind, seat, role, agency, youth, category, footing, starts_at"
        self.copy("policy_grant", standing, self._standings())
        away = absences.put_in(self)
        self.filled.away = [youth for youth in self.filled.beside if youth in away]
        self.admin.execute("VACUUM ANALYZE")
        return self.filled

    def _staff(self) -> None:
        agency, grants, people, seats = self.filled.agency, [], [], []
        ours = (agency, "Bench", "child_welfare", "Bench", "", self.now)
        self.copy("teams_agency", "id, name, kind, county, phone, made_at", [ours])
        for number in range(self.sizes.workers):
            person, seat = self.uuid(), self.uuid()
            self.filled.people.append(person)
            self.filled.seats.append(seat)
            people.append((person, "!", f"Worker {number}", f"w{number}@bench.example", os.urandom(32), "en"))
            seats.append((seat, person, agency, "SW", f"Worker {number}", "", self.now))
            grants.append((self.uuid(), "seat", person, seat, "SW", agency, "", "EMPLOYED", self.now))
        self.copy("teams_person", "id, password, name, email, email_key, language", people)
        self.copy("teams_seat", "id, person_id, agency_id, role, name, phone, made_at", seats)
        self.copy("policy_grant", "id, kind, person, seat, role, agency, category, footing, starts_at", grants)

    def _names(self) -> Iterator[tuple[Any, ...]]:
        for youth in self.filled.youths:
            name = f"{self.choose.choice(FIRST)} {self.choose.choice(LAST)} {self.choose.randrange(1000)}"
            for audience in AUDIENCES:
                yield (self.uuid(), self.filled.agency, youth, youth, self.now, audience, name, fold(name), "")

    def _keys(self) -> Iterator[tuple[Any, ...]]:
        for youth in self.filled.youths:
            yield (self.uuid(), youth, 1, wrap(os.urandom(32), ring=self.ring), self.now)

    def _standings(self) -> Iterator[tuple[Any, ...]]:
        since, agency = self.now - BESIDE_SINCE, self.filled.agency
        for youth in self.filled.youths:
            yield (self.uuid(), "responsible", None, "", agency, youth, "", "CASE_RESP", since)
            yield (self.uuid(), "standing", None, "SUP", agency, youth, "", "CASE_RESP", since)
        for seat in self.filled.seats:
            beside = self.choose.sample(self.filled.youths, self.sizes.beside)
            self.filled.beside = self.filled.beside or beside
            for youth in beside:
                yield (self.uuid(), "standing", seat, "", None, youth, "", "CASE_RESP", since)
