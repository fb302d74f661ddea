"""The bench's county, running: its own PostgreSQL in a folder that is removed afterwards, and the team house."""

from __future__ import annotations

import os
import pickle
import socket
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from pathlib import Path
from uuid import UUID

import psycopg
from psycopg.conninfo import make_conninfo

from bench.speed import floor
from bench.speed.asking import Load, Pages, Statements, middle_time
from bench.speed.fill import Filled, Filler, Sizes
from bench.speed.recording import Recorded
from porchlight.project.commands.init import make_ready
from porchlight.project.place import Home, home
from porchlight.project.running import Running
from porchlight.vault.key import Ring

ADDRESS = {
    "list": "/",
    "more": "/?after=%20",
    "page": "/y/{youth}/",
    "duties": "/y/{youth}/absence",
    "search": "/?q=ana%20a",
    "contact": "/y/{youth}/contact",
}
TASKS = tuple(ADDRESS)


@dataclass
class Town:
    """A filled county, what its pages asked when they were recorded, and where the team house is open."""

    here: Home
    filled: Filled
    recorded: Recorded
    port: int
    ways: dict[str, str] = field(default_factory=dict)

    def product(self, task: str) -> Load:
        """The whole product, over HTTP."""
        once = self.recorded.once if task == "contact" else ""
        return Pages(self._about(task), self.port, self.recorded.cookie, ADDRESS[task], once)

    def by_hand(self, task: str) -> Load:
        """The floor: the same statements, filtered by hand in the way that is faster for this task."""
        if task not in self.ways:
            self.ways[task] = min(floor.WAYS, key=lambda way: middle_time(self._floor(task, way)))
        return self._floor(task, self.ways[task])

    def _floor(self, task: str, way: str) -> Load:
        admin = make_conninfo(self.here.place.admin, dbname=self.here.place.name)
        return replace(self._statements(task, admin), way=way)

    def by_policy(self, task: str) -> Load:
        """The same statements under row security, as the signed seat."""
        password, key = self.here.keys.password("pl_team"), self.here.keys.context("pl_team")
        return self._statements(task, make_conninfo(self.here.place.address(), user="pl_team", password=password), key)

    def _about(self, task: str) -> tuple[UUID, ...]:
        return tuple(self.filled.away if task == "duties" else self.filled.beside)

    def _statements(self, task: str, dsn: str, key: bytes | None = None) -> Statements:
        youths, seat, one = self._about(task), self.filled.seats[0], "{youth}" in ADDRESS[task]
        return Statements(youths, dsn, seat, youths[0], tuple(self.recorded.about[task]), key, one)

    @contextmanager
    def open(self) -> Iterator[None]:
        """The team house as `porchlight serve` runs it."""
        house = Running(self.here.environment())
        try:
            house.house("team", host="127.0.0.1", port=self.port)
            if not house.wait_until_answering(f"http://127.0.0.1:{self.port}"):
                raise SystemExit("the team house did not open")
            yield
        finally:
            house.stop()


@contextmanager
def town(sizes: Sizes) -> Iterator[Town]:
    """Set up, fill, record. Everything is removed afterwards."""
    os.environ.pop("DATABASE_URL", None)
    with tempfile.TemporaryDirectory(prefix="porchlight-bench-") as folder:
        Path(folder).chmod(0o711)
        with home(Path(folder) / "data") as here:
            make_ready(here)
            filled = _fill(here, sizes)
            yield Town(here, filled, _record(here, filled, Path(folder) / "recorded"), _free_port())


def _fill(here: Home, sizes: Sizes) -> Filled:
    with psycopg.connect(make_conninfo(here.place.admin, dbname=here.place.name), autocommit=True) as admin:
        filled = Filler(admin, Ring.read(here.keys.ring), sizes).fill()
        floor.build(admin)
    return filled


def _record(here: Home, filled: Filled, file: Path) -> Recorded:
    who = (filled.people[0], filled.seats[0], filled.beside[0], filled.away[0])
    words = [sys.executable, "-m", "bench.speed.recording", *map(str, who), str(file)]
    environment = os.environ | here.environment()
    environment.pop("DJANGO_SETTINGS_MODULE", None)
    subprocess.run(words, env=environment, check=True)
    recorded: Recorded = pickle.loads(file.read_bytes())  # noqa: S301 - because our own child has just written it
    return recorded


def _free_port() -> int:
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        return int(found.getsockname()[1])
