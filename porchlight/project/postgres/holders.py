"""Which processes of an earlier server still hold a folder, and how it comes free without harm.

PostgreSQL's own `postmaster.pid` alone is no proof of life: after kill -9 the number in it may be
that of a process nobody has reaped yet, or of another program. So we look which `postgres`
processes really work in the folder. The file of a living server is never touched.
"""

from __future__ import annotations

import contextlib
import os
import signal
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from porchlight.project.postgres.account import Account
from porchlight.project.postgres.errors import StillHeld
from porchlight.project.postgres.places import remove_socket_folder

# Asked as the server's user, because inside a container even root may not look at others' folders.
# A process that has ended but was not reaped works in no folder any more, so it is not listed.
FIND_SERVERS = """
for process in /proc/[0-9]*; do
    read -r name 2>/dev/null <"$process/comm" || continue
    [ "$name" = postgres ] && [ "$process/cwd" -ef "$1" ] && echo "${process#/proc/}"
done
exit 0
"""


@dataclass(frozen=True)
class PidFile:
    """What a running or killed server wrote into its folder."""

    pid: int
    socket_dir: Path | None
    ready: bool


def read_pid_file(cluster: Path) -> PidFile | None:
    """Return what `postmaster.pid` says, or None when there is none or it is still being written."""
    try:
        lines = (cluster / "postmaster.pid").read_text().splitlines()
    except FileNotFoundError:
        return None
    if not lines or not lines[0].strip().isdigit():
        return None
    socket_dir = Path(lines[4]) if len(lines) > 4 and lines[4] else None
    return PidFile(int(lines[0]), socket_dir, ready=len(lines) > 7 and lines[7].strip() == "ready")


def servers_in(cluster: Path, account: Account) -> frozenset[int]:
    """Return the process numbers of every living `postgres` that works in this folder.

    Raises `StillHeld` when that cannot be found out: not knowing is never taken for nobody.
    """
    well, said = account.run(["sh", "-c", FIND_SERVERS, "sh", cluster])
    if not well:
        raise StillHeld
    return frozenset(int(line) for line in said.splitlines() if line.isdigit())


def pauses(patience: float) -> Iterator[float]:
    """Yield growing pauses in seconds, sleeping each, until `patience` seconds are over."""
    end, pause = time.monotonic() + patience, 0.02
    while time.monotonic() < end:
        yield pause
        time.sleep(pause)
        pause = min(pause * 1.5, 1.0)


def take_over(cluster: Path, *, account: Account) -> list[str]:
    """End what an earlier launcher left running, remove its socket, and return what was done."""
    left = read_pid_file(cluster)
    said = free_folder(cluster, account=account)
    if left and left.socket_dir:
        remove_socket_folder(left.socket_dir)
    return said


def free_folder(cluster: Path, *, account: Account, patience: float = 30.0) -> list[str]:
    """See to it that no earlier server works in this folder, and return what was done.

    A server that outlived its launcher is asked to stop (fast: it ends its sessions and writes all
    down). Sessions that outlived their server are asked to end. Nothing is killed. The caller holds
    the folder's lock, so they are nobody else's. Raises `StillHeld` after `patience` seconds.
    """
    left = read_pid_file(cluster)
    holding = servers_in(cluster, account)
    outlived = left is not None and left.pid in holding
    if left and outlived:
        _ask(left.pid, signal.SIGINT)
    else:
        for session in holding:
            _ask(session, signal.SIGTERM)
    for _ in pauses(patience):
        if not servers_in(cluster, account):
            break
    else:
        raise StillHeld
    if left and Path(f"/proc/{left.pid}").exists():
        # Not reaped yet, or another program's number by now: PostgreSQL would take it for a living server.
        (cluster / "postmaster.pid").unlink(missing_ok=True)
    return ["A database that an earlier start left running in this folder was stopped first."] * outlived


def _ask(process: int, request: signal.Signals) -> None:
    with contextlib.suppress(ProcessLookupError):
        os.kill(process, request)
