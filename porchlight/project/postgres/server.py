"""The PostgreSQL of this computer: one server, our child, reached through a private socket only."""

from __future__ import annotations

import contextlib
import os
import signal
import subprocess
import tempfile
from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType, TracebackType
from typing import IO, TYPE_CHECKING

from porchlight.project.postgres import holders, places
from porchlight.project.postgres.account import ENVIRONMENT, service_account
from porchlight.project.postgres.binaries import program, reachable
from porchlight.project.postgres.cluster import ADMIN_USER, ensure_cluster
from porchlight.project.postgres.errors import DidNotStart, StillHeld
from porchlight.project.postgres.lock import FolderLock
from porchlight.project.postgres.settings import server_settings

if TYPE_CHECKING:
    from typing import Self  # only for reading: an older Python must be able to import this package

HELD = ("lock file", "shared memory block")
"""What PostgreSQL says when processes of an earlier server still hold the folder."""


class Server:
    """A PostgreSQL server of our own, started by `start()` or `with`, stopped by `stop()` or its end.

    `data_dir` is where the data is wanted (None: `var/demo`); once started, where it really is.
    `version` is 16 or 18. `settings` change the usual ones, for example `{"fsync": "off"}` in tests.
    `data_dir_given` says that a person named the place: then it is that place or an error.
    `system_dir` is where programs and data go when root's user cannot reach the wanted places.

    Once started: `socket_dir`, `port` (part of the socket's name), `admin_user`, `admin_password`, and in
    `said` the plain sentences about what was decided, for the person who started it.
    """

    def __init__(
        self,
        data_dir: Path | None,
        *,
        version: int = 18,
        settings: Mapping[str, str] = MappingProxyType({}),
        data_dir_given: bool = True,
        system_dir: Path = places.SYSTEM_DIR,
    ) -> None:
        self.data_dir = (data_dir or places.DEFAULT_DATA_DIR).absolute()
        self.version = version
        self.port = places.PORT
        self.admin_user = ADMIN_USER
        self.admin_password = ""
        self._socket_dir: Path | None = None
        self.said: list[str] = []
        self._given = data_dir_given and data_dir is not None
        self._system_dir = system_dir
        self._settings = settings
        self._account = service_account(os.environ)
        self._install: Path
        self._lock: FolderLock | None = None
        self._process: subprocess.Popen[bytes] | None = None

    def __enter__(self) -> Self:
        self.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.stop()

    def start(self) -> None:
        """Start the server and return when it answers; making its data first if there is none.

        Raises one of `PostgresTrouble`; nothing is left running then.
        """
        if self._lock is not None:
            raise RuntimeError("this server was started already: stop it first, or call revive()")
        try:
            self._prepare()
            self._launch()
        except BaseException:
            self.stop()
            raise

    def stop(self) -> None:
        """Stop the server fast and safely, reap it, and remove its socket. Harmless when not running."""
        try:
            if self._process is not None:
                self._end(self._process)
                self._process = None
                holders.free_folder(self._cluster, account=self._account)
        finally:
            if self._socket_dir is not None:
                places.remove_socket_folder(self._socket_dir)
                self._socket_dir = None
            if self._lock is not None:
                self._lock.release()
                self._lock = None

    def is_running(self) -> bool:
        """Tell whether the server's first process lives."""
        return self._process is not None and self._process.poll() is None

    def revive(self) -> bool:
        """Start the server again, at the same socket, if it ended by itself; say whether it had."""
        if self._lock is None or self.is_running():
            return False
        holders.free_folder(self._cluster, account=self._account)
        self._launch()
        return True

    def dsn(self, database: str, *, user: str, password: str) -> str:
        """Return libpq's keywords for one database and user. It holds the password: never log it."""
        parts = {
            "host": str(self.socket_dir),
            "port": str(self.port),
            "dbname": database,
            "user": user,
            "password": password,
        }
        return " ".join(f"{word}={_quoted(value)}" for word, value in parts.items())

    def tool(self, name: str) -> Path:
        """Return the path of a program of this PostgreSQL, such as `pg_dump`, where it is really used."""
        return program(self._install, name)

    def tool_environment(self, database: str, *, user: str, password: str) -> dict[str, str]:
        """Return the whole environment for such a program, so that no password stands in its arguments."""
        return ENVIRONMENT | {
            "PGHOST": str(self.socket_dir),
            "PGPORT": str(self.port),
            "PGDATABASE": database,
            "PGUSER": user,
            "PGPASSWORD": password,
        }

    @property
    def socket_dir(self) -> Path:
        """The private folder of the socket, while started."""
        if self._socket_dir is None:
            raise RuntimeError("this server is not started")
        return self._socket_dir

    @property
    def _cluster(self) -> Path:
        return self.data_dir / "cluster"

    def _prepare(self) -> None:
        """Find or make what a start needs: place, programs, lock, a free folder, data, socket folder."""
        account, wanted = self._account, self.data_dir
        self.data_dir = places.choose_data_dir(wanted, given=self._given, account=account, system_dir=self._system_dir)
        self._install, self.said = reachable(self.version, account=account, system_dir=self._system_dir)
        if self.data_dir != wanted:
            self._given = True
            self.said.append(f"The data is kept in {self.data_dir}, as user {account.name} cannot use {wanted}.")
        places.make_data_dir(self.data_dir, account)
        self._lock = FolderLock(self.data_dir, account=account)
        self.said += holders.take_over(self._cluster, account=account)
        self.admin_password = ensure_cluster(
            self.data_dir,
            version=self.version,
            install=self._install,
            account=account,
            durable=self._settings.get("fsync") != "off",
        )
        self._socket_dir = places.make_socket_folder(account)

    def _launch(self) -> None:
        """Start the postmaster, again and again for 30 seconds while an earlier one's processes remain."""
        settings = server_settings(self._settings, socket_dir=self.socket_dir, log_dir=self.data_dir / "log")
        command: list[str | Path] = [
            program(self._install, "postgres"),
            "-D",
            self._cluster,
            "-p",
            str(self.port),
        ]
        options = [part for name, value in settings.items() for part in ("-c", f"{name}={value}")]
        for _ in holders.pauses(30):
            with tempfile.TemporaryFile() as output:
                self._process = self._account.start([*command, *options], output=output)
                if self._answers(self._process):
                    return
                said = _text(output)
            if not any(word in said for word in HELD):
                raise DidNotStart(
                    f"The database did not start: the reason is in the newest file of {self.data_dir}/log.",
                    repair=said[-500:] or None,
                )
        raise StillHeld

    def _answers(self, process: subprocess.Popen[bytes], patience: float = 300) -> bool:
        """Wait until the server says it is ready; false when it ended instead, or took too long.

        Minutes, not seconds: after a crash it first replays what was written last.
        """
        for _ in holders.pauses(patience):
            file = holders.read_pid_file(self._cluster)
            if file and file.ready and file.pid == process.pid:
                return True
            if process.poll() is not None:
                return False
        self._end(process)
        return False

    def _end(self, process: subprocess.Popen[bytes]) -> None:
        """Ask for a fast stop, after a minute for an immediate one, and reap the process."""
        for request, patience in ((signal.SIGINT, 60), (signal.SIGQUIT, 30), (signal.SIGKILL, None)):
            if process.poll() is None:
                process.send_signal(request)
            with contextlib.suppress(subprocess.TimeoutExpired):
                process.wait(patience)
                return


def _text(output: IO[bytes]) -> str:
    output.seek(0)
    return output.read().decode(errors="replace").strip()


def _quoted(value: str) -> str:
    escaped = value.replace("\\", "\\\\").replace("'", "\\'")
    return f"'{escaped}'"
