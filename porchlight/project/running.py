"""Everything that a running Porchlight consists of, under one roof: database, sealer, both houses.

Used by `porchlight demo` and `porchlight serve`. Each part is a child process; when one stops, or Ctrl-C is
pressed, all are stopped in order and the database last.
"""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from http import HTTPStatus

WORKERS = "2"
THREADS = "1"  # one thread a worker: why, and how it was measured, stands in docs/adr/008
PATIENCE = 120.0  # seconds until a house must answer; a busy machine may need them


@dataclass
class Running:
    """The child processes by name, in the order in which they were started."""

    environment: Mapping[str, str]
    children: dict[str, subprocess.Popen[bytes]] = field(default_factory=dict)

    def house(self, name: str, *, host: str, port: int) -> None:
        """Serve one house on a loopback address."""
        words = [sys.executable, "-m", "granian", "--interface", "wsgi", "--factory", "--no-ws"]
        words += ["--workers", WORKERS, "--blocking-threads", THREADS, "--host", host, "--port", str(port)]
        words += ["--log-level", "warning", "--respawn-failed-workers", "porchlight.project.wsgi:application"]
        settings = {"DJANGO_SETTINGS_MODULE": f"porchlight.project.settings.{name}"}
        self._start(name, words, settings)

    def sealer(self) -> None:
        """Seal the audit every few seconds."""
        self._start("sealer", [sys.executable, "-m", "porchlight.project.command", "audit", "seal", "--keep-on"], {})

    def _start(self, name: str, words: list[str], more: Mapping[str, str]) -> None:
        environment = {**os.environ, **self.environment, **more}
        self.children[name] = subprocess.Popen(words, env=environment, process_group=0)

    def wait_until_answering(self, *addresses: str) -> bool:
        """Whether every address answers its health question within the time."""
        until = time.monotonic() + PATIENCE
        return all(self._answers(address, until) for address in addresses)

    def _answers(self, address: str, until: float) -> bool:
        while time.monotonic() < until and self.all_alive():
            with suppress(urllib.error.URLError, OSError):
                return _healthy(address)
            time.sleep(0.1)
        return False

    def all_alive(self) -> bool:
        return all(child.poll() is None for child in self.children.values())

    def wait(self) -> None:
        """Until a child stops by itself."""
        while self.all_alive():
            time.sleep(0.3)

    def stop(self) -> None:
        """Stop every child, last started first; ten seconds' grace each."""
        for child in reversed(list(self.children.values())):
            if child.poll() is None:
                child.send_signal(signal.SIGTERM)
        for child in reversed(list(self.children.values())):
            try:
                child.wait(timeout=10)
            except subprocess.TimeoutExpired:
                os.killpg(child.pid, signal.SIGKILL)
                child.wait()


def _healthy(address: str) -> bool:
    with urllib.request.urlopen(f"{address}/healthz", timeout=2) as answer:  # noqa: S310 - because it is our own, on loopback
        return bool(answer.status == HTTPStatus.OK)
