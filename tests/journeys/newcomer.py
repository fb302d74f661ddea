"""`porchlight demo` as a newcomer starts it: a process of its own, a folder of its own, free ports."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
import tempfile
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from ipaddress import ip_address
from pathlib import Path

from tests.journeys.serving import free_port
from tests.support.server import ENVIRONMENT

REPOSITORY = Path(__file__).resolve().parents[2]
COMMAND = [sys.executable, "-m", "porchlight.project.command"]
OF_THE_TESTS = {ENVIRONMENT, "PORCHLIGHT_DB", "PORCHLIGHT_KEYS", "DJANGO_SETTINGS_MODULE", "DATABASE_URL"}
PATIENCE = 180  # seconds until the first page, on two cores
LISTENING = "0A"


@dataclass
class Newcomer:
    """Their folder and ports; `said` is what the running demo has printed so far."""

    folder: Path
    team: int = field(default_factory=free_port)
    youth: int = field(default_factory=free_port)
    said: list[str] = field(default_factory=list)

    def environment(self, **more: str) -> dict[str, str]:
        own = {"DATA_DIR": str(self.folder), "TEAM_PORT": str(self.team), "YOUTH_PORT": str(self.youth)}
        return {name: value for name, value in os.environ.items() if name not in OF_THE_TESTS} | own | more

    def run(self, *words: str, **more: str) -> subprocess.CompletedProcess[str]:
        """One command, to its end."""
        return subprocess.run(
            [*COMMAND, *words],
            check=False,
            cwd=REPOSITORY,
            env=self.environment(**more),
            capture_output=True,
            text=True,
            timeout=90,
        )

    @contextmanager
    def demo(self) -> Iterator[subprocess.Popen[str]]:
        """The demo from its first page until Ctrl-C; it stops well."""
        self.said.clear()
        process = subprocess.Popen(
            ["env", "--default-signal=INT", *COMMAND, "demo"],
            cwd=REPOSITORY,
            env=self.environment(),
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
        )
        ready = threading.Event()
        listener = threading.Thread(target=self._listen, args=(process, ready), daemon=True)
        listener.start()
        try:
            assert ready.wait(PATIENCE), "".join(self.said)
            yield process
        finally:
            process.send_signal(signal.SIGINT)
            ended = process.wait(timeout=60)
            listener.join()
        assert ended == 0, "".join(self.said)

    def _listen(self, process: subprocess.Popen[str], ready: threading.Event) -> None:
        assert process.stdout
        with process.stdout as lines:
            for line in lines:
                self.said.append(line)
                if "Ctrl-C stops everything." in line:
                    ready.set()


@contextmanager
def newcomer() -> Iterator[Newcomer]:
    """Somebody with an empty folder that the database's user may pass."""
    above = Path(tempfile.mkdtemp(prefix="test-porchlight-"))
    above.chmod(0o711)
    try:
        yield Newcomer(above / "data")
    finally:
        shutil.rmtree(above)


def addresses_of(process: int) -> set[str]:
    """Every address that this process or a child of it listens on or is connected to now."""
    inodes = {inode for one in family(process) for inode in _sockets(one)}
    found = set()
    for table in ("tcp", "tcp6"):
        for line in Path(f"/proc/net/{table}").read_text(encoding="ascii").splitlines()[1:]:
            _, local, remote, state, *_rest, inode = line.split()[:10]
            if inode in inodes:
                found.add(_address(local if state == LISTENING else remote))
    return found


def is_own(address: str) -> bool:
    found = ip_address(address)
    return (found.ipv4_mapped or found).is_loopback if found.version == 6 else found.is_loopback


def family(process: int) -> set[int]:
    """The process and everything that it started."""
    parents = {int(path.name): _parent(path) for path in Path("/proc").iterdir() if path.name.isdigit()}
    found = {process}
    while more := {one for one, parent in parents.items() if parent in found} - found:
        found |= more
    return found


def _parent(path: Path) -> int:
    try:
        return int((path / "stat").read_text(encoding="utf-8").rpartition(")")[2].split()[1])
    except OSError:
        return 0


def _sockets(process: int) -> Iterator[str]:
    try:
        for handle in Path(f"/proc/{process}/fd").iterdir():
            target = str(handle.readlink())
            if target.startswith("socket:["):
                yield target[8:-1]
    except OSError:
        return


def _address(said: str) -> str:
    """An address of the kernel's table: groups of four bytes, each the wrong way round."""
    raw = bytes.fromhex(said.partition(":")[0])
    right = b"".join(raw[at : at + 4][::-1] for at in range(0, len(raw), 4))
    return str(ip_address(right))
