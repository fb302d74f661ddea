"""Real, small PostgreSQL servers for the tests of the launcher."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

import psycopg
import pytest

from porchlight.project.postgres import Server
from porchlight.project.postgres.holders import read_pid_file

REPOSITORY = Path(__file__).parents[2]
SMALL = {"fsync": "off", "shared_buffers": "16MB", "max_connections": "20"}

# Starts a server in a process of its own, says that it runs, and stays until its input ends.
LAUNCHER = """
import sys
from pathlib import Path
from porchlight.project.postgres import PostgresTrouble, Server
try:
    with Server(Path(sys.argv[1]), settings={"fsync": "off", "shared_buffers": "16MB"}) as server:
        print("\\n".join(["started", *server.said]), flush=True)
        sys.stdin.read()
except PostgresTrouble as trouble:
    print(trouble.code, trouble.said, flush=True)
"""


@pytest.fixture
def open_dir() -> Iterator[Path]:
    """A folder that every user may pass, outside pytest's own closed ones."""
    folder = Path(tempfile.mkdtemp(prefix="test-porchlight-"))
    folder.chmod(0o755)
    yield folder
    shutil.rmtree(folder)


@pytest.fixture(scope="session")
def running() -> Iterator[Server]:
    """One server for all tests that only look at it."""
    with tempfile.TemporaryDirectory(prefix="test-porchlight-") as folder:
        Path(folder).chmod(0o755)
        with Server(Path(folder) / "data", settings=SMALL) as server:
            yield server


@pytest.fixture(scope="session")
def written() -> Iterator[Path]:
    """A data folder not in use, with the rows 1 to 100. Each test must leave it so."""
    with tempfile.TemporaryDirectory(prefix="test-porchlight-") as folder:
        Path(folder).chmod(0o755)
        with Server(Path(folder) / "data", settings=SMALL) as server, admin(server) as connection:
            connection.execute("create table kept as select generate_series(1, 100) as number")
        yield Path(folder) / "data"


@pytest.fixture
def launcher() -> Iterator[Callable[..., subprocess.Popen[str]]]:
    """Starts launchers in processes of their own, and ends those that are left."""
    started: list[subprocess.Popen[str]] = []

    def start(data_dir: Path) -> subprocess.Popen[str]:
        process = subprocess.Popen(
            [sys.executable, "-c", LAUNCHER, str(data_dir)],
            cwd=REPOSITORY,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )
        started.append(process)
        return process

    yield start
    for process in started:
        process.communicate(timeout=30)


def admin(server: Server) -> psycopg.Connection:
    """Sign in as the administrator."""
    return psycopg.connect(
        server.dsn("postgres", user=server.admin_user, password=server.admin_password), autocommit=True
    )


def kept(server: Server) -> list[int]:
    """Return the rows that were written earlier."""
    with admin(server) as connection:
        return [row[0] for row in connection.execute("select number from kept order by 1")]


def postmaster(server: Server) -> int:
    """Return the process number of the server's first process."""
    file = read_pid_file(server.data_dir / "cluster")
    assert file is not None
    return file.pid


def kill_now(process: int) -> None:
    """End a process as a power cut would."""
    os.kill(process, signal.SIGKILL)


ALL = list(range(1, 101))
needs_root = pytest.mark.skipif(os.geteuid() != 0, reason="only root can become another user")
