"""Whom the soak may end with SIGKILL: processes of its own database and houses, and nobody else's."""

from __future__ import annotations

import os
import random
import signal
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from itertools import cycle
from pathlib import Path

from porchlight.project.postgres import Server
from porchlight.project.postgres.holders import read_pid_file
from porchlight.project.running import Running

HOUSES = ("team", "youth")
TARGETS = ("database", "worker", "house")


@dataclass(frozen=True)
class Victim:
    """One process, and what it is."""

    pid: int
    what: str

    def kill(self) -> bool:
        """End it as a power cut would. False when it had just ended by itself."""
        with suppress(ProcessLookupError):
            os.kill(self.pid, signal.SIGKILL)
            return True
        return False


def victims(choose: random.Random, *, server: Server, running: Running) -> Iterator[Victim | None]:
    """One after the other without end, by that seed. None where there is nobody of that kind just now."""
    parts_of_the_database = cycle(("postmaster", "backend"))
    while True:
        target, house = choose.choice(TARGETS), choose.choice(HOUSES)
        if target == "database":
            yield _database(choose, server, next(parts_of_the_database))
        elif target == "worker":
            yield _one(choose, workers(running, house), f"a worker of the {house} house")
        else:
            leader = running.children[house]
            yield Victim(leader.pid, f"the parent of the {house} house") if leader.poll() is None else None


def workers(running: Running, house: str) -> list[int]:
    """The web processes of a house."""
    leader = running.children[house]
    return [pid for pid in _children(leader.pid) if "granian" in _words(pid)] if leader.poll() is None else []


def _database(choose: random.Random, server: Server, which: str) -> Victim | None:
    file = read_pid_file(server.data_dir / "cluster")
    if file is None or not server.is_running():
        return None
    if which == "postmaster":
        return Victim(file.pid, "the postmaster")
    sessions = [pid for pid in _children(file.pid) if _words(pid).startswith("postgres: pl_")]
    return _one(choose, sessions, "a backend")


def _one(choose: random.Random, pids: list[int], what: str) -> Victim | None:
    return Victim(choose.choice(sorted(pids)), what) if pids else None


def _children(pid: int) -> list[int]:
    found: list[int] = []
    for path in Path(f"/proc/{pid}/task").glob("*/children"):
        with suppress(OSError):  # because a thread may end while we look
            found += [int(word) for word in path.read_text().split()]
    return found


def _words(pid: int) -> str:
    """How a process calls itself; empty when it has ended."""
    with suppress(OSError):
        return Path(f"/proc/{pid}/cmdline").read_bytes().replace(b"\0", b" ").decode(errors="replace")
    return ""
