"""Everything that a running Porchlight consists of, under one roof: database, sealer, nightly run, both houses.

Used by `porchlight demo` and `porchlight serve`. Each part is a child process. One that ends by itself is started
again; at Ctrl-C all are stopped in order and the database last.
"""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
import urllib.request
from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from http import HTTPStatus
from http.client import HTTPException
from typing import Protocol

from porchlight.project.parts import Part

WORKERS = "2"
THREADS = "1"  # one thread a worker: why, and how it was measured, stands in docs/adr/008
PATIENCE = 120.0  # seconds until a house must answer; a busy machine may need them
LEFT_BEHIND = 3.0  # seconds in which workers whose parent died may finish what they do


class Database(Protocol):
    """The database, where it is ours to keep alive."""

    def is_running(self) -> bool:
        """Whether its first process lives."""

    def revive(self) -> bool:
        """Start it again at the same socket if it ended."""


def _say(sentence: str) -> None:
    sys.stdout.write(sentence + "\n")
    sys.stdout.flush()


@dataclass
class Running:
    """The child processes by name, in the order in which they were started.

    `database` is None where somebody else keeps it. `say` gets one line for each part that ended by itself.
    """

    environment: Mapping[str, str]
    database: Database | None = None
    say: Callable[[str], None] = _say
    children: dict[str, subprocess.Popen[bytes]] = field(default_factory=dict)
    parts: list[Part] = field(default_factory=list)

    def __post_init__(self) -> None:
        if self.database is not None:
            alive, revive = self.database.is_running, self.database.revive
            self.parts.append(Part("The database", alive, revive, time.monotonic()))

    def house(self, name: str, *, host: str, port: int) -> None:
        """Serve one house on a loopback address."""
        words = [sys.executable, "-m", "granian", "--interface", "wsgi", "--factory", "--no-ws"]
        words += ["--workers", WORKERS, "--blocking-threads", THREADS, "--host", host, "--port", str(port)]
        words += ["--log-level", "warning", "--respawn-failed-workers", "porchlight.project.wsgi:application"]
        settings = {"DJANGO_SETTINGS_MODULE": f"porchlight.project.settings.{name}"}
        self._add(name, f"The {name} house", words, settings)

    def sealer(self) -> None:
        """Seal the audit every few seconds."""
        words = [sys.executable, "-m", "porchlight.project.command", "audit", "seal", "--keep-on"]
        self._add("sealer", "The sealer", words, {})

    def nightly(self) -> None:
        """Do the night's work once a day."""
        words = [sys.executable, "-m", "porchlight.project.command", "nightly", "--keep-on"]
        self._add("nightly", "The nightly run", words, {})

    def _add(self, name: str, said: str, words: list[str], more: Mapping[str, str]) -> None:
        def begin() -> None:
            if name in self.children:
                _end_group(self.children[name].pid)  # because workers live on when their parent dies
            environment = {**os.environ, **self.environment, **more}
            self.children[name] = subprocess.Popen(words, env=environment, process_group=0)

        begin()
        self.parts.append(Part(said, lambda: self.children[name].poll() is None, begin, time.monotonic()))

    def wait_until_answering(self, *addresses: str) -> bool:
        """Whether every address answers its health question within the time."""
        until = time.monotonic() + PATIENCE
        return all(self._answers(address, until) for address in addresses)

    def _answers(self, address: str, until: float) -> bool:
        while time.monotonic() < until and self.all_alive():
            if is_healthy(address):
                return True
            time.sleep(0.1)
        return False

    def all_alive(self) -> bool:
        """Whether every part runs."""
        return all(part.is_alive() for part in self.parts)

    def tend(self) -> None:
        """Look once after every part: what ended by itself is started again when its time has come."""
        for part in self.parts:
            said = part.look(time.monotonic())
            if said:
                self.say(said)
            if self.database is not None and not self.database.is_running():
                return  # because nothing else can start without it

    def wait(self) -> None:
        """Keep every part alive until Ctrl-C."""
        while True:
            self.tend()
            time.sleep(0.3)

    def stop(self) -> None:
        """Stop every child, last started first; ten seconds' grace each. Nothing of theirs is left."""
        for child in reversed(list(self.children.values())):
            if child.poll() is None:
                child.send_signal(signal.SIGTERM)
        for child in reversed(list(self.children.values())):
            try:
                child.wait(timeout=10)
            except subprocess.TimeoutExpired:
                os.killpg(child.pid, signal.SIGKILL)
                child.wait()
            _end_group(child.pid)


def is_healthy(address: str) -> bool:
    """Whether the house at that address says that it is well."""
    try:
        with urllib.request.urlopen(f"{address}/healthz", timeout=2) as answer:  # noqa: S310 - because it is our own, on loopback
            return bool(answer.status == HTTPStatus.OK)
    except (OSError, HTTPException):  # whatever comes of a house that is not there, or is just going
        return False


def _end_group(leader: int) -> None:
    """End what a child that died left behind in its group: asked first, then made to."""
    until = time.monotonic() + LEFT_BEHIND
    with suppress(ProcessLookupError):
        os.killpg(leader, signal.SIGTERM)
        while time.monotonic() < until:
            time.sleep(0.05)
            os.killpg(leader, 0)
        os.killpg(leader, signal.SIGKILL)
