"""The whole product installs and runs below a closed folder: as root, and as an ordinary user.

From the tracked files, by the Makefile's own verbs. Only the download is left out: the packages of
`requirements/run.txt`, and no others, are copied from where these tests run.
"""

from __future__ import annotations

import os
import re
import shutil
import signal
import socket
import stat
import subprocess
import sys
import time
import urllib.request
from dataclasses import dataclass, field
from importlib.metadata import distribution
from pathlib import Path

import pytest

from porchlight.project.postgres.account import Account, service_account
from porchlight.project.postgres.lock import FolderLock
from tests.project.conftest import REPOSITORY

IS_ROOT = os.geteuid() == 0
PATIENCE = 180  # seconds until the houses answer; the demo's county is seeded first
PACKAGE = re.compile(r"^([\w.-]+)==[^;\n]*$", re.MULTILINE)  # without what only another system needs
LIBRARY = f"lib/python{sys.version_info.major}.{sys.version_info.minor}/site-packages"


@dataclass
class Place:
    """A copy of the product below a closed folder of `owner`'s, with ports of its own."""

    tree: Path
    system: Path
    owner: Account
    python: str
    said: Path
    ports: tuple[int, int] = field(default_factory=lambda: (free_port(), free_port()))

    def make(self, *words: str) -> subprocess.Popen[bytes]:
        """`make` in the tree, as the owner, in a group of its own; what it says goes to `said`."""
        team, youth = self.ports
        environment = {
            "PATH": "/usr/bin:/bin",
            "HOME": str(self.tree),
            "LC_ALL": "C.UTF-8",
            "PORCHLIGHT_SYSTEM_DIR": str(self.system),
        }
        switched = {"user": self.owner.uid, "group": self.owner.gid, "extra_groups": []} if self.owner.switched else {}
        with self.said.open("ab") as said:
            return subprocess.Popen(
                [
                    "env",
                    "--default-signal=INT",
                    "make",
                    f"PYTHON={self.python}",
                    "PIP=true",
                    f"TEAM_PORT={team}",
                    f"YOUTH_PORT={youth}",
                    *words,
                ],
                cwd=self.tree,
                env=environment,
                process_group=0,
                stdin=subprocess.DEVNULL,
                stdout=said,
                stderr=subprocess.STDOUT,
                **switched,
            )

    def first_pages(self) -> tuple[int, int]:
        """What both houses answer on their first page."""
        team, youth = self.ports
        return _status(f"http://localhost:{team}/sign-in/"), _status(f"http://127.0.0.1:{youth}/")


def _status(address: str) -> int:
    with urllib.request.urlopen(address, timeout=10) as answer:  # noqa: S310 - because it is our own, on loopback
        return int(answer.status)


def free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as listening:
        return int(listening.getsockname()[1])


@pytest.fixture(params=["root", "an ordinary user"] if IS_ROOT else ["an ordinary user"])
def place(request, open_dir) -> Place:
    mine = Account("me", os.geteuid(), os.getegid(), switched=False)
    owner = service_account({}) if IS_ROOT and request.param != "root" else mine
    closed = open_dir / "closed"
    closed.mkdir(mode=0o700)
    copy_of_what_is_tracked(closed / "tree")
    for path in (closed, *closed.rglob("*")):
        owner.own(path)
    found = Place(closed / "tree", open_dir / "system", owner, python_for(owner), open_dir / "said")
    made = found.tree / ".venv"
    assert owner.run([found.python, "-m", "venv", "--without-pip", made]) == (True, "")
    assert owner.run(["touch", made / "made.done"]) == (True, "")
    put_the_packages(made / LIBRARY)
    return found


def copy_of_what_is_tracked(tree: Path) -> None:
    listed = subprocess.run(["git", "ls-files", "-z"], cwd=REPOSITORY, capture_output=True, check=True).stdout
    for name in listed.decode().split("\0"):
        if name and (REPOSITORY / name).is_file():
            (tree / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy(REPOSITORY / name, tree / name)


def put_the_packages(library: Path) -> None:
    """As links to the very same files where the disk allows it: nothing ever writes to them."""
    for name in PACKAGE.findall((REPOSITORY / "requirements" / "run.txt").read_text()):
        found = distribution(name)
        for file in found.files or ():
            if ".." not in file.parts and found.locate_file(file).is_file():
                (library / file).parent.mkdir(parents=True, exist_ok=True)
                link_or_copy(found.locate_file(file), library / file)


def link_or_copy(source: Path, target: Path) -> None:
    try:
        target.hardlink_to(source)
    except OSError:
        shutil.copy2(source, target)


def python_for(owner: Account) -> str:
    """A Python of the version that the packages are for, which this user can run."""
    wanted = f"import sys; sys.exit(sys.version_info[:2] != {sys.version_info[:2]})"
    for one in (os.path.realpath(sys.executable), "/usr/bin/python3"):
        if owner.run([one, "-c", wanted])[0]:
            return one
    raise AssertionError(f"{owner.name} can run no Python {sys.version_info[:2]}: apt-get install python3 python3-venv")


def modes(folder: Path) -> dict[Path, int]:
    """The modes of a folder and of all above it."""
    return {path: stat.S_IMODE(path.stat().st_mode) for path in (folder, *folder.parents)}


def test_it_installs_below_a_closed_folder_shows_both_first_pages_and_stops(place):
    before = modes(place.tree)
    demo = place.make("demo")
    try:
        assert is_up(place, demo), place.said.read_text()
        assert place.first_pages() == (200, 200)
    finally:
        stopped = end(demo)
    said = place.said.read_text()
    assert stopped
    assert "\nStopped.\n" in said
    assert nothing_is_left(place)
    assert modes(place.tree) == before
    data = place.tree / "var" / "demo"
    if place.owner.uid == 0:
        assert "so they were copied to" in said
        assert "The data is kept in" in said
        assert not data.exists()
        (data,) = (place.system / "data").iterdir()
    else:
        assert "copied" not in said
        assert not place.system.exists()
    assert stat.S_IMODE(data.stat().st_mode) == 0o700
    assert (data / "cluster" / "PG_VERSION").exists()
    FolderLock(data, account=service_account({})).release()  # nobody holds it any more


def end(demo: subprocess.Popen[bytes]) -> bool:
    """Whether it stops as Ctrl-C in a terminal asks it to. It is gone afterwards in any case."""
    os.killpg(demo.pid, signal.SIGINT)
    try:
        demo.wait(timeout=60)
    except subprocess.TimeoutExpired:
        os.killpg(demo.pid, signal.SIGTERM)
        demo.wait(timeout=60)
        return False
    return True


def is_up(place: Place, demo: subprocess.Popen[bytes]) -> bool:
    """Whether it says within the time that both houses can be opened."""
    until = time.monotonic() + PATIENCE
    while time.monotonic() < until and demo.poll() is None:
        if "Ctrl-C stops everything." in place.said.read_text():
            return True
        time.sleep(0.2)
    return False


def nothing_is_left(place: Place) -> bool:
    """No process of this tree, and nobody at its ports."""
    lines = subprocess.run(["ps", "-eo", "args"], capture_output=True, text=True, check=True).stdout.splitlines()
    ours = [line for line in lines if str(place.tree) in line or str(place.system) in line]
    return ours == [] and all(_is_free(port) for port in place.ports)


def _is_free(port: int) -> bool:
    with socket.socket() as found:
        return found.connect_ex(("127.0.0.1", port)) != 0
