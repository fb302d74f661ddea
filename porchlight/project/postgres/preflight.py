"""What is looked at before anything starts. Each finding is one sentence that says what to do.

Runs on a bare computer, under any Python 3, before a package is installed.
"""

from __future__ import annotations

import contextlib
import errno
import os
import platform
import shutil
import socket
import sys
from collections.abc import Callable, Iterable
from importlib.util import find_spec
from pathlib import Path

from porchlight.project.postgres.errors import (
    DiskFull,
    EnsurepipMissing,
    ForeignMachine,
    PortTaken,
    PythonTooOld,
)
from porchlight.project.postgres.places import DEFAULT_DATA_DIR, check_private, has_data, nearest_folder

NEW_DATA_BYTES = 1_500_000_000
GROWING_DATA_BYTES = 200_000_000
OLDEST_PYTHON = (3, 11)
OLDEST_GLIBC = (2, 28)


def preflight(data_dir: Path = DEFAULT_DATA_DIR, *, ports: Iterable[int] = (), database_url: str = "") -> None:
    """Check the computer, the data folder and the ports; raise the first `PostgresTrouble` found.

    With `database_url` no database runs here, so machine and folder are not looked at.
    """
    check_python(sys.version_info[:2])
    check_ensurepip()
    if not database_url:
        check_machine(platform.machine(), libc=_libc())
        check_private(data_dir)
        check_disk(data_dir)
    for port in ports:
        check_port(port)


def check_python(version: tuple[int, ...]) -> None:
    """Raise `PythonTooOld` for a Python older than 3.11."""
    if version < OLDEST_PYTHON:
        have = ".".join(str(number) for number in version)
        raise PythonTooOld(f"Porchlight needs Python 3.11 or newer, and this is {have}: install it and start again.")


def check_ensurepip(name: str = "ensurepip") -> None:
    """Raise `EnsurepipMissing` when Python cannot make a virtual environment (Debian parts it off)."""
    if find_spec(name) is None:
        raise EnsurepipMissing


def check_machine(machine: str, *, libc: str) -> None:
    """Raise `ForeignMachine` unless this is x86_64 with glibc 2.28 or newer (`libc` as "glibc 2.36")."""
    kind, _, number = libc.partition(" ")
    parts = tuple(int(part) for part in number.split(".") if part.isdigit())
    if machine != "x86_64" or kind != "glibc" or parts < OLDEST_GLIBC:
        raise ForeignMachine(
            f"The bundled database does not run on this machine ({machine}, {libc or 'no glibc'}): "
            "set DATABASE_URL to a PostgreSQL 16 or newer of your own."
        )


def check_disk(data_dir: Path, *, free_bytes: Callable[[Path], int] | None = None) -> None:
    """Raise `DiskFull` with less than 1.5 GB free for a new data folder, or 200 MB for one with data.

    Data that exists must open on a fuller disk too: refusing it would help nobody.
    """
    above = nearest_folder(data_dir.absolute())
    free = (free_bytes or _free_bytes)(above)
    needed = GROWING_DATA_BYTES if has_data(data_dir) else NEW_DATA_BYTES
    if free < needed:
        raise DiskFull(
            f"The disk of {above} has {free / 1e9:.1f} GB free and {needed / 1e9:.1f} GB are needed: "
            "free some room, or choose another DATA_DIR."
        )


def check_port(port: int) -> None:
    """Raise `PortTaken` when `port` cannot be listened on, on either loopback address.

    Both, because a browser asked for `localhost` may try the newer address first.
    """
    if not 0 < port < 65536:
        raise PortTaken(f"{port} is not a port: choose a number from 1024 to 65535.")
    for family, address in ((socket.AF_INET, "127.0.0.1"), (socket.AF_INET6, "::1")):
        try:
            _listen(family, address, port)
        except OSError as error:
            if error.errno in {errno.EADDRNOTAVAIL, errno.EAFNOSUPPORT}:
                continue  # this computer has no such address
            why = "is already in use" if error.errno == errno.EADDRINUSE else "cannot be used"
            raise PortTaken(
                f"Port {port} {why}: choose another, for example `make demo TEAM_PORT=8010 YOUTH_PORT=8011`."
            ) from None


def _listen(family: int, address: str, port: int) -> None:
    with contextlib.closing(socket.socket(family, socket.SOCK_STREAM)) as one:
        one.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)  # a port closed a moment ago is free
        one.bind((address, port))
        one.listen(1)


def _free_bytes(path: Path) -> int:
    return shutil.disk_usage(path).free


def _libc() -> str:
    try:
        return os.confstr("CS_GNU_LIBC_VERSION") or ""
    except (ValueError, OSError):
        return ""
