"""An empty database of its own on the test server, and what `porchlight init` says about it."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from argparse import Namespace
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import psycopg

from porchlight.kernel.secrets import Keys
from porchlight.project.commands import init
from porchlight.project.install import Place
from porchlight.project.place import Home
from tests.support.server import ENVIRONMENT


@contextmanager
def empty_database(name: str) -> Iterator[Place]:
    """A place where no database is yet; whatever is made there is dropped at the end."""
    place = Place(json.loads(os.environ[ENVIRONMENT])["admin"], name)
    try:
        yield place
    finally:
        with psycopg.connect(place.admin, autocommit=True) as admin:
            admin.execute(f'DROP DATABASE IF EXISTS "{name}" WITH (FORCE)')


def said_by_init(place: Place, *, name: str, email: str, address: str) -> str:
    """Run the command in a process of its own, as on the machine; returns what it printed."""
    words = [sys.executable, "-m", "tests.journeys.empty", place.name, name, email, address]
    return subprocess.run(words, check=True, capture_output=True, text=True).stdout


def main() -> None:
    """The command `porchlight init`, on this database of the test server instead of its own."""
    database, name, email, address = sys.argv[1:]
    keys = Keys(Path(os.environ["PORCHLIGHT_KEYS"]))

    @contextmanager
    def here() -> Iterator[Home]:
        yield Home(keys.folder, keys, Place(json.loads(os.environ[ENVIRONMENT])["admin"], database))

    init.home = here
    sys.exit(init.run(Namespace(name=name, email=email, address=address)))


if __name__ == "__main__":
    main()
