"""Making PostgreSQL's files for a new data folder, and the administrator's password beside them."""

from __future__ import annotations

import os
import secrets
import shutil
from pathlib import Path

from porchlight.project.postgres.account import Account
from porchlight.project.postgres.binaries import program
from porchlight.project.postgres.errors import DataIncomplete, DidNotStart, OtherVersion
from porchlight.project.postgres.places import has_data

ADMIN_USER = "pl_admin"


def ensure_cluster(data_dir: Path, *, version: int, install: Path, account: Account, durable: bool) -> str:
    """Make the database files unless they are there, and return the administrator's password.

    A password is asked for on the socket too (SCRAM). `durable` false skips waiting for the disk.
    Made under another name and renamed at the end, so files cut short are never taken for data.
    Raises `OtherVersion`, `DataIncomplete` or `DidNotStart`.
    """
    cluster, password_file = data_dir / "cluster", data_dir / "admin-password"
    if has_data(data_dir):
        _check_version(cluster, version)
        return _read_password(password_file)
    password = secrets.token_urlsafe(32)
    password_file.unlink(missing_ok=True)
    _write_password(password_file, password, account)
    unfinished = data_dir / "cluster.new"
    shutil.rmtree(unfinished, ignore_errors=True)
    command: list[str | Path] = [
        *(program(install, "initdb"), "-D", unfinished, "-U", ADMIN_USER, f"--pwfile={password_file}"),
        *("--auth=scram-sha-256", "--encoding=UTF8", "--data-checksums"),
        *(() if durable else ("--no-sync",)),
    ]
    for locale in _locales(version):
        well, said = account.run([*command, *locale])
        if well:
            unfinished.rename(cluster)
            return password
    raise DidNotStart(f"The database's files could not be made in {data_dir}.", repair=said.strip()[-500:])


def _locales(version: int) -> list[list[str]]:
    """Sort and compare alike on every machine: by code point, with Unicode's letters.

    Version 16 has no locales of its own and takes the system's; "C" serves where that is missing.
    """
    if version >= 18:
        return [["--locale-provider=builtin", "--builtin-locale=C.UTF-8", "--locale=C"]]
    return [["--locale=C.UTF-8"], ["--locale=C"]]


def _check_version(cluster: Path, version: int) -> None:
    made_by = (cluster / "PG_VERSION").read_text().strip()
    if made_by != str(version):
        raise OtherVersion(
            f"The data in {cluster.parent} was made by PostgreSQL {made_by}, and this is {version}: "
            "choose another DATA_DIR."
        )


def _write_password(path: Path, password: str, account: Account) -> None:
    file = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_NOFOLLOW, 0o600)
    with os.fdopen(file, "w") as stream:
        stream.write(password + "\n")
    account.own(path)


def _read_password(path: Path) -> str:
    try:
        file = os.open(path, os.O_RDONLY | os.O_NOFOLLOW)
    except FileNotFoundError:
        raise DataIncomplete from None
    with os.fdopen(file) as stream:
        return stream.read().strip()
