"""Where the data is kept, and the private folder of the socket.

The data folder (0700, belongs to the server's user) holds `cluster`, PostgreSQL's own files;
`log`, one file for each day of the week; `admin-password`; and `launcher.lock`.
"""

from __future__ import annotations

import contextlib
import hashlib
import os
import tempfile
from pathlib import Path

from porchlight.project.postgres.account import Account
from porchlight.project.postgres.errors import DataOutOfReach, DataReadableByOthers, DidNotStart

SYSTEM_DIR = Path(os.environ.get("PORCHLIGHT_SYSTEM_DIR") or "/var/lib/porchlight")
"""Where root's programs and data go when the server's user cannot reach the wanted places."""
DEFAULT_DATA_DIR = Path("var/demo")
SOCKET_PREFIX = "porchlight-"
PORT = 5432
"""Part of the socket's name only: no TCP port is opened, and each server has a socket folder of its own."""


def choose_data_dir(wanted: Path, *, given: bool, account: Account, system_dir: Path) -> Path:
    """Return where the data is or will be kept, by one rule; nothing is made here.

    The wanted place, if the server's user can use it. As root, when the person did not name the
    place (`given` is false), else a place of its own below `system_dir`; data that was once put
    there stays there, also when the wanted place has opened since.
    Raises `DataOutOfReach` or `DataReadableByOthers`.
    """
    wanted = wanted.absolute()
    elsewhere = system_dir / "data" / hashlib.sha256(os.fsencode(wanted)).hexdigest()[:16]
    may_move = account.switched and not given
    moved_before = may_move and has_data(elsewhere) and not has_data(wanted)
    if not moved_before and _can_keep(wanted, account):
        chosen = wanted
    elif may_move:
        chosen = elsewhere
    else:
        check_private(wanted)
        raise out_of_reach(wanted, account)
    check_private(chosen)
    return chosen


def seen(path: Path) -> bool:
    """Tell whether we see something there; what lies in a folder closed to us is not seen."""
    with contextlib.suppress(PermissionError):
        return path.exists()
    return False


def nearest_folder(path: Path) -> Path:
    """Return the path itself, or the nearest folder above it that we see."""
    return next(place for place in (path, *path.parents) if seen(place))


def has_data(data_dir: Path) -> bool:
    """Tell whether a whole database was made in this data folder."""
    return seen(data_dir / "cluster" / "PG_VERSION")


def check_private(data_dir: Path) -> None:
    """Raise `DataReadableByOthers` when the folder exists and lets its group or others in."""
    if seen(data_dir) and data_dir.stat().st_mode & 0o077:
        raise DataReadableByOthers(
            f"Other people on this computer could open the data folder: close it with `chmod 700 {data_dir}`."
        )


def out_of_reach(data_dir: Path, account: Account) -> DataOutOfReach:
    """Return the error that says who cannot use which folder."""
    if not account.switched:
        return DataOutOfReach(f"You may not use the data folder {data_dir}: choose another DATA_DIR.")
    return DataOutOfReach(
        f"The database's user “{account.name}” cannot use the data folder {data_dir}: choose a DATA_DIR "
        "outside closed folders that does not exist yet, or that belongs to that user."
    )


def make_data_dir(data_dir: Path, account: Account) -> None:
    """Make the data folder and its log folder, closed to all but the server's user, unless they exist.

    Raises `DataOutOfReach` when that user cannot use them then.
    """
    try:
        make_open_folder(data_dir.parent)
        for folder in (data_dir, data_dir / "log"):
            if not seen(folder):
                folder.mkdir(mode=0o700)
                account.own(folder)
    except OSError:
        raise out_of_reach(data_dir, account) from None
    if not account.can("rwx", data_dir):
        raise out_of_reach(data_dir, account)


def make_open_folder(folder: Path) -> None:
    """Make a folder and those above it that are missing, so that others may pass but not change them."""
    for missing in reversed([place for place in (folder, *folder.parents) if not seen(place)]):
        missing.mkdir()
        missing.chmod(0o755)


def make_socket_folder(account: Account) -> Path:
    """Make a new folder for the socket (0700, at most 80 bytes long), where the server's user can reach it.

    A socket's whole path may have 107 bytes, and the data folder may lie deeper than that.
    """
    for parent in (Path(tempfile.gettempdir()), Path("/tmp"), Path("/var/tmp"), Path("/dev/shm")):  # noqa: S108 - because mkdtemp makes a new, closed folder there
        if len(os.fsencode(parent)) <= 60 and account.can("x", parent):
            folder = Path(tempfile.mkdtemp(prefix=SOCKET_PREFIX, dir=parent))
            account.own(folder)
            return folder
    raise DidNotStart("There is no folder for the database's socket: let every user write into /tmp.")


def remove_socket_folder(folder: Path) -> None:
    """Remove a socket folder that we made; a folder we did not make, or with anything else in it, stays."""
    if not folder.name.startswith(SOCKET_PREFIX) or folder.is_symlink() or not folder.is_dir():
        return
    for name in (f".s.PGSQL.{PORT}", f".s.PGSQL.{PORT}.lock"):
        (folder / name).unlink(missing_ok=True)
    if not any(folder.iterdir()):
        folder.rmdir()


def _can_keep(wanted: Path, account: Account) -> bool:
    """Tell whether the data folder is, or could be made, where this user can use it."""
    if seen(wanted):
        return account.can("rwx", wanted)
    return account.can("x" if account.switched else "wx", nearest_folder(wanted))
