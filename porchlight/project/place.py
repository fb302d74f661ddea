"""Where this Porchlight lives: the data folder, its keys, and the database, embedded or given."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from psycopg.conninfo import make_conninfo

from porchlight.kernel.secrets import Keys
from porchlight.project.install import Place
from porchlight.project.postgres import Server, holders, places
from porchlight.project.postgres.account import service_account
from porchlight.project.postgres.cluster import ADMIN_USER


@dataclass(frozen=True)
class Home:
    """A Porchlight that is being worked on: its folder, keys and database.

    `server` is the embedded database where this process is its parent, and so has to keep it alive.
    """

    folder: Path
    keys: Keys
    place: Place
    said: tuple[str, ...] = ()
    server: Server | None = None

    def environment(self) -> dict[str, str]:
        """What a child process needs to find it."""
        return {"PORCHLIGHT_DB": self.place.address(), "PORCHLIGHT_KEYS": str(self.keys.folder)}

    def here(self) -> None:
        """Make this very process find it."""
        os.environ.update(self.environment())


def default_folder() -> Path:
    """`DATA_DIR`, else `var/demo` below the current folder."""
    return Path(os.environ.get("DATA_DIR") or "var/demo").absolute()


@contextmanager
def home(folder: Path | None = None) -> Iterator[Home]:
    """Open it: with `DATABASE_URL` that database, else the embedded one, running until the end of the block."""
    given = bool(os.environ.get("DATA_DIR"))
    wanted = folder or default_folder()
    url = os.environ.get("DATABASE_URL")
    if url:
        keys = Keys(wanted / "keys")
        keys.make()
        yield Home(wanted, keys, Place(url))
        return
    with Server(wanted, data_dir_given=given) as server:
        keys = Keys(server.data_dir / "keys")
        keys.make()
        admin = server.dsn("postgres", user=server.admin_user, password=server.admin_password)
        yield Home(server.data_dir, keys, Place(admin), tuple(server.said), server)


@contextmanager
def found() -> Iterator[Home]:
    """Like `home`, but a Porchlight that already runs from the folder is used as it is, and left running."""
    running = None if os.environ.get("DATABASE_URL") else running_in(default_folder())
    if running is None:
        with home() as here:
            yield here
        return
    yield running


def running_in(folder: Path) -> Home | None:
    """The Porchlight whose database runs from this folder now, if one does."""
    account, given = service_account(os.environ), bool(os.environ.get("DATA_DIR"))
    place = places.choose_data_dir(folder, given=given, account=account, system_dir=places.SYSTEM_DIR)
    file = holders.read_pid_file(place / "cluster") if places.has_data(place) else None
    if file is None or file.socket_dir is None or file.pid not in holders.servers_in(place / "cluster", account):
        return None
    password = (place / "admin-password").read_text(encoding="utf-8").strip()
    host = str(file.socket_dir)
    admin = make_conninfo(host=host, port=places.PORT, dbname="postgres", user=ADMIN_USER, password=password)
    return Home(place, Keys(place / "keys"), Place(admin))
