"""Where this Porchlight lives: its folder, its keys, and a database of its own or one that was given."""

from __future__ import annotations

import os
from pathlib import Path

import psycopg
import pytest

from porchlight.kernel.secrets import Keys
from porchlight.project.install import Place
from porchlight.project.place import Home, default_folder, found, home, running_in


@pytest.fixture
def elsewhere(monkeypatch, tmp_path) -> Path:
    """A database that somebody gave us, and a data folder for its keys."""
    monkeypatch.setenv("DATABASE_URL", "host=db.example port=6432 user=boss password=secret sslmode=require")
    monkeypatch.setenv("DATA_DIR", str(tmp_path / "data"))
    return tmp_path / "data"


@pytest.mark.parametrize("opened", [home, found])
def test_with_a_given_database_none_is_started_and_the_keys_lie_in_the_data_folder(elsewhere, opened):
    with opened() as here:
        assert (here.folder, here.server, here.said) == (elsewhere, None, ())
        assert len(here.keys.pepper) == 32
        assert here.place == Place("host=db.example port=6432 user=boss password=secret sslmode=require")


def test_a_child_process_is_told_the_address_and_never_who_the_administrator_is(elsewhere):
    with home() as here:
        told = here.environment()
    assert told["PORCHLIGHT_KEYS"] == str(elsewhere / "keys")
    where = dict(part.split("=") for part in told["PORCHLIGHT_DB"].split())
    assert where == {"host": "db.example", "port": "6432", "sslmode": "require", "dbname": "porchlight"}


def test_without_a_data_folder_the_demo_lies_below_the_current_one(monkeypatch, tmp_path):
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("DATA_DIR", "")
    assert default_folder() == tmp_path / "var" / "demo"
    monkeypatch.setenv("DATA_DIR", "mine")
    assert default_folder() == tmp_path / "mine"


def test_a_database_that_runs_from_the_folder_is_used_as_it_is_and_left_running(monkeypatch, running):
    monkeypatch.delenv("DATABASE_URL", raising=False)
    monkeypatch.setenv("DATA_DIR", str(running.data_dir))
    with found() as here:
        assert (here.folder, here.server) == (running.data_dir, None)
        assert here.keys.folder == running.data_dir / "keys"
        with psycopg.connect(here.place.admin) as admin:
            assert admin.execute("SELECT current_user").fetchone() == (running.admin_user,)
    assert running.is_running()


def test_where_nothing_runs_nothing_is_found(monkeypatch, open_dir, written):
    monkeypatch.setenv("DATA_DIR", "given")
    assert running_in(open_dir / "nothing") is None
    assert running_in(written) is None
    assert not (open_dir / "nothing").exists()


def test_this_very_process_is_told_where_it_is(monkeypatch, tmp_path):
    monkeypatch.setenv("PORCHLIGHT_DB", "before")
    monkeypatch.setenv("PORCHLIGHT_KEYS", "before")
    Home(tmp_path, Keys(tmp_path / "keys"), Place("host=db.example")).here()
    assert os.environ["PORCHLIGHT_DB"] == "dbname=porchlight host=db.example"
    assert os.environ["PORCHLIGHT_KEYS"] == str(tmp_path / "keys")
