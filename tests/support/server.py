"""One embedded server for a whole run of tests; one template database; a clone for each worker."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

import psycopg

from porchlight.kernel.secrets import Keys
from porchlight.project.install import Place
from porchlight.project.postgres import Server

ENVIRONMENT = "PORCHLIGHT_TEST_TOWN"
TEMPLATE = "porchlight_template"
FAST = {"fsync": "off", "synchronous_commit": "off", "full_page_writes": "off", "max_connections": "120"}


class Town:
    """The server that the controller of a test run starts, and its template."""

    def __init__(self) -> None:
        self.folder = Path(tempfile.mkdtemp(prefix="porchlight-tests-"))
        self.folder.chmod(0o711)
        version = int(os.environ.get("PORCHLIGHT_TEST_POSTGRES", "18"))
        self.server = Server(self.folder / "postgres", version=version, settings=FAST)
        self.server.start()
        self.keys = Keys(self.folder / "keys")
        self.keys.make()
        admin = self.server.dsn("postgres", user=self.server.admin_user, password=self.server.admin_password)
        self.place = Place(admin, TEMPLATE)
        try:
            self._make_template()
        except BaseException:
            self.close()
            raise
        os.environ[ENVIRONMENT] = json.dumps({"admin": admin, "keys": str(self.keys.folder)})

    def _make_template(self) -> None:
        environment = {
            **os.environ,
            "PORCHLIGHT_TEST_ADMIN": self.place.admin,
            "PORCHLIGHT_KEYS": str(self.keys.folder),
        }
        words = [sys.executable, "-m", "tests.support.template"]
        subprocess.run(words, env=environment, check=True)

    def close(self) -> None:
        """Stop the server and remove the folder."""
        self.server.stop()
        shutil.rmtree(self.folder, ignore_errors=True)


def point_at(name: str) -> Place:
    """Make this process's settings speak of the worker's database, whether it is there yet or not."""
    town = json.loads(os.environ[ENVIRONMENT])
    place = Place(town["admin"], name)
    os.environ["PORCHLIGHT_DB"] = place.address()
    os.environ["PORCHLIGHT_KEYS"] = town["keys"]
    return place


def clone(place: Place) -> None:
    """A fresh copy of the template under the worker's name."""
    with psycopg.connect(place.admin, autocommit=True) as admin:
        admin.execute(f'DROP DATABASE IF EXISTS "{place.name}" WITH (FORCE)')
        admin.execute(f'CREATE DATABASE "{place.name}" TEMPLATE {TEMPLATE} OWNER pl_owner')
        for login in ("pl_team", "pl_youth", "pl_work", "pl_migrate"):
            admin.execute(f'GRANT CONNECT ON DATABASE "{place.name}" TO {login}')
