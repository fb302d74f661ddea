"""Every trouble that we expect is told in one sentence that says what to do, before anything starts."""

from __future__ import annotations

import ast
import os
import socket
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from porchlight.kernel.errors import Trouble
from porchlight.project.postgres import check_port, errors, preflight
from porchlight.project.postgres.errors import (
    DataReadableByOthers,
    DiskFull,
    EnsurepipMissing,
    ForeignMachine,
    PortTaken,
    PostgresTrouble,
    PythonTooOld,
)
from porchlight.project.postgres.preflight import check_disk, check_ensurepip, check_machine, check_python
from tests.project.conftest import REPOSITORY

PACKAGE = REPOSITORY / "porchlight" / "project" / "postgres"
KINDS = [kind for kind in vars(errors).values() if isinstance(kind, type) and issubclass(kind, PostgresTrouble)]


@pytest.fixture
def taken_port() -> Iterator[int]:
    with socket.create_server(("127.0.0.1", 0)) as listening:
        yield listening.getsockname()[1]


def free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as listening:
        return int(listening.getsockname()[1])


def test_a_computer_that_has_all_it_needs_is_left_in_peace(tmp_path):
    preflight(tmp_path / "var" / "demo", ports=[free_port()])
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("version", [(3, 8), (3, 10)])
def test_an_older_python_is_told_which_one_is_needed(version):
    with pytest.raises(PythonTooOld, match=rf"3\.11 or newer, and this is 3\.{version[1]}"):
        check_python(version)


@pytest.mark.parametrize("version", [(3, 11), (3, 12), (4, 0)])
def test_a_newer_python_is_welcome(version):
    check_python(version)


def test_a_python_without_ensurepip_is_told_what_to_install():
    check_ensurepip()
    with pytest.raises(EnsurepipMissing, match="apt-get install python3-venv"):
        check_ensurepip("no_such_module_here")


@pytest.mark.parametrize(
    ("machine", "libc"),
    [
        ("aarch64", "glibc 2.36"),
        ("x86_64", "glibc 2.27"),
        ("x86_64", ""),
        ("x86_64", "musl 1.2"),
        ("x86_64", "musl 3.0"),
    ],
)
def test_a_foreign_machine_is_shown_the_other_way(machine, libc):
    with pytest.raises(ForeignMachine, match="set DATABASE_URL"):
        check_machine(machine, libc=libc)


@pytest.mark.parametrize("libc", ["glibc 2.28", "glibc 2.36", "glibc 3.0"])
def test_a_machine_as_expected_passes(libc):
    check_machine("x86_64", libc=libc)


def test_a_full_disk_is_told_with_what_is_free_and_what_is_needed(tmp_path):
    with pytest.raises(DiskFull, match=r"1\.4 GB free and 1\.5 GB are needed"):
        check_disk(tmp_path / "new" / "data", free_bytes=lambda folder: 1_400_000_000)
    check_disk(tmp_path / "new" / "data", free_bytes=lambda folder: 1_500_000_000)


def test_data_that_exists_opens_on_a_fuller_disk(tmp_path):
    (tmp_path / "cluster").mkdir()
    (tmp_path / "cluster" / "PG_VERSION").write_text("18\n")
    check_disk(tmp_path, free_bytes=lambda folder: 300_000_000)
    with pytest.raises(DiskFull, match=r"0\.2 GB are needed"):
        check_disk(tmp_path, free_bytes=lambda folder: 100_000_000)


def test_the_disk_that_is_measured_is_the_one_that_will_hold_the_data(tmp_path):
    asked: list[Path] = []
    check_disk(tmp_path / "not" / "yet", free_bytes=lambda folder: asked.append(folder) or 10**12)
    assert asked == [tmp_path]


@pytest.mark.parametrize("mode", [0o750, 0o705, 0o711, 0o720])
def test_a_data_folder_open_to_others_is_told_how_to_close_it(tmp_path, mode):
    tmp_path.chmod(mode)
    with pytest.raises(DataReadableByOthers, match=f"chmod 700 {tmp_path}"):
        preflight(tmp_path)
    assert tmp_path.stat().st_mode & 0o777 == mode


def test_a_taken_port_is_told_with_the_way_to_another(taken_port):
    with pytest.raises(PortTaken, match=rf"Port {taken_port} is already in use.*TEAM_PORT="):
        check_port(taken_port)
    with pytest.raises(PortTaken):
        preflight(ports=[free_port(), taken_port], database_url="postgresql:///elsewhere")


def test_a_port_taken_on_the_newer_loopback_address_alone_counts_too():
    if not socket.has_dualstack_ipv6():
        pytest.skip("this computer has no IPv6")
    with socket.create_server(("::1", 0), family=socket.AF_INET6) as listening, pytest.raises(PortTaken):
        check_port(listening.getsockname()[1])


def test_a_port_taken_on_every_address_counts_too():
    everywhere = ("0.0.0.0", 0)  # noqa: S104 - because that is what other servers do
    with socket.create_server(everywhere) as listening, pytest.raises(PortTaken):
        check_port(listening.getsockname()[1])


def test_a_free_port_stays_free(taken_port):
    port = free_port()
    check_port(port)
    with socket.create_server(("127.0.0.1", port)):
        pass


@pytest.mark.parametrize("port", [0, 65536, -1])
def test_a_number_that_is_no_port_is_told(port):
    with pytest.raises(PortTaken, match="is not a port: choose"):
        check_port(port)


def test_with_a_database_elsewhere_the_data_folder_is_not_looked_at(tmp_path):
    tmp_path.chmod(0o755)
    preflight(tmp_path, database_url="postgresql:///elsewhere")


def test_the_first_look_needs_nothing_installed(tmp_path):
    def look(data_dir: Path) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [sys.executable, "-S", "-m", "porchlight.project.postgres"],
            cwd=REPOSITORY,
            env={"DATA_DIR": str(data_dir), "PATH": os.environ["PATH"]},
            capture_output=True,
            text=True,
            check=False,
        )

    fine = look(tmp_path / "data")
    assert (fine.returncode, fine.stdout, fine.stderr) == (0, "", "")
    tmp_path.chmod(0o755)
    told = look(tmp_path)
    assert told.returncode == 1
    assert told.stderr.startswith("PL-PRO-005: Other people on this computer")
    assert told.stderr.count("\n") == 1


@pytest.mark.parametrize("path", sorted(PACKAGE.glob("*.py")), ids=lambda path: path.name)
def test_a_python_that_is_too_old_can_read_far_enough_to_be_told(path):
    ast.parse(path.read_text(), feature_version=(3, 8))


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.__name__)
def test_every_trouble_has_its_own_code_one_sentence_and_a_repair(kind):
    assert issubclass(kind, Trouble)
    assert [other.code for other in KINDS].count(kind.code) == 1
    assert kind.code.startswith("PL-PRO-0")
    assert kind.sentence.endswith(".")
    assert ". " not in kind.sentence
    assert kind.repair
    assert f"├── {kind.__name__} " in errors.__doc__ or f"└── {kind.__name__} " in errors.__doc__
