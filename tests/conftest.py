"""One server for the run; each worker works in its own clone, as the houses' own logins."""

from __future__ import annotations

import os
import random
import sys
from pathlib import Path

import pytest
from hypothesis import settings

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
from tests.support.server import ENVIRONMENT, Town, clone, point_at

# Playwright keeps an event loop in the thread that drives it; our tests still ask the database one at a time.
os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "yes"
# A busy machine is slow now and then; how long an example takes is no promise of ours.
settings.register_profile("calm", deadline=None)
settings.load_profile("calm")
_town: list[Town] = []
PLACE = pytest.StashKey()


def pytest_sessionstart(session: pytest.Session) -> None:
    """The controller starts the server; workers find it in their environment."""
    is_worker = hasattr(session.config, "workerinput")
    if not is_worker and not session.config.option.collectonly and needs_town(session.config):
        _town.append(Town())
    if ENVIRONMENT in os.environ:
        from porchlight.project import settings_for

        session.config.stash[PLACE] = point_at(f"porchlight_{os.environ.get('PYTEST_XDIST_WORKER', 'main')}")
        settings_for.use("stage")


def pytest_sessionfinish(session: pytest.Session) -> None:
    for town in _town:
        town.close()


def needs_town(config: pytest.Config) -> bool:
    """Pure folders and files asked for by name need no server."""
    pure = (
        "tests/lints",
        "tests/kernel",
        "tests/progress",
        "tests/directory",
        "tests/ownspace/test_words.py",
        "tests/ownspace/test_words_typed.py",
        "tests/project",
        "tests/shape",
    )
    asked = [argument.split("::")[0].rstrip("/") for argument in config.args]
    return not all(any(a.endswith(p) or f"{p}/" in a for p in pure) for a in asked)


@pytest.fixture(scope="session")
def town(request):
    """The worker's own database, with Django ready as both houses."""
    place = request.config.stash[PLACE]
    clone(place)
    from django.db import connections

    yield place
    connections.close_all()


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Random order of modules, and within each, the same for every worker: no test may lean on another.

    Those that walk through both houses come first, while a house is nearly empty: late, they would read what all the
    others left there. `make test` lets workers steal from each other's end, so one worker alone plants their story.
    """
    choose = random.Random(os.environ.get("PORCHLIGHT_TEST_SEED", "7"))
    modules: dict[str, list[pytest.Item]] = {}
    for item in items:
        modules.setdefault(item.nodeid.split("::")[0], []).append(item)
    for found in modules.values():
        choose.shuffle(found)
    order = list(modules)
    choose.shuffle(order)
    order.sort(key=lambda module: not any("planted" in item.fixturenames for item in modules[module]))
    items[:] = [item for module in order for item in modules[module]]


@pytest.fixture(autouse=True)
def everybody_speaks_english_again(request):
    """A test may change somebody's language; the next one finds it as it was."""
    yield
    if "cast" in request.fixturenames:
        from django.db import connections

        with connections["owner"].cursor() as owner:
            owner.execute("UPDATE teams_person SET language = 'en' WHERE language <> 'en'")


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
