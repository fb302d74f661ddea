"""Where this Porchlight lives: the data folder, its keys, and the database, embedded or given."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from porchlight.kernel.secrets import Keys
from porchlight.project.install import Place
from porchlight.project.postgres import Server


@dataclass(frozen=True)
class Home:
    """A Porchlight that is being worked on: its folder, keys and database."""

    folder: Path
    keys: Keys
    place: Place
    said: tuple[str, ...] = ()

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
        yield Home(server.data_dir, keys, Place(admin), tuple(server.said))
