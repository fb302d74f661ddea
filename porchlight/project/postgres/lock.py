"""One launcher for one data folder."""

from __future__ import annotations

import fcntl
import os
from pathlib import Path

from porchlight.project.postgres.account import Account
from porchlight.project.postgres.errors import AlreadyRunning


class FolderLock:
    """Holds a data folder for this process; the kernel lets go of it however the process ends."""

    def __init__(self, data_dir: Path, *, account: Account) -> None:
        """Take the lock at once, or raise `AlreadyRunning`."""
        path = data_dir / "launcher.lock"
        # Never through a link: the folder belongs to the server's user, and we may be root.
        self._file = os.open(path, os.O_RDWR | os.O_CREAT | os.O_NOFOLLOW, 0o600)
        try:
            fcntl.flock(self._file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            holder = os.read(self._file, 20).decode(errors="replace").strip()
            os.close(self._file)
            raise AlreadyRunning(
                f"Porchlight is already running from this folder {data_dir} (process {holder or 'unknown'}): "
                "stop it there first, or choose another DATA_DIR."
            ) from None
        account.own(path)
        os.ftruncate(self._file, 0)
        os.pwrite(self._file, f"{os.getpid()}\n".encode(), 0)

    def release(self) -> None:
        """Let another launcher have the folder."""
        os.close(self._file)
