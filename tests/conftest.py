"""One server for the run; each worker works in its own clone, as the houses' own logins."""

from __future__ import annotations

import os
import random
import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
from porchlight.project.install import Place
from tests.support.server import Town, clone

_town: list[Town] = []
_place: list[Place] = []


@pytest.hookimpl(tryfirst=True)
def pytest_sessionstart(session: pytest.Session) -> None:
    """The controller starts the server; whoever runs tests makes a clone and is both houses from then on.

    Before anything is collected, so that tests may be made from the doors and the registry.
    """
    if session.config.option.collectonly or not needs_town(session.config):
        return
    if not hasattr(session.config, "workerinput"):
        _town.append(Town())
        if session.config.getoption("numprocesses", None):
            return
    _place.append(clone(f"porchlight_{os.environ.get('PYTEST_XDIST_WORKER', 'main')}"))
    from porchlight.project import settings_for

    settings_for.use("stage")


def pytest_sessionfinish(session: pytest.Session) -> None:
    for town in _town:
        town.close()


def needs_town(config: pytest.Config) -> bool:
    """Pure folders asked for by name need no server."""
    pure = (
        "tests/lints",
        "tests/kernel",
        "tests/progress",
        "tests/directory",
        "tests/ownspace",
        "tests/project",
        "tests/shape",
    )
    asked = [argument.split("::")[0].rstrip("/") for argument in config.args]
    return not all(any(a.endswith(p) or f"{p}/" in a for p in pure) for a in asked)


@pytest.fixture(scope="session")
def town():
    """The worker's own database, with Django ready as both houses."""
    from django.db import connections

    yield _place[0]
    connections.close_all()


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Random order, the same for every worker: no test may lean on another."""
    seed = os.environ.get("PORCHLIGHT_TEST_SEED", "7")
    random.Random(seed).shuffle(items)


@pytest.fixture(scope="session")
def cast(town):
    """Everybody of the story, made once a worker by the product's own commands."""
    from tests.support.cast import make_cast

    return make_cast()


@pytest.fixture(scope="session")
def planted(cast):
    """A young person whose story came through the product's own forms, once a worker."""
    from porchlight.project import desks
    from tests.support.walked import plant

    for house in ("team", "youth"):
        desks.load(house)
    return plant(cast)
