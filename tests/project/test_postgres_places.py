"""Where the data is kept, by one rule, and who the server runs as; asked without starting anything."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path

import pytest

from porchlight.project.postgres import account as accounts
from porchlight.project.postgres import cluster, places
from porchlight.project.postgres.account import Account
from porchlight.project.postgres.errors import DataOutOfReach, DataReadableByOthers


@dataclass(frozen=True)
class Somebody(Account):
    """A user who may use these folders and no other."""

    usable: frozenset[Path] = frozenset()

    def can(self, wishes: str, path: Path) -> bool:
        return path in self.usable


def data(folder: Path, *, mode: int = 0o700) -> Path:
    """A data folder with a whole database in it."""
    (folder / "cluster").mkdir(parents=True)
    (folder / "cluster" / "PG_VERSION").write_text("18")
    folder.chmod(mode)
    return folder


@pytest.fixture
def wanted(tmp_path) -> Path:
    return tmp_path / "wanted"


def chosen(wanted: Path, *, usable: tuple[Path, ...] = (), switched: bool = True, given: bool = False) -> Path:
    account = Somebody("someone", 4000, 4000, switched, frozenset(usable))
    return places.choose_data_dir(wanted, given=given, account=account, system_dir=wanted.parent / "system")


def test_the_wanted_place_is_taken_where_the_servers_user_can_use_or_make_it(wanted, tmp_path):
    for switched in (True, False):
        for given in (True, False):
            assert chosen(wanted, usable=(tmp_path,), switched=switched, given=given) == wanted
    assert not wanted.exists()
    data(wanted)
    assert chosen(wanted, usable=(wanted,)) == wanted


def test_roots_data_goes_to_a_place_of_its_own_unless_a_person_named_the_place(wanted, tmp_path):
    elsewhere = chosen(wanted)
    assert elsewhere.parent == tmp_path / "system" / "data"
    assert elsewhere == chosen(wanted)
    assert elsewhere != chosen(tmp_path / "another")
    with pytest.raises(DataOutOfReach, match="“someone” cannot use the data folder"):
        chosen(wanted, given=True)
    with pytest.raises(DataOutOfReach, match="You may not use the data folder"):
        chosen(wanted, switched=False)


def test_data_that_was_put_elsewhere_stays_there_unless_there_is_some_here_or_a_person_named_this_place(
    wanted, tmp_path
):
    elsewhere = data(chosen(wanted))
    assert chosen(wanted, usable=(tmp_path,)) == elsewhere
    assert chosen(wanted, usable=(tmp_path,), given=True) == wanted
    assert chosen(wanted, usable=(tmp_path,), switched=False) == wanted
    data(wanted)
    assert chosen(wanted, usable=(wanted,)) == wanted


def test_a_place_that_others_can_open_is_not_taken(wanted):
    data(chosen(wanted), mode=0o750)
    with pytest.raises(DataReadableByOthers):
        chosen(wanted)
    data(wanted, mode=0o701)
    with pytest.raises(DataReadableByOthers):
        chosen(wanted, usable=(wanted,), given=True)


def test_the_data_folder_is_made_closed_below_folders_that_others_may_pass(tmp_path):
    folder = tmp_path / "a" / "b" / "data"
    account = Somebody("me", os.geteuid(), os.getegid(), switched=False, usable=frozenset({folder}))
    for _ in range(2):
        places.make_data_dir(folder, account)
    modes = {path.name: path.stat().st_mode & 0o777 for path in (folder.parent, folder, folder / "log")}
    assert modes == {"b": 0o755, "data": 0o700, "log": 0o700}
    with pytest.raises(DataOutOfReach):
        places.make_data_dir(tmp_path / "not usable", account)
    (tmp_path / "file").write_text("in the way")
    with pytest.raises(DataOutOfReach):
        places.make_data_dir(tmp_path / "file" / "data", account)


@pytest.mark.parametrize("name", ["porchlight-x", "another-x"])
def test_a_socket_folder_goes_when_it_is_ours_and_holds_nothing_else(tmp_path, name):
    folder, ours = tmp_path / name, name.startswith("porchlight-")
    folder.mkdir()
    (folder / ".s.PGSQL.5432").touch()
    (folder / "letter").touch()
    places.remove_socket_folder(folder)
    assert (folder / "letter").exists()
    assert (folder / ".s.PGSQL.5432").exists() is not ours
    (folder / "letter").unlink()
    places.remove_socket_folder(folder)
    assert folder.exists() is not ours
    link = tmp_path / "porchlight-link"
    link.symlink_to(tmp_path)
    places.remove_socket_folder(link)
    assert link.is_symlink()


def test_an_ordinary_user_runs_the_server_as_themselves_whatever_is_set(monkeypatch):
    monkeypatch.setattr(accounts.os, "geteuid", lambda: 4000)
    monkeypatch.setattr(accounts.os, "getegid", lambda: 4001)
    assert accounts.service_account({"PORCHLIGHT_DB_USER": "root"}) == Account("4000", 4000, 4001, switched=False)


@pytest.mark.parametrize(("version", "ways"), [(16, 2), (17, 2), (18, 1), (19, 1)])
def test_from_version_eighteen_on_text_sorts_by_postgresqls_own_rules_alone(version, ways):
    tried = cluster._locales(version)
    assert len(tried) == ways
    assert ("--locale-provider=builtin" in tried[0]) is (ways == 1)


class Maker:
    """A user whose `initdb` writes what it was asked, and makes a folder."""

    switched = False

    def __init__(self) -> None:
        self.asked: list[list[str]] = []

    def own(self, path: Path) -> None:
        """It is theirs already."""

    def run(self, command: list[object]) -> tuple[bool, str]:
        self.asked.append([str(part) for part in command])
        Path(str(command[2])).mkdir()
        return True, ""


@pytest.mark.parametrize("durable", [True, False])
def test_the_files_wait_for_the_disk_where_they_are_to_last_and_every_start_has_a_password(
    tmp_path, monkeypatch, durable
):
    monkeypatch.setattr(cluster, "program", lambda install, name: Path(name))
    (tmp_path / "admin-password").write_text("of a start that was cut short")
    maker = Maker()
    password = cluster.ensure_cluster(tmp_path, version=18, install=tmp_path, account=maker, durable=durable)
    (asked,) = maker.asked
    assert ("--no-sync" in asked) is not durable
    assert {"--auth=scram-sha-256", "--data-checksums", "--encoding=UTF8"} <= set(asked)
    assert (tmp_path / "admin-password").read_text() == f"{password}\n"
    assert (tmp_path / "admin-password").stat().st_mode & 0o777 == 0o600
    assert len(password) >= 40
    assert (tmp_path / "cluster").is_dir()
    assert not (tmp_path / "cluster.new").exists()
