"""Starting afresh: removing a database that this launcher made, wherever it put it."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

from porchlight.project.postgres import holders, places
from porchlight.project.postgres.account import service_account
from porchlight.project.postgres.lock import FolderLock

OURS = ("cluster", "cluster.new", "log", "admin-password", "launcher.lock")


def erase(data_dir: Path | None, *, data_dir_given: bool = True, system_dir: Path = places.SYSTEM_DIR) -> Path:
    """Remove the database for good, and return the data folder in which it was or would be.

    Takes the same arguments as `Server`, and finds the same place. Only what the launcher made is
    removed; whatever else lies in that folder stays, for whoever put it there.
    Raises `AlreadyRunning` while a Porchlight runs from that folder.
    """
    account = service_account(os.environ)
    place = places.choose_data_dir(
        (data_dir or places.DEFAULT_DATA_DIR).absolute(),
        given=data_dir_given and data_dir is not None,
        account=account,
        system_dir=system_dir,
    )
    if not places.seen(place):
        return place
    lock = FolderLock(place, account=account)
    try:
        holders.take_over(place / "cluster", account=account)
        for name in OURS:
            if (place / name).is_dir():
                shutil.rmtree(place / name)
            else:
                (place / name).unlink(missing_ok=True)
    finally:
        lock.release()
    return place
